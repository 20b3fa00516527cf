// What happens in a story: events of the closed list with who, to whom, what, where, when.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/cast.h"
#include "story/goods_mentions.h"
#include "story/places.h"
#include "story/reading.h"
#include "story/statements.h"
#include "story/status.h"

namespace vedette::story {

enum class EventType : uint8_t {
  kMeet,
  kVisit,
  kAgree,
  kCooperate,
  kDrill,
  kTransfer,
  kAssist,
  kDeploy,
  kLaunch,
  kTest,
  kAttack,
  kSeize,
  kArrest,
  kSanction,
  kLift,
  kEvade,
  kFinance,
  kCyber,
  kThreaten,
  kAccuse,
  kRequest,
  kReject,
  kAppoint,
};

/// "MEET".
std::string_view to_string(EventType type);
std::optional<EventType> event_type(std::string_view name);

struct Event {
  EventType type = EventType::kMeet;
  std::vector<Party> actors, recipients;
  std::vector<uint32_t> goods;    ///< indices into the goods mentions
  std::optional<uint32_t> place;  ///< index into the places
  std::optional<uint32_t> time;   ///< index into Reading::times
  Status status = Status::kOccurred;
  std::vector<Party> according_to;  ///< outermost speaker first
  uint32_t trigger = 0;             ///< token
  std::string trigger_text;         ///< "launched", "the delivery": the word or words as the story has them
  TokenRange clause;                ///< the words that tell of it; holds the trigger
  std::optional<uint32_t> same_as;  ///< of a denial: the index of what it denies
};

/// What the stages before found; all must outlive the call.
struct EventInput {
  const Reading& reading;
  const Cast& cast;
  const std::vector<Place>& places;
  const std::vector<GoodsMention>& goods;
  const std::vector<Statement>& statements;
  const std::vector<Status>& statuses;
};

/// In order of their triggers; one real-world happening that is told twice is one event, with the fullest of its parts.
std::vector<Event> find_events(const EventInput& input);

/// The PLOVER type of an event ("CONSULT"); empty for those that have none. Depends on how many act and on goods.
std::string_view plover_type(const Event& event);

}  // namespace vedette::story
