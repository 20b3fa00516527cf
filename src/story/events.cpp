#include "story/events.h"

namespace vedette::story {

std::vector<Event> find_events(const EventInput&) {
  return {};
}

std::string_view plover_type(const Event&) {
  return {};
}

}  // namespace vedette::story
