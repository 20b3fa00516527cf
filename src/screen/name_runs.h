// Runs of words in a text that may be, or hold, names.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace vedette::screen {

/// A word of a run: bytes [begin, end) of the text, a possessive ending left off.
struct RunWord {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool can_bound = false;  ///< whether a name may begin or end with it
};

using NameRun = std::vector<RunWord>;

/// Runs in order. Small words stand inside runs only, never at their ends.
std::vector<NameRun> find_name_runs(std::string_view text);

}  // namespace vedette::screen
