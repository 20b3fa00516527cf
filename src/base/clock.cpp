#include "base/clock.h"

#include <fmt/format.h>

namespace vedette {

std::string format_timestamp(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", format_day(static_cast<DayNumber>(day.time_since_epoch().count())),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace vedette
