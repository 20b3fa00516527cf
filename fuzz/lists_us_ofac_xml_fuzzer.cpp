// Any bytes give entities, rejections or an error; every entity has an id of its own and a name.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <unordered_set>

#include "lists/collecting_sink.h"
#include "lists/input.h"
#include "lists/readers.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  vedette::lists::Streams streams;
  streams.push_back(
      std::make_unique<vedette::lists::MemoryStream>("fuzz", std::string(reinterpret_cast<const char*>(data), size)));
  vedette::lists::CollectingSink sink;
  const auto summary = vedette::lists::read_us_ofac_xml(std::move(streams), {}, sink);
  std::unordered_set<std::string> ids;
  for (const auto& entity : sink.entities) {
    if (!ids.insert(entity.id).second || !entity.has(vedette::Property::kName)) std::abort();
  }
  if (summary && summary->records < sink.entities.size()) std::abort();
  return 0;
}
