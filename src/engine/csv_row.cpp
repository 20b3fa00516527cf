#include "engine/csv_row.h"

#include <algorithm>

namespace vedette::engine {
namespace {

// Reads a quoted field whose opening quote stands at `position`; leaves `position` after the closing one.
std::string quoted_field(std::string_view row, size_t& position) {
  std::string field;
  for (++position; position < row.size(); ++position) {
    if (row[position] == '"') {
      if (position + 1 >= row.size() || row[position + 1] != '"') {
        ++position;
        break;
      }
      ++position;
    }
    field += row[position];
  }
  return field;
}

}  // namespace

std::vector<std::string> split_csv_row(std::string_view row, char delimiter) {
  std::vector<std::string> fields;
  size_t position = 0;
  while (true) {
    std::string field;
    if (position < row.size() && row[position] == '"') field = quoted_field(row, position);
    const size_t end = std::min(row.find(delimiter, position), row.size());
    field += row.substr(position, end - position);
    fields.push_back(std::move(field));
    if (end == row.size()) return fields;
    position = end + 1;
  }
}

}  // namespace vedette::engine
