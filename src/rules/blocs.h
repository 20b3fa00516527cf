// Who belongs to whom that a provision binds: the member states of the European Union, the persons of a country.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/partial_date.h"
#include "rules/rule_texts.h"

namespace vedette::rules {

/// The table data/rules/blocs.tsv.
class Blocs {
 public:
  static Result<Blocs> parse(const RuleText& table);

  /// Is a person of `country` (alpha-2, lower case) bound by what binds `bloc` ("EU", "US") on that day?
  bool binds(std::string_view bloc, std::string_view country, DayNumber day) const;

 private:
  struct Member {
    std::string bloc, country;
    std::optional<DayNumber> from, until;
  };
  std::vector<Member> members_;
};

}  // namespace vedette::rules
