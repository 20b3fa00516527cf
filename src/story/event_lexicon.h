// The words that tell of happenings: data/story/events.tsv and event_classes.tsv, embedded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "story/events.h"

namespace vedette::story {

/// Where the grammar finds a role of a trigger.
struct RoleSource {
  enum class Kind : uint8_t { kSubject, kObject, kDative, kOwner, kPreposition };
  Kind kind = Kind::kSubject;
  std::string preposition;
  bool anything = false;  ///< "obj*": also what is no person, body or state: a refinery that is attacked
};

/// A condition on what stands around a trigger: "obj=@missile", "!with", "prt=off".
struct EventCondition {
  enum class Kind : uint8_t {
    kSubject,      ///< logical subject
    kObject,       ///< logical object; of a noun what follows "of" or stands before it ("missile launch")
    kModifier,     ///< adjective or noun before a noun
    kParticle,     ///< of a verb
    kCarried,      ///< the verb that a noun is object of, directly or with a preposition
    kComplement,   ///< a clause that the verb governs: its verb
    kSentence,     ///< a word anywhere in the sentence
    kPassive,      ///< the verb is in the passive
    kNumber,       ///< a noun's number: "plur"
    kPreposition,  ///< the noun after one of these prepositions
  };
  Kind kind = Kind::kObject;
  bool negated = false;
  std::vector<std::string> prepositions;  ///< any of these: "on|against"
  std::vector<std::string> values;        ///< lemmas, or classes with "@"; none: anything will do
};

/// One line of the table. The first line of a word whose conditions hold decides.
struct EventPattern {
  std::string lemma;
  bool noun = false;
  std::vector<EventCondition> conditions;
  std::optional<EventType> type;  ///< empty: these words tell of no event
  std::vector<RoleSource> actors, recipients, goods;
  bool all_actors = false;  ///< "A=subj+obj": not only the first source that names anybody
  std::string example;
};

/// Immutable; safe to share between threads.
class EventLexicon {
 public:
  /// The embedded one.
  static const EventLexicon& standard();

  /// Patterns of a verb or noun in small letters, in order; null if none.
  const std::vector<EventPattern>* find(std::string_view lemma, bool noun) const;
  const std::vector<EventPattern>& entries() const { return entries_; }
  /// Is the word in a class of event_classes.tsv?
  bool is_a(std::string_view lemma, std::string_view class_name) const;
  /// Lines that break the grammar of the tables; none in what ships.
  const std::vector<std::string>& problems() const { return problems_; }

 private:
  EventLexicon(std::string_view patterns, std::string_view classes);
  void add_pattern(std::string_view line);
  void add_class(std::string_view line);

  std::vector<EventPattern> entries_;
  std::unordered_map<std::string, std::vector<EventPattern>> verbs_, nouns_;
  std::unordered_map<std::string, std::unordered_set<std::string>> classes_;
  std::vector<std::string> problems_;
};

}  // namespace vedette::story
