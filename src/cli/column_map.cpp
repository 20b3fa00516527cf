#include "cli/column_map.h"

#include <fmt/format.h>

namespace vedette::cli {

Result<engine::ColumnMap> column_map(const Arguments& arguments) {
  engine::ColumnMap map;
  for (const std::string& part : arguments.parts("--map")) {
    const size_t equals = part.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == part.size()) {
      return fail(ErrorCode::kUsage, fmt::format("--map {}: must be COLUMN=property", part));
    }
    map.emplace_back(part.substr(0, equals), part.substr(equals + 1));
  }
  VEDETTE_RETURN_IF_ERROR(engine::check_column_map(map));
  return map;
}

}  // namespace vedette::cli
