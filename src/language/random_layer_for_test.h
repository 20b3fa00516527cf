// Random weights for tests of the network's parts, kept both plain and packed.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "language/model_data.h"

namespace vedette::language {

/// Owns a layer's weights. plain(o, p, k) is the weight of input k in piece p of output o.
class RandomLayer {
 public:
  RandomLayer(uint32_t inputs, uint32_t outputs, uint32_t pieces, std::mt19937& random, float scale = 1,
              bool with_bias = true)
      : inputs_(inputs), outputs_(outputs), pieces_(pieces) {
    std::normal_distribution<float> normal(0, scale);
    weights_.resize(blocks() * inputs * pieces * kLanes);
    bias_.resize(blocks() * pieces * kLanes);
    for (uint32_t o = 0; o < outputs; ++o) {
      for (uint32_t p = 0; p < pieces; ++p) {
        if (with_bias) bias_[bias_at(o, p)] = normal(random);
        for (uint32_t k = 0; k < inputs; ++k) weights_[weight_at(o, p, k)] = normal(random);
      }
    }
  }

  Layer layer() const { return {inputs_, outputs_, pieces_, weights_.data(), bias_.data()}; }
  float weight(uint32_t o, uint32_t p, uint32_t k) const { return weights_[weight_at(o, p, k)]; }
  float bias(uint32_t o, uint32_t p) const { return bias_[bias_at(o, p)]; }

 private:
  size_t blocks() const { return (outputs_ + kLanes - 1) / kLanes; }
  size_t bias_at(uint32_t o, uint32_t p) const { return (size_t{o / kLanes} * pieces_ + p) * kLanes + o % kLanes; }
  size_t weight_at(uint32_t o, uint32_t p, uint32_t k) const {
    return ((size_t{o / kLanes} * inputs_ + k) * pieces_ + p) * kLanes + o % kLanes;
  }

  uint32_t inputs_, outputs_, pieces_;
  std::vector<float> weights_, bias_;
};

}  // namespace vedette::language
