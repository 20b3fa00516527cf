// Distances between short keys: optimal string alignment (insert, delete, substitute, swap neighbours), plain with a
// bound for retrieval, and weighted by which letters people and transcriptions confuse for scoring.
#pragma once

#include <string_view>

namespace vedette::match {

/// Keys longer than this are never similar unless they are equal.
inline constexpr size_t kMaxKeyLength = 48;

/// Edits between two keys, or `limit` + 1 if there are more than `limit` or a key is longer than kMaxKeyLength.
/// O(limit · length).
int bounded_edits(std::string_view a, std::string_view b, int limit);

/// Weighted edits between two folded Latin words. Symmetric; 0 only for equal words; an ordinary edit costs 1, the
/// cheaper ones are constants in the source. Words longer than kMaxKeyLength cost more than any limit.
double weighted_edits(std::string_view a, std::string_view b);

}  // namespace vedette::match
