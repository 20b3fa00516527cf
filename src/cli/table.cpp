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

std::string Table::render(const Canvas& canvas) const {
  const std::vector<size_t> width = widths(canvas.width);
  std::string out;
  const auto add_line = [&](const auto& text_of, const auto& tone_of) {
    std::string line(indent_, ' ');
    size_t owed = 0;  // spaces that are written only if something follows
    for (size_t i = 0; i < columns_.size(); ++i) {
      const std::string& text = text_of(i);
      std::string cell = padded(text, width[i], columns_[i].align);
      const size_t full = display_width(cell);
      drop_trailing_spaces(cell);
      if (!cell.empty()) {
        line.append(owed, ' ');
        owed = 0;
        line += canvas.style.paint(tone_of(i), cell);
      }
      owed += full - display_width(cell) + kGap;
    }
    drop_trailing_spaces(line);
    out += line + '\n';
  };
  add_line([&](size_t i) -> const std::string& { return columns_[i].title; }, [](size_t) { return Tone::kFaint; });
  for (const auto& row : rows_) {
    std::vector<std::vector<std::string>> lines;
    size_t height = 1;
    for (size_t i = 0; i < columns_.size(); ++i) {
      lines.push_back(columns_[i].flexible && width[i] >= 2 ? wrap(row[i].text, width[i])
                                                            : std::vector<std::string>{row[i].text});
      height = std::max(height, lines.back().size());
    }
    static const std::string kNothing;
    for (size_t n = 0; n < height; ++n) {
      add_line([&](size_t i) -> const std::string& { return n < lines[i].size() ? lines[i][n] : kNothing; },
               [&](size_t i) { return row[i].tone; });
    }
  }
  return out;
}

}  // namespace vedette::cli
