#include "entity/json.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <set>
#include <utility>

#include "entity/country.h"
#include "entity/gender.h"

namespace vedette {
namespace {

namespace ondemand = simdjson::ondemand;

// A buffer and a parser a thread: building them anew costs more than parsing a query.
struct Scratch {
  ondemand::parser parser;
  simdjson::padded_string buffer;
};
constexpr size_t kKeptScratch = 1u << 20;

Unexpected wrong(std::string field, std::string_view message) {
  return fail(ErrorCode::kInvalidInput, std::string(message), {.field = std::move(field)});
}

Unexpected malformed(simdjson::error_code code, std::string field = {}) {
  return fail(ErrorCode::kInvalidInput, fmt::format("not valid JSON: {}", simdjson::error_message(code)),
              {.field = std::move(field)});
}

#define VEDETTE_JSON_CHECK(expression, field)                                 \
  do {                                                                        \
    if (const auto json_error = (expression)) {                               \
      return malformed(static_cast<simdjson::error_code>(json_error), field); \
    }                                                                         \
  } while (false)

class EntityParser {
 public:
  EntityParser(const EntityLimits& limits, IgnoredProperties* ignored) : limits_(limits), ignored_(ignored) {}

  Result<Entity> parse(ondemand::document& document) {
    ondemand::json_type type{};
    VEDETTE_JSON_CHECK(document.type().get(type), "");
    if (type != ondemand::json_type::object) return wrong("", "an entity is a JSON object");
    ondemand::object object;
    VEDETTE_JSON_CHECK(document.get_object().get(object), "");
    for (auto member : object) {
      ondemand::field field;
      VEDETTE_JSON_CHECK(std::move(member).get(field), "");
      VEDETTE_RETURN_IF_ERROR(read_member(field));
    }
    const char* rest = nullptr;
    if (!document.current_location().get(rest)) return wrong("", "not valid JSON: something follows the entity");
    return std::move(entity_);
  }

 private:
  Result<void> read_member(ondemand::field& field) {
    std::string_view raw_key;
    VEDETTE_JSON_CHECK(field.unescaped_key().get(raw_key), "");
    const std::string key(raw_key);
    if (key == "id") return read_id(field.value());
    if (key == "schema") return read_schema(field.value());
    if (key == "datasets") return read_datasets(field.value());
    if (key == "properties") return read_properties(field.value());
    return {};
  }

  // The text of a string or number, empty for null.
  Result<std::string> scalar(ondemand::value value, const std::string& field) {
    ondemand::json_type type{};
    VEDETTE_JSON_CHECK(value.type().get(type), field);
    std::string_view text;
    switch (type) {
      case ondemand::json_type::string:
        VEDETTE_JSON_CHECK(value.get_string().get(text), field);
        break;
      case ondemand::json_type::number: {
        ondemand::number number;  // checks the grammar; the text is kept as written, so that 007 and 1e400 do not pass
        VEDETTE_JSON_CHECK(value.get_number().get(number), field);
        text = value.raw_json_token();
        text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
        break;
      }
      case ondemand::json_type::null: {
        bool is_null = false;
        VEDETTE_JSON_CHECK(value.is_null().get(is_null), field);
        if (!is_null) return wrong(field, "not valid JSON: neither a value nor null");
        return std::string();
      }
      default:
        return wrong(field, "must be text");
    }
    if (text.size() > limits_.value_bytes) {
      return fail(ErrorCode::kLimit, fmt::format("a value over the limit of {} bytes", limits_.value_bytes),
                  {.field = field});
    }
    return std::string(text);
  }

  Result<void> read_id(ondemand::value value) {
    VEDETTE_ASSIGN_OR_RETURN(entity_.id, scalar(value, "id"));
    return {};
  }

  Result<void> read_schema(ondemand::value value) {
    VEDETTE_ASSIGN_OR_RETURN(const std::string name, scalar(value, "schema"));
    const auto schema = find_schema(name);
    if (!schema) return wrong("schema", fmt::format("unknown schema '{}'", name.substr(0, 60)));
    entity_.schema = *schema;
    return {};
  }

  // Calls `take` for each element of a list, or once for a value by itself.
  template <typename Take>
  Result<void> each(ondemand::value value, const std::string& field, Take take) {
    ondemand::json_type type{};
    VEDETTE_JSON_CHECK(value.type().get(type), field);
    if (type != ondemand::json_type::array) return take(value);
    ondemand::array array;
    VEDETTE_JSON_CHECK(value.get_array().get(array), field);
    for (auto element : array) {
      ondemand::value item;
      VEDETTE_JSON_CHECK(std::move(element).get(item), field);
      VEDETTE_RETURN_IF_ERROR(take(item));
    }
    return {};
  }

  Result<void> read_datasets(ondemand::value value) {
    return each(value, "datasets", [&](ondemand::value item) -> Result<void> {
      VEDETTE_ASSIGN_OR_RETURN(std::string name, scalar(item, "datasets"));
      VEDETTE_RETURN_IF_ERROR(count_value("datasets"));
      if (!name.empty()) entity_.datasets.push_back(std::move(name));
      return {};
    });
  }

