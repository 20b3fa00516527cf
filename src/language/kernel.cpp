#include "language/kernel.h"

#include "language/exact_fma.h"
#include "language/kernel_loops.h"
#include "language/kernel_variants.h"

namespace vedette::language {
namespace {

// Plain arrays of lanes: the compiler makes of them what the target has.
struct Portable {
  struct Type {
    float lane[16];
  };
  static constexpr size_t kWidth = 16;
  static constexpr int kRows = 1;

  template <class F>
  static Type each(F f) {
    Type result;
    for (int i = 0; i < 16; ++i) result.lane[i] = f(i);
    return result;
  }
  static Type load(const float* p) {
    return each([&](int i) { return p[i]; });
  }
  static void store(float* p, const Type& v) {
    for (int i = 0; i < 16; ++i) p[i] = v.lane[i];
  }
  static Type all(float v) {
    return each([&](int) { return v; });
  }
  static Type zero() { return all(0.0f); }
  static Type fma(const Type& a, const Type& b, const Type& c) {
    return each([&](int i) { return exact_fma(a.lane[i], b.lane[i], c.lane[i]); });
  }
  static Type max(const Type& a, const Type& b) {
    return each([&](int i) { return a.lane[i] > b.lane[i] ? a.lane[i] : b.lane[i]; });
  }
  static Type add(const Type& a, const Type& b) {
    return each([&](int i) { return a.lane[i] + b.lane[i]; });
  }
  static Type sub(const Type& a, const Type& b) {
    return each([&](int i) { return a.lane[i] - b.lane[i]; });
  }
  static Type mul(const Type& a, const Type& b) {
    return each([&](int i) { return a.lane[i] * b.lane[i]; });
  }
  static float sum16(const Type (&parts)[1]) { return fold16(parts[0].lane); }
};

std::vector<const Kernel*> find_usable_kernels() {
  std::vector<const Kernel*> found;
#if defined(__x86_64__)
  if (const Kernel* kernel = avx512_kernel(); kernel && __builtin_cpu_supports("avx512f")) found.push_back(kernel);
  if (const Kernel* kernel = avx2_kernel(); kernel && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    found.push_back(kernel);
  }
#endif
  found.push_back(&portable_kernel());
  return found;
}

}  // namespace

const Kernel& portable_kernel() {
  static const Kernel kernel = make_kernel<Portable>("portable");
  return kernel;
}

const std::vector<const Kernel*>& usable_kernels() {
  static const std::vector<const Kernel*> kernels = find_usable_kernels();
  return kernels;
}

}  // namespace vedette::language
