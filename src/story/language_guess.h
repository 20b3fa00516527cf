// Which language a story is in: told from its script and the share of each language's function words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/script.h"

namespace vedette::story {

/// One entry of data/story/languages.tsv.
struct LanguageEntry {
  std::string_view code;  ///< ISO 639-1
  std::string_view name;  ///< in English
  text::Script script = text::Script::kCommon;
  std::string_view example;
};

/// All that can be told, in the order of the table.
const std::vector<LanguageEntry>& known_languages();

struct LanguageGuess {
  std::string code = "en";       ///< "und" where the script is one that is not known
  std::string name = "English";  ///< empty where it is not known
  bool is_english() const { return code == "en"; }
};

/// Looks at the beginning of a text only, so that it costs the same for any length. Where little speaks for another
/// language (a headline of names, a table) the answer is English.
LanguageGuess guess_language(std::string_view text);

}  // namespace vedette::story
