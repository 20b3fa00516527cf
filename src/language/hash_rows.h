// The four rows of an embedding table that a feature is hashed to.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace vedette::language {

/// MurmurHash3's x86-128 finish over one 64-bit key, as thinc uses it; four 32-bit numbers.
inline std::array<uint32_t, 4> hash_to_rows(uint64_t id, uint32_t seed) {
  const auto mix = [](uint64_t h) {
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccd;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53;
    return h ^ (h >> 33);
  };
  uint64_t h1 = std::rotl(id * 0x87c37b91114253d5, 31) * 0x4cf5ad432745937f;
  h1 ^= seed ^ 8u;
  uint64_t h2 = uint64_t{seed} ^ 8;
  h1 += h2;
  h2 += h1;
  h1 = mix(h1);
  h2 = mix(h2);
  h1 += h2;
  h2 += h1;
  return {static_cast<uint32_t>(h1), static_cast<uint32_t>(h1 >> 32), static_cast<uint32_t>(h2),
          static_cast<uint32_t>(h2 >> 32)};
}

}  // namespace vedette::language
