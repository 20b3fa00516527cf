#include "index/entity_codec.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace vedette::index {
namespace {

Value random_value() {
  Value value;
  value.property = static_cast<Property>(*rc::gen::inRange(0, property_count()));
  value.text = *rc::gen::arbitrary<std::string>();
  value.original = *rc::gen::arbitrary<std::string>();
  value.label = *rc::gen::arbitrary<std::string>();
  value.country = *rc::gen::arbitrary<std::string>();
  value.language = *rc::gen::arbitrary<std::string>();
  value.source_id = *rc::gen::arbitrary<std::string>();
  value.script = *rc::gen::arbitrary<std::string>();
  value.circa = *rc::gen::arbitrary<bool>();
  return value;
}

RC_GTEST_PROP(EntityCodec, GivesBackWhatItWasGiven, ()) {
  Entity entity;
  entity.id = *rc::gen::arbitrary<std::string>();
  entity.schema = static_cast<Schema>(*rc::gen::inRange(0, kSchemaCount));
  entity.datasets = *rc::gen::arbitrary<std::vector<std::string>>();
  for (int i = *rc::gen::inRange(0, 5); i > 0; --i) entity.values.push_back(random_value());
  std::string bytes;
  encode_entity(bytes, entity);
  const auto decoded = decode_entity(bytes);
  RC_ASSERT(decoded.has_value());
  RC_ASSERT(*decoded == entity);
  RC_ASSERT(encoded_id(bytes) == entity.id);
  RC_ASSERT(encoded_schema(bytes) == entity.schema);
}

RC_GTEST_PROP(EntityCodec, RandomBytesAreAnErrorOrAnEntity, ()) {
  const auto bytes = *rc::gen::arbitrary<std::string>();
  const auto decoded = decode_entity(bytes);
  if (!decoded) RC_ASSERT(decoded.error().code == ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace vedette::index
