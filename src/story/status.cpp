#include "story/status.h"

#include <array>

namespace vedette::story {

std::string_view to_string(Status status) {
  constexpr std::array<std::string_view, 9> kNames = {"occurred", "ongoing",  "agreed",      "planned", "expected",
                                                      "proposed", "possible", "conditional", "denied"};
  return kNames[static_cast<size_t>(status)];
}

std::vector<Status> statuses_of(const Reading& reading) {
  return std::vector<Status>(reading.size(), Status::kOccurred);
}

}  // namespace vedette::story
