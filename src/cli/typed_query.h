// What a person types to ask about somebody: a name, or an entity in JSON.
#pragma once

#include <string>

#include "base/error.h"
#include "engine/query_file.h"

namespace vedette::cli {

/// A text that starts with '{' is JSON. The query's id is its own, else its name, else its first value. kUsage for an
/// empty name; kInvalidInput for JSON that breaks its format or holds nothing to screen by.
Result<engine::Query> typed_query(const std::string& typed, Schema schema);

}  // namespace vedette::cli
