// One key against many: the optimal string alignment distance of bounded_edits, a machine word at a time.
//
// Bit-parallel after H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003):
// a few operations a letter of the other key, whatever the length of this one.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "match/edit_distance.h"

namespace vedette::match {

class EditPattern {
 public:
  /// The key must outlive the pattern.
  explicit EditPattern(std::string_view key) : key_(key) {
    static_assert(kMaxKeyLength <= 64);
    if (key.size() > kMaxKeyLength) return;
    for (size_t i = 0; i < key.size(); ++i) places_[static_cast<unsigned char>(key[i])] |= uint64_t{1} << i;
  }

  /// The same number as bounded_edits(key, other, limit).
  int edits(std::string_view other, int limit) const {
    if (key_ == other) return 0;
    const size_t longer = key_.size() > other.size() ? key_.size() : other.size();
    const size_t shorter = key_.size() > other.size() ? other.size() : key_.size();
    if (limit <= 0 || longer > kMaxKeyLength || longer - shorter > static_cast<size_t>(limit)) return limit + 1;
    if (shorter == 0) return static_cast<int>(longer);
    const int distance = full_distance(other);
    return distance <= limit ? distance : limit + 1;
  }

 private:
  int full_distance(std::string_view other) const {
    const uint64_t last = uint64_t{1} << (key_.size() - 1);
    uint64_t rises = ~uint64_t{0};  // vertical differences of +1, and of -1 below
    uint64_t falls = 0;
    uint64_t diagonal = 0;
    uint64_t previous = 0;
    int distance = static_cast<int>(key_.size());
    for (const char letter : other) {
      const uint64_t here = places_[static_cast<unsigned char>(letter)];
      const uint64_t swaps = ((~diagonal & here) << 1) & previous;
      diagonal = (((here & rises) + rises) ^ rises) | here | falls | swaps;
      uint64_t across_rises = falls | ~(diagonal | rises);
      uint64_t across_falls = diagonal & rises;
      distance += (across_rises & last) != 0 ? 1 : 0;
      distance -= (across_falls & last) != 0 ? 1 : 0;
      across_rises = (across_rises << 1) | 1;
      across_falls <<= 1;
      rises = across_falls | ~(diagonal | across_rises);
      falls = across_rises & diagonal;
      previous = here;
    }
    return distance;
  }

  std::string_view key_;
  std::array<uint64_t, 256> places_{};
};

}  // namespace vedette::match
