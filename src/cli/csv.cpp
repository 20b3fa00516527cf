#include "cli/csv.h"

#include "base/utf8.h"

namespace vedette::cli {
namespace {

void append_field(std::string& line, std::string_view field) {
  std::string text = mend_utf8(field);
  for (size_t nul = 0; (nul = text.find('\0', nul)) != std::string::npos;) text.replace(nul, 1, "\xEF\xBF\xBD");
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

}  // namespace

std::string csv_line(const std::vector<std::string>& fields) {
  std::string line;
  for (size_t i = 0; i < fields.size(); ++i) {
    if (i != 0) line += ',';
    append_field(line, fields[i]);
  }
  line += '\n';
  return line;
}

}  // namespace vedette::cli
