// A name cut into folded words, before anything is known of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/script.h"

namespace vedette::match {

struct RawWord {
  std::string folded;    ///< text::fold of the word, without spaces and punctuation; never empty
  std::string original;  ///< as written
  text::Script script = text::Script::kCommon;
  bool after_comma = false;  ///< a comma stands before it
  bool after_slash = false;  ///< a slash stands before it, or before an earlier word
};

/// Whether "S.A." is one word "sa" (in names of bodies) or two initials (in names of persons).
enum class DottedLetters : uint8_t { kJoin, kKeep };

/// Words beyond this are left out. A phrase of the tables has up to seven words, so that kMaxTokens fit.
inline constexpr size_t kMaxRawWords = 168;

std::vector<RawWord> raw_words(std::string_view text, DottedLetters dotted);

}  // namespace vedette::match
