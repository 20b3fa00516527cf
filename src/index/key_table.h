// From a 64-bit key to numbers, over sorted arrays that may lie in a mapped file. One directory look-up and a short
// scan.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace vedette::index {

struct KeyTableView {
  std::span<const uint64_t> keys;     ///< sorted; a key stands once for each of its values
  std::span<const uint32_t> values;   ///< beside keys; rising within a key
  std::span<const uint32_t> buckets;  ///< 2^n + 1 offsets into keys, by their top n bits

  std::span<const uint32_t> find(uint64_t key) const {
    if (buckets.size() < 2) return {};
    const int shift = 64 - std::countr_zero(buckets.size() - 1);
    const uint64_t bucket = shift == 64 ? 0 : key >> shift;
    const auto begin = keys.begin() + buckets[bucket];
    const auto range = std::equal_range(begin, keys.begin() + buckets[bucket + 1], key);
    return values.subspan(static_cast<size_t>(range.first - keys.begin()),
                          static_cast<size_t>(range.second - range.first));
  }
};

struct KeyTableArrays {
  std::vector<uint64_t> keys;
  std::vector<uint32_t> values;
  std::vector<uint32_t> buckets;
};

/// Sorts and drops repeated pairs. Keys should be hashes: their top bits choose the bucket.
inline KeyTableArrays build_key_table(std::vector<std::pair<uint64_t, uint32_t>> pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  KeyTableArrays table;
  const size_t bucket_count = std::bit_ceil(std::max<size_t>(pairs.size() / 4, 2));
  const int shift = 64 - std::countr_zero(bucket_count);
  table.buckets.reserve(bucket_count + 1);
  for (const auto& [key, value] : pairs) {
    while (table.buckets.size() <= key >> shift) table.buckets.push_back(static_cast<uint32_t>(table.keys.size()));
    table.keys.push_back(key);
    table.values.push_back(value);
  }
  while (table.buckets.size() <= bucket_count) table.buckets.push_back(static_cast<uint32_t>(table.keys.size()));
  return table;
}

}  // namespace vedette::index
