// The name of an error code in data that Vedette writes.
#pragma once

#include <string_view>

#include "base/error.h"

namespace vedette {

/// "invalid_input", "not_found", "io", "limit", "corrupt", "unsupported", "refused", "usage" or "internal".
std::string_view name_of(ErrorCode code);

}  // namespace vedette
