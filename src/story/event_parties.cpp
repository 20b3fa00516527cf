#include "story/event_parties.h"

#include <algorithm>
#include <array>

#include "entity/country.h"
#include "story/event_grammar.h"
#include "story/event_lexicon.h"

namespace vedette::story {

namespace {

constexpr size_t kMaxJoined = 32;  // parties that "and" joins
constexpr size_t kMaxBack = 48;    // mentions that "both sides" looks back over
constexpr uint32_t kMaxWords = 9;  // of a party without a name

std::string_view entity_of(const Reading& reading, uint32_t token) {
  const auto& data = reading.token(token);
  if (data.place == language::EntityPlace::kOutside) return {};
  return reading.document.label(data.entity);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_amount(const Reading& reading, uint32_t token) {
  return reading.tag(token) == "CD" || is_one_of(reading.lemma(token), {"some", "most", "many", "several", "none"});
}

// "the two leaders" 2, "both sides" 2, "the three countries" 3; 0 for other phrases.
size_t collective_size(const Reading& reading, uint32_t head) {
  size_t size = 0;
  for (const auto child : near_children(reading, head)) {
    const auto lemma = lower_lemma(reading, child);
    if (lemma == "two" || lemma == "both" || lemma == "either" || lemma == "neither") size = 2;
    if (lemma == "three") size = 3;
    if (lemma == "all" && size == 0) size = 0;
    const auto dependency = reading.dependency(child);
    const bool narrows = is_one_of(dependency, {"amod", "compound", "prep", "relcl"});
    if (narrows && lemma != "world" && lemma != "both") return 0;
  }
  return size;
}

// "the country", "the side": no name, and nothing that tells which.
bool is_bare_side(const Reading& reading, uint32_t head) {
  if (!EventLexicon::standard().is_a(lower_lemma(reading, head), "sides")) return false;
  const auto children = near_children(reading, head);
  return std::all_of(children.begin(), children.end(), [&](uint32_t child) {
    const auto lemma = lower_lemma(reading, child);
    return reading.dependency(child) == "det" && lemma != "all" && lemma != "both";
  });
}

}  // namespace

PartyFinder::PartyFinder(const EventInput& input) : input_(input), statement_of_(input.reading.size(), -1) {
  for (size_t i = 0; i < input.statements.size(); ++i) {  // inner ones come later and overwrite
    for (const auto& tokens : input.statements[i].content_tokens) {
      std::fill(statement_of_.begin() + tokens.begin, statement_of_.begin() + tokens.end, static_cast<int32_t>(i));
    }
  }
  for (uint32_t i = 0; i < input.cast.actors.size(); ++i) {
    const auto& actor = input.cast.actors[i];
    if (actor.kind == ActorKind::kCountry && !actor.country.empty()) countries_.emplace(actor.country, i);
  }
}

void add_party(Party party, std::vector<Party>& parties) {
  if (party.words.empty() || std::find(parties.begin(), parties.end(), party) != parties.end()) return;
  parties.push_back(std::move(party));
}

Party PartyFinder::party_of(uint32_t index) const {
  const auto& actor = input_.cast.actors[index];
  if (actor.kind != ActorKind::kPlace || actor.country.empty()) return {index, actor.name};
  return state_of(actor.country).value_or(Party{index, actor.name});
}

std::optional<Party> PartyFinder::state_of(const std::string& code) const {
  const auto country = countries_.find(code);
  if (country != countries_.end()) return Party{country->second, input_.cast.actors[country->second].name};
  const auto name = country_name(code);
  if (code.empty() || name.empty()) return std::nullopt;
  return Party{std::nullopt, std::string(name)};
}

bool PartyFinder::is_person(uint32_t head) const {
  const auto& reading = input_.reading;
  if (const auto actor = input_.cast.actor_at(head)) {
    const auto kind = input_.cast.actors[*actor].kind;
    return kind == ActorKind::kPerson || kind == ActorKind::kGroup;
  }
  return entity_of(reading, head) == "PERSON" || EventLexicon::standard().is_a(lower_lemma(reading, head), "person");
}

bool PartyFinder::is_country(uint32_t head) const {
  if (const auto actor = input_.cast.actor_at(head)) return input_.cast.actors[*actor].kind == ActorKind::kCountry;
  return entity_of(input_.reading, head) == "GPE";
}

bool PartyFinder::is_place(uint32_t head) const {
  if (const auto actor = input_.cast.actor_at(head)) {
    const auto kind = input_.cast.actors[*actor].kind;
    return kind == ActorKind::kCountry || kind == ActorKind::kPlace;
  }
  const auto entity = entity_of(input_.reading, head);
  return entity == "GPE" || entity == "LOC" || entity == "FAC" ||
         EventLexicon::standard().is_a(lower_lemma(input_.reading, head), "place");
}

bool PartyFinder::is_agent(uint32_t head) const {
  const auto& reading = input_.reading;
  if (input_.cast.actor_at(head)) return true;
  if (reading.time_of[head] >= 0) return false;
  const auto entity = entity_of(reading, head);
  if (is_one_of(entity, {"PERSON", "ORG", "GPE", "NORP"})) return true;
  const auto& lexicon = EventLexicon::standard();
  const auto lemma = lower_lemma(reading, head);
  return lexicon.is_a(lemma, "person") || lexicon.is_a(lemma, "body") || lexicon.is_a(lemma, "force") ||
         lexicon.is_a(lemma, "vessel");
}

std::optional<uint32_t> PartyFinder::state(uint32_t token) const {
  const auto actor = input_.cast.actor_at(token);
  if (actor && input_.cast.actors[*actor].kind == ActorKind::kCountry) return actor;
  if (actor) return std::nullopt;
  const auto entity = entity_of(input_.reading, token);
  if (entity != "GPE" && entity != "NORP") return std::nullopt;
  const auto found = countries_.find(country_code(input_.reading.text(token)));
  return found == countries_.end() ? std::nullopt : std::optional(found->second);
}

// "prosecutors in Graz", "committee for Libya", but a carrier in the Red Sea is a carrier.
bool PartyFinder::follows_name(uint32_t head) const {
  const auto lemma = lower_lemma(input_.reading, head);
  return is_agent(head) && !EventLexicon::standard().is_a(lemma, "vessel");
}

std::string PartyFinder::words_of(uint32_t head) const {
  const auto& reading = input_.reading;
  uint32_t begin = head, end = head + 1;
  for (const auto child : near_children(reading, head)) {
    const auto dependency = reading.dependency(child);
    const bool before = is_one_of(dependency, {"amod", "compound", "nummod", "nmod", "poss"});
    const bool article = dependency == "poss" && reading.pos(child) == "PRON";
    if (before && !article && child < head) begin = std::min(begin, reading.tree.left_edge(child));
    const bool after =
        dependency == "prep" && follows_name(head) && is_one_of(reading.lemma(child), {"of", "for", "in"});
    if (after && child == end) end = reading.tree.right_edge(child) + 1;
  }
  // Without articles and numbers: "more than 400 labourers"
  const auto is_counting = [&](uint32_t token) {
    const auto tag = reading.tag(token);
    const bool apart = reading.pos(token) == "PUNCT" && tag != "HYPH" && reading.text(token) != "'";
    if (apart || reading.paragraph_of[token] != reading.paragraph_of[head]) return true;
    return reading.pos(token) == "DET" || tag == "CD" || tag == "IN" || tag == "JJR" || tag == "PRP$" || tag == "PDT";
  };
  for (auto token = begin; token < head; ++token) {
    if (is_counting(token)) begin = token + 1;
  }
  if (end - begin > kMaxWords) end = head + 1;
  if (end - begin > kMaxWords) begin = head;
  return reading.text_of({begin, end});
}

bool PartyFinder::add_collective(uint32_t head, std::vector<Party>& parties) const {
  const auto& reading = input_.reading;
  const auto& cast = input_.cast;
  const auto size = collective_size(reading, head);
  const auto& lexicon = EventLexicon::standard();
  const auto lemma = lower_lemma(reading, head);
  const bool sides = lexicon.is_a(lemma, "sides");
  const bool vessels = lexicon.is_a(lemma, "vessel");
  if (size == 0 || (!sides && !vessels && !lexicon.is_a(lemma, "person"))) return false;
  const auto wanted = sides ? ActorKind::kCountry : vessels ? ActorKind::kVessel : ActorKind::kPerson;
  const auto after = std::lower_bound(cast.mentions.begin(), cast.mentions.end(), head,
                                      [](const CastMention& m, uint32_t at) { return m.tokens.begin < at; });
  std::vector<uint32_t> found;
  size_t looked = 0;
  for (auto it = after; it != cast.mentions.begin() && looked < kMaxBack && found.size() < size; ++looked) {
    --it;
    if (cast.actors[it->actor].kind != wanted || it->head == head) continue;
    if (std::find(found.begin(), found.end(), it->actor) == found.end()) found.push_back(it->actor);
  }
  if (found.size() < size) return false;
  for (auto it = found.rbegin(); it != found.rend(); ++it) add_party(party_of(*it), parties);
  return true;
}

// The actor that a noun is, or that its apposition names: "the exchange Omega", "a unit known as Omega", and the other
// way round, "Omega, a spokesman, who".
std::optional<uint32_t> PartyFinder::actor_named(uint32_t head) const {
  const auto& reading = input_.reading;
  const auto& cast = input_.cast;
  if (const auto actor = cast.actor_at(head)) return actor;
  if (!is_noun(reading, head)) return std::nullopt;
  const auto named = [&](uint32_t token) -> std::optional<uint32_t> {
    const auto actor = cast.actor_at(token);
    if (!actor || cast.actors[*actor].kind == ActorKind::kPlace) return std::nullopt;
    return actor;
  };
  for (const auto child : near_children(reading, head)) {
    if (reading.dependency(child) == "appos") {
      if (const auto actor = named(child)) return actor;
    }
    if (!is_one_of(reading.lemma(child), {"know", "call", "name", "dub"})) continue;
    for (const auto inner : near_children(reading, child)) {
      if (const auto actor = named(inner)) return actor;
      for (const auto last : near_children(reading, inner)) {
        if (const auto actor = named(last)) return actor;
      }
    }
  }
  if (reading.dependency(head) == "appos") return named(reading.head(head));
  return std::nullopt;
}

void PartyFinder::add_names_after(uint32_t token, std::vector<Party>& parties) const {
  const auto& cast = input_.cast;
  const auto sentence = input_.reading.sentence(token);
  auto it = std::lower_bound(cast.mentions.begin(), cast.mentions.end(), token,
                             [](const CastMention& m, uint32_t at) { return m.tokens.begin < at; });
  for (size_t i = 0; it != cast.mentions.end() && i < kMaxJoined && sentence.contains(it->head); ++it, ++i) {
    const auto kind = cast.actors[it->actor].kind;
    const bool party = kind == ActorKind::kPerson || kind == ActorKind::kOrganization || kind == ActorKind::kVessel;
    if (party && it->kind == MentionKind::kName) add_party(party_of(it->actor), parties);
  }
}

// "two of the officers": the officers.
uint32_t PartyFinder::counted(uint32_t head) const {
  const auto& reading = input_.reading;
  if (!is_amount(reading, head)) return head;
  for (const auto child : near_children(reading, head)) {
    if (reading.lemma(child) != "of") continue;
    for (const auto inner : near_children(reading, child)) {
      if (reading.dependency(inner) == "pobj") return inner;
    }
  }
  return head;
}

bool PartyFinder::is_dateline(uint32_t token) const {
  const auto& dateline = input_.reading.story.dateline;
  return dateline && input_.reading.token(token).code_point < dateline->range.end;
}

void PartyFinder::add_speaker(uint32_t pronoun, std::vector<Party>& parties) const {
  const auto statement = statement_of_[pronoun];
  const bool first = is_one_of(lower_lemma(input_.reading, pronoun), {"we", "us", "our", "i", "my", "me"});
  if (first && statement >= 0) add_party(input_.statements[static_cast<size_t>(statement)].speaker, parties);
}

// "whose fleets", "its army": who they belong to.
std::optional<uint32_t> PartyFinder::owner_of_force(uint32_t head) const {
  const auto& reading = input_.reading;
  if (!EventLexicon::standard().is_a(lower_lemma(reading, head), "force")) return std::nullopt;
  for (const auto child : near_children(reading, head)) {
    const auto tag = reading.tag(child);
    if (tag == "WP$" || (tag == "PRP$" && input_.cast.actor_at(child))) return resolve_relative(reading, child);
  }
  return std::nullopt;
}

void PartyFinder::add_owner(uint32_t owner, std::vector<Party>& parties) const {
  std::vector<uint32_t> open{owner};
  for (size_t i = 0; i < open.size() && i < kMaxJoined; ++i) {
    if (const auto actor = input_.cast.actor_at(open[i])) {
      add_party(party_of(*actor), parties);
    } else if (is_noun(input_.reading, open[i])) {
      add_party({std::nullopt, words_of(open[i])}, parties);
    }
    for (const auto child : near_children(input_.reading, open[i])) {
      if (input_.reading.dependency(child) == "conj" && is_noun(input_.reading, child)) open.push_back(child);
    }
  }
}

// A city or region is its state; a sea is nobody, and a site only where things count too.
void PartyFinder::add_actor(uint32_t index, PartyClass wanted, std::vector<Party>& parties) const {
  const auto& actor = input_.cast.actors[index];
  const bool place = actor.kind == ActorKind::kPlace;
  const bool site = place && actor.class_name == "facility";
  if (site && wanted == PartyClass::kAnything) return add_party({index, actor.name}, parties);
  const bool nobody = place && !state_of(actor.country);
  if (nobody && wanted == PartyClass::kAgent) return;
  add_party(party_of(index), parties);
}

void PartyFinder::add_one(uint32_t phrase, PartyClass wanted, std::vector<Party>& parties) const {
  const auto& reading = input_.reading;
  const auto head = counted(phrase);
  if (is_dateline(head)) return;
  if (add_collective(head, parties)) return;
  if (const auto actor = actor_named(head)) return add_actor(*actor, wanted, parties);
  if (reading.pos(head) == "PRON") return add_speaker(head, parties);
  if (const auto owner = owner_of_force(head)) return add_owner(*owner, parties);
  const bool noun = is_noun(reading, head) && reading.time_of[head] < 0 && !is_bare_side(reading, head);
  if (!noun || (wanted == PartyClass::kAgent && !is_agent(head))) return;
  add_party({std::nullopt, words_of(head)}, parties);
}

void PartyFinder::add(uint32_t head, PartyClass wanted, std::vector<Party>& parties) const {
  std::vector<uint32_t> open{head};
  for (size_t i = 0; i < open.size() && i < kMaxJoined; ++i) {
    add_one(open[i], wanted, parties);
    const bool outside = is_dateline(open[i]);
    for (const auto child : near_children(input_.reading, open[i])) {
      const bool joined = input_.reading.dependency(child) == "conj" && !is_verb(input_.reading, child);
      if (joined || outside) open.push_back(child);
      // "officials including A and B"
      if (!is_one_of(lower_lemma(input_.reading, child), {"include", "including"})) continue;
      for (const auto inner : near_children(input_.reading, child)) {
        const auto dependency = input_.reading.dependency(inner);
        if (dependency == "pobj" || dependency == "dobj") open.push_back(inner);
      }
    }
  }
}

}  // namespace vedette::story
