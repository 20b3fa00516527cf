#include "lists/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "entity/entity.h"

namespace vedette::lists {
namespace {

// No date is longer; what is longer is prose.
constexpr size_t kLongestText = 100;
constexpr int kTwoDigitPivot = 30;

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// Lower case, spaces folded, dashes of all kinds (U+2010 to U+2014) as '-'.
std::string simplified(std::string_view text) {
  const std::string folded = fold_spaces(text);
  std::string simple;
  for (size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (c == '\xE2' && i + 2 < folded.size() && folded[i + 1] == '\x80' && folded[i + 2] >= '\x90' &&
        folded[i + 2] <= '\x94') {
      simple += '-';
      i += 2;
    } else {
      simple += ascii_lower(c);
    }
  }
  return simple;
}

std::string_view trim(std::string_view text) {
  return trimmed(text, " ,.;:()");
}

// Takes off "born in the" and the like.
std::string_view without_opening(std::string_view text) {
  for (std::string_view opening : {"dob", "born", "in", "on", "the"}) {
    if (text.starts_with(opening) && text.size() > opening.size() && text[opening.size()] == ' ') {
      text = trim(text.substr(opening.size()));
    }
  }
  return text;
}

// Takes words that say "about" off either end.
bool take_circa(std::string_view& text) {
  static constexpr std::string_view kMarks[] = {"approximately", "approximate", "approx", "circa", "around", "about",
                                                "possibly",      "probably",    "ca",     "c",     "~"};
  bool found = false;
  for (bool again = true; again;) {
    again = false;
    text = trim(text);
    for (std::string_view mark : kMarks) {
      const bool in_front =
          text.starts_with(mark) && (text.size() == mark.size() || mark == "~" || !is_letter(text[mark.size()]));
      const bool behind = text.ends_with(mark) && text.size() > mark.size() &&
                          (mark == "~" || !is_letter(text[text.size() - mark.size() - 1]));
      if (in_front) text.remove_prefix(mark.size());
      if (!in_front && behind) text.remove_suffix(mark.size());
      again = again || in_front || behind;
      if (in_front || behind) text = trim(text);
    }
    found = found || again;
  }
  return found;
}

int month_number(std::string_view word) {
  if (word.size() < 3) return 0;
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i].starts_with(word)) return static_cast<int>(i) + 1;
  }
  return 0;
}

enum class PartKind : uint8_t { kNumber, kMonth, kUnknown };

struct Part {
  PartKind kind = PartKind::kNumber;
  int number = 0;
  size_t digits = 0;
};

bool is_year(const Part& part) {
  return part.kind == PartKind::kNumber && part.digits == 4;
}

std::optional<Part> read_part(std::string_view word) {
  static constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th"};
  static constexpr std::string_view kPlaceholders[] = {"dd", "mm", "xx", "??", "yy"};
  if (const int month = month_number(word); month != 0) return Part{PartKind::kMonth, month, 0};
  if (std::find(std::begin(kPlaceholders), std::end(kPlaceholders), word) != std::end(kPlaceholders)) {
    return Part{PartKind::kUnknown, 0, 0};
  }
  for (std::string_view ordinal : kOrdinals) {
    if (word.size() > 2 && word.ends_with(ordinal)) word.remove_suffix(2);
  }
  Part part{PartKind::kNumber, 0, word.size()};
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), part.number);
  if (error != std::errc() || end != word.data() + word.size() || word.size() > 4 || word[0] == '-')
    return std::nullopt;
  return part;
}

