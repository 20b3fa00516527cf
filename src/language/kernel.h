// The arithmetic of the network, once for each kind of processor.
//
// Every output is one chain of fused multiply-adds, from zero on, in order of the inputs, and then the bias, as in the
// libraries that the models were trained with; vectors run across outputs, never along a sum. Sums along a row
// (normalise) are taken in sixteen lanes and folded in a fixed order. So all kernels give the same bits, for any number
// of rows at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/model_data.h"

namespace vedette::language {

struct Kernel {
  std::string_view name;

  /// y[r][o] = the largest over pieces of Σ w x + b, for `rows` rows. Row r of x begins at x + r * x_stride and has
  /// layer.inputs floats; rows may overlap. Writes layer.blocks() * 16 floats a row of y. Pieces: 1 to 3.
  void (*product)(const Layer& layer, const float* x, size_t x_stride, size_t rows, float* y, size_t y_stride);

  /// Layer normalisation of rows of `width` floats (a multiple of 16): out = (or, if `add`, out +=)
  /// (y - mean) / sqrt(variance + 1e-8) * gain + shift.
  void (*normalise)(const float* y, size_t rows, size_t width, const float* gain, const float* shift, float* out,
                    bool add);

  /// h[u] = the largest over pieces of (Σ rows[f][piece][u]) + bias[piece][u], summed in order of f from zero.
  /// `units` is a multiple of 16.
  void (*combine)(const float* const* rows, size_t features, const float* bias, size_t units, size_t pieces, float* h);
};

/// Runs anywhere; slow where there is no fused multiply-add.
const Kernel& portable_kernel();
/// The kernels that this processor can run, the fastest first; the last is the portable one.
const std::vector<const Kernel*>& usable_kernels();

}  // namespace vedette::language
