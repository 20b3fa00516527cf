// Stretches of the calendar: the day, week, month … that a day lies in, and their TIMEX3 values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/partial_date.h"

namespace vedette::story {

enum class Grain : uint8_t { kDay, kWeek, kWeekend, kMonth, kQuarter, kHalf, kSeason, kYear, kDecade, kCentury };

/// First and last day, both counted, and the TIMEX3 value.
struct Moment {
  Grain grain = Grain::kDay;
  DayNumber start = 0;
  DayNumber end = 0;
  std::string value;
  bool operator==(const Moment&) const = default;
};

/// The stretch of that grain in which the day lies. Weeks begin on Monday and are numbered as in ISO 8601; winter
/// begins in December and has the year of its beginning; a decade is 1980–1989, a century 1900–1999. Days outside the
/// years 1 to 9999 are moved to the nearest inside.
Moment moment_of(Grain grain, DayNumber day);

/// The stretch `count` further on (or back) from the one in which the day lies; of months, the day of month is
/// kept where the grain is a day.
Moment shifted(const Moment& moment, int64_t count);
/// The same of a day by units of a grain: three months before 31 May is 28 February.
DayNumber shifted_day(DayNumber day, Grain unit, int64_t count);

/// Monday 1 to Sunday 7.
int weekday_of(DayNumber day);
/// The latest such weekday not after the day, or the earliest not before it.
DayNumber weekday_until(DayNumber day, int weekday);
DayNumber weekday_from(DayNumber day, int weekday);

/// The part of a moment that "early", "mid", "late" mean: "START", "MID", "END". Months have days 1–10, 11–20, 21–end;
/// other stretches have thirds. The value stays that of the whole.
Moment part_of(const Moment& moment, std::string_view edge);

/// The Gregorian day of a date in the tabular Islamic calendar; real months may begin a day apart. None if there is
/// no such date.
std::optional<DayNumber> day_of_hijri(int year, int month, int day);
int days_in_hijri_month(int year, int month);

/// The year of a North Korean calendar year: Juche 1 is 1912.
inline constexpr int kJucheEpoch = 1911;

}  // namespace vedette::story
