#include "story/event_grammar.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "story/event_lexicon.h"

namespace vedette::story {

namespace {

using Tokens = std::vector<uint32_t>;

// Clauses inside clauses, noun phrases inside noun phrases: news needs three or four.
constexpr int kMaxDepth = 8;

bool is_relative(const Reading& reading, uint32_t token) {
  const auto tag = reading.tag(token);
  return tag == "WDT" || tag == "WP" || tag == "WP$";
}

struct Own {
  Tokens subjects, passive_subjects, objects, agents;
  bool passive = false, relative = false, own_auxiliary = false, to = false;
};

void add_prepositions(const Reading& reading, uint32_t preposition, Arguments& arguments, int depth) {
  if (ascii_lower(reading.text(preposition)) == "according") return;
  for (const auto child : near_children(reading, preposition)) {
    const auto dependency = reading.dependency(child);
    if (dependency == "pobj") {
      arguments.prepositions.emplace_back(reading.lemma(preposition), resolve_relative(reading, child));
    } else if (depth < 3 && (dependency == "prep" || (dependency == "conj" && reading.pos(child) == "ADP"))) {
      add_prepositions(reading, child, arguments, depth + 1);
    }
  }
}

Own own_of(const Reading& reading, uint32_t verb) {
  Own own;
  for (const auto child : near_children(reading, verb)) {
    const auto dependency = reading.dependency(child);
    if (is_relative(reading, child)) own.relative = true;
    if (reading.time_of[child] >= 0) continue;  // "15:05 - police say"
    if (dependency == "nsubj") own.subjects.push_back(resolve_relative(reading, child));
    if (dependency == "nsubjpass") own.passive_subjects.push_back(resolve_relative(reading, child));
    if (dependency == "dobj") own.objects.push_back(resolve_relative(reading, child));
    // "help Iran build": who is helped stands as the subject of what follows.
    if (dependency == "ccomp" && (reading.lemma(verb) == "help" || reading.lemma(verb) == "assist")) {
      for (const auto inner : near_children(reading, child)) {
        if (reading.dependency(inner) == "nsubj") own.objects.push_back(resolve_relative(reading, inner));
      }
    }
    if (dependency == "auxpass") own.passive = true;
    if (dependency == "aux" || dependency == "auxpass") own.own_auxiliary = true;
    if (dependency == "aux" && reading.tag(child) == "TO") own.to = true;
    if (dependency != "agent") continue;
    for (const auto inner : near_children(reading, child)) {
      if (reading.dependency(inner) == "pobj") own.agents.push_back(resolve_relative(reading, inner));
    }
    own.passive = true;
  }
  if (!own.passive_subjects.empty()) own.passive = true;
  return own;
}

Tokens possessors(const Reading& reading, uint32_t noun) {
  Tokens found;
  for (const auto child : near_children(reading, noun)) {
    if (reading.dependency(child) == "poss") found.push_back(resolve_relative(reading, child));
  }
  return found;
}

// "promised Iran to send": who promises sends; with other verbs the object does.
bool controls_by_subject(std::string_view lemma) {
  return lemma == "promise" || lemma == "vow" || lemma == "threaten" || lemma == "pledge" || lemma == "use" ||
         lemma == "take";
}

// Who a verb without a subject of its own is said of.
Tokens surface_subject(const Reading& reading, uint32_t verb) {
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    const auto own = own_of(reading, verb);
    if (!own.passive_subjects.empty()) return own.passive_subjects;
    if (!own.subjects.empty()) return own.subjects;
    if (reading.is_root(verb)) return {};
    const auto dependency = reading.dependency(verb);
    auto head = reading.head(verb);
    if (dependency == "pcomp" || dependency == "prep") {
      const bool of_object = dependency == "pcomp" && (reading.lemma(head) == "of" || reading.lemma(head) == "for" ||
                                                       reading.lemma(head) == "with");
      if (dependency == "pcomp" && !reading.is_root(head)) head = reading.head(head);
      if (is_noun(reading, head)) {
        auto found = possessors(reading, head);
        if (!found.empty() || reading.is_root(head)) return found;
        head = reading.head(head);
      }
      const auto above = own_of(reading, head);
      if (of_object && !above.objects.empty()) return above.objects;
    } else if (dependency == "xcomp") {
      const auto above = own_of(reading, head);
      if (!above.objects.empty() && !controls_by_subject(reading.lemma(head))) return above.objects;
    } else if (dependency == "acl") {
      if (!own.to) return {head};
      auto found = possessors(reading, head);
      if (!found.empty() || reading.is_root(head)) return found;
      head = verb_above(reading, head);
      if (!is_verb(reading, head)) return {};
    } else if (dependency != "conj" && dependency != "advcl" && dependency != "ccomp" && dependency != "dep" &&
               dependency != "acomp" && dependency != "oprd") {
      return {};
    }
    verb = head;
  }
  return {};
}

// An object that stands in a relative clause's antecedent: "the missiles that Russia promised to sell".
void add_gap(const Reading& reading, uint32_t verb, Arguments& arguments) {
  if (!arguments.objects.empty() || arguments.passive) return;
  uint32_t at = verb;
  for (int i = 0; i < kMaxDepth && !reading.is_root(at); ++i) {
    const auto dependency = reading.dependency(at);
    if (dependency == "relcl") {
      const auto own = own_of(reading, at);
      const bool taken = std::find(own.subjects.begin(), own.subjects.end(), reading.head(at)) != own.subjects.end() ||
                         !own.passive_subjects.empty();
      if (!taken && !own.subjects.empty()) arguments.objects.push_back(reading.head(at));
      return;
    }
    if (dependency != "xcomp") return;
    at = reading.head(at);
  }
}

void share_object(const Reading& reading, uint32_t verb, Arguments& arguments) {
  if (!arguments.objects.empty() || arguments.passive) return;
  for (const auto child : near_children(reading, verb)) {
    if (reading.dependency(child) != "conj" || !is_verb(reading, child)) continue;
    const auto own = own_of(reading, child);
    // "seized and searched the ship", not "left and attacked a ship" of its own clause.
    if (!own.objects.empty() && own.subjects.empty() && child <= verb + 3) arguments.objects = own.objects;
    return;
  }
}

void add_own(const Reading& reading, uint32_t verb, Arguments& arguments) {
  for (const auto child : near_children(reading, verb)) {
    const auto dependency = reading.dependency(child);
    if (dependency == "prep" || (dependency == "dative" && reading.pos(child) == "ADP")) {
      add_prepositions(reading, child, arguments, 0);
    } else if (dependency == "dative") {
      arguments.datives.push_back(resolve_relative(reading, child));
    }
    if (dependency != "ccomp" && dependency != "xcomp") continue;
    // "urged [Iran to stop]"
    const auto own = own_of(reading, child);
    const bool bare = own.to || (reading.tag(child) == "VB" && !own.own_auxiliary);  // "helped [Iran build]"
    if (arguments.objects.empty() && bare && !own.subjects.empty()) arguments.objects = own.subjects;
  }
}

// "Those arrested were A and B": A.
uint32_t complement_of_those(const Reading& reading, uint32_t token) {
  if (reading.lemma(token) != "those" || reading.dependency(token) != "nsubj") return token;
  for (const auto child : near_children(reading, reading.head(token))) {
    if (reading.dependency(child) == "attr") return child;
  }
  return token;
}

// The noun that a participle leans on: "the gang" in "the gang smuggled rifles", not "state" in "state-owned".
std::optional<uint32_t> leaning_noun(const Reading& reading, uint32_t verb) {
  for (const auto child : near_children(reading, verb)) {
    if (reading.dependency(child) != "npadvmod" || child + 1 != verb || reading.time_of[child] >= 0) continue;
    if (reading.tree.left_edge(child) < child || reading.tag(child) == "NNP") return child;
  }
  return std::nullopt;
}

// What stands before the past tense is the subject.
void add_misread(const Reading& reading, uint32_t verb, Arguments& arguments) {
  const auto noun = reading.head(verb);
  arguments.objects = {noun};
  arguments.passive = false;
  arguments.subjects.clear();
  if (const auto leaning = leaning_noun(reading, verb)) arguments.subjects.push_back(*leaning);
  for (const auto child : near_children(reading, noun)) {
    if (child < verb && is_noun(reading, child) && reading.time_of[child] < 0) arguments.subjects.push_back(child);
    if (child > noun && reading.dependency(child) == "prep") add_prepositions(reading, child, arguments, 0);
  }
}

// A finite verb without a subject has the name right before it, which the clause before took: "While he is out of state
// Iran launched".
void add_stray_subject(const Reading& reading, uint32_t verb, Arguments& arguments) {
  const auto tag = reading.tag(verb);
  const bool finite = tag == "VBD" || tag == "VBZ" || tag == "VBP";
  if (!finite || arguments.passive || verb == 0 || (!reading.is_root(verb) && reading.dependency(verb) != "ccomp"))
    return;
  const auto before = verb - 1;
  if (reading.tag(before).starts_with("NNP") && reading.sentence_of[before] == reading.sentence_of[verb]) {
    arguments.subjects.push_back(before);
  }
}

// "helped Iran build ships", where "build" was read as a noun before "ships".
void add_stray_dative(const Reading& reading, uint32_t object, Arguments& arguments) {
  for (const auto child : near_children(reading, object)) {
    if (reading.dependency(child) != "compound") continue;
    for (const auto inner : near_children(reading, child)) {
      if (reading.dependency(inner) == "nsubj") arguments.datives.push_back(inner);
    }
  }
}

bool is_light(const Reading& reading, uint32_t verb) {
  return EventLexicon::standard().is_a(lower_lemma(reading, verb), "light");
}

// "the protest lodged by Japan", "drills held with Iran"
void add_participle(const Reading& reading, uint32_t noun, Arguments& arguments) {
  for (const auto child : near_children(reading, noun)) {
    if (reading.dependency(child) != "acl" || reading.tag(child) != "VBN" || !is_light(reading, child)) continue;
    const auto own = own_of(reading, child);
    if (arguments.subjects.empty()) arguments.subjects = own.agents;
    for (const auto inner : near_children(reading, child)) {
      if (reading.dependency(inner) == "prep") add_prepositions(reading, inner, arguments, 0);
    }
    arguments.governors.push_back(child);
  }
}

// The verb that carries a noun: "held talks", "took part in drills"; with "A and B" that of A.
std::pair<uint32_t, std::string_view> carrier(const Reading& reading, uint32_t noun) {
  uint32_t at = noun;
  for (int i = 0; i < kMaxDepth && reading.dependency(at) == "conj" && !reading.is_root(at); ++i) at = reading.head(at);
  const auto dependency = reading.dependency(at);
  auto head = reading.head(at);
  if (dependency == "pobj" && !reading.is_root(head)) {
    head = reading.head(head);
    // "carried out a series of attacks", "took part in drills"
    if (reading.dependency(head) == "dobj" && is_noun(reading, head)) head = reading.head(head);
    return {head, "pobj"};
  }
  return {head, dependency};
}

}  // namespace

