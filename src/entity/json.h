// FollowTheMoney JSON in and out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json_writer.h"
#include "entity/entity.h"

namespace vedette {

/// Bounds on one entity from outside.
struct EntityLimits {
  size_t bytes = 16u << 20;       ///< of JSON text
  size_t values = 100'000;        ///< of all properties together
  size_t value_bytes = 1u << 20;  ///< of one value
};

/// What a reader of JSON passed over: properties that are not in property_list.inc.
struct IgnoredProperties {
  std::vector<std::string> names;
};

/// Reads one entity or query: {"id"?, "schema"?, "properties": {...}, "datasets"?}. A property may be one string or a
/// list. No schema: LegalEntity. Numbers become their text. A schema or value of the wrong kind is kInvalidInput with
/// `where.field` set.
Result<Entity> parse_entity_json(std::string_view json, const EntityLimits& limits = {},
                                 IgnoredProperties* ignored = nullptr);

/// What to write of a value beside its text.
enum class ValueDetails : uint8_t {
  kNo,
  /// "details": what else the source gave, an object for each value that has any: {"property", "value", "original"?,
  /// "label"?, "script"?, "language"?, "country"?, "source_id"?, "circa"?}. Readers of FollowTheMoney pass it over.
  kYes,
};

/// Writes it in FollowTheMoney's shape (id and datasets only if not empty), properties in the order of Property.
void write_entity_json(JsonWriter& json, const Entity& entity, ValueDetails details = ValueDetails::kNo);
std::string entity_json(const Entity& entity);

}  // namespace vedette
