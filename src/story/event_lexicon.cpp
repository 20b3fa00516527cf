#include "story/event_lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/embed.h"

VEDETTE_EMBED(story_events_table, VEDETTE_STORY_DATA "/events.tsv")
VEDETTE_EMBED(story_event_classes_table, VEDETTE_STORY_DATA "/event_classes.tsv")

namespace vedette::story {

namespace {

using Condition = EventCondition::Kind;

constexpr std::array<std::pair<std::string_view, Condition>, 9> kConditions = {{{"subj", Condition::kSubject},
                                                                                {"obj", Condition::kObject},
                                                                                {"mod", Condition::kModifier},
                                                                                {"prt", Condition::kParticle},
                                                                                {"carried", Condition::kCarried},
                                                                                {"comp", Condition::kComplement},
                                                                                {"sentence", Condition::kSentence},
                                                                                {"passive", Condition::kPassive},
                                                                                {"number", Condition::kNumber}}};

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = text.find(mark);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

EventCondition parse_condition(std::string_view text) {
  EventCondition condition;
  condition.negated = text.starts_with('!');
  if (condition.negated) text.remove_prefix(1);
  const auto equals = text.find('=');
  const auto key = text.substr(0, equals);
  const auto known =
      std::find_if(kConditions.begin(), kConditions.end(), [&](const auto& pair) { return pair.first == key; });
  condition.kind = known == kConditions.end() ? Condition::kPreposition : known->second;
  if (known == kConditions.end()) {
    for (const auto preposition : split(key, '|')) condition.prepositions.emplace_back(preposition);
  }
  if (equals == std::string_view::npos) return condition;
  for (const auto value : split(text.substr(equals + 1), '|')) condition.values.emplace_back(value);
  return condition;
}

RoleSource parse_source(std::string_view text) {
  RoleSource source;
  source.anything = text.ends_with('*');
  if (source.anything) text.remove_suffix(1);
  using Kind = RoleSource::Kind;
  source.kind = text == "subj"   ? Kind::kSubject
                : text == "obj"  ? Kind::kObject
                : text == "iobj" ? Kind::kDative
                : text == "own"  ? Kind::kOwner
                                 : Kind::kPreposition;
  if (source.kind == Kind::kPreposition) source.preposition = text;
  return source;
}

bool parse_frame(std::string_view text, EventPattern& pattern) {
  if (text.empty()) return true;
  for (const auto part : split(text, ' ')) {
    if (part.size() < 3 || part[1] != '=') return false;
    auto* role = part[0] == 'A'   ? &pattern.actors
                 : part[0] == 'R' ? &pattern.recipients
                 : part[0] == 'G' ? &pattern.goods
                                  : nullptr;
    if (role == nullptr) return false;
    const bool all = part.find('+') != std::string_view::npos;
    if (all) pattern.all_actors = true;
    for (const auto source : split(part.substr(2), all ? '+' : ',')) role->push_back(parse_source(source));
  }
  return true;
}

}  // namespace

void EventLexicon::add_pattern(std::string_view line) {
  const auto fields = split(line, '\t');
  if (fields.size() != 6) return problems_.emplace_back(line), void();
  EventPattern pattern{.noun = fields[1] == "n"};
  if (!fields[2].empty()) {
    for (const auto part : split(fields[2], ' ')) pattern.conditions.push_back(parse_condition(part));
  }
  pattern.type = event_type(fields[3]);
  pattern.example = fields[5];
  const bool known = pattern.type || fields[3] == "none";
  if (!known || !parse_frame(fields[4], pattern)) return problems_.emplace_back(line), void();
  const auto spellings = split(fields[0], '|');
  pattern.lemma = spellings.front();
  for (const auto spelling : spellings) {
    (pattern.noun ? nouns_ : verbs_)[std::string(spelling)].push_back(pattern);
  }
  entries_.push_back(std::move(pattern));
}

void EventLexicon::add_class(std::string_view line) {
  const auto fields = split(line, '\t');
  if (fields.size() != 2) return problems_.emplace_back(line), void();
  auto& words = classes_[std::string(fields[0])];
  for (const auto word : split(fields[1], ' ')) words.emplace(word);
}

EventLexicon::EventLexicon(std::string_view patterns, std::string_view classes) {
  const auto each = [](std::string_view table, const auto& add) {
    for (const auto line : split(table, '\n')) {
      if (!line.empty() && line.front() != '#') add(line);
    }
  };
  each(classes, [&](std::string_view line) { add_class(line); });
  each(patterns, [&](std::string_view line) { add_pattern(line); });
}

const EventLexicon& EventLexicon::standard() {
  static const EventLexicon lexicon{story_events_table(), story_event_classes_table()};
  return lexicon;
}

const std::vector<EventPattern>* EventLexicon::find(std::string_view lemma, bool noun) const {
  const auto& table = noun ? nouns_ : verbs_;
  const auto found = table.find(std::string(lemma));
  return found == table.end() ? nullptr : &found->second;
}

bool EventLexicon::is_a(std::string_view lemma, std::string_view class_name) const {
  const auto found = classes_.find(std::string(class_name));
  return found != classes_.end() && found->second.contains(std::string(lemma));
}

}  // namespace vedette::story
