// The compiled rules by which a chunk, a run of characters without white space between, is cut into tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/error.h"
#include "language/model_data.h"
#include "language/pattern.h"

namespace vedette::language {

/// A suffix pattern, sought from the end so that the cost does not grow with the subject where that can be avoided.
class EndPattern {
 public:
  static Result<EndPattern> compile(std::string_view pattern, std::string_view name);
  /// The same match as Matcher::search of the whole pattern.
  std::optional<Match> search(Matcher& matcher, std::string_view subject) const;

 private:
  struct Run {
    Pattern character;
    size_t before = 0;
  };
  size_t earliest_begin(Matcher& matcher, std::string_view subject) const;

  // As EndPlan has it.
  Pattern whole_;
  size_t window_ = 0;
  std::vector<Run> runs_;
  std::optional<Pattern> unbounded_;
};

/// Immutable and shared by threads.
struct AffixRules {
  /// `rules` must outlive it. kUnsupported where a pattern does not compile, or an exception is not made of its tokens.
  static Result<AffixRules> create(const TokenizerRules& rules);

  /// Null if the text is none.
  const TokenizerException* exception(std::string_view text) const {
    if (text.size() > longest_exception) return nullptr;
    const auto found = exceptions.find(text);
    return found != exceptions.end() ? found->second : nullptr;
  }

  std::optional<Pattern> prefix;
  std::optional<EndPattern> suffix;
  std::optional<Pattern> infix;
  std::optional<Pattern> url;
  boost::unordered_flat_map<std::string_view, const TokenizerException*> exceptions;
  size_t longest_exception = 0;  ///< in bytes
};

}  // namespace vedette::language
