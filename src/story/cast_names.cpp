// Names: the model's entities, set right by the tables, joined by whole name, surname and acronym.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "entity/country.h"
#include "story/cast_builder.h"

namespace vedette::story {

namespace {

struct Name {
  TokenRange tokens;
  std::string text;
  std::string_view label;
  bool one_word = false;
};

class NameFinder {
 public:
  explicit NameFinder(CastBuilder& builder)
      : builder_(builder), reading_(builder.reading()), lexicon_(CastLexicon::built_in()) {}

  void run() {
    for (const auto& entity : reading_.document.entities) collect(entity);
    // Whole names first, so that a surname in a heading finds its owner below.
    for (const Name& name : names_) {
      if (!name.one_word) take(name);
    }
    for (const Name& name : names_) {
      if (name.one_word) take(name);
    }
  }

 private:
  void collect(const language::Span& entity) {
    TokenRange range{entity.begin, entity.end};
    while (!range.empty() && (reading_.tag(range.begin) == "DT" || is_honorific(range.begin))) ++range.begin;
    while (!range.empty() && (reading_.tag(range.end - 1) == "POS" || reading_.pos(range.end - 1) == "PUNCT")) {
      --range.end;
    }
    if (range.empty() || range.end - range.begin > 12) return;
    const auto label = reading_.document.label(entity.label);
    if (label == "PERSON") strip_titles(range);
    if (range.empty()) return;
    names_.push_back({range, reading_.text_of(range), label, range.end - range.begin == 1});
  }

  bool is_honorific(uint32_t token) const {
    const auto word = lower_text(reading_, token);
    return word == "mr." || word == "mr" || word == "mrs." || word == "ms." || word == "dr." || word == "sir";
  }

  // "Marshal Pak Jong Chon": the model may take the title for a part of the name.
  void strip_titles(TokenRange& range) const {
    while (range.end - range.begin > 1 && lexicon_.titles.contains(lower_text(reading_, range.begin))) ++range.begin;
  }

  void take(const Name& name) {
    if (take_known(name)) return;
    if (name.label == "PERSON") return take_person(name);
    if (name.label == "ORG") return take_body(name);
    if (name.label == "GPE" || name.label == "LOC" || name.label == "FAC") return take_place(name);
    if (name.label == "PRODUCT" && after_vessel(name.tokens)) return take_vessel(name);
  }

  // What the tables know is what they say, whatever the model took it for.
  bool take_known(const Name& name) {
    if (after_vessel(name.tokens)) return take_vessel(name), true;
    if (const auto body = lexicon_.bodies.find(name.text); body != lexicon_.bodies.end()) {
      const uint32_t actor = builder_.actor(ActorKind::kOrganization, name.text, body->second.country);
      builder_.at(actor).class_name = body->second.kind;
      add(name, actor, MentionKind::kName);
      return true;
    }
    if (const auto seat = lexicon_.seats.find(name.text); seat != lexicon_.seats.end() && name.label != "PERSON") {
      if (name.label != "GPE" || seat->second == "eu") {
        add(name, country(seat->second), MentionKind::kName);
      } else {
        const uint32_t actor = builder_.actor(ActorKind::kPlace, name.text, seat->second);
        builder_.at(actor).class_name = "city";
        add(name, actor, MentionKind::kName);
      }
      return true;
    }
    if (name.label == "PERSON" && !name.one_word) return false;
    const std::string code = country_code(name.text);
    if (code.empty() || (name.label == "ORG" && name.text.size() < 4 && name.text != "US" && name.text != "UK")) {
      return false;
    }
    const bool demonym = name.label == "NORP" || reading_.pos(name.tokens.end - 1) == "ADJ";
    add(name, country(code), demonym ? MentionKind::kDemonym : MentionKind::kName);
    return true;
  }

  uint32_t country(const std::string& code) {
    return builder_.actor(ActorKind::kCountry, std::string(country_name(code)), code);
  }

  // "the tanker Blue Lark", "M/V Aster".
  bool after_vessel(TokenRange range) const {
    if (range.end + 1 < reading_.size() && reading_.text(range.end) == "(" && reading_.text(range.end + 1) == "IMO") {
      return true;
    }
    return range.begin > 0 && reading_.sentence_of[range.begin] == reading_.sentence_of[range.begin - 1] &&
           reading_.pos(range.begin) == "PROPN" &&
           (lexicon_.vessels.contains(lower_text(reading_, range.begin - 1)) ||
            lexicon_.vessels.contains(lower_lemma(reading_, range.begin - 1)));
  }

  void take_vessel(const Name& name) { add(name, builder_.actor(ActorKind::kVessel, name.text), MentionKind::kName); }

  void take_person(const Name& name) {
    if (name.one_word) {
      if (const auto owner = owner_of(name)) {
        builder_.add_alias(*owner, name.text);
        return add(name, *owner, MentionKind::kName);
      }
      if (reading_.pos(name.tokens.begin) != "PROPN") return;
      if (!looks_human(name)) return take_thing(name);
    } else if (follows_article(name) || follows_body_word(name)) {
      return take_body(name);  // "the Golden Lark" is nobody's name
    }
    const uint32_t actor = builder_.actor(ActorKind::kPerson, name.text);
    add(name, actor, MentionKind::kName);
    if (!name.one_word) register_parts(name, actor);
  }

  bool follows_article(const Name& name) const {
    return name.tokens.begin > 0 && lower_text(reading_, name.tokens.begin - 1) == "the";
  }

