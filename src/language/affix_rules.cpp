#include "language/affix_rules.h"

#include <algorithm>
#include <string>

#include "language/python_pattern.h"
#include "language/utf8_edges.h"

namespace vedette::language {
namespace {

Result<std::optional<Pattern>> compile(std::string_view python, std::string_view name, Pattern::Start start) {
  if (python.empty()) return std::optional<Pattern>();
  VEDETTE_ASSIGN_OR_RETURN(auto pattern, Pattern::compile(to_pcre2(python), name, start));
  return std::optional<Pattern>(std::move(pattern));
}

// Offsets of tokens are counted by their lengths.
bool is_made_of_its_tokens(const TokenizerException& exception) {
  std::string joined;
  for (const auto& token : exception.tokens) {
    if (token.text.empty()) return false;
    joined += token.text;
  }
  return !joined.empty() && joined == exception.text;
}

}  // namespace

Result<EndPattern> EndPattern::compile(std::string_view pattern, std::string_view name) {
  EndPattern compiled;
  VEDETTE_ASSIGN_OR_RETURN(compiled.whole_, Pattern::compile(pattern, name));
  const EndPlan plan = plan_end_search(pattern);
  compiled.window_ = plan.window;
  if (plan.unbounded) {
    VEDETTE_ASSIGN_OR_RETURN(compiled.unbounded_, Pattern::compile(*plan.unbounded, name));
  }
  return compiled;
}

std::optional<Match> EndPattern::search(Matcher& matcher, std::string_view subject) const {
  const size_t from = start_of_last(subject, window_);
  if (unbounded_ && from > 0) {
    const auto early = matcher.search(*unbounded_, subject);
    if (early && early->begin < from) return early;
  }
  return matcher.search(whole_, subject, from);
}

Result<AffixRules> AffixRules::create(const TokenizerRules& rules) {
  AffixRules compiled;
  constexpr auto kAnywhere = Pattern::Start::kAnywhere;
  VEDETTE_ASSIGN_OR_RETURN(compiled.prefix, compile(rules.prefix, "the tokenizer's prefix pattern", kAnywhere));
  VEDETTE_ASSIGN_OR_RETURN(compiled.infix, compile(rules.infix, "the tokenizer's infix pattern", kAnywhere));
  VEDETTE_ASSIGN_OR_RETURN(compiled.url, compile(rules.url, "the tokenizer's URL pattern", Pattern::Start::kAtSubject));
  if (!rules.suffix.empty()) {
    VEDETTE_ASSIGN_OR_RETURN(compiled.suffix,
                             EndPattern::compile(to_pcre2(rules.suffix), "the tokenizer's suffix pattern"));
  }
  for (const auto& exception : rules.exceptions) {
    if (!is_made_of_its_tokens(exception)) {
      return fail(ErrorCode::kUnsupported,
                  "the tokenizer's exception '" + std::string(exception.text) + "' is not made of its tokens");
    }
    compiled.exceptions.emplace(exception.text, &exception);
    compiled.longest_exception = std::max(compiled.longest_exception, exception.text.size());
  }
  return compiled;
}

}  // namespace vedette::language
