#include "language/language_tables.h"

#include <charconv>

#include "text/embed.h"

VEDETTE_EMBED(symbols_text, VEDETTE_LANGUAGE_DATA "/symbols.tsv")
VEDETTE_EMBED(base_norms_text, VEDETTE_LANGUAGE_DATA "/base_norms.tsv")

namespace vedette::language {
namespace {

// Calls row(first, second) for each line with a tab; other lines are comments.
template <typename Row>
void for_each_row(std::string_view table, Row row) {
  while (!table.empty()) {
    const size_t end = table.find('\n');
    const auto line = table.substr(0, end);
    table = end == std::string_view::npos ? std::string_view() : table.substr(end + 1);
    const size_t tab = line.find('\t');
    if (tab != std::string_view::npos) row(line.substr(0, tab), line.substr(tab + 1));
  }
}

}  // namespace

const boost::unordered_flat_map<std::string_view, uint64_t>& reserved_symbols() {
  static const auto symbols = [] {
    boost::unordered_flat_map<std::string_view, uint64_t> map;
    for_each_row(symbols_text(), [&](std::string_view text, std::string_view number) {
      uint64_t id = 0;
      std::from_chars(number.data(), number.data() + number.size(), id);
      map.emplace(text, id);
    });
    return map;
  }();
  return symbols;
}

const boost::unordered_flat_map<std::string_view, std::string_view>& base_norms() {
  static const auto norms = [] {
    boost::unordered_flat_map<std::string_view, std::string_view> map;
    for_each_row(base_norms_text(), [&](std::string_view text, std::string_view norm) { map.emplace(text, norm); });
    return map;
  }();
  return norms;
}

}  // namespace vedette::language
