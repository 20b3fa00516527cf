#include "text/script.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/character.h"

namespace vedette::text {

Script script_of(char32_t code_point) {
  return classify(code_point).script;
}

Script dominant_script(std::string_view utf8) {
  std::array<size_t, kScriptCount> counts{};
  for (size_t position = 0; position < utf8.size();) {
    const CharacterClass found = classify(next_code_point(utf8, position));
    if (found.kind == CharacterKind::kLetter) ++counts[static_cast<size_t>(found.script)];
  }
  counts[static_cast<size_t>(Script::kCommon)] = 0;
  return static_cast<Script>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

std::string_view iso15924(Script script) {
  static constexpr std::array<std::string_view, kScriptCount> kCodes = {
      "Zyyy", "Latn", "Cyrl", "Grek", "Arab", "Hebr", "Hani", "Hang", "Hrkt", "Thai", "Deva", "Geor", "Armn", "Zzzz"};
  return kCodes[static_cast<size_t>(script)];
}

}  // namespace vedette::text
