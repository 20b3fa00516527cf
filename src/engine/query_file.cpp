#include "engine/query_file.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/json_writer.h"
#include "base/utf8.h"
#include "engine/csv_row.h"
#include "entity/json.h"
#include "lists/input.h"

namespace vedette::engine {
namespace {

constexpr size_t kPeekBytes = 4096;
constexpr EntityLimits kQueryLimits = {.bytes = size_t{16} << 20, .values = 10'000, .value_bytes = size_t{1} << 20};

std::string joined(const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, ", "));
}

// The target that a column names by itself, in whatever case; empty if none.
std::string target_named(std::string_view column) {
  for (std::string_view own : {"id", "schema"}) {
    if (equal_ignoring_case(column, own)) return std::string(own);
  }
  for (int i = 0; i < property_count(); ++i) {
    const std::string_view name = to_string(static_cast<Property>(i));
    if (equal_ignoring_case(column, name)) return std::string(name);
  }
  return {};
}

bool can_be_screened_by(Property property) {
  return kind_of(property) == PropertyKind::kName || kind_of(property) == PropertyKind::kIdentifier;
}

// The separator that the header holds most of.
char delimiter_of(std::string_view header) {
  char best = ',';
  for (const char candidate : {';', '\t'}) {
    const auto count = [&](char c) { return std::count(header.begin(), header.end(), c); };
    if (count(candidate) > count(best)) best = candidate;
  }
  return best;
}

Result<QueryFile::Format> format_of(std::string_view front, const std::string& file) {
  const Where where{file, 1, {}};
  if (front.starts_with("\xFF\xFE") || front.starts_with("\xFE\xFF")) {
    return fail(ErrorCode::kInvalidInput, "the text is UTF-16; save it as UTF-8", where);
  }
  const std::string_view text = trimmed(front);
  if (text.starts_with("{")) return QueryFile::Format::kJsonLines;
  if (text.starts_with("[")) {
    return fail(ErrorCode::kInvalidInput, "a JSON array; write one JSON object a line instead", where);
  }
  if (front.substr(0, front.find('\n')).find('\0') != std::string_view::npos) {
    return fail(ErrorCode::kInvalidInput, "neither JSON lines nor CSV: NUL bytes in the first line", where);
  }
  return QueryFile::Format::kCsv;
}

Result<void> check_query(const Entity& query) {
  const auto usable = [](const Value& value) { return can_be_screened_by(value.property); };
  if (std::any_of(query.values.begin(), query.values.end(), usable)) return {};
  return fail(ErrorCode::kInvalidInput, "nothing to screen by: neither a name nor an identifier", {.field = "name"});
}

// The id of an object whose other members may be wrong; empty where there is none.
std::string id_in_json(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::element id;
  if (parser.parse(simdjson::padded_string(json))["id"].get(id) != simdjson::SUCCESS) return {};
  std::string_view text;
  if (id.get(text) == simdjson::SUCCESS) return std::string(text);
  return id.is_number() ? simdjson::to_string(id) : std::string();
}

// The values of a cell: one, or several with semicolons between them; free text is always one.
std::vector<std::string_view> values_of(std::string_view cell, const std::string& target, char delimiter) {
  const auto property = find_property(target);
  const bool one = delimiter == ';' || (property && kind_of(*property) == PropertyKind::kText);
  std::vector<std::string_view> values;
  while (true) {
    const size_t end = one ? std::string_view::npos : cell.find(';');
    if (const auto value = trimmed(cell.substr(0, end)); !value.empty()) values.push_back(value);
    if (end == std::string_view::npos) return values;
    cell.remove_prefix(end + 1);
  }
}

}  // namespace

Result<void> check_column_map(const ColumnMap& column_map) {
  for (const auto& [column, target] : column_map) {
    if (target == "id" || target == "schema" || find_property(target)) continue;
    const std::string near = target_named(target);
    return fail(ErrorCode::kUsage, fmt::format("column {} is mapped to '{}', which is no property{}", column, target,
                                               near.empty() ? "" : fmt::format("; did you mean {}?", near)));
  }
  return {};
}

