// A user's own list: separated values with a header, columns named as FollowTheMoney's properties, "id" and "schema",
// or mapped to them. Separator (comma, semicolon, tab) from the header. Cells of names, dates, countries and
// identifiers may hold several values, parted by ";" where that is not the separator. The key is the id column; without
// one, "row-" and 16 digits of the SHA-256 of the row.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/hash.h"
#include "entity/schema.h"
#include "lists/csv.h"
#include "lists/input.h"
#include "lists/names.h"
#include "lists/readers.h"
#include "lists/record_gate.h"
#include "lists/unique_id.h"
#include "lists/values.h"

namespace vedette::lists {
namespace {

// Column names of OpenSanctions' targets.simple.csv.
constexpr std::pair<std::string_view, std::string_view> kOtherNames[] = {
    {"aliases", "alias"},        {"birth_date", "birthDate"}, {"countries", "country"}, {"addresses", "address"},
    {"identifiers", "idNumber"}, {"sanctions", "program"},    {"phones", "phone"},      {"emails", "email"},
};

enum class Role : uint8_t { kNone, kId, kSchema, kProperty };

struct Column {
  Role role = Role::kNone;
  Property property = Property::kName;
  std::string name;
};

Result<Column> column_of(const std::string& header, const std::string& target, bool mapped, const std::string& file) {
  if (target == "id") return Column{Role::kId, {}, header};
  if (target == "schema") return Column{Role::kSchema, {}, header};
  std::string_view name = target;
  for (const auto& [other, property] : kOtherNames) {
    if (name == other) name = property;
  }
  if (const auto property = find_property(name)) return Column{Role::kProperty, *property, header};
  if (mapped) {
    return fail(ErrorCode::kUsage, fmt::format("column '{}' is mapped to '{}', which is no property", header, target),
                {file, 1, header});
  }
  return Column{Role::kNone, {}, header};
}

Result<std::vector<Column>> columns_of(const CsvRecord& header_record, const ReadOptions& options,
                                       const std::string& file) {
  const CsvHeader header(header_record);
  for (const auto& [column, target] : options.column_map) {
    if (!header.find(column)) {
      return fail(ErrorCode::kUsage, fmt::format("there is no column '{}' to map to '{}'", column, target),
                  {file, 1, column});
    }
  }
  std::vector<Column> columns;
  for (size_t i = 0; i < header.names().size(); ++i) {
    const std::string& name = header.names()[i];
    const auto mapping = std::find_if(options.column_map.begin(), options.column_map.end(),
                                      [&](const auto& entry) { return header.find(entry.first) == i; });
    const bool mapped = mapping != options.column_map.end();
    VEDETTE_ASSIGN_OR_RETURN(Column column, column_of(name, mapped ? mapping->second : name, mapped, file));
    columns.push_back(std::move(column));
  }
  return columns;
}

bool can_be_found_by(const Column& column) {
  if (column.role != Role::kProperty) return false;
  const PropertyKind kind = kind_of(column.property);
  return kind == PropertyKind::kName || kind == PropertyKind::kIdentifier;
}

std::string passed_over(const std::vector<Column>& columns) {
  std::string names;
  for (const Column& column : columns) {
    if (column.role == Role::kNone) names += (names.empty() ? "" : ", ") + column.name;
  }
  return names;
}

char separator_of(std::string_view front) {
  const std::string_view line = front.substr(0, front.find_first_of("\r\n"));
  const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
  if (count('\t') > count(',') && count('\t') >= count(';')) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

class RowReader {
 public:
  RowReader(const std::vector<Column>& columns, char separator) : columns_(columns), separator_(separator) {}

  /// The error's `where.field` is the column.
  Result<Entity> read(const CsvRecord& record) const {
    Entity entity;
    const auto after_header =
        record.fields.begin() + static_cast<ptrdiff_t>(std::min(columns_.size(), record.fields.size()));
    if (!std::all_of(after_header, record.fields.end(), [](const auto& field) { return field.empty(); })) {
      return fail(ErrorCode::kInvalidInput,
                  fmt::format("{} fields, but the header has {}: is a separator not in quotes?", record.fields.size(),
                              columns_.size()));
    }
    for (size_t i = 0; i < columns_.size(); ++i) {
      VEDETTE_RETURN_IF_ERROR(take(entity, columns_[i], std::string(record.field(i))));
    }
    if (entity.values.empty()) return fail(ErrorCode::kInvalidInput, "the row has no value");
    if (entity.id.empty()) entity.id = key_of(record);
    return entity;
  }

 private:
  static std::string key_of(const CsvRecord& record) {
    std::string row;
    for (const std::string& field : record.fields) row += field + '\x1f';
    return "row-" + sha256_hex(row).substr(0, 16);
  }

  Result<void> take(Entity& entity, const Column& column, const std::string& cell) const {
    const std::string text = fold_spaces(cell);
    if (text.empty() || column.role == Role::kNone) return {};
    if (column.role == Role::kId) {
      entity.id = text;
    } else if (column.role == Role::kSchema) {
      const auto schema = find_schema(text);
      if (!schema)
        return fail(ErrorCode::kInvalidInput, fmt::format("unknown schema '{}'", text.substr(0, 60)),
                    {.field = column.name});
      entity.schema = *schema;
    } else {
      return take_values(entity, column, text);
    }
    return {};
  }

  Result<void> take_values(Entity& entity, const Column& column, const std::string& cell) const {
    const PropertyKind kind = kind_of(column.property);
    const bool one = kind == PropertyKind::kText || separator_ == ';';
    for (const std::string& text : one ? std::vector<std::string>{cell} : split(cell, ';')) {
      if (kind == PropertyKind::kDate) {
        const auto date = parse_list_date(text);
        if (!date)
          return fail(ErrorCode::kInvalidInput, fmt::format("'{}' is no date", text.substr(0, 60)),
                      {.field = column.name});
        add_date(entity, column.property, *date, text);
      } else if (kind == PropertyKind::kCountry) {
        add_country(entity, column.property, text);
      } else if (kind == PropertyKind::kGender) {
        add_gender(entity, text);
      } else {
        add_text(entity, column.property, text);
      }
    }
    return {};
  }

  const std::vector<Column>& columns_;
  char separator_;
};

}  // namespace

Result<ReadSummary> read_own_csv(Streams streams, const ReadOptions& options, EntitySink& sink) {
  if (streams.size() != 1) return fail(ErrorCode::kUsage, "an own list is one file");
  ReadSummary summary;
  RecordGate gate(options, sink, summary);
  auto stream = peekable(std::move(streams.front()));
  VEDETTE_ASSIGN_OR_RETURN(const std::string_view front, stream->peek());
  const char separator = separator_of(front);
  CsvReader reader(std::move(stream), {separator, Encoding::kOrWindows1252}, options.limits);
  CsvRecord record;
  VEDETTE_ASSIGN_OR_RETURN(const bool has_header, reader.next(record));
  if (!has_header) return fail(ErrorCode::kInvalidInput, "the file is empty", {reader.name(), 0, ""});
  VEDETTE_ASSIGN_OR_RETURN(const std::vector<Column> columns, columns_of(record, options, reader.name()));
  if (std::none_of(columns.begin(), columns.end(), can_be_found_by)) {
    return fail(ErrorCode::kInvalidInput, "no column holds a name or an identifier; say which does with a map",
                {reader.name(), record.line, ""});
  }
  if (const std::string names = passed_over(columns); !names.empty()) {
    summary.notes.push_back(fmt::format("{}: columns passed over: {}", reader.name(), names));
  }
  const RowReader rows(columns, separator);
  UniqueIds ids;
  for (;;) {
    VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(record));
    if (!more) break;
    Where where{reader.name(), record.line, ""};
    auto entity = rows.read(record);
    if (record.defect || !entity) {
      if (!record.defect) where.field = entity.error().where.field;
      VEDETTE_RETURN_IF_ERROR(gate.reject(where, record.defect ? record.defect->reason : entity.error().message));
      continue;
    }
    entity->id = ids.of(entity->id);
    VEDETTE_RETURN_IF_ERROR(gate.accept(*std::move(entity), where));
  }
  for (std::string& note : reader.notes()) summary.notes.push_back(std::move(note));
  return summary;
}

}  // namespace vedette::lists
