#include "index/fuzzy_dictionary.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>

namespace vedette::index {
namespace {

// Which part of a key a form stands for; part of the form's hash.
enum class Part : uint64_t { kWhole = 0x9E3779B97F4A7C15, kBeginning = 0xC2B2AE3D27D4EB4F, kEnd = 0x165667B19E3779F9 };

constexpr size_t kLongestSplit = 255;  // longer keys do not occur: names are bounded by match

uint64_t hash_form(Part part, std::string_view form) {
  return XXH3_64bits_withSeed(form.data(), form.size(), static_cast<uint64_t>(part));
}

// Each form of the text with one byte deleted; runs of equal bytes give the same form once.
template <typename Use>
void for_each_deletion(std::string_view text, Use&& use) {
  char buffer[kLongestSplit + 1];
  if (text.empty() || text.size() > kLongestSplit) return;
  std::copy(text.begin() + 1, text.end(), buffer);
  for (size_t i = 0; i < text.size(); ++i) {
    if (i > 0) buffer[i - 1] = text[i - 1];
    if (i > 0 && text[i] == text[i - 1]) continue;
    use(std::string_view(buffer, text.size() - 1));
  }
}

template <typename Use>
void for_each_filed_hash(std::string_view key, EditBudget budget, Use&& use) {
  const unsigned key_class = budget(key.size());
  if (key_class <= 1) {
    use(hash_form(Part::kWhole, key));
    if (key_class == 1) for_each_deletion(key, [&](std::string_view form) { use(hash_form(Part::kWhole, form)); });
    return;
  }
  const size_t cut = key.size() / 2;
  use(hash_form(Part::kBeginning, key.substr(0, cut)));
  for_each_deletion(key.substr(0, cut), [&](std::string_view form) { use(hash_form(Part::kBeginning, form)); });
  use(hash_form(Part::kEnd, key.substr(cut)));
  use(hash_form(Part::kEnd, key.substr(cut + 1)));
}

// A range of lengths, empty at first.
struct Lengths {
  size_t least = SIZE_MAX;
  size_t most = 0;
  void include(size_t length) {
    least = std::min(least, length);
    most = std::max(most, length);
  }
};

struct Probes {
  bool whole = false;      // under itself
  bool deletions = false;  // and its deletions
  Lengths cuts;            // of keys of class 2 within reach
  Lengths ends;
};

// Which classes keys within reach of a word of this length can have.
Probes plan(size_t length, EditBudget budget) {
  Probes probes;
  const unsigned reach = budget(length);
  for (size_t other = length - std::min<size_t>(length, reach); other <= length + reach; ++other) {
    const unsigned allowed = budget(std::min(length, other));
    if ((other > length ? other - length : length - other) > allowed) continue;
    const unsigned key_class = budget(other);
    if (key_class <= 1) {
      probes.whole = true;
      probes.deletions |= key_class == 1;
      continue;
    }
    probes.cuts.include(other / 2);
    probes.ends.include(other - other / 2);
    probes.ends.include(other - other / 2 - 1);
  }
  return probes;
}

// A beginning of length h within one edit of the word's: the word's beginning of length h - 1 (a byte of the key is
// missing), h (equal, or a common deletion), or h + 1 (a byte too many: one of its deletions).
template <typename Use>
void for_each_beginning(std::string_view word, const Lengths& cuts, Use&& use) {
  if (cuts.least > cuts.most) return;
  const size_t shortest = cuts.least == 0 ? 0 : cuts.least - 1;
  for (size_t n = shortest; n <= std::min(cuts.most, word.size()); ++n) {
    use(hash_form(Part::kBeginning, word.substr(0, n)));
  }
  for (size_t n = cuts.least; n <= std::min(cuts.most + 1, word.size()); ++n) {
    for_each_deletion(word.substr(0, n), [&](std::string_view form) { use(hash_form(Part::kBeginning, form)); });
  }
}

template <typename Use>
void for_each_probed_hash(std::string_view word, EditBudget budget, Use&& use) {
  const Probes probes = plan(word.size(), budget);
  if (probes.whole) use(hash_form(Part::kWhole, word));
  if (probes.deletions) {
    for_each_deletion(word, [&](std::string_view form) { use(hash_form(Part::kWhole, form)); });
  }
  for_each_beginning(word, probes.cuts, use);
  for (size_t n = probes.ends.least; n <= std::min(probes.ends.most, word.size()); ++n) {
    use(hash_form(Part::kEnd, word.substr(word.size() - n)));
  }
}

}  // namespace

void FuzzyDictionaryView::collect(std::string_view word, EditBudget budget, std::vector<uint32_t>& candidates) const {
  candidates.clear();
  if (buckets.size() < 2) return;
  const int shift = 64 - std::countr_zero(buckets.size() - 1);
  for_each_probed_hash(word, budget, [&](uint64_t hash) {
    const uint64_t bucket = shift == 64 ? 0 : hash >> shift;
    const auto tag = static_cast<uint16_t>(hash);
    for (uint32_t i = buckets[bucket]; i < buckets[bucket + 1]; ++i) {
      if (tags[i] == tag) candidates.push_back(entries[i]);
    }
  });
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
}

FuzzyDictionaryArrays build_fuzzy_dictionary(const StringTable& keys, EditBudget budget) {
  std::vector<std::pair<uint64_t, uint32_t>> filed;
  for (uint32_t key = 0; key < keys.size(); ++key) {
    for_each_filed_hash(keys[key], budget, [&](uint64_t hash) { filed.emplace_back(hash, key); });
  }
  std::sort(filed.begin(), filed.end());
  filed.erase(std::unique(filed.begin(), filed.end()), filed.end());

  // Two entries a bucket on average; the tag tells which of them are meant.
  const size_t bucket_count = std::bit_ceil(std::max<size_t>(filed.size() / 2, 2));
  const int shift = 64 - std::countr_zero(bucket_count);
  FuzzyDictionaryArrays arrays;
  arrays.buckets.reserve(bucket_count + 1);
  arrays.entries.reserve(filed.size());
  arrays.tags.reserve(filed.size());
  const auto open_buckets_to = [&](size_t count) {
    while (arrays.buckets.size() < count) arrays.buckets.push_back(static_cast<uint32_t>(arrays.entries.size()));
  };
  for (const auto& [hash, key] : filed) {
    open_buckets_to((hash >> shift) + 1);
    arrays.entries.push_back(key);
    arrays.tags.push_back(static_cast<uint16_t>(hash));
  }
  open_buckets_to(bucket_count + 1);
  return arrays;
}

}  // namespace vedette::index
