// What an attribute rule asks of one token.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "language/model_data.h"
#include "language/pattern.h"

namespace vedette::language {

/// A token as rules see it, before any rule has changed it.
struct TokenView {
  std::string_view tag;
  std::string_view dependency;
  std::string_view lower;
  bool is_space = false;
};

/// All tests that a pattern makes of one token. Immutable and shared by threads.
class TokenCondition {
 public:
  /// `pattern` must outlive it. kUnsupported where a regular expression does not compile.
  static Result<TokenCondition> create(const TokenPattern& pattern);

  bool holds(const TokenView& token, Matcher& matcher) const;
  /// Only the tests of one attribute, which has this value.
  bool holds_for(TokenAttribute attribute, std::string_view value, Matcher& matcher) const;
  bool tests(TokenAttribute attribute) const;

 private:
  struct Test {
    const TokenTest* test = nullptr;
    std::vector<Pattern> expressions;  // one for each value of a test by regular expression
    bool holds(std::string_view value, Matcher& matcher) const;
  };
  std::vector<Test> tests_;
};

}  // namespace vedette::language
