// What the program is called and which version it is.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace vedette::cli {

extern const std::string_view kVersion;   ///< "0.1.0"
extern const std::string_view kHomepage;  ///< "https://…": for servers that wonder who asks

/// The environment variables that the program heeds, and what each does.
const std::vector<std::pair<std::string_view, std::string_view>>& environment_variables();

}  // namespace vedette::cli
