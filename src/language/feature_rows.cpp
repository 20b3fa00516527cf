#include "language/feature_rows.h"

#include <algorithm>

namespace vedette::language {

FeatureRows::FeatureRows(const TransitionModel& model, const Kernel& kernel)
    : model_(model),
      kernel_(kernel),
      row_floats_(size_t{model.pieces} * model.units),
      token_floats_(row_floats_ * model.features),
      ring_(size_t{kBlocks} * kBlockTokens * token_floats_) {}

void FeatureRows::start(const float* hidden, uint32_t count) {
  hidden_ = hidden;
  count_ = count;
  newest_ = 0;
  held_.fill(0);
  far_token_.fill(0);
}

void FeatureRows::fill(uint32_t block) {
  const uint32_t first = block * kBlockTokens;
  const size_t width = model_.hidden.outputs;
  float* out = ring_.data() + size_t{block % kBlocks} * kBlockTokens * token_floats_;
  kernel_.product(model_.lower, hidden_ + first * width, width, std::min(kBlockTokens, count_ - first), out,
                  token_floats_);
  held_[block % kBlocks] = block + 1;
  newest_ = std::max(newest_, block);
}

// The place used longest ago makes room. One state asks for fewer tokens than there are places, so none is lost while
// it is needed.
const float* FeatureRows::far_row(uint32_t token) {
  if (far_.empty()) far_.resize(kFarRows * token_floats_);
  const auto found = std::find(far_token_.begin(), far_token_.end(), token + 1);
  size_t place = static_cast<size_t>(found - far_token_.begin());
  if (found == far_token_.end()) {
    place = static_cast<size_t>(std::min_element(far_used_.begin(), far_used_.end()) - far_used_.begin());
    const size_t width = model_.hidden.outputs;
    kernel_.product(model_.lower, hidden_ + token * width, width, 1, far_.data() + place * token_floats_,
                    token_floats_);
    far_token_[place] = token + 1;
  }
  if (++clock_ == 0) far_used_.fill(0);
  far_used_[place] = clock_;
  return far_.data() + place * token_floats_;
}

const float* FeatureRows::row(int32_t token, uint32_t feature) {
  if (token < 0) return model_.padding + feature * row_floats_;
  const auto index = static_cast<uint32_t>(token);
  const uint32_t block = index / kBlockTokens;
  if (held_[block % kBlocks] != block + 1) {
    if (block + kBlocks <= newest_) return far_row(index) + feature * row_floats_;
    fill(block);
  }
  const size_t place = size_t{block % kBlocks} * kBlockTokens + index % kBlockTokens;
  return ring_.data() + place * token_floats_ + feature * row_floats_;
}

}  // namespace vedette::language
