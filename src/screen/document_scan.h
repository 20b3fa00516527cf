// Names of listed entities in free text, without a language model.
//
// Idea: a name is a run of words that look like names (a capital first letter, or a script without case), perhaps with
// small words between ("Committee for Space Technology"), and no punctuation that ends a phrase. Every window of at
// most kMaxWindow words of a run is screened as a query; of those that hit, the best that do not overlap are kept. Two
// telling words must match, or one that stands alone in its run and is as good as equal to the listed name.
// Cost: at most kMaxWindow searches a word of the text that looks like a name.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "screen/searcher.h"

namespace vedette::screen {

/// One name in a text: bytes [begin, end), and what it may mean, best first.
struct Mention {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t code_points_before = 0;
  match::PreparedEntity query;
  std::vector<Candidate> candidates;
};

inline constexpr int kMaxWindow = 8;

/// Searches of one text. A text that wants more (some 50,000 different words that look like names) is scanned as far as
/// that, and `complete` is false.
inline constexpr size_t kMostSearches = 400'000;

struct Mentions {
  std::vector<Mention> found;  ///< by position; they do not overlap
  bool complete = true;
};

Mentions find_mentions(std::string_view text, Searcher& searcher, const SearchOptions& options);

}  // namespace vedette::screen
