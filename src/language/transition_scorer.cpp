#include "language/transition_scorer.h"

#include <algorithm>

namespace vedette::language {

TransitionScorer::TransitionScorer(const TransitionModel& model, const Kernel& kernel)
    : model_(model),
      kernel_(kernel),
      rows_(model, kernel),
      parts_(model.features),
      units_(model.units),
      scores_(size_t{model.upper.blocks()} * kLanes) {}

const float* TransitionScorer::scores(std::span<const int32_t> tokens) {
  // The furthest token first: working out its block may drop one that is far behind, and no row in use may go.
  const int32_t furthest = *std::max_element(tokens.begin(), tokens.end());
  if (furthest >= 0) rows_.row(furthest, 0);
  for (uint32_t f = 0; f < model_.features; ++f) parts_[f] = rows_.row(tokens[f], f);
  kernel_.combine(parts_.data(), model_.features, model_.lower_bias, model_.units, model_.pieces, units_.data());
  kernel_.product(model_.upper, units_.data(), 0, 1, scores_.data(), 0);
  return scores_.data();
}

}  // namespace vedette::language
