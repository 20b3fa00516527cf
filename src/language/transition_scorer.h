// Scores of all moves of a transition model in one state.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/feature_rows.h"
#include "language/kernel.h"
#include "language/model_data.h"

namespace vedette::language {

/// One thread's buffers for one transition model.
class TransitionScorer {
 public:
  /// Both must outlive it.
  TransitionScorer(const TransitionModel& model, const Kernel& kernel);

  /// See FeatureRows::start.
  void start(const float* hidden, uint32_t count) { rows_.start(hidden, count); }
  /// `tokens` has a token, or -1, for each of the model's features. The scores, one a move, stay until the next call.
  const float* scores(std::span<const int32_t> tokens);

 private:
  const TransitionModel& model_;
  const Kernel& kernel_;
  FeatureRows rows_;
  std::vector<const float*> parts_;
  std::vector<float> units_, scores_;
};

}  // namespace vedette::language
