// Puts matrices into the order of the product kernels (model_data.h): [block][input][piece][lane].
#pragma once

#include <cstddef>
#include <cstdint>

#include "language/model_data.h"
#include "language/model_draft.h"

namespace vedette::language {

/// weight(output, piece, input) and bias(output, piece) give the numbers, in any order they are asked for.
template <typename Weight, typename Bias>
Layer pack_layer(ModelArena& arena, uint32_t inputs, uint32_t outputs, uint32_t pieces, Weight&& weight, Bias&& bias) {
  Layer layer{inputs, outputs, pieces};
  const size_t columns = size_t{pieces} * kLanes;  // of one block
  float* const weights = arena.floats(layer.blocks() * inputs * columns);
  float* const biases = arena.floats(layer.blocks() * columns);
  for (uint32_t output = 0; output < outputs; ++output) {
    const size_t block = output / kLanes;
    for (uint32_t piece = 0; piece < pieces; ++piece) {
      const size_t column = piece * kLanes + output % kLanes;
      biases[block * columns + column] = bias(output, piece);
      for (uint32_t input = 0; input < inputs; ++input) {
        weights[(block * inputs + input) * columns + column] = weight(output, piece, input);
      }
    }
  }
  layer.weights = weights;
  layer.bias = biases;
  return layer;
}

}  // namespace vedette::language
