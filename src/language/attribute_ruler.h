// The attribute rules of a model, compiled.
#pragma once

#include <cstdint>
#include <vector>

#include "language/annotate.h"
#include "language/token_condition.h"

namespace vedette::language {

/// Immutable. Patterns are in the order of their rules.
struct AttributeRuler::Parts {
  struct Single {
    uint32_t rule = 0;
    TokenCondition condition;
  };
  struct Pair {
    uint32_t rule = 0;
    TokenCondition first, second;
  };
  explicit Parts(const ModelData& model) : data(model) {}

  const ModelData& data;
  std::vector<Single> singles;
  std::vector<Pair> pairs;  // at most kMostPairs, so that a set of them fits a word

  static constexpr size_t kMostPairs = 64;
};

}  // namespace vedette::language
