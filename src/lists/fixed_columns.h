// A table whose columns an authority names: they are found in the header, and every row has the header's width.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lists/csv.h"

namespace vedette::lists {

class FixedColumns {
 public:
  /// Columns are numbered as in `names`, which must outlive this.
  explicit FixedColumns(std::span<const char* const> names) : names_(names) {}

  /// Reads the header and hands each row to `take`; an empty file has no rows. kInvalidInput, naming the first column
  /// that the header lacks; else what the reader or `take` gives.
  Result<void> read(CsvReader& reader, const std::function<Result<void>(CsvRecord&)>& take);

  /// Why a row cannot be read: its width is not the header's.
  std::optional<std::string> misfit(const CsvRecord& row) const;
  /// White space is folded.
  std::string text(const CsvRecord& row, size_t column) const;

  /// Adds the cell as a note with the column's name before it; nothing for an empty one.
  void add_note(Entity& entity, const CsvRecord& row, size_t column) const;
  /// Adds the cell, or `date` in its place, as a date; the cell becomes a note if that is none.
  void add_date(Entity& entity, Property property, const CsvRecord& row, size_t column) const;
  void add_date(Entity& entity, Property property, const CsvRecord& row, size_t column, std::string_view date) const;

 private:
  Result<void> find(const CsvRecord& header, const std::string& file);

  std::span<const char* const> names_;
  std::vector<size_t> places_;
  size_t width_ = 0;
};

}  // namespace vedette::lists
