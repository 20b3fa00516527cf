// Rules for dates that name their place in a calendar, wholly or but for the year.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "story/time_parser.h"

namespace vedette::story {

namespace {

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2199;

std::optional<Moment> day_moment(int year, int month, int day) {
  if (!is_valid_date(year, month, day)) return std::nullopt;
  return moment_of(Grain::kDay, day_number(year, month, day));
}

int digits_of_lead(std::string_view text) {
  int number = 0;
  size_t digits = 0;
  while (digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9') {
    number = number * 10 + (text[digits++] - '0');
  }
  return digits == 0 ? -1 : number;
}

// "13th", "1st".
int ordinal_number(std::string_view text) {
  if (text.size() < 3 || text.size() > 4) return 0;
  const auto end = text.substr(text.size() - 2);
  if (end != "st" && end != "nd" && end != "rd" && end != "th") return 0;
  return std::max(digits_of_lead(text), 0);
}

}  // namespace

int TimeParser::day_at(size_t at, size_t& end) const {
  int day = word(at).number;
  if (day < 0) day = ordinal_number(word(at).lower);
  end = at + 1;
  const bool more =
      (is(end, ",") || is(end, ".")) && word(end).glued && word(end + 1).glued && word(end + 1).number >= 0;
  return day >= 1 && day <= 31 && !more && !(is(end, "%") && word(end).glued) ? day : 0;
}

int TimeParser::year_at(size_t at) const {
  const auto& here = word(at);
  return here.lower.size() == 4 && here.number >= kFirstYear && here.number <= kLastYear ? here.number : 0;
}

// A year behind a month or day, with or without a comma; sets `year` and gives the word after it.
size_t TimeParser::year_behind(size_t at, int& year) const {
  size_t next = at;
  if (is(next, ",") && year_at(next + 1) != 0) ++next;
  if (is(next, "of") && year_at(next + 1) != 0) ++next;
  year = year_at(next);
  if (year == 0) return at;
  const bool amount = (is(next + 1, ",") || is(next + 1, ".")) && word(next + 1).glued && word(next + 2).glued &&
                      word(next + 2).number >= 0;
  if (amount) year = 0;
  return year == 0 ? at : next + 1;
}

// The day of that name next to the story's.
std::optional<Moment> TimeParser::nearest(int month, int day) const {
  std::optional<Moment> best;
  const int year = calendar_date(*today()).year;
  const auto distance = [&](const Moment& moment) { return std::abs(int64_t{moment.start} - *today()); };
  for (int candidate = year - 4; candidate <= year + 4; ++candidate) {
    const auto moment = day_moment(candidate, month, day);
    if (moment && (!best || distance(*moment) < distance(*best))) best = moment;
  }
  return best;
}

// The day or (day 0) month of that name which the tense means.
std::optional<Moment> TimeParser::yearless(int month, int day, size_t at) const {
  if (!today()) return std::nullopt;
  const auto grain = day == 0 ? Grain::kMonth : Grain::kDay;
  const auto now = moment_of(grain, *today());
  const auto told = tense(at);
  if (day != 0 && told != Tense::kPast && told != Tense::kFuture) return nearest(month, day);
  const bool ahead = told == Tense::kFuture;
  const int year = calendar_date(*today()).year;
  // Four years before and eight after hold a 29 February.
  for (int step = 0; step <= 8; ++step) {
    const int candidate = ahead ? year + step - 1 : year - step + 1;
    if (!is_valid_date(candidate, month, std::max(day, 1))) continue;
    auto moment = moment_of(grain, day_number(candidate, month, std::max(day, 1)));
    if (ahead ? moment.start >= now.start : moment.start <= now.start) return moment;
  }
  return std::nullopt;
}

TimeParser::Answer TimeParser::numeric_iso(size_t at) const {
  const auto mark = word(at + 1).lower;
  if (year_at(at) == 0 || (mark != "-" && mark != "/") || !word(at + 1).glued || !word(at + 2).glued)
    return std::nullopt;
  const int month = word(at + 2).number;
  if (!is(at + 3, mark) || !word(at + 3).glued || !word(at + 4).glued || word(at + 2).lower.size() > 2)
    return std::nullopt;
  // "2023-09-13T10:00" is one word from the day to the T.
  const int day = word(at + 4).number >= 0 ? word(at + 4).number : digits_of_lead(word(at + 4).lower.substr(0, 2));
  const auto moment = day_moment(year_at(at), month, day);
  return moment ? Answer(dated(at + 5, *moment)) : std::nullopt;
}

// 9/13/2023, 13.09.2023, 13/09/23 with full years or, between slashes, two digits.
TimeParser::Answer TimeParser::numeric(size_t at) const {
  const auto mark = word(at + 1).lower;
  if ((mark != "/" && mark != "." && mark != "-") || word(at).lower.size() > 2 || word(at + 2).lower.size() > 2)
    return std::nullopt;
  if (!is(at + 3, mark)) return std::nullopt;
  for (size_t i = at + 1; i <= at + 4; ++i) {
    if (!word(i).glued) return std::nullopt;
  }
  int year = year_at(at + 4);
  if (year == 0 && mark == "/" && word(at + 4).lower.size() == 2 && word(at + 4).number >= 0) {
    year = word(at + 4).number + (word(at + 4).number < 50 ? 2000 : 1900);
  }
  int day = word(at).number;
  int month = word(at + 2).number;
  const bool month_first = (mark == "/" && !context_.day_first && day <= 12) || month > 12;
  if (month_first) std::swap(day, month);
  const auto moment = day_moment(year, month, day);
  return moment ? Answer(dated(at + 5, *moment)) : std::nullopt;
}

TimeParser::Answer TimeParser::month_day(size_t at) const {
  const auto* month = term(at, TimeWord::kMonth);
  if (month == nullptr) return std::nullopt;
  size_t end = at + 1;
  const bool short_name =
      word(at).lower.size() <= 4 && word(at).lower != "may" && word(at).lower != "june" && word(at).lower != "july";
  if (short_name) end = word(end).glued ? skip(end, ".") : end;
  int year = 0;
  size_t after = end;
  size_t behind_day = end;
  const int day = day_at(is(end, "the") ? end + 1 : end, behind_day);
  if (day != 0 && !is(behind_day, ":")) {
    after = year_behind(behind_day, year);
    if (year == 0) {
      if (const auto moment = yearless(month->number, day, at)) {
        auto time = dated(behind_day, *moment, false);
        time.day_of_month = true;
        return time;
      }
      return today() ? std::nullopt : Answer(undated(behind_day));
    }
    const auto moment = day_moment(year, month->number, day);
    if (!moment) return std::nullopt;
    auto time = dated(after, *moment);
    time.day_of_month = true;
    return time;
  }
  after = year_behind(end, year);
  if (year != 0) return dated(after, moment_of(Grain::kMonth, day_number(year, month->number, 1)));
  // "May" and "March" alone open sentences as verbs; a month does not stand before a name's rest or a verb's object
  // here.
  const bool sentence_start = at == 0 || word(at).paragraph != word(at - 1).paragraph || is(at - 1, ".");
  if ((is(at, "may") || is(at, "march") || is(at, "sun") || is(at, "mar")) && sentence_start) return std::nullopt;
  const auto moment = yearless(month->number, 0, at);
  return moment ? dated(end, *moment, false) : undated(end);
}

TimeParser::Answer TimeParser::day_month(size_t at) const {
  size_t end = is(at, "the") ? at + 1 : at;
  size_t behind = end;
  int day = day_at(end, behind);
  if (const auto* ordinal = term(end, TimeWord::kOrdinal); day == 0 && ordinal != nullptr && ordinal->number <= 31) {
    day = ordinal->number;
    behind = end + ordinal->words;
  }
  if (day == 0) return std::nullopt;
  behind = skip(behind, "of");
  const auto* month = term(behind, TimeWord::kMonth);
  if (month == nullptr) return std::nullopt;
  end = behind + 1;
  if (is(end, ".") && word(end).glued && word(behind).lower.size() <= 4 && year_at(end + 1) != 0) ++end;
  int year = 0;
  const size_t after = year_behind(end, year);
  const auto moment = year == 0 ? yearless(month->number, day, at) : day_moment(year, month->number, day);
  if (!moment) return today() || year != 0 ? std::nullopt : Answer(undated(end));
  return dated(year == 0 ? end : after, *moment, year != 0);
}

TimeParser::Answer TimeParser::weekday(size_t at) const {
  const auto* day = term(at, TimeWord::kWeekday);
  if (day == nullptr) return std::nullopt;
  size_t end = at + 1;
  if (word(at).lower.size() <= 4 && word(end).glued) end = skip(end, ".");
  // "Wednesday, Sept. 13": the date decides.
  const size_t behind = skip(skip(end, ","), "the");
  if (auto date = month_day(behind); date && date->day_of_month) return date;
  if (auto date = day_month(behind)) return date;
  if (!today()) return undated(end);
  const bool ahead = tense(at) == Tense::kFuture;
  const auto found = ahead ? weekday_from(*today(), day->number) : weekday_until(*today(), day->number);
  // "Wednesday last week", "Friday next week".
  if (const auto* by = term(end, TimeWord::kShift); by != nullptr && is(end + by->words, "week")) {
    const auto week = moment_of(Grain::kWeek, shifted_day(*today(), Grain::kWeek, by->number));
    return dated(end + by->words + 1, moment_of(Grain::kDay, week.start + day->number - 1));
  }
  return dated(end, moment_of(Grain::kDay, found));
}

// A bare year. What counts things or is part of a number is none.
TimeParser::Answer TimeParser::year(size_t at) const {
  const int found = year_at(at);
  if (found == 0) return std::nullopt;
  const auto before = at > 0 ? word(at - 1).lower : std::string();
  const bool joined =
      word(at).glued && at > 0 && before != "(" && before != "-" && before != "–" && before != "\"" && before != "/";
  const auto& next = word(at + 1);
  const bool goes_on = next.glued && next.number < 0 && next.lower != "," && next.lower != "." && next.lower != ")" &&
                       next.lower != "-" && next.lower != "–" && next.lower != ";" && next.lower != "'s" &&
                       next.lower != ":" && next.lower != "\"" && next.lower != "”" && next.lower != "?" &&
                       next.lower != "/" && next.lower != "—";
  const bool decimal =
      next.glued && (next.lower == "," || next.lower == ".") && word(at + 2).glued && word(at + 2).number >= 0;
  const bool counted = term(at + 1, TimeWord::kUnit) != nullptr || next.lower == "people" || next.lower == "troops" ||
                       next.lower == "km" || next.lower == "kilometers" || next.lower == "kilometres" ||
                       next.lower == "miles" || next.lower == "tons" || next.lower == "tonnes" ||
                       next.lower == "soldiers" || next.lower == "workers";
  const bool code = before == "resolution" || before == "no" || before == "$" || before == "#";
  if (joined || goes_on || decimal || counted || code || found < 1700 || found > 2100) return std::nullopt;
  return dated(at + 1, moment_of(Grain::kYear, day_number(found, 1, 1)));
}

TimeParser::Answer TimeParser::decade(size_t at) const {
  size_t here = skip(at, "the");
  int first = 0;
  const auto& text = word(here).lower;
  if (text.size() == 5 && text[4] == 's' && text[3] == '0') first = digits_of_lead(text);
  if (is(here, "'") || is(here, "’")) {
    const auto& behind = word(here + 1);
    if (behind.glued && behind.lower.size() == 3 && behind.lower[2] == 's' && behind.lower[1] == '0') {
      const int tens = digits_of_lead(behind.lower);
      first = tens < 30 ? 2000 + tens : 1900 + tens;
      ++here;
    }
  } else if (const auto* name = term(here, TimeWord::kDecade)) {
    first = 1900 + name->number;
  }
  if (first < 1000 || first > 2190) return std::nullopt;
  return dated(here + 1, moment_of(Grain::kDecade, day_number(first, 1, 1)));
}

TimeParser::Answer TimeParser::century(size_t at) const {
  const size_t here = skip(at, "the");
  int number = ordinal_number(word(here).lower);
  if (const auto* ordinal = term(here, TimeWord::kOrdinal); number == 0 && ordinal != nullptr) number = ordinal->number;
  const size_t behind = is(here + 1, "-") ? here + 2 : here + 1;
  if (number < 2 || number > 22 || !is(behind, "century")) return std::nullopt;
  return dated(behind + 1, moment_of(Grain::kCentury, day_number((number - 1) * 100 + 1, 1, 1)));
}

// Quarters and halves: "the third quarter of 2023", "third-quarter", "Q3 2023", "the 1988 second quarter", "the first
// half".
TimeParser::Answer TimeParser::quarter(size_t at) const {
  size_t here = skip(at, "the");
  const auto& text = word(here).lower;
  if (text.size() == 2 && text[0] == 'q' && text[1] >= '1' && text[1] <= '4' && word(here).capital) {
    return quarter_of(here + 1, Grain::kQuarter, text[1] - '0', at);
  }
  const int named = year_at(here);
  if (named != 0) ++here;
  here = skip(here, "fiscal");
  const auto* ordinal = term(here, TimeWord::kOrdinal);
  if (ordinal == nullptr || ordinal->number > 4) return std::nullopt;
  here = skip(here + ordinal->words, "-");
  here = skip(here, "fiscal");
  const bool quarters = is(here, "quarter");
  const bool halves = is(here, "half") && ordinal->number <= 2 && !is(skip(at, "the"), "a");
  if (!quarters && !halves) return std::nullopt;
  const auto grain = quarters ? Grain::kQuarter : Grain::kHalf;
  if (named == 0) return quarter_of(here + 1, grain, ordinal->number, at);
  const int month = (ordinal->number - 1) * (quarters ? 3 : 6) + 1;
  return dated(here + 1, moment_of(grain, day_number(named, month, 1)));
}

TimeParser::Answer TimeParser::quarter_of(size_t end, Grain grain, int number, size_t at) const {
  const int month = (number - 1) * (grain == Grain::kQuarter ? 3 : 6) + 1;
  int year = 0;
  size_t after = year_behind(end, year);
  if (year == 0 && today()) {
    const size_t of = skip(skip(end, "of"), "the");
    const auto* by = term(of, TimeWord::kShift);
    if (by != nullptr && is(of + by->words, "year")) {
      year = calendar_date(*today()).year + by->number;
      after = of + by->words + 1;
    }
  }
  if (year != 0) return dated(after, moment_of(grain, day_number(year, month, 1)));
  // "a first half" of a match or an hour is no date: halves need their year.
  if (grain == Grain::kHalf) return std::nullopt;
  if (!today()) return undated(end);
  const auto now = moment_of(grain, *today());
  auto found = moment_of(grain, day_number(calendar_date(*today()).year, month, 1));
  if (tense(at) == Tense::kFuture && found.end < now.start) found = shifted(moment_of(grain, found.start), 4);
  if (tense(at) != Tense::kFuture && found.start > now.start) found = shifted(found, -4);
  return dated(end, found, false);
}

// "fiscal 2023", "fiscal year 2023", "FY2023", "FY 2023": the year as named, since each body begins its own at will.
TimeParser::Answer TimeParser::fiscal(size_t at) const {
  size_t here = skip(at, "the");
  int found = 0;
  if (word(here).lower.starts_with("fy") && word(here).lower.size() == 6)
    found = digits_of_lead(word(here).lower.substr(2));
  if (found == 0 && (is(here, "fiscal") || is(here, "financial") || is(here, "fy"))) {
    ++here;
    here = skip(here, "year");
    found = year_at(here);
  }
  if (found < kFirstYear || found > kLastYear) return std::nullopt;
  ParsedTime time;
  time.end = here + 1;
  time.value = fmt::format("FY{:04}", found);
  return time;
}

// "Juche 112", "Juche 112 (2023)".
TimeParser::Answer TimeParser::juche(size_t at) const {
  const int number = word(at + 1).number;
  if (!is(at, "juche") || number < 1 || number > 250) return std::nullopt;
  size_t end = at + 2;
  if (is(end, "(") && word(end + 1).number == number + kJucheEpoch && is(end + 2, ")")) end += 3;
  return dated(end, moment_of(Grain::kYear, day_number(number + kJucheEpoch, 1, 1)));
}

// "15 Ramadan 1444", "Ramadan 1444", with or without "AH"; "1444 AH".
TimeParser::Answer TimeParser::hijri(size_t at) const {
  size_t here = at;
  size_t behind = at;
  const int day = day_at(at, behind);
  if (day != 0) here = behind;
  const auto* month = term(here, TimeWord::kHijri);
  const size_t year_word = month == nullptr ? at : skip(here + month->words, ",");
  const int year = word(year_word).number;
  const bool named = is(year_word + 1, "ah");
  if (year < 1000 || year > 1600 || (month == nullptr && !named)) return std::nullopt;
  const int first_month = month == nullptr ? 1 : month->number;
  const int last_month = month == nullptr ? 12 : month->number;
  const bool whole_day = month != nullptr && day != 0;
  const auto start = day_of_hijri(year, first_month, whole_day ? day : 1);
  const auto end = whole_day ? start : day_of_hijri(year, last_month, days_in_hijri_month(year, last_month));
  if (!start || !end) return std::nullopt;
  const size_t after = year_word + (named ? 2 : 1);
  if (whole_day) return dated(after, moment_of(Grain::kDay, *start));
  auto value = format_day(*start) + "/" + format_day(*end);
  return dated(after, {month == nullptr ? Grain::kYear : Grain::kMonth, *start, *end, std::move(value)});
}

TimeParser::Answer TimeParser::holiday(size_t at) const {
  const auto* name = term(at, TimeWord::kHoliday);
  if (name == nullptr || name->value.size() != 5) return std::nullopt;
  const int month = name->number;
  const int day = digits_of_lead(std::string_view(name->value).substr(3));
  int year = 0;
  const size_t end = at + name->words;
  const size_t after = year_behind(end, year);
  const auto moment = year == 0 ? yearless(month, day, at) : day_moment(year, month, day);
  return moment ? dated(year == 0 ? end : after, *moment, year != 0) : undated(end);
}

// "the summer of 2023", "summer 2023"; "the summer" of the year that the tense means. "Spring" alone may be water or a
// verb.
TimeParser::Answer TimeParser::season(size_t at) const {
  const bool article = is(at, "the");
  const size_t here = article ? at + 1 : at;
  const auto* name = term(here, TimeWord::kSeason);
  if (name == nullptr) return std::nullopt;
  int year = 0;
  const size_t after = year_behind(here + 1, year);
  const int month = name->value == "SP" ? 3 : name->value == "SU" ? 6 : name->value == "FA" ? 9 : 12;
  if (year != 0) return dated(after, moment_of(Grain::kSeason, day_number(year, month, 1)));
  const bool placed =
      article && at > 0 && (is(at - 1, "in") || is(at - 1, "during") || is(at - 1, "by") || is(at - 1, "since"));
  if (!placed || is(here, "fall")) return std::nullopt;
  const auto moment = yearless(month, 0, at);
  return moment ? dated(here + 1, moment_of(Grain::kSeason, moment->start), false) : undated(here + 1);
}

}  // namespace vedette::story
