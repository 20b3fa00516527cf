// Writes CSV as RFC 4180 has it, with \n line ends.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vedette::cli {

/// One record and its line end. Fields with a comma, quote or line break are quoted; NUL bytes and ill-formed UTF-8
/// become U+FFFD.
std::string csv_line(const std::vector<std::string>& fields);

}  // namespace vedette::cli
