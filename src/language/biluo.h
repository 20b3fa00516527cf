// The entity recogniser: each token begins, continues, ends or alone is an entity, or stands outside.
#pragma once

#include <cstdint>
#include <vector>

#include "language/model_data.h"
#include "language/transition_scorer.h"
#include "vedette/language.hpp"

namespace vedette::language {

/// Actions of the moves of an entity recogniser; the numbers are those of published models.
enum class EntityAction : uint8_t { kMissing = 0, kBegin = 1, kIn = 2, kLast = 3, kUnit = 4, kOut = 5 };
inline constexpr size_t kEntityActions = 6;
inline constexpr uint32_t kEntityFeatures = 3;

/// One thread's state of the recogniser.
class EntityRecogniser {
 public:
  /// Both must outlive it.
  EntityRecogniser(const TransitionModel& model, const Kernel& kernel);

  /// Finds the entities of a document. `hidden`: model.hidden's outputs for each token. An entity ends before the next
  /// sentence start at the latest, and none begins at white space.
  void find(const float* hidden, const std::vector<uint8_t>& starts_sentence, const std::vector<uint8_t>& is_space,
            std::vector<Span>& entities);

 private:
  struct Open {
    uint32_t begin = 0;
    uint16_t label = 0;
  };
  int32_t best_outside(const float* scores, bool may_continue, bool is_space) const;
  int32_t best_inside(const float* scores, bool may_continue, uint16_t label) const;
  static void consider(const float* scores, uint32_t move, int32_t& best);

  const TransitionModel& model_;
  TransitionScorer scorer_;
  std::vector<uint32_t> begin_, unit_, out_, in_, last_;  ///< moves of each action; no unit without a label
};

}  // namespace vedette::language
