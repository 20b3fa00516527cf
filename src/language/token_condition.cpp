#include "language/token_condition.h"

#include <algorithm>

#include "language/python_pattern.h"

namespace vedette::language {
namespace {

std::string_view value_of(const TokenView& token, TokenAttribute attribute) {
  switch (attribute) {
    case TokenAttribute::kTag:
      return token.tag;
    case TokenAttribute::kLower:
      return token.lower;
    case TokenAttribute::kDependency:
      return token.dependency;
    case TokenAttribute::kIsSpace:
      return token.is_space ? "1" : "0";
  }
  return {};
}

}  // namespace

Result<TokenCondition> TokenCondition::create(const TokenPattern& pattern) {
  TokenCondition condition;
  for (const TokenTest& test : pattern) {
    auto& added = condition.tests_.emplace_back();
    added.test = &test;
    if (test.relation != TokenOperator::kRegex) continue;
    for (const auto value : test.values) {
      VEDETTE_ASSIGN_OR_RETURN(auto expression, Pattern::compile(to_pcre2(value), "an attribute rule's expression"));
      added.expressions.push_back(std::move(expression));
    }
  }
  return condition;
}

bool TokenCondition::Test::holds(std::string_view value, Matcher& matcher) const {
  const auto& values = test->values;
  switch (test->relation) {
    case TokenOperator::kEquals:
    case TokenOperator::kIn:
      return std::find(values.begin(), values.end(), value) != values.end();
    case TokenOperator::kNotIn:
      return std::find(values.begin(), values.end(), value) == values.end();
    case TokenOperator::kRegex:
      return std::all_of(expressions.begin(), expressions.end(),
                         [&](const Pattern& expression) { return matcher.search(expression, value).has_value(); });
  }
  return false;
}

bool TokenCondition::holds(const TokenView& token, Matcher& matcher) const {
  return std::all_of(tests_.begin(), tests_.end(),
                     [&](const Test& test) { return test.holds(value_of(token, test.test->attribute), matcher); });
}

bool TokenCondition::holds_for(TokenAttribute attribute, std::string_view value, Matcher& matcher) const {
  return std::all_of(tests_.begin(), tests_.end(),
                     [&](const Test& test) { return test.test->attribute != attribute || test.holds(value, matcher); });
}

bool TokenCondition::tests(TokenAttribute attribute) const {
  return std::any_of(tests_.begin(), tests_.end(), [&](const Test& test) { return test.test->attribute == attribute; });
}

}  // namespace vedette::language
