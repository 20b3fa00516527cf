// Korean and Chinese names in Russian writing, known by their syllables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vedette::text {

struct AsianReadings {
  std::vector<std::string> readings;  ///< the most usual first: "jong" of "чен", "jinping" of "цзиньпин"
  bool is_likely = false;             ///< the word can hardly be anything else
};

/// Korean after a table of name syllables (data/romanisation/korean_in_cyrillic.tsv), Chinese after the system of
/// Palladius, up to three syllables a word.
AsianReadings read_asian_cyrillic(std::u32string_view folded_word);

}  // namespace vedette::text
