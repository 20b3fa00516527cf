#include "base/partial_date.h"

#include <fmt/format.h>

#include <charconv>
#include <vector>

namespace vedette {
namespace {

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

// Digits only, of the exact width; nullopt otherwise.
std::optional<int> fixed_number(std::string_view text, size_t width) {
  if (text.size() != width) return std::nullopt;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<CalendarDate> parse_calendar_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = fixed_number(text.substr(0, 4), 4);
  if (!year || *year == 0) return std::nullopt;
  CalendarDate date{static_cast<int16_t>(*year), 0, 0};
  if (text.size() >= 7) {
    const auto month = fixed_number(text.substr(5, 2), 2);
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    date.month = static_cast<uint8_t>(*month);
  }
  if (text.size() == 10) {
    const auto day = fixed_number(text.substr(8, 2), 2);
    if (text[7] != '-' || !day || !is_valid_date(*year, date.month, *day)) return std::nullopt;
    date.day = static_cast<uint8_t>(*day);
  }
  return date;
}

}  // namespace

std::string_view to_string(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::kDay:
      return "day";
    case DatePrecision::kMonth:
      return "month";
    case DatePrecision::kYear:
      return "year";
    case DatePrecision::kRange:
      return "range";
  }
  return "day";
}

bool is_valid_date(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

// Howard Hinnant's days_from_civil, http://howardhinnant.github.io/date_algorithms.html
DayNumber day_number(int year, int month, int day) {
  year -= month <= 2;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const unsigned year_of_era = static_cast<unsigned>(year - era * 400);
  const unsigned day_of_year = static_cast<unsigned>((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1);
  const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + static_cast<int>(day_of_era) - 719468;
}

CalendarDate calendar_date(DayNumber day) {
  const int shifted = day + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const unsigned day_of_era = static_cast<unsigned>(shifted - era * 146097);
  const unsigned year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const unsigned shifted_month = (5 * day_of_year + 2) / 153;
  const unsigned month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const int year = static_cast<int>(year_of_era) + era * 400 + (month <= 2);
  return {static_cast<int16_t>(year), static_cast<uint8_t>(month),
          static_cast<uint8_t>(day_of_year - (153 * shifted_month + 2) / 5 + 1)};
}

DayNumber CalendarDate::first_day() const {
  return day_number(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
}

DayNumber CalendarDate::last_day() const {
  const int last_month = month == 0 ? 12 : month;
  return day_number(year, last_month, day == 0 ? days_in_month(year, last_month) : day);
}

std::string CalendarDate::to_string() const {
  if (month == 0) return fmt::format("{:04}", year);
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

DatePrecision PartialDate::precision() const {
  if (until) return DatePrecision::kRange;
  if (from.month == 0) return DatePrecision::kYear;
  return from.day == 0 ? DatePrecision::kMonth : DatePrecision::kDay;
}

std::string PartialDate::to_string() const {
  return until ? from.to_string() + "/" + until->to_string() : from.to_string();
}

Result<PartialDate> parse_partial_date(std::string_view text) {
  PartialDate date;
  std::string_view rest = text;
  if (rest.starts_with("~")) rest.remove_prefix(1), date.circa = true;
  if (rest.starts_with("c. ")) rest.remove_prefix(3), date.circa = true;
  if (rest.ends_with("~")) rest.remove_suffix(1), date.circa = true;
  const size_t slash = rest.find('/');
  const auto from = parse_calendar_date(rest.substr(0, slash));
  bool good = from.has_value();
  if (good) date.from = *from;
  if (good && slash != std::string_view::npos) {
    date.until = parse_calendar_date(rest.substr(slash + 1));
    good = date.until && date.from.first_day() <= date.until->last_day();
  }
  if (!good)
    return fail(
        ErrorCode::kInvalidInput,
        fmt::format("'{}' is not a date (YYYY, YYYY-MM, YYYY-MM-DD, or two joined by '/')", text.substr(0, 40)));
  return date;
}

Result<DayNumber> parse_day(std::string_view text) {
  const auto date = text.size() == 10 ? parse_calendar_date(text) : std::nullopt;
  if (!date) return fail(ErrorCode::kInvalidInput, fmt::format("'{}' is not a date (YYYY-MM-DD)", text.substr(0, 40)));
  return date->first_day();
}

std::string format_day(DayNumber day) {
  return calendar_date(day).to_string();
}

}  // namespace vedette
