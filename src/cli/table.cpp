#include "cli/table.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "cli/display_width.h"

namespace vedette::cli {
namespace {

constexpr size_t kGap = 2;
constexpr size_t kNarrowest = 10;  // a flexible column is not squeezed below this

std::string padded(const std::string& text, size_t width, Align align) {
  const size_t own = display_width(text);
  const std::string space(width > own ? width - own : 0, ' ');
  return align == Align::kLeft ? text + space : space + text;
}

void drop_trailing_spaces(std::string& text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
}

}  // namespace

void Table::add_row(std::vector<Cell> cells) {
  assert(cells.size() <= columns_.size());
  cells.resize(columns_.size());
  for (Cell& cell : cells) cell.text = printable(cell.text);
  rows_.push_back(std::move(cells));
}

std::vector<size_t> Table::widths(size_t bound) const {
  std::vector<size_t> result;
  for (size_t i = 0; i < columns_.size(); ++i) {
    size_t width = display_width(columns_[i].title);
    for (const auto& row : rows_) width = std::max(width, display_width(row[i].text));
    result.push_back(width);
  }
  if (bound == 0) return result;
  const size_t fixed = indent_ + kGap * (columns_.size() - 1);
  // The widest flexible column gives way first, one column of the terminal at a time.
  while (fixed + std::accumulate(result.begin(), result.end(), size_t{0}) > bound) {
    size_t* widest = nullptr;
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i].flexible || result[i] <= kNarrowest) continue;
      if (widest == nullptr || result[i] > *widest) widest = &result[i];
    }
    if (widest == nullptr) break;
    --*widest;
  }
  return result;
}

std::string Table::line(const std::vector<Cell>& cells, const std::vector<size_t>& width, const Style& style) const {
  std::string out(indent_, ' ');
  size_t owed = 0;  // spaces that are written only if something follows
  for (size_t i = 0; i < columns_.size(); ++i) {
    std::string text = padded(cells[i].text, width[i], columns_[i].align);
    const size_t full = display_width(text);
    drop_trailing_spaces(text);
    if (!text.empty()) {
      out.append(owed, ' ');
      owed = 0;
      out += style.paint(cells[i].tone, text);
    }
    owed += full - display_width(text) + kGap;
  }
  drop_trailing_spaces(out);
  return out + '\n';
}

std::string Table::wrapped_row(const std::vector<Cell>& row, const std::vector<size_t>& width,
                               const Style& style) const {
  std::vector<std::vector<std::string>> parts;
  size_t height = 1;
  for (size_t i = 0; i < columns_.size(); ++i) {
    const bool wraps = columns_[i].flexible && width[i] >= 2;
    parts.push_back(wraps ? wrap(row[i].text, width[i]) : std::vector<std::string>{row[i].text});
    height = std::max(height, parts.back().size());
  }
  std::string out;
  for (size_t n = 0; n < height; ++n) {
    std::vector<Cell> cells;
    for (size_t i = 0; i < columns_.size(); ++i) {
      cells.push_back({n < parts[i].size() ? parts[i][n] : std::string(), row[i].tone});
    }
    out += line(cells, width, style);
  }
  return out;
}

std::string Table::render(const Canvas& canvas) const {
  const std::vector<size_t> width = widths(canvas.width);
  std::vector<Cell> titles;
  for (const Column& column : columns_) titles.push_back({column.title, Tone::kFaint});
  std::string out = line(titles, width, canvas.style);
  for (const auto& row : rows_) out += wrapped_row(row, width, canvas.style);
  return out;
}

}  // namespace vedette::cli
