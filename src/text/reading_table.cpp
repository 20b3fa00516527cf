// A table is text: comments with '#', then "form,form<TAB>reading,reading" a line.
#include "text/reading_table.h"

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <vector>

#include "text/embed.h"
#include "text/fold.h"

VEDETTE_EMBED(arabic_names, VEDETTE_ROMANISATION_DATA "/arabic_names.tsv")
VEDETTE_EMBED(hebrew_names, VEDETTE_ROMANISATION_DATA "/hebrew_names.tsv")
VEDETTE_EMBED(korean_surnames, VEDETTE_ROMANISATION_DATA "/korean_surnames.tsv")
VEDETTE_EMBED(korean_in_cyrillic, VEDETTE_ROMANISATION_DATA "/korean_in_cyrillic.tsv")
VEDETTE_EMBED(chinese_surnames, VEDETTE_ROMANISATION_DATA "/chinese_surnames.tsv")

namespace vedette::text {
namespace {

std::string_view take_until(std::string_view& rest, char separator) {
  const size_t end = rest.find(separator);
  const auto part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return part;
}

class Table {
 public:
  explicit Table(std::string_view text) {
    while (!text.empty()) {
      auto line = take_until(text, '\n');
      if (!line.empty() && line.front() != '#') add(line);
    }
  }
  std::span<const std::string_view> find(std::string_view form) const {
    const auto found = rows_.find(std::string(form));
    if (found == rows_.end()) return {};
    return found->second;
  }

 private:
  void add(std::string_view line) {
    auto forms = take_until(line, '\t');
    std::vector<std::string_view> readings;
    while (!line.empty()) readings.push_back(take_until(line, ','));
    while (!forms.empty()) rows_.emplace(fold(take_until(forms, ',')), readings);
  }

  boost::unordered_flat_map<std::string, std::vector<std::string_view>> rows_;
};

}  // namespace

std::span<const std::string_view> find_readings(ReadingTable table, std::string_view folded_form) {
  static const std::array<Table, 5> tables = {Table(arabic_names()), Table(hebrew_names()), Table(korean_surnames()),
                                              Table(korean_in_cyrillic()), Table(chinese_surnames())};
  return tables[static_cast<size_t>(table)].find(folded_form);
}

}  // namespace vedette::text
