// Whatever is accepted as an entity must write as JSON that reads back the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "entity/country.h"
#include "entity/json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  static_cast<void>(vedette::country_code(input));
  vedette::IgnoredProperties ignored;
  const auto entity = vedette::parse_entity_json(input, {}, &ignored);
  if (!entity) return 0;
  const std::string written = vedette::entity_json(*entity);
  const auto again = vedette::parse_entity_json(written);
  if (!again || vedette::entity_json(*again) != written) std::abort();
  return 0;
}
