// The texts of data/rules, as they were when the library was built.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vedette::rules {

/// One table: its name below data/rules (for messages) and its content.
struct RuleText {
  std::string name;
  std::string_view text;
};

/// All tables of a rule book.
struct RuleTexts {
  std::vector<RuleText> provisions;  ///< one a regime; their order is that of flags
  RuleText goods, categories, conducts, cues, blocs;
};

/// Those that ship. The views live as long as the program.
RuleTexts built_in_texts();

}  // namespace vedette::rules
