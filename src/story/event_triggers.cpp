#include "story/event_triggers.h"

#include <algorithm>

#include "base/ascii.h"

namespace vedette::story {

namespace {

bool is_among(const std::string& word, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class TriggerFinder {
 public:
  TriggerFinder(const EventInput& input, const PartyFinder& parties)
      : reading_(input.reading), parties_(parties), goods_at_(reading_.size(), false) {
    for (const auto& goods : input.goods) {
      std::fill(goods_at_.begin() + goods.tokens.begin, goods_at_.begin() + goods.tokens.end, true);
    }
  }

  std::vector<Trigger> find() const {
    std::vector<Trigger> found;
    for (uint32_t token = 0; token < reading_.size(); ++token) {
      const bool noun = is_noun(reading_, token);
      if (!noun && !is_verb(reading_, token)) continue;
      const auto dependency = reading_.dependency(token);
      if (reading_.tag(token) == "MD" && demands(token, found)) continue;
      const bool effort = dependency == "compound" && noun && is_effort(reading_.head(token));
      if ((dependency == "compound" && !effort) || dependency == "aux" || dependency == "auxpass") continue;
      if (!noun && dependency == "amod" && !is_misread(reading_, token)) continue;
      const auto* patterns = patterns_of(token, noun);
      if (patterns == nullptr) continue;
      Trigger trigger{.token = token,
                      .arguments = noun ? arguments_of_noun(reading_, effort ? reading_.head(token) : token)
                                        : arguments_of_verb(reading_, token)};
      trigger.pattern = matching(*patterns, trigger);
      if (trigger.pattern != nullptr && trigger.pattern->type) found.push_back(std::move(trigger));
    }
    return found;
  }

 private:
  // "a hacking campaign by", "a mediation mission to": the happening is the first noun, its parties hang on the second.
  bool is_effort(uint32_t noun) const { return lexicon_.is_a(lower_lemma(reading_, noun), "effort"); }

  // Lemmatizers miss rare verbs: "reexporte", "instal", "relabelle".
  const std::vector<EventPattern>* patterns_of(uint32_t token, bool noun) const {
    auto lemma = lower_lemma(reading_, token);
    if (const auto* found = lexicon_.find(lemma, noun); found != nullptr || noun || lemma.size() < 4) return found;
    if (lemma.back() != 'e') return lexicon_.find(lemma + lemma.back(), false);
    lemma.pop_back();
    if (const auto* found = lexicon_.find(lemma, false)) return found;
    if (lemma[lemma.size() - 1] == lemma[lemma.size() - 2]) lemma.pop_back();
    return lexicon_.find(lemma, false);
  }

  // "Japan said that Russia must return the ship" asks for it.
  bool demands(uint32_t token, std::vector<Trigger>& found) const {
    const auto* patterns = lexicon_.find(lower_lemma(reading_, token), false);
    const auto verb = reading_.head(token);
    if (patterns == nullptr || reading_.dependency(verb) != "ccomp") return false;
    Trigger trigger{.token = token};
    trigger.arguments.subjects = arguments_of_verb(reading_, reading_.head(verb)).subjects;
    trigger.arguments.objects = arguments_of_verb(reading_, verb).subjects;
    trigger.pattern = matching(*patterns, trigger);
    if (trigger.pattern == nullptr) return false;
    found.push_back(std::move(trigger));
    return true;
  }

  const EventPattern* matching(const std::vector<EventPattern>& patterns, const Trigger& trigger) const {
    for (const auto& pattern : patterns) {
      const bool all = std::all_of(pattern.conditions.begin(), pattern.conditions.end(),
                                   [&](const auto& condition) { return holds(condition, trigger); });
      if (all) return &pattern;
    }
    return nullptr;
  }

  bool in_class(uint32_t token, std::string_view name) const {
    if (name == "person") return parties_.is_person(token);
    if (name == "party") return parties_.is_agent(token);
    if (name == "country") return parties_.is_country(token);
    if (name == "state") return parties_.state(token).has_value();
    if (name == "place") return parties_.is_place(token);
    if (name == "goods" && goods_at_[token]) return true;
    return lexicon_.is_a(lower_lemma(reading_, token), name);
  }

  bool is_value(uint32_t token, const EventCondition& condition) const {
    if (condition.values.empty()) return true;
    return std::any_of(condition.values.begin(), condition.values.end(), [&](std::string_view value) {
      if (value.starts_with('@')) return in_class(token, value.substr(1));
      return lower_lemma(reading_, token) == value || ascii_equal(token, value);
    });
  }

  bool ascii_equal(uint32_t token, std::string_view value) const { return ascii_lower(reading_.text(token)) == value; }

  // A phrase counts by its head, by what it is a measure of ("a batch of missiles") and by what "and" joins to it.
  bool phrase_is(uint32_t head, const EventCondition& condition) const {
    if (is_value(head, condition)) return true;
    // A name by the noun before it: "the tanker Blue Horizon".
    const bool name = reading_.tag(head).starts_with("NNP") || reading_.tag(head) == "CD";
    for (const auto child : near_children(reading_, head)) {
      const auto dependency = reading_.dependency(child);
      const bool kind = name && (dependency == "compound" || dependency == "nmod" || dependency == "appos");
      if ((dependency == "conj" || kind) && is_value(child, condition)) return true;
      if (reading_.lemma(child) != "of") continue;
      for (const auto inner : near_children(reading_, child)) {
        if (reading_.dependency(inner) == "pobj" && is_value(inner, condition)) return true;
      }
    }
    return false;
  }

  bool any(const std::vector<uint32_t>& tokens, const EventCondition& condition) const {
    return std::any_of(tokens.begin(), tokens.end(), [&](uint32_t token) { return phrase_is(token, condition); });
  }

  bool sentence_has(const Trigger& trigger, const EventCondition& condition) const {
    constexpr uint32_t kReach = 40;
    const auto sentence = reading_.sentence(trigger.token);
    const auto begin = std::max(sentence.begin, trigger.token - std::min(trigger.token, kReach));
    const auto end = std::min(sentence.end, trigger.token + kReach);
    for (auto token = begin; token < end; ++token) {
      if (token != trigger.token && is_value(token, condition)) return true;
    }
    return false;
  }

  bool has_complement(const Trigger& trigger, const EventCondition& condition) const {
    const auto children = near_children(reading_, trigger.token);
    return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
      const auto dependency = reading_.dependency(child);
      const bool fits = dependency == "xcomp" || dependency == "ccomp" || dependency == "oprd" ||
                        dependency == "acomp" || (dependency == "advcl" && reading_.tag(child) == "VB");
      return fits && is_value(child, condition);
    });
  }

