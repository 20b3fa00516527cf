#include "cli/display_width.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace vedette::cli {
namespace {

bool is_invisible(char32_t c) {
  const auto category = u_charType(static_cast<UChar32>(c));
  return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR;
}

size_t columns_of(char32_t c) {
  if (c < 0x300) return 1;
  if (is_invisible(c)) return 0;
  // Hangul vowels and trailing consonants join the syllable before them.
  if (c >= 0x1160 && c <= 0x11FF) return 0;
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

// Embeddings, overrides and isolates reorder what stands around them.
bool is_direction_control(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// Byte length of the longest start of `text` that fits; at least one character.
size_t prefix_that_fits(std::string_view text, size_t width) {
  size_t used = 0;
  for (size_t position = 0; position < text.size();) {
    const size_t start = position;
    const char32_t c = next_code_point(text, position);
    used += columns_of(c == kInvalidCodePoint ? kReplacementCharacter : c);
    if (used > width && start > 0) return start;
  }
  return text.size();
}

void add_word(std::vector<std::string>& lines, std::string_view word, size_t width) {
  std::string& line = lines.back();
  const size_t needed = display_width(line) + (line.empty() ? 0 : 1) + display_width(word);
  if (needed <= width) {
    if (!line.empty()) line += ' ';
    line += word;
    return;
  }
  if (!line.empty()) lines.emplace_back();
  while (display_width(word) > width) {
    const size_t fits = prefix_that_fits(word, width);
    lines.back() = word.substr(0, fits);
    lines.emplace_back();
    word.remove_prefix(fits);
  }
  lines.back() = word;
}

}  // namespace

size_t display_width(std::string_view text) {
  size_t width = 0;
  for (size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    width += columns_of(c == kInvalidCodePoint ? kReplacementCharacter : c);
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      clean += ' ';
    } else if (!is_direction_control(c)) {
      append_code_point(clean, c);
    }
  }
  return clean;
}

std::vector<std::string> wrap(std::string_view text, size_t width) {
  std::vector<std::string> lines(1);
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find(' ', start), text.size());
    if (end > start) add_word(lines, text.substr(start, end - start), width);
    start = end + 1;
  }
  return lines;
}

}  // namespace vedette::cli
