// A table for people: columns aligned by display width, wrapped to the terminal, nothing cut off.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/style.h"

namespace vedette::cli {

enum class Align : uint8_t { kLeft, kRight };

struct Column {
  std::string title;
  Align align = Align::kLeft;
  bool flexible = false;  ///< may be made narrower, its text wrapped, when the terminal is narrow
};

struct Cell {
  std::string text;
  Tone tone = Tone::kPlain;
};

/// What a table is fitted to.
struct Canvas {
  size_t width = 0;  ///< columns of the terminal; 0 means no bound
  Style style = Style(false);
};

class Table {
 public:
  explicit Table(std::vector<Column> columns, size_t indent = 2) : columns_(std::move(columns)), indent_(indent) {}
  /// Texts are made printable. Cells that are missing are empty; more cells than columns are an assertion.
  void add_row(std::vector<Cell> cells);
  bool empty() const { return rows_.empty(); }
  /// Title line and rows, each ended by a newline and without trailing spaces.
  std::string render(const Canvas& canvas) const;

 private:
  std::vector<size_t> widths(size_t bound) const;
  std::string line(const std::vector<Cell>& cells, const std::vector<size_t>& width, const Style& style) const;
  std::string wrapped_row(const std::vector<Cell>& row, const std::vector<size_t>& width, const Style& style) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
  size_t indent_;
};

}  // namespace vedette::cli
