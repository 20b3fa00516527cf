// Two hashes: XXH3 for checksums against damage, SHA-256 for names of content that people quote.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace vedette {

/// XXH3, 64 bits, seed 0. Not for adversaries.
uint64_t checksum64(std::string_view bytes);

/// SHA-256 in parts. Lower-case hexadecimal, 64 characters.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  void update(std::string_view bytes);
  std::string hex() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256_hex(std::string_view bytes);

}  // namespace vedette
