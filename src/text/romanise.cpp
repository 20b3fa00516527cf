#include "text/romanise.h"

namespace vedette::text {

std::vector<std::string> romanise(std::string_view folded_word, Script script) {
  return romanise_by_rule(folded_word, script);
}

std::vector<std::string> romanise_by_rule(std::string_view folded_word, Script script) {
  if (script == Script::kLatin) return {std::string(folded_word)};
  return {};
}

}  // namespace vedette::text