std::optional<std::vector<Part>> read_parts(std::string_view text) {
  constexpr std::string_view kSeparators = " ,./-";
  std::vector<Part> parts;
  while (true) {
    const size_t start = text.find_first_not_of(kSeparators);
    if (start == std::string_view::npos) break;
    text.remove_prefix(start);
    const size_t end = std::min(text.find_first_of(kSeparators), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    if (word == "of") continue;
    const auto part = read_part(word);
    if (!part || parts.size() == 3) return std::nullopt;
    parts.push_back(*part);
  }
  return parts;
}

int full_year(const Part& part) {
  if (part.digits != 2) return part.number;
  return part.number + (part.number < kTwoDigitPivot ? 2000 : 1900);
}

// A month or day of 0 is unknown; a day without its month is worth nothing.
std::optional<PartialDate> build(int year, int month, int day) {
  if (month == 0) day = 0;
  if (!is_valid_date(year, month == 0 ? 1 : month, day == 0 ? 1 : day)) return std::nullopt;
  return PartialDate{{static_cast<int16_t>(year), static_cast<uint8_t>(month), static_cast<uint8_t>(day)},
                     std::nullopt};
}

std::optional<PartialDate> from_two(const Part& a, const Part& b) {
  if (a.kind == PartKind::kMonth && (is_year(b) || b.digits == 2)) return build(full_year(b), a.number, 0);
  if (b.kind == PartKind::kMonth && is_year(a)) return build(a.number, b.number, 0);
  if (is_year(b) && !is_year(a)) return build(b.number, a.number, 0);
  if (is_year(a) && !is_year(b)) return build(a.number, b.number, 0);
  return std::nullopt;
}

std::optional<PartialDate> from_three(const std::vector<Part>& parts, DateOrder order) {
  const auto named = std::find_if(parts.begin(), parts.end(), [](const Part& p) { return p.kind == PartKind::kMonth; });
  if (named != parts.end()) {
    const Part& first = named == parts.begin() ? parts[1] : parts[0];
    const Part& last = named == parts.end() - 1 ? parts[1] : parts[2];
    if (first.kind == PartKind::kMonth || last.kind == PartKind::kMonth) return std::nullopt;
    return is_year(first) ? build(first.number, named->number, last.number)
                          : build(full_year(last), named->number, first.number);
  }
  if (is_year(parts[0])) return build(parts[0].number, parts[1].number, parts[2].number);
  if (!is_year(parts[2]) && parts[2].digits != 2) return std::nullopt;
  int day = parts[0].number;
  int month = parts[1].number;
  if (order == DateOrder::kMonthFirst) std::swap(day, month);
  if (month > 12 && day <= 12) std::swap(day, month);
  return build(full_year(parts[2]), month, day);
}

// "1960s", "early 1960s".
std::optional<PartialDate> parse_decade(std::string_view text) {
  bool circa = false;
  for (std::string_view part : {"early", "mid", "late"}) {
    if (!text.starts_with(part)) continue;
    text.remove_prefix(part.size());
    while (!text.empty() && (text[0] == ' ' || text[0] == '-')) text.remove_prefix(1);
    circa = true;
  }
  if (text.ends_with("'s"))
    text.remove_suffix(2);
  else if (text.ends_with("s"))
    text.remove_suffix(1);
  else
    return std::nullopt;
  const auto part = read_part(text);
  if (!part || !is_year(*part) || part->number % 10 != 0 || part->number == 0) return std::nullopt;
  const auto year = static_cast<int16_t>(part->number);
  return PartialDate{{year, 0, 0}, CalendarDate{static_cast<int16_t>(year + 9), 0, 0}, circa};
}

// Cuts the time of day or zone off "1984-01-08T00:00:00" and "1984-01-08-05:00".
std::string_view without_time(std::string_view text) {
  if (text.size() <= 10 || text[4] != '-' || text[7] != '-') return text;
  constexpr std::string_view kAfterDate = "t +-z";
  const bool has_time =
      kAfterDate.find(text[10]) != std::string_view::npos &&
      std::all_of(
          text.begin() + 11, text.end(),
          [](char c) { return is_ascii_digit(c) || c == ':' || c == '.' || c == '+' || c == '-' || c == 'z'; }) &&
      text.find(':', 11) != std::string_view::npos;
  return has_time || (text.size() == 11 && text[10] == 'z') ? text.substr(0, 10) : text;
}

std::optional<PartialDate> parse_single(std::string_view text, DateOrder order) {
  const bool circa = take_circa(text);
  std::optional<PartialDate> date = parse_decade(text);
  if (!date && text.size() == 8 && std::all_of(text.begin(), text.end(), is_ascii_digit)) {
    const auto year = read_part(text.substr(0, 4));
    const auto month = read_part(text.substr(4, 2));
    const auto day = read_part(text.substr(6, 2));
    date = build(year->number, month->number, day->number);
  } else if (!date) {
    const auto parts = read_parts(without_time(text));
    if (!parts || parts->empty()) return std::nullopt;
    if (parts->size() == 1 && is_year(parts->front())) date = build(parts->front().number, 0, 0);
    if (parts->size() == 2) date = from_two((*parts)[0], (*parts)[1]);
    if (parts->size() == 3) date = from_three(*parts, order);
  }
  if (date) date->circa = date->circa || circa;
  return date;
}

std::optional<PartialDate> parse_ends(std::string_view from, std::string_view until, DateOrder order) {
  const auto first = parse_single(from, order);
  const auto last = parse_single(until, order);
  if (!first || !last) return std::nullopt;
  return make_date_range(*first, *last);
}

std::optional<PartialDate> parse_range(std::string_view text, DateOrder order) {
  static constexpr std::pair<std::string_view, std::string_view> kForms[] = {
      {"between ", " and "}, {"from ", " to "}, {"", " to "}, {"", " through "},
      {"", " until "},       {"", " - "},       {"", "/"},
  };
  for (const auto& [opening, middle] : kForms) {
    if (!text.starts_with(opening)) continue;
    const size_t at = text.find(middle, opening.size());
    if (at == std::string_view::npos) continue;
    const auto range =
        parse_ends(text.substr(opening.size(), at - opening.size()), text.substr(at + middle.size()), order);
    if (range) return range;
  }
  // "1960-1963"
  if (text.size() == 9 && text[4] == '-') return parse_ends(text.substr(0, 4), text.substr(5), order);
  return std::nullopt;
}

}  // namespace

std::optional<PartialDate> make_date_range(const PartialDate& from, const PartialDate& until) {
  if (from.until || until.until || from.first_day() > until.last_day()) return std::nullopt;
  PartialDate range{from.from, until.from, from.circa || until.circa};
  const DayNumber first = range.first_day();
  const DayNumber last = range.last_day();
  const CalendarDate start = calendar_date(first);
  const CalendarDate end = calendar_date(last);
  const bool whole_years = start.month == 1 && start.day == 1 && end.month == 12 && end.day == 31;
  const bool whole_months = start.day == 1 && CalendarDate{end.year, end.month, 0}.last_day() == last;
  if (whole_years) {
    range.from = {start.year, 0, 0};
    range.until = CalendarDate{end.year, 0, 0};
  } else if (whole_months && start.year == end.year && start.month == end.month) {
    range.from = {start.year, start.month, 0};
    range.until = range.from;
  }
  if (range.until == range.from) range.until.reset();
  return range;
}

std::optional<PartialDate> parse_list_date(std::string_view text, DateOrder order) {
  if (text.size() > kLongestText) return std::nullopt;
  const std::string simple = simplified(text);
  std::string_view rest = without_opening(trim(simple));
  const bool circa = take_circa(rest);
  auto date = parse_single(rest, order);
  if (!date) date = parse_range(rest, order);
  if (date) date->circa = date->circa || circa;
  return date;
}

}  // namespace vedette::lists
