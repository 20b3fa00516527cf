// "Did you mean …?"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vedette::cli {

/// The known name nearest to what was typed, or empty if none is near: at most a third of the longer one's letters
/// may differ (insert, delete, replace, swap neighbours), or one starts the other with three letters at least.
std::string nearest(std::string_view typed, const std::vector<std::string>& known);

}  // namespace vedette::cli
