#include "index/entity_codec.h"

#include "base/bytes.h"

namespace vedette::index {
namespace {

// A bit for each part of a value that is there.
constexpr uint64_t kOriginal = 1;
constexpr uint64_t kLabel = 2;
constexpr uint64_t kCountry = 4;
constexpr uint64_t kLanguage = 8;
constexpr uint64_t kSourceId = 16;
constexpr uint64_t kCirca = 32;
constexpr uint64_t kScript = 64;  // since image version 2
constexpr uint64_t kAllFlags = 127;

constexpr uint64_t bit(uint64_t flag, bool set) {
  return set ? flag : 0;
}

void encode_value(std::string& out, const Value& value) {
  put_varint(out, static_cast<uint64_t>(value.property));
  put_varint(out, bit(kOriginal, !value.original.empty()) | bit(kLabel, !value.label.empty()) |
                      bit(kCountry, !value.country.empty()) | bit(kLanguage, !value.language.empty()) |
                      bit(kSourceId, !value.source_id.empty()) | bit(kCirca, value.circa) |
                      bit(kScript, !value.script.empty()));
  put_string(out, value.text);
  for (const auto* part :
       {&value.original, &value.label, &value.country, &value.language, &value.source_id, &value.script}) {
    if (!part->empty()) put_string(out, *part);
  }
}

bool decode_value(ByteReader& in, Value& value) {
  const uint64_t property = in.varint();
  const uint64_t flags = in.varint();
  if (property >= static_cast<uint64_t>(property_count()) || flags > kAllFlags) return false;
  value.property = static_cast<Property>(property);
  value.text = in.string();
  if (flags & kOriginal) value.original = in.string();
  if (flags & kLabel) value.label = in.string();
  if (flags & kCountry) value.country = in.string();
  if (flags & kLanguage) value.language = in.string();
  if (flags & kSourceId) value.source_id = in.string();
  if (flags & kScript) value.script = in.string();
  value.circa = (flags & kCirca) != 0;
  return in.ok();
}

}  // namespace

void encode_entity(std::string& out, const Entity& entity) {
  put_string(out, entity.id);
  put_varint(out, static_cast<uint64_t>(entity.schema));
  put_varint(out, entity.datasets.size());
  for (const auto& dataset : entity.datasets) put_string(out, dataset);
  put_varint(out, entity.values.size());
  for (const Value& value : entity.values) encode_value(out, value);
}

Result<Entity> decode_entity(std::string_view bytes) {
  ByteReader in(bytes);
  Entity entity;
  entity.id = in.string();
  const uint64_t schema = in.varint();
  const uint64_t datasets = in.varint();
  for (uint64_t i = 0; i < datasets && in.ok(); ++i) entity.datasets.emplace_back(in.string());
  const uint64_t values = in.varint();
  bool good = schema < static_cast<uint64_t>(kSchemaCount);
  for (uint64_t i = 0; i < values && in.ok() && good; ++i) {
    good = decode_value(in, entity.values.emplace_back());
  }
  if (!good || !in.ok() || !in.at_end()) return fail(ErrorCode::kCorrupt, "an entity of the image does not decode");
  entity.schema = static_cast<Schema>(schema);
  return entity;
}

std::string_view encoded_id(std::string_view bytes) {
  return ByteReader(bytes).string();
}

Schema encoded_schema(std::string_view bytes) {
  ByteReader in(bytes);
  in.string();
  return static_cast<Schema>(in.varint());
}

}  // namespace vedette::index
