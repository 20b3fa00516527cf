// For processors with AVX2 and FMA. Compiled with -mavx2 -mfma.
#include "language/kernel_variants.h"

#if defined(__AVX2__) && defined(__FMA__)
#include <immintrin.h>

#include "language/kernel_loops.h"

namespace vedette::language {
namespace {

struct Avx2 {
  using Type = __m256;
  static constexpr size_t kWidth = 8;
  static constexpr int kRows = 4;
  static Type load(const float* p) { return _mm256_loadu_ps(p); }
  static void store(float* p, Type v) { _mm256_storeu_ps(p, v); }
  static Type all(float v) { return _mm256_set1_ps(v); }
  static Type zero() { return _mm256_setzero_ps(); }
  static Type fma(Type a, Type b, Type c) { return _mm256_fmadd_ps(a, b, c); }
  static Type max(Type a, Type b) { return _mm256_max_ps(a, b); }
  static Type add(Type a, Type b) { return _mm256_add_ps(a, b); }
  static Type sub(Type a, Type b) { return _mm256_sub_ps(a, b); }
  static Type mul(Type a, Type b) { return _mm256_mul_ps(a, b); }
  static float sum16(const Type (&parts)[2]) {
    float lanes[16];
    store(lanes, parts[0]);
    store(lanes + 8, parts[1]);
    return fold16(lanes);
  }
};

}  // namespace

const Kernel* avx2_kernel() {
  static const Kernel kernel = make_kernel<Avx2>("avx2");
  return &kernel;
}

}  // namespace vedette::language
#else
namespace vedette::language {
const Kernel* avx2_kernel() {
  return nullptr;
}
}  // namespace vedette::language
#endif
