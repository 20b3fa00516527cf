#include <algorithm>
#include <array>

#include "story/events.h"

namespace vedette::story {

namespace {

constexpr std::array<std::string_view, 23> kNames = {
    "MEET",    "VISIT", "AGREE",    "COOPERATE", "DRILL",   "TRANSFER", "ASSIST", "DEPLOY",
    "LAUNCH",  "TEST",  "ATTACK",   "SEIZE",     "ARREST",  "SANCTION", "LIFT",   "EVADE",
    "FINANCE", "CYBER", "THREATEN", "ACCUSE",    "REQUEST", "REJECT",   "APPOINT"};

}  // namespace

std::string_view to_string(EventType type) {
  return kNames[static_cast<size_t>(type)];
}

std::optional<EventType> event_type(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<EventType>(found - kNames.begin());
}

}  // namespace vedette::story
