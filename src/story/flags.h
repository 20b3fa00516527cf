// Which provisions the events of a story would touch.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "rules/evaluate.h"
#include "story/events.h"
#include "story/listed.h"

namespace vedette::story {

struct StoryFlag {
  uint32_t event = 0;  ///< index
  rules::Flag flag;
};

/// In order of events. `listed` is one an actor of the cast, or empty if nobody was screened.
Result<std::vector<StoryFlag>> find_flags(const rules::RuleBook& book, const EventInput& input,
                                          const std::vector<Event>& events, const std::vector<Listed>& listed);

}  // namespace vedette::story
