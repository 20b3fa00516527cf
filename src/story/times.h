// The dates and durations that a story names, resolved against the day it was published.
//
// The words are in data/story/times.tsv; the grammar is in time_parser.h. An expression is the longest that reads at
// its first word. What looks back or ahead takes its direction from the tense around it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.h"
#include "story/story.h"

namespace vedette::story {

/// The tense of the clause around a place in the text. Dates without a year or week are the latest not after the
/// story's day, in the future tense the earliest not before it; "Dec. 15" in present or unknown tense is the nearest.
enum class Tense : uint8_t { kUnknown, kPast, kPresent, kFuture };

/// Tense at a code point of the text. May be empty: everything is told in the past.
using TenseAt = std::function<Tense(uint32_t)>;

struct TimeContext {
  std::optional<DayNumber> published;  ///< without it only what is absolute has a value
  TenseAt tense_at;
  /// Whether 9/8/2023 is the ninth of August. Where one of the numbers is above twelve, that decides.
  bool day_first = false;
};

enum class TimeKind : uint8_t { kDate, kDuration, kSet };

struct TimeMention {
  std::string text;  ///< with its preposition: "on Wednesday"
  Range range;       ///< code points
  TimeKind kind = TimeKind::kDate;
  /// TIMEX3: "2023-09-13", "2023-09", "2023-W37", "2023-Q3", "2023-SP", "2023-09-13T21:00", "P3M", "PAST_REF"; a range
  /// has an interval, "2023-07-25/2023-07-27". Empty if it cannot be known.
  std::string value;
  std::optional<DayNumber> start, end;  ///< both ends count; absent where open or unknown
  bool operator==(const TimeMention&) const = default;
};

/// In order of the text, disjoint. Takes time linear in the text. `text` is valid UTF-8.
std::vector<TimeMention> find_times(std::string_view text, const TimeContext& context);

}  // namespace vedette::story
