// For processors with AVX-512 F. Compiled with -mavx512f.
#include "language/kernel_variants.h"

#if defined(__AVX512F__)
#include <immintrin.h>

#include "language/kernel_loops.h"

namespace vedette::language {
namespace {

struct Avx512 {
  using Type = __m512;
  static constexpr size_t kWidth = 16;
  static constexpr int kRows = 8;
  static Type load(const float* p) { return _mm512_loadu_ps(p); }
  static void store(float* p, Type v) { _mm512_storeu_ps(p, v); }
  static Type all(float v) { return _mm512_set1_ps(v); }
  static Type zero() { return _mm512_setzero_ps(); }
  static Type fma(Type a, Type b, Type c) { return _mm512_fmadd_ps(a, b, c); }
  static Type max(Type a, Type b) { return _mm512_max_ps(a, b); }
  static Type add(Type a, Type b) { return _mm512_add_ps(a, b); }
  static Type sub(Type a, Type b) { return _mm512_sub_ps(a, b); }
  static Type mul(Type a, Type b) { return _mm512_mul_ps(a, b); }
  static float sum16(const Type (&parts)[1]) {
    float lanes[16];
    store(lanes, parts[0]);
    return fold16(lanes);
  }
};

}  // namespace

const Kernel* avx512_kernel() {
  static const Kernel kernel = make_kernel<Avx512>("avx512");
  return &kernel;
}

}  // namespace vedette::language
#else
namespace vedette::language {
const Kernel* avx512_kernel() {
  return nullptr;
}
}  // namespace vedette::language
#endif
