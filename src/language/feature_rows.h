// What each token contributes to the hidden layer of a transition model, for each of the state's features.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "language/kernel.h"
#include "language/model_data.h"

namespace vedette::language {

/// Rows of one document, worked out in blocks when first asked for. The last few blocks are kept, and a handful of
/// single tokens from further back, so that memory does not grow with the document and time stays linear in it.
class FeatureRows {
 public:
  /// Both must outlive it.
  FeatureRows(const TransitionModel& model, const Kernel& kernel);

  /// A new document: `hidden` has model.hidden.outputs floats for each of `count` tokens, and stays while it is used.
  void start(const float* hidden, uint32_t count);

  /// model.pieces * model.units floats; token -1 gives the padding. Valid until `kFarRows` further calls.
  const float* row(int32_t token, uint32_t feature);

 private:
  static constexpr uint32_t kBlockTokens = 64;
  static constexpr uint32_t kBlocks = 8;
  static constexpr uint32_t kFarRows = 32;

  const float* far_row(uint32_t token);
  void fill(uint32_t block);

  const TransitionModel& model_;
  const Kernel& kernel_;
  size_t row_floats_;    ///< of one feature
  size_t token_floats_;  ///< of all features
  const float* hidden_ = nullptr;
  uint32_t count_ = 0;
  uint32_t newest_ = 0;
  std::vector<float> ring_;
  std::array<uint32_t, kBlocks> held_{};  ///< number of the block in each place of the ring, plus 1
  std::vector<float> far_;
  std::array<uint32_t, kFarRows> far_token_{};  ///< plus 1
  std::array<uint32_t, kFarRows> far_used_{};
  uint32_t clock_ = 0;
};

}  // namespace vedette::language
