// How fold() treats one code point by itself, from a table that fills page by page.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/script.h"

namespace vedette::text {

/// UTF-8 that stands for the code point in folded text (may be empty), and the scripts of its letters, a bit for
/// each. Thread-safe; the
/// view lives as long as the program. Requires a scalar value.
struct FoldedCharacter {
  std::string_view utf8;
  uint16_t scripts = 0;
};
FoldedCharacter fold_character(char32_t code_point);

}  // namespace vedette::text
