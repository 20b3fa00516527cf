// Categories of goods: how a provision says what it is about, in terms of codes, classes and terms.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "rules/goods.h"
#include "rules/rule_texts.h"

namespace vedette {
class TableRow;
}

namespace vedette::rules {

/// The closed list of data/rules/categories.tsv. Beside its names, "HS" and digits is a category of its own (any code
/// that begins so), and "HS50-63" a range of chapters.
class Categories {
 public:
  static Result<Categories> parse(const RuleText& table);

  bool contains(std::string_view category) const;
  /// Does the good fall under the category? Always false for one that the words of a story alone can give ("WORKERS"
  /// of a company's labourers) and for an unknown one.
  bool matches(std::string_view category, const Good& good) const;

 private:
  struct Test {
    std::string kind;  ///< code, class, term, unroca, dual-use, priority
    std::string value;
    bool holds(const Good& good) const;
  };
  struct Category {
    std::vector<Test> any_of, none_of;
  };
  static Result<std::vector<Test>> parse_tests(const TableRow& row, size_t column);

  std::map<std::string, Category, std::less<>> categories_;
};

}  // namespace vedette::rules
