#include "base/table.h"

#include "base/utf8.h"

namespace vedette {
namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (size_t end; (end = text.find(separator)) != text.npos; text.remove_prefix(end + separator.size())) {
    parts.push_back(text.substr(0, end));
  }
  parts.push_back(text);
  return parts;
}

}  // namespace

std::vector<std::string_view> TableRow::list(size_t column) const {
  if (fields_[column].empty()) return {};
  return split(fields_[column], " | ");
}

Unexpected TableRow::error(size_t column, std::string message) const {
  return fail(ErrorCode::kInvalidInput, std::move(message),
              {.file = *file_, .line = line_, .field = std::string(columns_[column])});
}

Result<std::vector<TableRow>> parse_table(const std::string& file, std::string_view text,
                                          std::span<const std::string_view> columns) {
  if (text.size() > kMaxTableBytes) return fail(ErrorCode::kLimit, "the table is too large", {.file = file});
  if (!is_valid_utf8(text)) return fail(ErrorCode::kInvalidInput, "the table is not UTF-8", {.file = file});
  if (text.ends_with('\n')) text.remove_suffix(1);
  std::vector<TableRow> rows;
  uint64_t number = 0;
  for (const std::string_view line : split(text, "\n")) {
    ++number;
    std::vector<std::string_view> fields = split(line, "\t");
    if (number == 1) {
      if (!std::equal(fields.begin(), fields.end(), columns.begin(), columns.end())) {
        return fail(ErrorCode::kInvalidInput, "the heading is not that of this table", {.file = file, .line = 1});
      }
      continue;
    }
    if (fields.size() != columns.size()) {
      return fail(ErrorCode::kInvalidInput,
                  "has " + std::to_string(fields.size()) + " fields, not " + std::to_string(columns.size()),
                  {.file = file, .line = number});
    }
    if (rows.size() == kMaxTableRows) return fail(ErrorCode::kLimit, "the table has too many rows", {.file = file});
    rows.emplace_back(file, number, columns, std::move(fields));
  }
  return rows;
}

}  // namespace vedette
