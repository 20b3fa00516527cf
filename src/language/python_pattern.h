// Regular expressions in Python's notation: what PCRE2 must be told in their place, and how long their matches get.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vedette::language {

/// The pattern in PCRE2's notation (UTF and UCP on): \uXXXX and \UXXXXXXXX as \x{…}, \Z as \z, \s and \S by Python's
/// white space, (?u) at the head dropped. Within brackets \S keeps PCRE2's meaning. All else means the same to both.
std::string to_pcre2(std::string_view python_pattern);

/// How to find the leftmost match of a pattern that stands at the end of its subject, without trying all of it.
struct EndPlan {
  /// No match of an alternative that has a bound begins more than so many code points before the end.
  size_t window = 0;
  /// The other alternatives: those that may be long, or may end before the end.
  std::optional<std::string> unbounded;
};

/// Looks at the alternatives of a pattern in PCRE2's notation. One that it cannot judge is unbounded.
EndPlan plan_end_search(std::string_view pattern);

}  // namespace vedette::language
