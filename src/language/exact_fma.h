// a * b + c, rounded once, on processors that cannot do that themselves.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace vedette::language {

/// The product of two floats is exact in double. Adding c rounds to double, then to float: twice, which differs from
/// rounding once only where the double lies exactly half-way between two floats, or the result is below the normal
/// floats. Those cases are left to the library's fmaf.
inline bool rounds_once(double sum) {
  const auto bits = std::bit_cast<uint64_t>(sum);
  constexpr uint64_t kBelowFloat = (uint64_t{1} << 29) - 1;
  constexpr uint64_t kHalf = uint64_t{1} << 28;
  constexpr uint64_t kSmallestNormal = uint64_t{1023 - 126} << 52;
  return (bits & kBelowFloat) != kHalf && (bits << 1 >> 1) >= kSmallestNormal;
}

inline float exact_fma(float a, float b, float c) {
#ifdef __FP_FAST_FMAF
  return __builtin_fmaf(a, b, c);
#else
  const double sum = static_cast<double>(a) * static_cast<double>(b) + static_cast<double>(c);
  return rounds_once(sum) ? static_cast<float>(sum) : std::fmaf(a, b, c);
#endif
}

}  // namespace vedette::language
