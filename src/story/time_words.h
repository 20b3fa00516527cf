// A text as the words that the grammar of dates reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "story/time_lexicon.h"

namespace vedette::story {

/// A run of letters and digits (with apostrophes between letters), or any other character that is no blank.
struct TimeWordAt {
  std::string lower;   ///< in small letters; a typographic apostrophe is plain
  uint32_t begin = 0;  ///< code points
  uint32_t end = 0;
  uint32_t paragraph = 0;  ///< how many line ends came before
  bool capital = false;    ///< begins with a capital letter
  bool glued = false;      ///< no blank before it
  int number = -1;         ///< of up to eight digits, else -1
  /// Terms that begin here, the longest first.
  std::vector<const TimeTerm*> terms;
};

std::vector<TimeWordAt> split_for_times(std::string_view text, const TimeLexicon& lexicon);

}  // namespace vedette::story
