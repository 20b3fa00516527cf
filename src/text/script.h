// Writing systems, as far as names need to tell them apart.
#pragma once

#include <cstdint>
#include <string_view>

namespace vedette::text {

enum class Script : uint8_t {
  kCommon,  ///< digits, punctuation, marks that any script uses
  kLatin,
  kCyrillic,
  kGreek,
  kArabic,
  kHebrew,
  kHan,
  kHangul,
  kKana,  ///< hiragana and katakana
  kThai,
  kDevanagari,
  kGeorgian,
  kArmenian,
  kOther,
};
inline constexpr int kScriptCount = static_cast<int>(Script::kOther) + 1;

/// Script property of one code point; anything that is not a scalar value is kCommon.
Script script_of(char32_t code_point);

/// The script of most letters; kCommon if there are none. The earlier in `Script` wins a tie.
Script dominant_script(std::string_view utf8);

/// Four-letter code of ISO 15924: "Latn", "Hrkt" for kana, "Zyyy" for common, "Zzzz" for other.
std::string_view iso15924(Script script);

}  // namespace vedette::text
