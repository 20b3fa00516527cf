#include "rules/categories.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/table.h"

namespace vedette::rules {
namespace {

enum Column : size_t { kCategory, kMatches, kExcept, kMeaning };
constexpr std::array<std::string_view, 4> kColumns{"category", "matches", "except", "meaning"};
constexpr std::array<std::string_view, 6> kKinds{"code", "class", "term", "unroca", "dual-use", "priority"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_tariff(std::string_view category) {
  return category.starts_with("HS") && category.size() > 3 && is_digit(category[2]);
}

int chapter(std::string_view text) {
  int value = -1;
  const std::string_view digits = text.substr(0, 2);
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool tariff_holds(std::string_view category, std::string_view code) {
  if (!code.starts_with("HS")) return false;
  const size_t dash = category.find('-');
  if (dash == category.npos) return code.starts_with(category);
  const int here = chapter(code.substr(2));
  return here >= chapter(category.substr(2)) && here <= chapter(category.substr(dash + 1));
}

}  // namespace

bool Categories::Test::holds(const Good& good) const {
  if (kind == "class") return good.kind == value;
  if (kind == "term") return good.term == value;
  if (kind == "unroca") return good.register_category == value;
  if (kind == "priority") return !good.priority.empty();
  return std::any_of(good.codes.begin(), good.codes.end(), [&](const std::string& code) {
    return kind == "code" ? code.starts_with(value) : is_digit(code[0]);  // dual-use codes alone begin with a digit
  });
}

Result<std::vector<Categories::Test>> Categories::parse_tests(const TableRow& row, size_t column) {
  std::vector<Test> tests;
  for (const std::string_view part : row.list(column)) {
    const size_t colon = part.find(':');
    const std::string_view kind = part.substr(0, colon);
    if (colon == part.npos || std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end()) {
      return row.error(column, "'" + std::string(part) + "' is not KIND:VALUE of a known kind");
    }
    tests.push_back({std::string(kind), std::string(part.substr(colon + 1))});
  }
  return tests;
}

Result<Categories> Categories::parse(const RuleText& table) {
  VEDETTE_ASSIGN_OR_RETURN(const auto rows, parse_table(table.name, table.text, kColumns));
  Categories categories;
  for (const TableRow& row : rows) {
    if (row[kCategory].empty() || row[kMeaning].empty()) return row.error(kCategory, "lacks a name or a meaning");
    Category category;
    VEDETTE_ASSIGN_OR_RETURN(category.any_of, parse_tests(row, kMatches));
    VEDETTE_ASSIGN_OR_RETURN(category.none_of, parse_tests(row, kExcept));
    if (!categories.categories_.emplace(row[kCategory], std::move(category)).second) {
      return row.error(kCategory, "stands here twice");
    }
  }
  return categories;
}

bool Categories::contains(std::string_view category) const {
  return is_tariff(category) || categories_.contains(category);
}

bool Categories::matches(std::string_view category, const Good& good) const {
  if (is_tariff(category)) {
    return std::any_of(good.codes.begin(), good.codes.end(),
                       [&](const std::string& code) { return tariff_holds(category, code); });
  }
  const auto found = categories_.find(category);
  if (found == categories_.end()) return false;
  const auto holds = [&](const Test& test) { return test.holds(good); };
  const auto& [any_of, none_of] = found->second;
  return std::any_of(any_of.begin(), any_of.end(), holds) && std::none_of(none_of.begin(), none_of.end(), holds);
}

}  // namespace vedette::rules
