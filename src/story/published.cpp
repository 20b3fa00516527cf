#include "story/published.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace vedette::story {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

int number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

std::optional<DayNumber> day(int year, int month, int day_of_month) {
  if (year < 1000 || !is_valid_date(year, month, day_of_month)) return std::nullopt;
  return day_number(year, month, day_of_month);
}

// Runs of digits and runs of letters; nothing of what stands between.
std::vector<std::string_view> runs(std::string_view text) {
  std::vector<std::string_view> result;
  for (size_t i = 0; i < text.size() && result.size() < 8;) {
    size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == i) {
      while (end < text.size() && is_letter(text[end])) ++end;
    }
    if (end == i) {
      ++i;
      continue;
    }
    result.push_back(text.substr(i, end - i));
    i = end;
  }
  return result;
}

std::optional<DayNumber> named_month(const std::vector<std::string_view>& parts) {
  for (size_t i = 0; i < parts.size(); ++i) {
    const int month = month_number(parts[i]);
    if (month == 0 || i + 1 >= parts.size()) continue;
    if (i > 0 && is_digit(parts[i - 1].front())) {
      if (const auto found = day(number(parts[i + 1]), month, number(parts[i - 1]))) return found;
    }
    if (i + 2 < parts.size()) {
      if (const auto found = day(number(parts[i + 2]), month, number(parts[i + 1]))) return found;
    }
  }
  return std::nullopt;
}

}  // namespace

int month_number(std::string_view name) {
  std::string small(name.substr(0, 10));
  std::transform(small.begin(), small.end(), small.begin(), lower);
  if (small == "sept") return 9;
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (small == kMonths[i] || (small.size() == 3 && kMonths[i].starts_with(small))) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<DayNumber> parse_published(std::string_view text) {
  const auto parts = runs(text.substr(0, 100));
  if (parts.empty()) return std::nullopt;
  if (parts[0].size() == 8 && is_digit(parts[0][0])) {
    return day(number(parts[0].substr(0, 4)), number(parts[0].substr(4, 2)), number(parts[0].substr(6)));
  }
  if (parts.size() >= 3 && parts[0].size() == 4 && is_digit(parts[0][0])) {
    return day(number(parts[0]), number(parts[1]), number(parts[2]));
  }
  return named_month(parts);
}

}  // namespace vedette::story
