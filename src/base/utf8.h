// UTF-8 by hand: decoding one code point, checking, counting, mending.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vedette {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;
inline constexpr char32_t kInvalidCodePoint = 0xFFFFFFFF;

/// Decodes the code point at `position` and moves past it. On an ill-formed sequence moves one byte on and returns
/// kInvalidCodePoint. Requires position < text.size().
char32_t next_code_point(std::string_view text, size_t& position);

/// Appends the UTF-8 form of a scalar value; anything else appends U+FFFD.
void append_code_point(std::string& text, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// Byte offset of the first ill-formed sequence, or npos.
size_t first_invalid_utf8(std::string_view text);

/// The text with each ill-formed byte replaced by U+FFFD.
std::string mend_utf8(std::string_view text);

/// Number of code points; an ill-formed byte counts as one.
size_t count_code_points(std::string_view text);

std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

}  // namespace vedette
