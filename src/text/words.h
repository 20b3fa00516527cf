// Cutting a text into words, by offset, so that a hit can be shown where it stands.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/script.h"

namespace vedette::text {

/// Bytes [begin, end) of the input. `script` is that of most letters; kCommon for a number.
struct Word {
  uint32_t begin = 0;
  uint32_t end = 0;
  Script script = Script::kCommon;

  bool operator==(const Word&) const = default;
  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// Runs of letters, digits and their marks. Apostrophes between letters do not split ("O'Brien", "Qa’ida"); hyphens,
/// dots, slashes and commas do, so that "S.A." is two words of one letter with a dot between and after. A change of
/// script splits, except among Latin, Cyrillic and Greek, which a word may mix by mistake or malice; digits go with
/// either side. Scripts without spaces (Han, kana, Thai) stay one word. Works on raw and on folded text.
/// Inputs over 4 GiB are cut there.
std::vector<Word> split_words(std::string_view utf8);

}  // namespace vedette::text
