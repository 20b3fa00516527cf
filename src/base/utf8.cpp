#include "base/utf8.h"

namespace vedette {
namespace {

// Length of a sequence from its first byte, 0 if it cannot start one.
constexpr size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};

bool is_scalar(char32_t c) {
  return c < 0x110000 && (c < 0xD800 || c > 0xDFFF);
}

}  // namespace

char32_t next_code_point(std::string_view text, size_t& position) {
  const auto lead = static_cast<unsigned char>(text[position]);
  const size_t length = sequence_length(lead);
  if (length == 1) return ++position, lead;
  if (length == 0 || text.size() - position < length) return ++position, kInvalidCodePoint;
  char32_t value = lead & (0x7Fu >> length);
  for (size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[position + i]);
    if ((byte & 0xC0) != 0x80) return ++position, kInvalidCodePoint;
    value = (value << 6) | (byte & 0x3Fu);
  }
  if (value < kSmallest[length] || !is_scalar(value)) return ++position, kInvalidCodePoint;
  position += length;
  return value;
}

void append_code_point(std::string& text, char32_t code_point) {
  if (!is_scalar(code_point)) code_point = kReplacementCharacter;
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((code_point >> shift) & 0x3F)); };
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += static_cast<char>(0xC0 | (code_point >> 6));
    tail(0);
  } else if (code_point < 0x10000) {
    text += static_cast<char>(0xE0 | (code_point >> 12));
    tail(6), tail(0);
  } else {
    text += static_cast<char>(0xF0 | (code_point >> 18));
    tail(12), tail(6), tail(0);
  }
}

size_t first_invalid_utf8(std::string_view text) {
  for (size_t position = 0; position < text.size();) {
    const size_t start = position;
    if (next_code_point(text, position) == kInvalidCodePoint) return start;
  }
  return std::string_view::npos;
}

bool is_valid_utf8(std::string_view text) {
  return first_invalid_utf8(text) == std::string_view::npos;
}

std::string mend_utf8(std::string_view text) {
  std::string mended;
  mended.reserve(text.size());
  for (size_t position = 0; position < text.size();) append_code_point(mended, next_code_point(text, position));
  return mended;
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (size_t position = 0; position < text.size(); ++count) next_code_point(text, position);
  return count;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string wide;
  wide.reserve(text.size());
  for (size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    wide += c == kInvalidCodePoint ? kReplacementCharacter : c;
  }
  return wide;
}

std::string to_utf8(std::u32string_view text) {
  std::string narrow;
  narrow.reserve(text.size());
  for (char32_t c : text) append_code_point(narrow, c);
  return narrow;
}

}  // namespace vedette