  Result<void> read_properties(ondemand::value value) {
    ondemand::json_type type{};
    VEDETTE_JSON_CHECK(value.type().get(type), "properties");
    if (type != ondemand::json_type::object) return wrong("properties", "must be an object");
    ondemand::object object;
    VEDETTE_JSON_CHECK(value.get_object().get(object), "properties");
    for (auto member : object) {
      ondemand::field field;
      VEDETTE_JSON_CHECK(std::move(member).get(field), "properties");
      VEDETTE_RETURN_IF_ERROR(read_property(field));
    }
    return {};
  }

  Result<void> read_property(ondemand::field& field) {
    std::string_view raw_key;
    VEDETTE_JSON_CHECK(field.unescaped_key().get(raw_key), "properties");
    const auto property = find_property(raw_key);
    if (!property) {
      if (ignored_ != nullptr) ignored_->names.emplace_back(raw_key);
      return {};
    }
    const std::string name(raw_key);
    return each(field.value(), name, [&](ondemand::value item) -> Result<void> {
      VEDETTE_ASSIGN_OR_RETURN(std::string text, scalar(item, name));
      VEDETTE_RETURN_IF_ERROR(count_value(name));
      return add(*property, std::move(text), name);
    });
  }

  Result<void> count_value(const std::string& field) {
    if (++count_ <= limits_.values) return {};
    return fail(ErrorCode::kLimit, fmt::format("over the limit of {} values", limits_.values), {.field = field});
  }

  Result<void> add(Property property, std::string text, const std::string& field) {
    Value value{.property = property};
    switch (kind_of(property)) {
      case PropertyKind::kDate: {
        const std::string folded = fold_spaces(text);
        if (folded.empty()) return {};
        // FollowTheMoney allows a time of day after the date; only the date counts here.
        auto date = parse_partial_date(std::string_view(folded).substr(0, folded.find('T')));
        if (!date) return wrong(field, date.error().message);
        value.text = date->to_string();
        value.circa = date->circa;
        break;
      }
      case PropertyKind::kCountry:
        value.text = country_code(text);
        break;
      case PropertyKind::kGender:
        value.text = gender_code(text);
        break;
      case PropertyKind::kText:
        value.text = text;
        break;
      default:
        break;
    }
    if (value.text.empty()) value.text = fold_spaces(text);
    if (value.text != text) value.original = std::move(text);
    if (seen_.emplace(property, value.text).second && !value.text.empty()) entity_.values.push_back(std::move(value));
    return {};
  }

  EntityLimits limits_;
  IgnoredProperties* ignored_;
  Entity entity_;
  size_t count_ = 0;
  std::set<std::pair<Property, std::string>> seen_;  // Entity::add is linear, and a hostile entity has many values
};

bool has_details(const Value& value) {
  return value.circa || !value.original.empty() || !value.label.empty() || !value.script.empty() ||
         !value.language.empty() || !value.country.empty() || !value.source_id.empty();
}

void write_details(JsonWriter& json, const Entity& entity) {
  json.key("details");
  json.begin_array();
  for (const Value& value : entity.values) {
    if (!has_details(value)) continue;
    json.begin_object();
    json.member("property", to_string(value.property));
    json.member("value", value.text);
    if (!value.original.empty()) json.member("original", value.original);
    if (!value.label.empty()) json.member("label", value.label);
    if (!value.script.empty()) json.member("script", value.script);
    if (!value.language.empty()) json.member("language", value.language);
    if (!value.country.empty()) json.member("country", value.country);
    if (!value.source_id.empty()) json.member("source_id", value.source_id);
    if (value.circa) json.member("circa", true);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

Result<Entity> parse_entity_json(std::string_view json, const EntityLimits& limits, IgnoredProperties* ignored) {
  if (json.size() > limits.bytes) {
    return fail(ErrorCode::kLimit, fmt::format("{} bytes, over the limit of {}", json.size(), limits.bytes));
  }
  thread_local Scratch kept;
  Scratch own;
  Scratch& scratch = json.size() <= kKeptScratch ? kept : own;
  if (scratch.buffer.size() < json.size())
    scratch.buffer = simdjson::padded_string(std::max<size_t>(json.size(), 4096));
  std::copy(json.begin(), json.end(), scratch.buffer.data());
  ondemand::document document;
  const auto view = simdjson::padded_string_view(scratch.buffer.data(), json.size(),
                                                 scratch.buffer.size() + simdjson::SIMDJSON_PADDING);
  VEDETTE_JSON_CHECK(scratch.parser.iterate(view).get(document), "");
  return EntityParser(limits, ignored).parse(document);
}

void write_entity_json(JsonWriter& json, const Entity& entity, ValueDetails details) {
  json.begin_object();
  if (!entity.id.empty()) json.member("id", entity.id);
  json.member("schema", to_string(entity.schema));
  json.key("properties");
  json.begin_object();
  for (int i = 0; i < property_count(); ++i) {
    const auto property = static_cast<Property>(i);
    const auto texts = entity.texts(property);
    if (texts.empty()) continue;
    json.key(to_string(property));
    json.begin_array();
    for (std::string_view text : texts) json.value(text);
    json.end_array();
  }
  json.end_object();
  if (!entity.datasets.empty()) json.member_strings("datasets", entity.datasets);
  if (details == ValueDetails::kYes) write_details(json, entity);
  json.end_object();
}

std::string entity_json(const Entity& entity) {
  JsonWriter json;
  write_entity_json(json, entity);
  return json.take();
}

}  // namespace vedette
