// Words that show what a dealing is about where no goods are named: "instructors", "ship-to-ship", "launch site".
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "rules/categories.h"
#include "rules/phrase_index.h"
#include "rules/rule_texts.h"

namespace vedette::rules {

/// The table data/rules/cues.tsv.
class Cues {
 public:
  static Result<Cues> parse(const RuleText& table, const Categories& categories);

  /// Where a text stands; some words mean something only there.
  enum class Where : uint8_t {
    kWords,  ///< the words of the event
    kParty,  ///< the name of a party ("North Korean labourers")
    kPlace,  ///< the name of a place
  };

  /// Adds the categories that the words of `text` show.
  void collect(std::string_view text, Where where, std::set<std::string>& categories) const;

 private:
  PhraseIndex words_, party_, place_;
  std::vector<std::vector<std::string>> entries_;  // categories of each row
};

}  // namespace vedette::rules
