#include "lists/activation.h"

#include <fmt/format.h>

namespace vedette::lists {
namespace {

void add_reason(std::string& reasons, const std::string& reason) {
  if (!reasons.empty()) reasons += "; ";
  reasons += reason;
}

}  // namespace

std::string reasons_against(const Version& candidate, const Version* active) {
  std::string reasons;
  const uint64_t read = candidate.records + candidate.rejected;
  if (candidate.rejected * 100 > read * kRejectedPercent) {
    add_reason(reasons, fmt::format("{} of its {} records were rejected, over {} %", candidate.rejected, read,
                                    kRejectedPercent));
  }
  if (active == nullptr) return reasons;
  const CalendarDate day = candidate.current_on();
  const CalendarDate active_day = active->current_on();
  if (day.last_day() < active_day.last_day()) {
    add_reason(reasons, fmt::format("it was published on {}, before the active version of {}", day.to_string(),
                                    active_day.to_string()));
  }
  if (candidate.records * 100 < active->records * (100 - kLostPercent)) {
    add_reason(reasons, fmt::format("it has {} records where the active version has {}, over {} % fewer",
                                    candidate.records, active->records, kLostPercent));
  }
  return reasons;
}

}  // namespace vedette::lists
