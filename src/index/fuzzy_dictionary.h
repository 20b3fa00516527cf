// All keys of a dictionary within a few edits of a word, found without looking at the others, and none missed.
//
// Idea. Let e(n) be the edits allowed between two keys of which the shorter has n bytes; it never falls as n grows and
// is at most 2. A key of length L is filed by its class e(L):
//   0: under itself.
//   1: under itself and each of its forms with one byte deleted. Two words within one edit (also a swap of neighbours)
//      share such a form.
//   2: cut in two at h = L / 2. Its beginning is filed like a key of class 1, its end as it is, and also the end after
//      the cut at h + 1. Of two edits either at most one falls into the beginning, or both do and the end is untouched;
//      a swap across the cut counts once on each side, but then the end after h + 1 is untouched or the beginning has
//      no other edit.
// A word is looked up under the same forms of its own beginnings and ends; what is found is verified with the distance.
// Cost: some 8 entries of 6 bytes a key; some 30 probes a lookup. After Mor & Fraenkel (1982) and pigeonhole splitting
// as in PASS-JOIN (Li et al., VLDB 2011).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace vedette::index {

/// Edits allowed when the shorter of two keys has that many bytes. Never falls; at most 2.
using EditBudget = unsigned (*)(size_t length);

/// What a finished dictionary is made of; each may lie in a mapped file.
struct FuzzyDictionaryView {
  StringTable keys;                   ///< distinct, sorted
  std::span<const uint32_t> buckets;  ///< 2^n + 1 offsets into entries
  std::span<const uint32_t> entries;  ///< key numbers
  std::span<const uint16_t> tags;     ///< low bits of the hash of each entry: tells strangers in a bucket apart

  /// Calls `found(key number)` once for each key within the budget, in order of key number. `distance(key, cutoff)` is
  /// the optimal string alignment distance of the word to a key, or anything above the cutoff if it is above.
  /// `scratch` is overwritten; reusing it avoids allocation.
  template <typename Distance, typename Found>
  void find(std::string_view word, EditBudget budget, Distance&& distance, std::vector<uint32_t>& scratch,
            Found&& found) const {
    collect(word, budget, scratch);
    for (const uint32_t key : scratch) {
      const std::string_view text = keys[key];
      const size_t shorter = text.size() < word.size() ? text.size() : word.size();
      const unsigned cutoff = budget(shorter);
      if (text.size() + word.size() - 2 * shorter <= cutoff && distance(text, cutoff) <= cutoff) found(key);
    }
  }

 private:
  /// Fills `candidates` with all keys that can be within the budget, sorted, each once.
  void collect(std::string_view word, EditBudget budget, std::vector<uint32_t>& candidates) const;
};

struct FuzzyDictionaryArrays {
  std::vector<uint32_t> buckets;
  std::vector<uint32_t> entries;
  std::vector<uint16_t> tags;
};

/// Files the keys (distinct, sorted).
FuzzyDictionaryArrays build_fuzzy_dictionary(const StringTable& keys, EditBudget budget);

}  // namespace vedette::index
