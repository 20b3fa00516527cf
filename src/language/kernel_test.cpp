// Every kernel against the plain definition, bit for bit.
#include "language/kernel.h"

#include <gmock/gmock.h>

#include <bit>
#include <cmath>
#include <random>

#include "language/exact_fma.h"
#include "language/random_layer_for_test.h"

namespace vedette::language {
namespace {

using testing::ElementsAreArray;

struct Shape {
  uint32_t inputs, outputs, pieces;
};

float output(const RandomLayer& layer, const Shape& shape, uint32_t o, const float* x) {
  float best = -INFINITY;
  for (uint32_t p = 0; p < shape.pieces; ++p) {
    float sum = 0;
    for (uint32_t k = 0; k < shape.inputs; ++k) sum = std::fmaf(layer.weight(o, p, k), x[k], sum);
    best = std::max(best, sum + layer.bias(o, p));
  }
  return best;
}

std::vector<float> random_floats(size_t count, std::mt19937& random) {
  std::normal_distribution<float> normal;
  std::vector<float> floats(count);
  for (float& f : floats) f = normal(random);
  return floats;
}

class KernelTest : public testing::TestWithParam<const Kernel*> {};

TEST_P(KernelTest, ProductIsOneChainOfFusedSteps) {
  std::mt19937 random(7);
  for (const Shape shape : {Shape{5, 3, 3}, {96, 64, 1}, {64, 106, 1}, {288, 96, 3}, {7, 130, 2}, {64, 1024, 1}}) {
    const RandomLayer plain(shape.inputs, shape.outputs, shape.pieces, random);
    const size_t stride = size_t{plain.layer().blocks()} * kLanes;
    for (const size_t rows : {1u, 2u, 7u, 8u, 19u}) {
      const size_t x_stride = shape.inputs / 3 + 1;  // rows overlap
      const auto x = random_floats(rows * x_stride + shape.inputs, random);
      std::vector<float> y(rows * stride);
      GetParam()->product(plain.layer(), x.data(), x_stride, rows, y.data(), stride);
      for (size_t r = 0; r < rows; ++r) {
        for (uint32_t o = 0; o < shape.outputs; ++o) {
          ASSERT_EQ(y[r * stride + o], output(plain, shape, o, x.data() + r * x_stride))
              << rows << ' ' << r << ' ' << o;
        }
      }
    }
  }
}

TEST_P(KernelTest, NormaliseIsCloseToItsDefinition) {
  std::mt19937 random(8);
  const size_t width = 96;
  const auto y = random_floats(3 * width, random), gain = random_floats(width, random),
             shift = random_floats(width, random);
  std::vector<float> out(3 * width, 1.0f);
  GetParam()->normalise(y.data(), 3, width, gain.data(), shift.data(), out.data(), true);
  for (size_t r = 0; r < 3; ++r) {
    double mean = 0, variance = 0;
    for (size_t i = 0; i < width; ++i) mean += y[r * width + i] / double{width};
    for (size_t i = 0; i < width; ++i)
      variance += (y[r * width + i] - mean) * (y[r * width + i] - mean) / double{width};
    for (size_t i = 0; i < width; ++i) {
      const double want = 1 + (y[r * width + i] - mean) / std::sqrt(variance + 1e-8) * gain[i] + shift[i];
      ASSERT_NEAR(out[r * width + i], want, 2e-5);
    }
  }
}

TEST_P(KernelTest, NormaliseAndCombineGiveThePortableBits) {
  std::mt19937 random(9);
  const size_t units = 64;
  const auto rows = random_floats(8 * 2 * units, random), bias = random_floats(2 * units, random);
  std::vector<const float*> parts;
  for (size_t f = 0; f < 8; ++f) parts.push_back(rows.data() + f * 2 * units);
  const auto run = [&](const Kernel& kernel) {
    std::vector<float> out(2 * units);
    kernel.combine(parts.data(), 8, bias.data(), units, 2, out.data());
    kernel.normalise(rows.data(), 1, units, bias.data(), rows.data(), out.data() + units, false);
    return out;
  };
  EXPECT_THAT(run(*GetParam()), ElementsAreArray(run(portable_kernel())));
}

INSTANTIATE_TEST_SUITE_P(All, KernelTest, testing::ValuesIn(usable_kernels()),
                         [](const auto& test) { return std::string(test.param->name); });

// Operands whose exact sum lies at, just above and just below the middle between two floats, and tiny results.
TEST(ExactFma, RoundsOnceWhereDoubleWouldRoundTwice) {
  std::mt19937_64 random(10);
  const auto some_float = [&] { return std::bit_cast<float>(static_cast<uint32_t>(random())); };
  int compared = 0;
  for (int i = 0; i < 300'000; ++i) {
    const float a = some_float(), b = some_float(), c = some_float();
    const float want = std::fmaf(a, b, c);
    if (std::isnan(want)) continue;
    ++compared;
    ASSERT_EQ(exact_fma(a, b, c), want) << a << ' ' << b << ' ' << c;
  }
  EXPECT_GT(compared, 200'000);
  for (int i = 0; i < 300'000; ++i) {
    // A product of some 30 bits beside a sum of one: ties at bit 24 are common.
    const float a = 1.0f + static_cast<float>(random() % 64) / 64, b = std::ldexp(1.0f, -24 - int(random() % 3));
    const float c = 1.0f + static_cast<float>(random() % 1024) / 1024 + std::ldexp(float(random() % 2), -23);
    const float d = a + std::ldexp(float(random() % 4), -23);
    ASSERT_EQ(exact_fma(d, b, c), std::fmaf(d, b, c));
    ASSERT_EQ(exact_fma(d, -b, c), std::fmaf(d, -b, c));
  }
  for (int i = 0; i < 100'000; ++i) {
    const float a = std::ldexp(static_cast<float>(random() % 4096), -80);
    const float b = std::ldexp(static_cast<float>(random() % 4096), -75), c = std::ldexp(float(random() % 3), -149);
    ASSERT_EQ(exact_fma(a, b, c), std::fmaf(a, b, c));
  }
}

}  // namespace
}  // namespace vedette::language
