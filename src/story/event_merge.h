// Repeated tellings of one happening made one event.
#pragma once

#include <vector>

#include "story/events.h"

namespace vedette::story {

/// An event before merging.
struct EventTelling {
  Event event;
  std::optional<uint32_t> about;  ///< of an accusation or refusal: the trigger of what it is about
  bool pronoun_goods = false;     ///< "shipped them"
  bool noun = false;              ///< told by a noun
  bool complete = false;          ///< it says of what: "the seizure of the cargo"; an infinitive never does
  bool again = false;             ///< "another launch", "the previous test"
  bool definite = false;          ///< "the launch", "that attack": speaks of what was told before
};

/// In order of triggers. Tellings agree in type (or family: visits and meetings, deliveries and aid), and contradict
/// each other in no party, place, time, goods or status; what one lacks the other gives. Each is compared with the
/// events told last only. Nouns that name nothing and repeat nothing are left out;
/// "another launch" is by who launched before, and "an agreement" between those who met. Denials are joined to what
/// they deny.
std::vector<Event> merge_events(const EventInput& input, std::vector<EventTelling> told);

}  // namespace vedette::story
