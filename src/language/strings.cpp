#include "language/strings.h"

#include <cstring>

#include "base/bytes.h"
#include "language/language_tables.h"

namespace vedette::language {
namespace {

constexpr uint64_t kSeed = 1;
constexpr uint64_t kMultiplier = 0xc6a4a7935bd1e995;
constexpr int kShift = 47;

uint64_t mix(uint64_t value) {
  value *= kMultiplier;
  value ^= value >> kShift;
  return value * kMultiplier;
}

}  // namespace

uint64_t hash_string(std::string_view bytes) {
  uint64_t hash = kSeed ^ (bytes.size() * kMultiplier);
  for (; bytes.size() >= sizeof(uint64_t); bytes.remove_prefix(sizeof(uint64_t))) {
    uint64_t block = 0;
    std::memcpy(&block, bytes.data(), sizeof(block));
    hash = (hash ^ mix(block)) * kMultiplier;
  }
  if (!bytes.empty()) {
    uint64_t rest = 0;
    std::memcpy(&rest, bytes.data(), bytes.size());
    hash = (hash ^ rest) * kMultiplier;
  }
  hash ^= hash >> kShift;
  hash *= kMultiplier;
  return hash ^ (hash >> kShift);
}

uint64_t string_id(std::string_view text) {
  if (text.empty()) return 0;
  const auto& symbols = reserved_symbols();
  const auto found = symbols.find(text);
  return found != symbols.end() ? found->second : hash_string(text);
}

}  // namespace vedette::language
