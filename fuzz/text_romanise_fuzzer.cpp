// Readings of any word under any script are bounded and not empty; skeletons are idempotent.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/fold.h"
#include "text/romanise.h"
#include "text/words.h"

namespace {

void check_keys(std::string_view reading) {
  const auto key = vedette::text::skeleton(reading);
  if (vedette::text::skeleton(key) != key) std::abort();
  const auto bare = vedette::text::consonants(reading);
  if (vedette::text::consonants(bare) != bare) std::abort();
}

void check_readings(std::string_view word, vedette::text::Script script) {
  const auto readings = vedette::text::romanise(word, script);
  if (readings.size() > vedette::text::kMaxReadings) std::abort();
  for (const auto& reading : readings) {
    if (reading.empty()) std::abort();
    check_keys(reading);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size > 4096) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  check_keys(input);
  const auto folded = vedette::text::fold(input);
  for (const auto& word : vedette::text::split_words(folded)) check_readings(word.in(folded), word.script);
  if (!input.empty()) {
    check_readings(input.substr(1), static_cast<vedette::text::Script>(data[0] % vedette::text::kScriptCount));
  }
  return 0;
}
