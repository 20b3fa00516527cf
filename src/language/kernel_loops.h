// The loops of a kernel over a vector type V of sixteen lanes or a half of them. Included by one source file for each
// kind of processor, each compiled for it; hence the unnamed namespace, and nothing here from the standard library
// that could be shared with code for another processor.
//
// V has: kWidth lanes; kRows rows at once in product (with three accumulators a row); load, store, all (broadcast),
// zero, fma(a, b, c) = a * b + c, max, add, sub, mul; sum16(lo, …) folds sixteen lanes in the order of fold16 below.
#pragma once

#include "language/kernel.h"

namespace vedette::language {
namespace {

constexpr size_t kLaneCount = kLanes;

template <class V>
inline constexpr size_t kParts = kLaneCount / V::kWidth;  // vectors a block

// COUNT vectors of outputs for ROWS rows. Vector j has its weights at weights + j * step, input k adds k * stride.
template <class V, int ROWS, int COUNT>
inline void accumulate(const float* const (&weights)[COUNT], size_t stride, size_t inputs, const float* x,
                       size_t x_stride, typename V::Type (&sums)[ROWS][COUNT]) {
  for (size_t k = 0; k < inputs; ++k) {
    typename V::Type w[COUNT];
    for (int j = 0; j < COUNT; ++j) w[j] = V::load(weights[j] + k * stride);
    for (int r = 0; r < ROWS; ++r) {
      const auto a = V::all(x[r * x_stride + k]);
      for (int j = 0; j < COUNT; ++j) sums[r][j] = V::fma(w[j], a, sums[r][j]);
    }
  }
}

// One part (vector) of one block, all PIECES of it, for ROWS rows.
template <class V, int PIECES, int ROWS>
inline void maxout_tile(const Layer& layer, size_t block, size_t part, const float* x, size_t x_stride, float* y,
                        size_t y_stride) {
  const float* base = layer.weights + block * layer.inputs * PIECES * kLaneCount + part * V::kWidth;
  const float* bias = layer.bias + block * PIECES * kLaneCount + part * V::kWidth;
  const float* weights[PIECES];
  typename V::Type sums[ROWS][PIECES];
  for (int p = 0; p < PIECES; ++p) {
    weights[p] = base + p * kLaneCount;
    for (int r = 0; r < ROWS; ++r) sums[r][p] = V::zero();
  }
  accumulate<V, ROWS, PIECES>(weights, PIECES * kLaneCount, layer.inputs, x, x_stride, sums);
  for (int r = 0; r < ROWS; ++r) {
    auto best = V::add(sums[r][0], V::load(bias));
    for (int p = 1; p < PIECES; ++p) best = V::max(best, V::add(sums[r][p], V::load(bias + p * kLaneCount)));
    V::store(y + r * y_stride + block * kLaneCount + part * V::kWidth, best);
  }
}

// COUNT vectors of a layer with one piece, from vector number `first` on, for ROWS rows.
template <class V, int COUNT, int ROWS>
inline void linear_tile(const Layer& layer, size_t first, const float* x, size_t x_stride, float* y, size_t y_stride) {
  const float* weights[COUNT];
  typename V::Type sums[ROWS][COUNT];
  for (int j = 0; j < COUNT; ++j) {
    const size_t block = (first + j) / kParts<V>;
    const size_t part = (first + j) % kParts<V>;
    weights[j] = layer.weights + block * layer.inputs * kLaneCount + part * V::kWidth;
    for (int r = 0; r < ROWS; ++r) sums[r][j] = V::zero();
  }
  accumulate<V, ROWS, COUNT>(weights, kLaneCount, layer.inputs, x, x_stride, sums);
  for (int r = 0; r < ROWS; ++r) {
    for (int j = 0; j < COUNT; ++j) {
      V::store(y + r * y_stride + (first + j) * V::kWidth,
               V::add(sums[r][j], V::load(layer.bias + (first + j) * V::kWidth)));
    }
  }
}

template <class V, int PIECES>
void maxout_rows(const Layer& layer, const float* x, size_t x_stride, size_t rows, float* y, size_t y_stride) {
  for (size_t block = 0; block < layer.blocks(); ++block) {
    for (size_t part = 0; part < kParts<V>; ++part) {
      size_t r = 0;
      for (; r + V::kRows <= rows; r += V::kRows) {
        maxout_tile<V, PIECES, V::kRows>(layer, block, part, x + r * x_stride, x_stride, y + r * y_stride, y_stride);
      }
      for (; r < rows; ++r) {
        maxout_tile<V, PIECES, 1>(layer, block, part, x + r * x_stride, x_stride, y + r * y_stride, y_stride);
      }
    }
  }
}

// A single row: many chains side by side, since one chain waits for itself.
template <class V, int COUNT>
void linear_row(const Layer& layer, size_t first, size_t count, const float* x, float* y) {
  if constexpr (COUNT > 0) {
    if (count >= COUNT) {
      linear_tile<V, COUNT, 1>(layer, first, x, 0, y, 0);
      if (count > COUNT) linear_row<V, COUNT>(layer, first + COUNT, count - COUNT, x, y);
    } else {
      linear_row<V, COUNT - 1>(layer, first, count, x, y);
    }
  }
}

template <class V>
void linear_rows(const Layer& layer, const float* x, size_t x_stride, size_t rows, float* y, size_t y_stride) {
  const size_t vectors = layer.blocks() * kParts<V>;
  const size_t together = rows - rows % V::kRows;
  for (size_t first = 0; first < vectors; first += 3) {
    for (size_t r = 0; r < together; r += V::kRows) {
      const float* from = x + r * x_stride;
      float* to = y + r * y_stride;
      if (vectors - first >= 3) {
        linear_tile<V, 3, V::kRows>(layer, first, from, x_stride, to, y_stride);
      } else if (vectors - first == 2) {
        linear_tile<V, 2, V::kRows>(layer, first, from, x_stride, to, y_stride);
      } else {
        linear_tile<V, 1, V::kRows>(layer, first, from, x_stride, to, y_stride);
      }
    }
  }
  for (size_t r = together; r < rows; ++r) linear_row<V, 8>(layer, 0, vectors, x + r * x_stride, y + r * y_stride);
}

template <class V>
void product(const Layer& layer, const float* x, size_t x_stride, size_t rows, float* y, size_t y_stride) {
  switch (layer.pieces) {
    case 1:
      return linear_rows<V>(layer, x, x_stride, rows, y, y_stride);
    case 2:
      return maxout_rows<V, 2>(layer, x, x_stride, rows, y, y_stride);
    default:
      return maxout_rows<V, 3>(layer, x, x_stride, rows, y, y_stride);
  }
}

// Sixteen partial sums along a row, as kParts vectors.
template <class V>
struct Lanes {
  typename V::Type part[kParts<V>];
};

template <class V>
inline float mean_of(const Lanes<V>& sums, size_t width) {
  return V::sum16(sums.part) / static_cast<float>(width);
}

template <class V>
inline void normalise_row(const float* y, size_t width, const float* gain, const float* shift, float* out, bool add) {
  Lanes<V> sums;
  for (auto& part : sums.part) part = V::zero();
  for (size_t i = 0; i < width; i += kLaneCount) {
    for (size_t part = 0; part < kParts<V>; ++part) {
      sums.part[part] = V::add(sums.part[part], V::load(y + i + part * V::kWidth));
    }
  }
  const auto mean = V::all(mean_of<V>(sums, width));
  for (auto& part : sums.part) part = V::zero();
  for (size_t i = 0; i < width; i += kLaneCount) {
    for (size_t part = 0; part < kParts<V>; ++part) {
      const auto off = V::sub(V::load(y + i + part * V::kWidth), mean);
      sums.part[part] = V::fma(off, off, sums.part[part]);
    }
  }
  const auto scale = V::all(1.0f / __builtin_sqrtf(mean_of<V>(sums, width) + 1e-8f));
  for (size_t i = 0; i < width; i += V::kWidth) {
    const auto unit = V::mul(V::sub(V::load(y + i), mean), scale);
    auto result = V::fma(unit, V::load(gain + i), V::load(shift + i));
    if (add) result = V::add(V::load(out + i), result);
    V::store(out + i, result);
  }
}

template <class V>
void normalise(const float* y, size_t rows, size_t width, const float* gain, const float* shift, float* out, bool add) {
  for (size_t r = 0; r < rows; ++r) normalise_row<V>(y + r * width, width, gain, shift, out + r * width, add);
}

template <class V>
void combine(const float* const* rows, size_t features, const float* bias, size_t units, size_t pieces, float* h) {
  for (size_t u = 0; u < units; u += V::kWidth) {
    for (size_t p = 0; p < pieces; ++p) {
      const size_t at = p * units + u;
      auto sum = V::zero();
      for (size_t f = 0; f < features; ++f) sum = V::add(sum, V::load(rows[f] + at));
      sum = V::add(sum, V::load(bias + at));
      V::store(h + u, p == 0 ? sum : V::max(V::load(h + u), sum));
    }
  }
}

// The order in which sixteen lanes are folded to one sum: halves, quarters, pairs.
inline float fold16(const float* lanes) {
  float sums[8];
  for (int i = 0; i < 8; ++i) sums[i] = lanes[i] + lanes[i + 8];
  for (int i = 0; i < 4; ++i) sums[i] += sums[i + 4];
  for (int i = 0; i < 2; ++i) sums[i] += sums[i + 2];
  return sums[0] + sums[1];
}

template <class V>
Kernel make_kernel(std::string_view name) {
  return {name, product<V>, normalise<V>, combine<V>};
}

}  // namespace
}  // namespace vedette::language