  // "the exchange Silver Lane"
  bool follows_body_word(const Name& name) const {
    const uint32_t begin = name.tokens.begin;
    return begin > 0 && reading_.tag(begin - 1) == "NN" && lexicon_.words.contains(lower_text(reading_, begin - 1));
  }

  // A single word is a surname only where something says so: a title before it, or a verb of speech whose subject it
  // is.
  bool looks_human(const Name& name) const {
    const uint32_t token = name.tokens.begin;
    if (token > 0 && reading_.sentence_of[token] == reading_.sentence_of[token - 1] &&
        (lexicon_.titles.contains(lower_text(reading_, token - 1)) || is_honorific(token - 1))) {
      return true;
    }
    const auto verb = reading_.lemma(reading_.head(token));
    return reading_.dependency(token) == "nsubj" &&
           (verb == "say" || verb == "tell" || verb == "add" || verb == "deny");
  }

  // A name in one word that is no person: a place where it is in or at it, else a body.
  void take_thing(const Name& name) {
    const auto preposition = reading_.lemma(reading_.head(name.tokens.begin));
    const bool local = reading_.dependency(name.tokens.begin) == "pobj" &&
                       (preposition == "in" || preposition == "at" || preposition == "from" || preposition == "near" ||
                        preposition == "to");
    return local ? take_place(name) : take_body(name);
  }

  // Of those whose name begins or ends with the word the last named before, else the first after.
  std::optional<uint32_t> owner_of(const Name& name) const {
    const auto found = parts_.find(ascii_lower(name.text));
    if (found == parts_.end()) return std::nullopt;
    const auto& owners = found->second;
    const auto after = std::partition_point(owners.begin(), owners.end(),
                                            [&](const auto& owner) { return owner.first < name.tokens.begin; });
    return after == owners.begin() ? after->second : std::prev(after)->second;
  }

  void register_parts(const Name& name, uint32_t actor) {
    for (const uint32_t token : {name.tokens.begin, name.tokens.end - 1}) {
      parts_[lower_text(reading_, token)].emplace_back(name.tokens.begin, actor);
    }
  }

  void take_body(const Name& name) {
    if (name.one_word) {
      if (const auto owner = owner_of(name)) return add(name, *owner, MentionKind::kName);
      if (before_title(name)) return;
    }
    const uint32_t actor = builder_.actor(ActorKind::kOrganization, name.text);
    if (builder_.at(actor).class_name.empty()) {
      describe_body(name, actor);
      if (!name.one_word) parts_[lower_text(reading_, name.tokens.begin)].emplace_back(name.tokens.begin, actor);
    }
    if (builder_.at(actor).name != name.text) builder_.add_alias(actor, name.text);
    add(name, actor, MentionKind::kName);
  }

  // "Defence Minister": a part of the title.
  bool before_title(const Name& name) const {
    return name.tokens.end < reading_.size() && lexicon_.titles.contains(lower_text(reading_, name.tokens.end));
  }

  void describe_body(const Name& name, uint32_t actor) {
    Actor& body = builder_.at(actor);
    body.class_name = "other";
    std::string initials;
    for (uint32_t token = name.tokens.begin; token < name.tokens.end; ++token) {
      const auto word = reading_.text(token);
      if (word[0] >= 'A' && word[0] <= 'Z') initials += word[0];
      if (const auto known = lexicon_.words.find(ascii_lower(word)); known != lexicon_.words.end()) {
        body.class_name = known->second.kind;
      }
      if (body.country.empty()) body.country = country_code(word);
    }
    if (initials.size() >= 2 && !name.one_word) builder_.also(ActorKind::kOrganization, initials, actor);
  }

  void take_place(const Name& name) {
    if (name.one_word && name.label == "GPE") {
      if (const auto owner = owner_of(name)) return add(name, *owner, MentionKind::kName);
    }
    const uint32_t actor = builder_.actor(ActorKind::kPlace, name.text);
    builder_.at(actor).class_name = name.label == "FAC" ? "facility" : name.label == "GPE" ? "city" : "region";
    add(name, actor, MentionKind::kName);
  }

  void add(const Name& name, uint32_t actor, MentionKind kind) {
    builder_.mention(name.tokens, head_of(reading_, name.tokens), actor, kind);
  }

  CastBuilder& builder_;
  const Reading& reading_;
  const CastLexicon& lexicon_;
  std::vector<Name> names_;
  std::unordered_map<std::string, std::vector<std::pair<uint32_t, uint32_t>>> parts_;
};

// "IMO 9179842" belongs to the vessel named before it in its paragraph.
void add_imo_numbers(CastBuilder& builder) {
  const Reading& reading = builder.reading();
  std::optional<uint32_t> vessel;
  for (uint32_t token = 0; token < reading.size(); ++token) {
    if (token > 0 && reading.paragraph_of[token] != reading.paragraph_of[token - 1]) vessel.reset();
    if (const auto index = builder.mention_at(token); index >= 0) {
      const uint32_t actor = builder.mentions()[static_cast<size_t>(index)].actor;
      if (builder.at(actor).kind == ActorKind::kVessel) vessel = actor;
    }
    const auto word = reading.text(token);
    const bool number =
        word.size() == 7 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool told =
        (token > 0 && reading.text(token - 1) == "IMO") || (token > 1 && reading.text(token - 2) == "IMO");
    if (number && told && vessel && builder.at(*vessel).imo.empty()) builder.at(*vessel).imo = word;
  }
}

}  // namespace

void add_names(CastBuilder& builder) {
  NameFinder(builder).run();
  add_imo_numbers(builder);
}

}  // namespace vedette::story
