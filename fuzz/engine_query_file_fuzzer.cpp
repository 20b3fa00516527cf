// Any bytes give queries and defects with their places, or one error; every line end is accounted for.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/pair.h"
#include "engine/query_file.h"
#include "lists/input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(vedette::engine::parse_pair_json(text, vedette::Schema::kPerson));
  vedette::engine::QueryFileOptions options;
  options.record_bytes = 200;  // so that the bound is met
  const auto file =
      vedette::engine::QueryFile::open(std::make_unique<vedette::lists::MemoryStream>("fuzz", text), options);
  if (!file) return 0;
  uint64_t line = 0;
  while (true) {
    const auto record = (*file)->next();
    if (!record) std::abort();
    if (!record->has_value()) return 0;
    if ((*record)->cut.line <= line) std::abort();
    line = (*record)->cut.line;
    if ((*file)->label_of(**record).empty()) std::abort();
    const auto query = (*file)->parse(**record);
    if (query ? query->entity.values.empty() : query.error().where.line != line) std::abort();
  }
}
