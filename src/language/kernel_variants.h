// The kernels of particular processors; null where this build has none. Running one elsewhere than on its processor is
// undefined: ask usable_kernels().
#pragma once

namespace vedette::language {

struct Kernel;

const Kernel* avx512_kernel();
const Kernel* avx2_kernel();

}  // namespace vedette::language
