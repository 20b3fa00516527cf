#include "story/moment.h"

#include <fmt/format.h>

#include <algorithm>

namespace vedette::story {

namespace {

DayNumber clamp_day(int64_t day) {
  static const int64_t first = day_number(1, 1, 1);
  static const int64_t last = day_number(9999, 12, 31);
  return static_cast<DayNumber>(std::clamp(day, first, last));
}

DayNumber last_of_month(int year, int month) {
  return CalendarDate{static_cast<int16_t>(year), static_cast<uint8_t>(month), 0}.last_day();
}

// `months` of them, beginning with month `month` of `year`.
Moment months(Grain grain, int year, int month, int count, std::string value) {
  const int last = month - 1 + count - 1;
  const int last_year = std::min(year + last / 12, 9999);
  return {grain, day_number(year, month, 1), last_of_month(last_year, last % 12 + 1), std::move(value)};
}

Moment week_of(DayNumber day) {
  const auto monday = clamp_day(int64_t{day} - weekday_of(day) + 1);
  const auto thursday = calendar_date(clamp_day(int64_t{monday} + 3));
  const int week = (thursday.first_day() - day_number(thursday.year, 1, 1)) / 7 + 1;
  return {Grain::kWeek, monday, clamp_day(int64_t{monday} + 6), fmt::format("{:04}-W{:02}", thursday.year, week)};
}

Moment season_of(const CalendarDate& date) {
  constexpr const char* kNames[] = {"WI", "SP", "SU", "FA"};
  const int season = date.month % 12 / 3;
  const int year = season == 0 && date.month < 12 ? std::max(date.year - 1, 1) : date.year;
  return months(Grain::kSeason, year, season == 0 ? 12 : season * 3, 3, fmt::format("{:04}-{}", year, kNames[season]));
}

Moment years(Grain grain, int first, int count, std::string value) {
  return {grain, day_number(std::max(first, 1), 1, 1), day_number(std::min(first + count - 1, 9999), 12, 31),
          std::move(value)};
}

int months_in(Grain grain) {
  switch (grain) {
    case Grain::kMonth:
      return 1;
    case Grain::kQuarter:
    case Grain::kSeason:
      return 3;
    case Grain::kHalf:
      return 6;
    case Grain::kYear:
      return 12;
    case Grain::kDecade:
      return 120;
    case Grain::kCentury:
      return 1200;
    default:
      return 0;
  }
}

// Cycle of the tabular calendar: 11 of 30 years have a leap day.
bool is_leap_hijri(int year) {
  return (11 * year + 14) % 30 < 11;
}

}  // namespace

int weekday_of(DayNumber day) {
  return static_cast<int>(((int64_t{day} + 3) % 7 + 7) % 7) + 1;
}

DayNumber weekday_until(DayNumber day, int weekday) {
  return clamp_day(int64_t{day} - (weekday_of(day) - weekday + 7) % 7);
}
DayNumber weekday_from(DayNumber day, int weekday) {
  return clamp_day(int64_t{day} + (weekday - weekday_of(day) + 7) % 7);
}

Moment moment_of(Grain grain, DayNumber day) {
  day = clamp_day(day);
  const auto date = calendar_date(day);
  const int year = date.year;
  switch (grain) {
    case Grain::kDay:
      return {grain, day, day, format_day(day)};
    case Grain::kWeek:
      return week_of(day);
    case Grain::kWeekend: {
      const auto week = week_of(day);
      return {grain, clamp_day(int64_t{week.start} + 5), week.end, week.value + "-WE"};
    }
    case Grain::kMonth:
      return months(grain, year, date.month, 1, fmt::format("{:04}-{:02}", year, int{date.month}));
    case Grain::kQuarter: {
      const int quarter = (date.month - 1) / 3;
      return months(grain, year, quarter * 3 + 1, 3, fmt::format("{:04}-Q{}", year, quarter + 1));
    }
    case Grain::kHalf: {
      const int half = (date.month - 1) / 6;
      return months(grain, year, half * 6 + 1, 6, fmt::format("{:04}-H{}", year, half + 1));
    }
    case Grain::kSeason:
      return season_of(date);
    case Grain::kYear:
      return years(grain, year, 1, fmt::format("{:04}", year));
    case Grain::kDecade:
      return years(grain, year / 10 * 10, 10, fmt::format("{:03}", year / 10));
    case Grain::kCentury:
      return years(grain, year / 100 * 100, 100, fmt::format("{:02}", year / 100));
  }
  return {};
}

DayNumber shifted_day(DayNumber day, Grain unit, int64_t count) {
  count = std::clamp<int64_t>(count, -200'000, 200'000);
  if (unit == Grain::kDay) return clamp_day(day + count);
  if (unit == Grain::kWeek || unit == Grain::kWeekend) return clamp_day(day + 7 * count);
  const auto date = calendar_date(clamp_day(day));
  const int64_t month = int64_t{date.year} * 12 + date.month - 1 + count * months_in(unit);
  const int64_t year = month / 12;
  if (month < 12) return clamp_day(INT32_MIN);
  if (year > 9999) return clamp_day(INT32_MAX);
  const int in_year = static_cast<int>(month % 12) + 1;
  const auto last = last_of_month(static_cast<int>(year), in_year);
  return std::min(last, static_cast<DayNumber>(day_number(static_cast<int>(year), in_year, 1) + date.day - 1));
}

Moment shifted(const Moment& moment, int64_t count) {
  return moment_of(moment.grain, shifted_day(moment.start, moment.grain, count));
}

Moment part_of(const Moment& moment, std::string_view edge) {
  const int64_t length = int64_t{moment.end} - moment.start + 1;
  const int64_t third = moment.grain == Grain::kMonth ? 10 : length / 3;
  auto part = moment;
  if (length < 3) return part;
  const auto at = [&](int64_t offset) { return clamp_day(moment.start + offset); };
  if (edge == "START") part.end = at(third - 1);
  if (edge == "MID") {
    part.start = at(third);
    part.end = at(2 * third - 1);
  }
  if (edge == "END") part.start = at(2 * third);
  return part;
}

int days_in_hijri_month(int year, int month) {
  return month % 2 == 1 || (month == 12 && is_leap_hijri(year)) ? 30 : 29;
}

std::optional<DayNumber> day_of_hijri(int year, int month, int day) {
  if (year < 1 || year > 2000 || month < 1 || month > 12 || day < 1 || day > days_in_hijri_month(year, month)) {
    return std::nullopt;
  }
  // 1 Muharram 1 is 16 July 622 of the Julian calendar, 19 July of the Gregorian.
  static const DayNumber epoch = day_number(622, 7, 19);
  const int before = (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2;
  return epoch + before + day - 1;
}

}  // namespace vedette::story
