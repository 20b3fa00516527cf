// Any bytes give entities, rejections or an error; every entity has an id of its own and a name.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <unordered_set>

#include "lists/collecting_sink.h"
#include "lists/input.h"
#include "lists/readers.h"

namespace {

bool has_name(const vedette::Entity& entity) {
  using vedette::Property;
  return entity.has(Property::kName) || entity.has(Property::kAlias) || entity.has(Property::kPreviousName) ||
         entity.has(Property::kWeakAlias);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  vedette::lists::Streams streams;
  streams.push_back(
      std::make_unique<vedette::lists::MemoryStream>("fuzz", std::string(reinterpret_cast<const char*>(data), size)));
  vedette::lists::CollectingSink sink;
  const auto summary = vedette::lists::read_eu_fsf_xml(std::move(streams), {}, sink);
  std::unordered_set<std::string> ids;
  for (const auto& entity : sink.entities) {
    if (!ids.insert(entity.id).second || !has_name(entity)) std::abort();
  }
  if (summary && summary->records < sink.entities.size()) std::abort();
  return 0;
}
