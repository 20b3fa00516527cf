// Text in which only ASCII counts: keywords, headers, labels, names of files and columns. Other bytes pass unchanged.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace vedette {

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string ascii_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = ascii_lower(c);
  return result;
}

inline bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

/// Without the characters of `edges` at its ends.
inline std::string_view trimmed(std::string_view text, std::string_view edges = " \t\r\n") {
  const size_t first = text.find_first_not_of(edges);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(edges) - first + 1);
}

}  // namespace vedette
