#include "language/sentence_edges.h"

#include <algorithm>

namespace vedette::language {
namespace {

constexpr int kMaxPasses = 12;

void widen(const std::vector<uint32_t>& heads, uint32_t token, Edges& edges) {
  const uint32_t head = heads[token];
  edges.left[head] = std::min(edges.left[head], edges.left[token]);
  edges.right[head] = std::max(edges.right[head], edges.right[token]);
}

void mark_starts(const std::vector<uint32_t>& heads, Edges& edges) {
  edges.starts_sentence.assign(heads.size(), 0);
  for (uint32_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == i) edges.starts_sentence[edges.left[i]] = 1;
  }
}

// Whether every head lies in its sentence. The end of a sentence itself passes, and the last token is not looked at.
bool heads_stay_inside(const std::vector<uint32_t>& heads, const Edges& edges) {
  const auto count = static_cast<uint32_t>(heads.size());
  uint32_t begin = 0;
  for (uint32_t i = 0; i < count; ++i) {
    if (!(i > 0 && edges.starts_sentence[i] != 0) && i + 1 != count) continue;
    for (uint32_t j = begin; j < i; ++j) {
      if (heads[j] < begin || heads[j] > i) return false;
    }
    begin = i;
  }
  return true;
}

}  // namespace

void find_edges(const std::vector<uint32_t>& heads, Edges& edges) {
  const auto count = static_cast<uint32_t>(heads.size());
  edges.left.resize(count);
  edges.right.resize(count);
  for (uint32_t i = 0; i < count; ++i) edges.left[i] = edges.right[i] = i;
  for (int pass = 0; pass < kMaxPasses; ++pass) {
    for (uint32_t i = 0; i < count; ++i) widen(heads, i, edges);
    for (uint32_t i = count; i-- > 0;) widen(heads, i, edges);
    mark_starts(heads, edges);
    if (heads_stay_inside(heads, edges)) break;
  }
}

namespace {

// Looks through what is below a token, generation by generation. Tokens looked at are counted against an allowance for
// the whole document, so that a hostile one takes no more than linear time.
class HeadSearch {
 public:
  HeadSearch(const std::vector<uint8_t>& is_space, const Edges& edges, const Arcs& arcs)
      : is_space_(is_space), edges_(edges), arcs_(arcs), allowance_(1'000'000 + arcs.heads.size() * 64) {}

  /// The token found for `child` with label `wanted`, or the present head.
  uint32_t find(uint32_t child, uint16_t wanted) {
    generation_.assign(1, arcs_.heads[child]);
    while (!generation_.empty()) {
      below_.clear();
      for (const uint32_t head : generation_) {
        if (const auto found = look_below(head, child, wanted); found != kNone) return found;
      }
      generation_.swap(below_);
    }
    return arcs_.heads[child];
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  uint32_t look_below(uint32_t head, uint32_t child, uint16_t wanted) {
    for (uint32_t i = edges_.left[head]; i <= edges_.right[head]; ++i) {
      if (allowance_ == 0) return below_.clear(), kNone;
      --allowance_;
      if (i == head || i == child || arcs_.heads[i] != head || is_space_[i] != 0) continue;
      if (arcs_.labels[i] == wanted) return i;
      below_.push_back(i);
    }
    return kNone;
  }

  const std::vector<uint8_t>& is_space_;
  const Edges& edges_;
  const Arcs& arcs_;
  size_t allowance_;
  std::vector<uint32_t> generation_, below_;
};

}  // namespace

void restore_crossing_arcs(const ModelData& data, const std::vector<uint8_t>& is_space, const Edges& edges,
                           Arcs& arcs) {
  HeadSearch search(is_space, edges, arcs);
  for (uint32_t i = 0; i < arcs.heads.size(); ++i) {
    const auto lifted = data.lifted[arcs.labels[i]];
    if (lifted.own == 0) continue;
    arcs.heads[i] = search.find(i, lifted.head);
    arcs.labels[i] = lifted.own;
  }
}

}  // namespace vedette::language