Result<Entity> parse_query_json(std::string_view json, Schema schema) {
  VEDETTE_ASSIGN_OR_RETURN(Entity query, parse_entity_json(json, kQueryLimits));
  if (query.schema == Schema::kLegalEntity) query.schema = schema;
  query.datasets.clear();
  VEDETTE_RETURN_IF_ERROR(check_query(query));
  return query;
}

QueryFile::QueryFile(std::unique_ptr<lists::InputStream> stream, const QueryFileOptions& options)
    : cutter_(std::move(stream), options.record_bytes) {
  layout_.file = cutter_.name();
  layout_.schema = options.schema;
}

Result<std::unique_ptr<QueryFile>> QueryFile::open(std::unique_ptr<lists::InputStream> stream,
                                                   const QueryFileOptions& options) {
  VEDETTE_RETURN_IF_ERROR(check_column_map(options.column_map));
  auto file = std::unique_ptr<QueryFile>(new QueryFile(std::move(stream), options));
  VEDETTE_ASSIGN_OR_RETURN(const std::string_view front, file->cutter_.peek(kPeekBytes));
  if (trimmed(front).empty()) return file;
  VEDETTE_ASSIGN_OR_RETURN(file->layout_.format, format_of(front, file->layout_.file));
  if (file->format() == Format::kCsv) VEDETTE_RETURN_IF_ERROR(file->read_header(options.column_map));
  return file;
}

Result<std::unique_ptr<QueryFile>> QueryFile::open_path(const std::filesystem::path& path,
                                                        const QueryFileOptions& options) {
  // The file is read in constant memory, so its size needs no bound; its expansion keeps one.
  VEDETTE_ASSIGN_OR_RETURN(lists::Streams streams, lists::open_input(path, {.bytes = ~uint64_t{0}}));
  if (streams.size() != 1) {
    return fail(ErrorCode::kInvalidInput, fmt::format("{} files, where one is wanted", streams.size()),
                {path.string(), 0, {}});
  }
  return open(std::move(streams.front()), options);
}

Result<void> QueryFile::read_header(const ColumnMap& column_map) {
  VEDETTE_ASSIGN_OR_RETURN(const std::string_view front, cutter_.peek(kPeekBytes));
  const std::string_view text = trimmed(front);
  layout_.delimiter = delimiter_of(text.substr(0, text.find('\n')));
  CutRecord header;
  VEDETTE_RETURN_IF_ERROR(cutter_.next(RecordCutter::Kind::kCsv, layout_.delimiter, header));
  if (header.defect) return Unexpected(*std::move(header.defect));
  for (const std::string& name : split_csv_row(header.text, layout_.delimiter)) {
    layout_.columns.emplace_back(trimmed(name));
  }
  std::map<std::string, std::string> mapped(column_map.begin(), column_map.end());
  for (const std::string& column : layout_.columns) {
    const auto found = mapped.find(column);
    layout_.targets.push_back(found == mapped.end() ? target_named(column) : found->second);
  }
  for (const auto& [column, target] : mapped) {
    if (std::find(layout_.columns.begin(), layout_.columns.end(), column) != layout_.columns.end()) continue;
    return fail(ErrorCode::kInvalidInput,
                fmt::format("no such column, though the map names it; the columns are {}", joined(layout_.columns)),
                {layout_.file, header.line, column});
  }
  return check_header();
}

Result<void> QueryFile::check_header() {
  const auto usable = [](const std::string& target) {
    const auto property = find_property(target);
    return property && can_be_screened_by(*property);
  };
  if (std::none_of(layout_.targets.begin(), layout_.targets.end(), usable)) {
    return fail(ErrorCode::kInvalidInput,
                fmt::format("no column holds a name or an identifier; say which does with a map, such as '{}=name'; "
                            "the columns are {}",
                            layout_.columns.front(), joined(layout_.columns)),
                {layout_.file, 1, {}});
  }
  std::vector<std::string> passed_over;
  for (size_t i = 0; i < layout_.columns.size(); ++i) {
    if (layout_.targets[i].empty()) passed_over.push_back(layout_.columns[i]);
  }
  if (!passed_over.empty()) {
    notes_.push_back(fmt::format("{}: columns passed over: {}", layout_.file, joined(passed_over)));
  }
  return {};
}

