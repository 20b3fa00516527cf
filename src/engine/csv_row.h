// The fields of one CSV row that has been cut out of its file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vedette::engine {

/// RFC 4180: quotes around a field are taken off, doubled ones halved. A quote inside an unquoted field is literal.
std::vector<std::string> split_csv_row(std::string_view row, char delimiter);

}  // namespace vedette::engine
