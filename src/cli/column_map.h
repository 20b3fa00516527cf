// --map 'CLIENT_NAME=name,DOB=birthDate'.
#pragma once

#include "base/error.h"
#include "cli/arguments.h"
#include "engine/query_file.h"

namespace vedette::cli {

/// kUsage for a part without "=", or a property that there is not. Empty if it was not given.
Result<engine::ColumnMap> column_map(const Arguments& arguments);

}  // namespace vedette::cli