Result<std::optional<QueryRecord>> QueryFile::next() {
  QueryRecord record;
  const auto kind = format() == Format::kCsv ? RecordCutter::Kind::kCsv : RecordCutter::Kind::kLines;
  VEDETTE_ASSIGN_OR_RETURN(const bool there, cutter_.next(kind, layout_.delimiter, record.cut));
  if (!there) return std::optional<QueryRecord>();
  record.number = ++records_;
  return std::optional<QueryRecord>(std::move(record));
}

// A row becomes the JSON that would have said the same, so that one parser settles what a value means.
Result<std::string> QueryFile::row_as_json(std::string_view row) const {
  const std::vector<std::string> fields = split_csv_row(row, layout_.delimiter);
  if (fields.size() > layout_.columns.size()) {
    return fail(ErrorCode::kInvalidInput, fmt::format("{} fields, but the header has {}: is a comma not in quotes?",
                                                      fields.size(), layout_.columns.size()));
  }
  JsonWriter json;
  std::map<std::string_view, std::vector<std::string_view>> properties;
  json.begin_object();
  for (size_t i = 0; i < fields.size(); ++i) {
    const std::string& target = layout_.targets[i];
    if (fields[i].find('\0') != std::string::npos || !is_valid_utf8(fields[i])) {
      return fail(ErrorCode::kInvalidInput, "not UTF-8 text", {.field = layout_.columns[i]});
    }
    const std::string_view cell = trimmed(fields[i]);
    if (target.empty() || cell.empty()) continue;
    if (target == "id" || target == "schema") {
      json.member(target, cell);
      continue;
    }
    for (const std::string_view value : values_of(cell, target, layout_.delimiter)) properties[target].push_back(value);
  }
  json.key("properties");
  json.begin_object();
  for (const auto& [property, values] : properties) {
    json.key(property);
    json.begin_array();
    for (const std::string_view value : values) json.value(value);
    json.end_array();
  }
  json.end_object();
  json.end_object();
  return json.take();
}

std::string QueryFile::id_in_row(std::string_view row) const {
  const auto column = std::find(layout_.targets.begin(), layout_.targets.end(), "id");
  if (column == layout_.targets.end()) return {};
  const auto number = static_cast<size_t>(column - layout_.targets.begin());
  const std::vector<std::string> fields = split_csv_row(row, layout_.delimiter);
  return number < fields.size() ? mend_utf8(trimmed(fields[number])) : std::string();
}

std::string QueryFile::label_of(const QueryRecord& record) const {
  std::string id;
  if (!record.cut.defect) id = format() == Format::kCsv ? id_in_row(record.cut.text) : id_in_json(record.cut.text);
  return id.empty() ? std::to_string(record.number) : id;
}

Result<Query> QueryFile::parse(const QueryRecord& record) const {
  if (record.cut.defect) return Unexpected(*record.cut.defect);
  const auto placed = [&](Error error) {
    error.where.file = layout_.file;
    error.where.line = record.cut.line;
    // A property of CSV is known to its owner by the column's name.
    const auto target = std::find(layout_.targets.begin(), layout_.targets.end(), error.where.field);
    if (!error.where.field.empty() && target != layout_.targets.end()) {
      error.where.field = layout_.columns[static_cast<size_t>(target - layout_.targets.begin())];
    }
    return Unexpected(std::move(error));
  };
  std::string from_row;
  if (format() == Format::kCsv) {
    auto json = row_as_json(record.cut.text);
    if (!json) return placed(std::move(json).error());
    from_row = *std::move(json);
  }
  auto entity = parse_query_json(format() == Format::kCsv ? from_row : record.cut.text, layout_.schema);
  if (!entity) return placed(std::move(entity).error());
  Query query{entity->id.empty() ? std::to_string(record.number) : entity->id, *std::move(entity)};
  query.entity.id.clear();
  return query;
}

}  // namespace vedette::engine
