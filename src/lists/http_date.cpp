#include <algorithm>
#include <array>
#include <charconv>

#include "lists/http.h"

namespace vedette::lists {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> number_in(std::string_view digits, int most) {
  int number = 0;
  const char* const begin = digits.data();
  const char* const end = begin + digits.size();
  const auto parsed = std::from_chars(begin, end, number);
  const bool plain = parsed.ec == std::errc() && parsed.ptr == end && digits.front() != '-';
  return plain && number <= most ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<std::chrono::sys_seconds> parse_http_date(std::string_view text) {
  //                                  01234567890123456789012345678
  constexpr std::string_view kShape = "Www, 00 Mmm 0000 00:00:00 GMT";
  if (text.size() != kShape.size() || !text.ends_with(" GMT") || text[3] != ',' || text[19] != ':' || text[22] != ':') {
    return std::nullopt;
  }
  const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
  const auto day = number_in(text.substr(5, 2), 31);
  const auto year = number_in(text.substr(12, 4), 9999);
  const auto hour = number_in(text.substr(17, 2), 23);
  const auto minute = number_in(text.substr(20, 2), 59);
  const auto second = number_in(text.substr(23, 2), 60);  // a leap second counts as the next
  if (month == kMonths.end() || !day || !year || !hour || !minute || !second) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(month - kMonths.begin()) + 1),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         std::chrono::seconds(*second);
}

}  // namespace vedette::lists
