// Tab-separated tables with a heading line, and errors that name file, line and field.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace vedette {

/// One line of a table. Views point into the table's text.
class TableRow {
 public:
  TableRow(const std::string& file, uint64_t line, std::span<const std::string_view> columns,
           std::vector<std::string_view> fields)
      : file_(&file), line_(line), columns_(columns), fields_(std::move(fields)) {}

  std::string_view operator[](size_t column) const { return fields_[column]; }
  /// The parts of a field that " | " separates; none for an empty field.
  std::vector<std::string_view> list(size_t column) const;
  /// An error at this line and column.
  Unexpected error(size_t column, std::string message) const;

 private:
  const std::string* file_;
  uint64_t line_;
  std::span<const std::string_view> columns_;
  std::vector<std::string_view> fields_;
};

inline constexpr size_t kMaxTableBytes = size_t{64} << 20;
inline constexpr size_t kMaxTableRows = 1'000'000;

/// The rows under a heading line that must be exactly `columns`. kInvalidInput for another heading, a row with more or
/// fewer fields, or text that is not UTF-8; kLimit beyond the bounds. `file`, `columns` and `text` must outlive the
/// rows.
Result<std::vector<TableRow>> parse_table(const std::string& file, std::string_view text,
                                          std::span<const std::string_view> columns);

}  // namespace vedette
