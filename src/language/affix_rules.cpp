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
  for (const auto& run : plan.runs) {
    VEDETTE_ASSIGN_OR_RETURN(auto character, Pattern::compile(run.character, name, Pattern::Start::kAtSubject));
    compiled.runs_.push_back({std::move(character), run.before});
  }
  if (plan.unbounded) {
    VEDETTE_ASSIGN_OR_RETURN(compiled.unbounded_, Pattern::compile(*plan.unbounded, name));
  }
  return compiled;
}

std::optional<Match> EndPattern::search(Matcher& matcher, std::string_view subject) const {
  const size_t from = earliest_begin(matcher, subject);
  if (unbounded_ && from > 0) {
    const auto early = matcher.search(*unbounded_, subject);
    if (early && early->begin < from) return early;
  }
  return matcher.search(whole_, subject, from);
}

// Of a match by an alternative that has a bound or ends in a run.
size_t EndPattern::earliest_begin(Matcher& matcher, std::string_view subject) const {
  size_t earliest = start_of_last(subject, window_);
  // The end sign also matches before a line feed that ends the subject.
  const auto text = subject.ends_with('\n') ? subject.substr(0, subject.size() - 1) : subject;
  for (const auto& run : runs_) {
    size_t begin = text.size();
    while (begin > 0) {
      const size_t previous = start_of_last(text.substr(0, begin), 1);
      if (!matcher.search(run.character, text, previous)) break;
      begin = previous;
    }
    earliest = std::min(earliest, start_of_last(text.substr(0, begin), run.before));
  }
  return earliest;
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
