#include "story/flags.h"

namespace vedette::story {

Result<std::vector<StoryFlag>> find_flags(const rules::RuleBook&, const EventInput&, const std::vector<Event>&,
                                          const std::vector<Listed>&) {
  return std::vector<StoryFlag>{};
}

}  // namespace vedette::story
