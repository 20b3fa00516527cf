// Any expression either compiles or is refused, and looking for it from the end finds what a plain search finds.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "language/affix_rules.h"
#include "language/python_pattern.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

// The first line is the expression, the rest what it is sought in.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace language = vedette::language;
  constexpr size_t kLongest = 400;
  const std::string text = vedette::mend_utf8({reinterpret_cast<const char*>(data), size < kLongest ? size : kLongest});
  const size_t line = text.find('\n');
  if (line == std::string::npos) return 0;
  const auto pattern = language::to_pcre2(std::string_view(text).substr(0, line));
  const auto subject = std::string_view(text).substr(line + 1);

  const auto whole = language::Pattern::compile(pattern, "fuzz");
  if (!whole) return 0;
  const auto from_end = language::EndPattern::compile(pattern, "fuzz");
  if (!from_end) return 0;  // an alternative alone may refer to what is not there
  language::Matcher matcher;
  const auto expected = matcher.search(*whole, subject);
  const auto found = from_end->search(matcher, subject);
  // Verbs and \K see how the search is done, and a search that repeats may hit a limit in one way and not in the other.
  if (pattern.find("(*") != std::string::npos || pattern.find("\\K") != std::string::npos ||
      pattern.find("\\G") != std::string::npos) {
    return 0;
  }
  const bool repeats = pattern.find_first_of("*+{") != std::string::npos;
  if (!repeats) require(expected.has_value() == found.has_value());
  if (expected && found) require(expected->begin == found->begin && expected->end == found->end);
  return 0;
}