uint32_t resolve_relative(const Reading& reading, uint32_t token) {
  if (!is_relative(reading, token)) return token;
  uint32_t at = token;
  for (int i = 0; i < kMaxDepth && !reading.is_root(at); ++i) {
    if (reading.dependency(at) == "relcl") return reading.head(at);
    at = reading.head(at);
  }
  return token;
}

bool is_misread(const Reading& reading, uint32_t token) {
  return reading.tag(token) == "VBD" || leaning_noun(reading, token).has_value();
}

bool is_verb(const Reading& reading, uint32_t token) {
  const auto tag = reading.tag(token);
  return !tag.empty() && (tag[0] == 'V' || tag == "MD");
}

bool is_noun(const Reading& reading, uint32_t token) {
  return reading.tag(token).starts_with("NN");
}

uint32_t verb_above(const Reading& reading, uint32_t token) {
  uint32_t at = token;
  for (int i = 0; i < kMaxDepth && !reading.is_root(at); ++i) {
    at = reading.head(at);
    if (is_verb(reading, at) || reading.pos(at) == "AUX") return at;
  }
  return token;
}

Arguments arguments_of_verb(const Reading& reading, uint32_t token) {
  Arguments arguments;
  auto own = own_of(reading, token);
  const auto dependency = reading.dependency(token);
  const bool participle = reading.tag(token) == "VBN" && !own.own_auxiliary;
  arguments.passive = own.passive || (participle && (dependency == "acl" || dependency == "advcl"));
  bool inherited = false;
  if (own.subjects.empty() && own.passive_subjects.empty()) {
    own.subjects = surface_subject(reading, token);
    inherited = true;
    if (dependency == "conj" && participle) {
      const auto above = own_of(reading, reading.head(token));
      arguments.passive = arguments.passive || (above.passive && own.objects.empty());
      if (own.agents.empty()) own.agents = above.agents;
    }
  }
  if (!arguments.passive) {
    arguments.subjects = own.subjects;
    arguments.objects = own.objects;
  } else {
    arguments.subjects = own.agents;
    auto& surface = inherited ? own.subjects : own.passive_subjects;
    if (surface.empty()) surface = own.subjects;
    // "Iran was given missiles"
    arguments.datives = own.objects.empty() ? Tokens{} : surface;
    arguments.objects = own.objects.empty() ? surface : own.objects;
  }
  if (dependency == "amod") add_misread(reading, token, arguments);
  // "promised Mali helicopters"
  if (!arguments.passive && arguments.objects.size() > 1 && own.objects.size() > 1) {
    arguments.datives.push_back(arguments.objects.front());
    arguments.objects.erase(arguments.objects.begin());
  }
  if (arguments.subjects.empty() && own.subjects.empty()) add_stray_subject(reading, token, arguments);
  for (auto& object : arguments.objects) object = complement_of_those(reading, object);
  add_own(reading, token, arguments);
  add_gap(reading, token, arguments);
  // "imposed [sanctions on Iran]": it hangs on the one or the other by the parser's whim.
  for (const auto object : arguments.objects) {
    if (!is_noun(reading, object)) continue;
    for (const auto owner : possessors(reading, object)) arguments.owners.push_back(owner);
    add_stray_dative(reading, object, arguments);
    for (const auto child : near_children(reading, object)) {
      if (reading.dependency(child) == "prep") add_prepositions(reading, child, arguments, 0);
    }
  }
  share_object(reading, token, arguments);
  return arguments;
}

