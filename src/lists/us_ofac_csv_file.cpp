#include "lists/us_ofac_csv_file.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <string>

#include "entity/entity.h"
#include "lists/csv.h"
#include "lists/input.h"

namespace vedette::lists {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string lower_file_name(std::string_view path) {
  const size_t slash = path.rfind('/');
  std::string name(slash == std::string_view::npos ? path : path.substr(slash + 1));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

std::optional<OfacFile> by_name(std::string_view path) {
  const std::string name = lower_file_name(path);
  if (name.find(".csv") == std::string::npos) return std::nullopt;
  if (name.find("comments") != std::string::npos) return OfacFile::kComments;
  if (name.starts_with("alt.") || name.starts_with("cons_alt.")) return OfacFile::kAlias;
  if (name.starts_with("add.") || name.starts_with("cons_add.")) return OfacFile::kAddress;
  return std::nullopt;
}

}  // namespace

bool is_blank_content(std::string_view content) {
  return content.find_first_not_of(" \t\r\n\x1A") == std::string_view::npos;
}

std::optional<OfacFile> ofac_file_of(std::string_view front, std::string_view file_name) {
  if (is_blank_content(front)) return by_name(file_name);
  CsvReader reader(std::make_unique<MemoryStream>(std::string(file_name), std::string(front)), {}, {});
  CsvRecord record;
  const auto more = reader.next(record);
  if (!more || !*more || !is_number(fold_spaces(record.field(0)))) return std::nullopt;
  const std::string third = fold_spaces(record.field(2));
  switch (record.fields.size()) {
    case 12:
      return OfacFile::kMain;
    case 6:
      return is_number(fold_spaces(record.field(1))) ? std::optional(OfacFile::kAddress) : std::nullopt;
    case 5:
      return third == "aka" || third == "fka" || third == "nka" ? std::optional(OfacFile::kAlias) : std::nullopt;
    case 2:
      return OfacFile::kComments;
    default:
      return std::nullopt;
  }
}

}  // namespace vedette::lists
