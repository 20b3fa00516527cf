#include "engine/pair.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <optional>
#include <string>

#include "entity/json.h"

namespace vedette::engine {
namespace {

namespace ondemand = simdjson::ondemand;

Unexpected malformed(simdjson::error_code code) {
  return fail(ErrorCode::kInvalidInput, fmt::format("not valid JSON: {}", simdjson::error_message(code)));
}

Unexpected wrong(std::string field, std::string message) {
  return fail(ErrorCode::kInvalidInput, std::move(message), {{}, 0, std::move(field)});
}

Result<Entity> side(ondemand::value value, const std::string& field, Schema schema) {
  ondemand::json_type type{};
  if (const auto error = value.type().get(type)) return malformed(error);
  if (type == ondemand::json_type::string) {
    std::string_view name;
    if (const auto error = value.get_string().get(name)) return malformed(error);
    Entity entity;
    entity.schema = schema;
    entity.add(Property::kName, fold_spaces(name));
    return entity;
  }
  if (type != ondemand::json_type::object) return wrong(field, "must be an entity or a name");
  ondemand::object object;
  if (const auto error = value.get_object().get(object)) return malformed(error);
  std::string_view raw;
  if (const auto error = object.raw_json().get(raw)) return malformed(error);
  auto entity = parse_entity_json(raw);
  if (!entity) {
    Error error = std::move(entity).error();
    error.where.field = error.where.field.empty() ? field : field + "." + error.where.field;
    return Unexpected(std::move(error));
  }
  if (entity->schema == Schema::kLegalEntity) entity->schema = schema;
  return entity;
}

}  // namespace

Result<Pair> parse_pair_json(std::string_view json, Schema schema) {
  ondemand::parser parser;
  const simdjson::padded_string text(json);
  ondemand::document document;
  if (const auto error = parser.iterate(text).get(document)) return malformed(error);
  ondemand::object object;
  if (const auto error = document.get_object().get(object)) return malformed(error);
  std::optional<Entity> query, candidate;
  for (auto member : object) {
    ondemand::field field;
    if (const auto error = std::move(member).get(field)) return malformed(error);
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key)) return malformed(error);
    if (key == "query") {
      VEDETTE_ASSIGN_OR_RETURN(query, side(field.value(), "query", schema));
    } else if (key == "candidate") {
      VEDETTE_ASSIGN_OR_RETURN(candidate, side(field.value(), "candidate", schema));
    }
  }
  if (!query) return wrong("query", "is missing");
  if (!candidate) return wrong("candidate", "is missing");
  return Pair{*std::move(query), *std::move(candidate)};
}

}  // namespace vedette::engine
