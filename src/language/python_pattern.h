// Regular expressions in Python's notation: what PCRE2 must be told in their place, and how long their matches get.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vedette::language {

/// The pattern in PCRE2's notation (UTF and UCP on): \uXXXX and \UXXXXXXXX as \x{…}, \Z as \z, \s and \S by Python's
/// white space, (?u) at the head dropped. Within brackets \S keeps PCRE2's meaning. All else means the same to both.
std::string to_pcre2(std::string_view python_pattern);

/// Where the leftmost match of a pattern that stands at the end of its subject may begin, so that not all of it need be
/// tried.
struct EndPlan {
  /// An alternative that ends in a repeated character, such as `\.\.+$`.
  struct Run {
    std::string character;  ///< pattern of one character: all that the run is made of
    size_t before = 0;      ///< code points that a match has before its run, at most
  };
  /// No match of the alternatives that have a bound begins more than so many code points before the end.
  size_t window = 0;
  std::vector<Run> runs;
  /// The other alternatives: those that may be long, or may end before the end.
  std::optional<std::string> unbounded;
};

/// Looks at the alternatives of a pattern in PCRE2's notation. One that it cannot judge is unbounded.
EndPlan plan_end_search(std::string_view pattern);

}  // namespace vedette::language