  // "walked out of": a parser takes the particle for a preposition or an adverb as well.
  bool has_particle(const Trigger& trigger, const EventCondition& condition) const {
    const auto children = near_children(reading_, trigger.token);
    return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
      const auto dependency = reading_.dependency(child);
      const bool fits = dependency == "prt" || dependency == "prep" || dependency == "advmod";
      return fits && child > trigger.token && is_value(child, condition);
    });
  }

  bool has_preposition(const Trigger& trigger, const EventCondition& condition) const {
    return std::any_of(
        trigger.arguments.prepositions.begin(), trigger.arguments.prepositions.end(), [&](const auto& argument) {
          return is_among(ascii_lower(argument.first), condition.prepositions) && phrase_is(argument.second, condition);
        });
  }

  bool holds(const EventCondition& condition, const Trigger& trigger) const {
    const auto& arguments = trigger.arguments;
    bool found = false;
    switch (condition.kind) {
      case EventCondition::Kind::kSubject:
        found = any(arguments.subjects, condition);
        break;
      case EventCondition::Kind::kObject:
        found = any(arguments.objects, condition) || any(arguments.modifiers, condition);
        break;
      case EventCondition::Kind::kModifier:
        found = any(arguments.modifiers, condition);
        break;
      case EventCondition::Kind::kParticle:
        found = has_particle(trigger, condition);
        break;
      case EventCondition::Kind::kCarried:
        found = any(arguments.governors, condition);
        break;
      case EventCondition::Kind::kComplement:
        found = has_complement(trigger, condition);
        break;
      case EventCondition::Kind::kSentence:
        found = sentence_has(trigger, condition);
        break;
      case EventCondition::Kind::kPassive:
        found = arguments.passive;
        break;
      case EventCondition::Kind::kNumber:
        found = reading_.tag(trigger.token).ends_with('S');
        break;
      case EventCondition::Kind::kPreposition:
        found = has_preposition(trigger, condition);
        break;
    }
    return found != condition.negated;
  }

  const Reading& reading_;
  const PartyFinder& parties_;
  const EventLexicon& lexicon_ = EventLexicon::standard();
  std::vector<bool> goods_at_;
};

// "imposed [sanctions]", "signed a [deal]": one happening.
bool names_the_same(const Reading& reading, const Trigger& verb, const Trigger& noun) {
  if (verb.pattern->noun || !noun.pattern->noun || verb.pattern->type != noun.pattern->type) return false;
  const auto& arguments = verb.arguments;
  const bool joined = reading.dependency(verb.token) == "conj" && reading.head(noun.token) != verb.token;
  if (joined) return false;  // "exports resumed, and coal was delivered" are told apart
  const auto holds = [&](const std::vector<uint32_t>& tokens) {
    return std::find(tokens.begin(), tokens.end(), noun.token) != tokens.end();
  };
  const bool complement = std::any_of(arguments.prepositions.begin(), arguments.prepositions.end(),
                                      [&](const auto& argument) { return argument.second == noun.token; });
  return holds(arguments.objects) || holds(arguments.subjects) || complement;
}

}  // namespace

std::vector<uint32_t> tokens_of(const RoleSource& source, const Arguments& arguments) {
  using Kind = RoleSource::Kind;
  if (source.kind == Kind::kSubject) return arguments.subjects;
  if (source.kind == Kind::kObject) return arguments.objects;
  if (source.kind == Kind::kOwner) return arguments.owners;
  if (source.kind == Kind::kDative) return arguments.datives;
  std::vector<uint32_t> found;
  for (const auto& [preposition, noun] : arguments.prepositions) {
    if (ascii_lower(preposition) == source.preposition) found.push_back(noun);
  }
  return found;
}

std::vector<Trigger> find_triggers(const EventInput& input, const PartyFinder& parties) {
  constexpr size_t kNear = 4;  // triggers around one that may be its verb
  auto triggers = TriggerFinder(input, parties).find();
  std::vector<Trigger> kept;
  for (size_t i = 0; i < triggers.size(); ++i) {
    const auto begin = i - std::min(i, kNear);
    const auto end = std::min(triggers.size(), i + kNear);
    bool told = false;
    for (size_t j = begin; j < end; ++j) told = told || names_the_same(input.reading, triggers[j], triggers[i]);
    if (!told) kept.push_back(triggers[i]);
  }
  return kept;
}

}  // namespace vedette::story
