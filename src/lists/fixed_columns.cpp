#include "lists/fixed_columns.h"

#include <fmt/format.h>

#include "lists/us_ofac_fields.h"

namespace vedette::lists {

Result<void> FixedColumns::find(const CsvRecord& header, const std::string& file) {
  const CsvHeader found(header);
  for (const char* name : names_) {
    const auto place = found.find(name);
    if (!place) return fail(ErrorCode::kInvalidInput, "the column is missing", {file, header.line, name});
    places_.push_back(*place);
  }
  width_ = header.fields.size();
  return {};
}

Result<void> FixedColumns::read(CsvReader& reader, const std::function<Result<void>(CsvRecord&)>& take) {
  CsvRecord record;
  VEDETTE_ASSIGN_OR_RETURN(bool more, reader.next(record));
  if (more) VEDETTE_RETURN_IF_ERROR(find(record, reader.name()));
  while (more) {
    VEDETTE_ASSIGN_OR_RETURN(more, reader.next(record));
    if (more) VEDETTE_RETURN_IF_ERROR(take(record));
  }
  return {};
}

std::optional<std::string> FixedColumns::misfit(const CsvRecord& row) const {
  if (row.fields.size() == width_) return std::nullopt;
  return fmt::format("a row of {} columns where {} are due", row.fields.size(), width_);
}

std::string FixedColumns::text(const CsvRecord& row, size_t column) const {
  return fold_spaces(row.field(places_[column]));
}

void FixedColumns::add_note(Entity& entity, const CsvRecord& row, size_t column) const {
  const std::string cell = text(row, column);
  if (!cell.empty()) add_ofac_note(entity, fmt::format("{}: {}", names_[column], cell));
}

void FixedColumns::add_date(Entity& entity, Property property, const CsvRecord& row, size_t column) const {
  add_date(entity, property, row, column, text(row, column));
}

void FixedColumns::add_date(Entity& entity, Property property, const CsvRecord& row, size_t column,
                            std::string_view date) const {
  if (!date.empty() && !add_ofac_date(entity, property, date)) add_note(entity, row, column);
}

}  // namespace vedette::lists