Arguments arguments_of_noun(const Reading& reading, uint32_t token) {
  Arguments arguments;
  for (const auto child : near_children(reading, token)) {
    const auto dependency = reading.dependency(child);
    if (dependency == "poss") arguments.subjects.push_back(resolve_relative(reading, child));
    if (dependency == "prep") add_prepositions(reading, child, arguments, 0);
    if (dependency == "amod" || dependency == "compound" || dependency == "nmod") arguments.modifiers.push_back(child);
  }
  for (const auto& [preposition, noun] : arguments.prepositions) {
    if (preposition == "by") arguments.subjects.push_back(noun);
    if (preposition == "of") arguments.objects.push_back(noun);
  }
  // "the missiles for Iran" in "the delivery of missiles for Iran"
  for (const auto object : arguments.objects) {
    for (const auto child : near_children(reading, object)) {
      if (reading.dependency(child) == "prep") add_prepositions(reading, child, arguments, 0);
    }
  }
  add_participle(reading, token, arguments);
  const auto [verb, role] = carrier(reading, token);
  // "both firms were fronts"
  if (role == "attr" && arguments.subjects.empty()) arguments.subjects = surface_subject(reading, verb);
  if (!is_verb(reading, verb) || (role != "dobj" && role != "pobj" && role != "nsubjpass")) return arguments;
  arguments.governors.push_back(verb);
  if (!is_light(reading, verb)) return arguments;
  arguments.carried = role == "nsubjpass";
  const auto above = arguments_of_verb(reading, verb);
  // Who hosts somebody for a visit is visited.
  const bool hosts = EventLexicon::standard().is_a(lower_lemma(reading, verb), "hosting");
  if (arguments.subjects.empty()) arguments.subjects = hosts && role == "pobj" ? above.objects : above.subjects;
  for (const auto& argument : above.prepositions) {
    if (argument.second != token) arguments.prepositions.push_back(argument);
  }
  return arguments;
}

}  // namespace vedette::story
