// Dates as lists give them: a day, a month, a year, a range of them, or "circa".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace vedette {

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using DayNumber = int32_t;

enum class DatePrecision : uint8_t { kDay, kMonth, kYear, kRange };

std::string_view to_string(DatePrecision precision);

/// One calendar date of which the day, or month and day, may be unknown (0).
struct CalendarDate {
  int16_t year = 0;
  uint8_t month = 0;  ///< 1–12, 0 unknown
  uint8_t day = 0;    ///< 1–31, 0 unknown (and 0 if month is)

  bool operator==(const CalendarDate&) const = default;
  DayNumber first_day() const;    ///< the earliest day it can mean
  DayNumber last_day() const;     ///< the latest day it can mean
  std::string to_string() const;  ///< "1984", "1984-01" or "1984-01-08"
};

/// A date with its precision. `until` is set for a range only; both ends count.
struct PartialDate {
  CalendarDate from;
  std::optional<CalendarDate> until;
  bool circa = false;

  bool operator==(const PartialDate&) const = default;
  DatePrecision precision() const;
  DayNumber first_day() const { return from.first_day(); }
  DayNumber last_day() const { return until ? until->last_day() : from.last_day(); }
  /// ISO 8601: "1984-01-08", "1984-01", "1984", or the interval "1967/1969". Circa is not in the text.
  std::string to_string() const;
};

/// True if the day exists (29 February in leap years only). Years 1 to 9999.
bool is_valid_date(int year, int month, int day);
DayNumber day_number(int year, int month, int day);
CalendarDate calendar_date(DayNumber day);

/// Parses what `PartialDate::to_string` writes; a leading "~" or "c. " or trailing "~" sets circa. No other form.
Result<PartialDate> parse_partial_date(std::string_view text);

/// Parses exactly YYYY-MM-DD.
Result<DayNumber> parse_day(std::string_view text);
std::string format_day(DayNumber day);

}  // namespace vedette
