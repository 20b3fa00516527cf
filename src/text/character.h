// What one code point is to a name: letter, digit, mark, apostrophe, invisible, or a break between words.
#pragma once

#include <cstdint>

#include "text/script.h"

namespace vedette::text {

enum class CharacterKind : uint8_t {
  kBreak,       ///< white space, punctuation, symbols
  kLetter,      ///< also modifier letters that are no apostrophes
  kDigit,       ///< decimal digits of any script
  kMark,        ///< combining marks: they go with the letter before
  kInvisible,   ///< zero-width, direction and other default-ignorable characters
  kApostrophe,  ///< ' and all that is typed for it, also the half rings that stand for ayn and hamza
};

struct CharacterClass {
  CharacterKind kind = CharacterKind::kBreak;
  Script script = Script::kCommon;
};

/// A table look-up for all but rare characters. What is not a scalar value is a break.
CharacterClass classify(char32_t code_point);

}  // namespace vedette::text
