// Words in the form in which the vocabulary compares them: folded, and in the singular by a simple rule.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vedette::rules {

/// "missiles" missile, "batteries" battery, "torpedoes" torpedo, "boxes" box; "gas", "glass", "chassis" as they are.
/// Meant for both sides of a comparison, where the same mistake does no harm. Requires a folded word.
std::string singular(std::string_view word);

/// One word of a text as the vocabulary sees it.
struct PlainWord {
  std::string form;       ///< folded and singular
  bool capital = false;   ///< begins with a capital letter
  bool capitals = false;  ///< holds capital letters and no small ones but the s of a plural
};

/// The words of a text: hyphens, spaces and punctuation part them.
std::vector<PlainWord> plain_words(std::string_view text);

}  // namespace vedette::rules
