// What an event amounts to before any provision is looked at: who gives, who receives, and what it is about.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "rules/evaluate.h"

namespace vedette::rules {

/// The two sides of a dealing under one flow. The same party may stand on both.
struct Sides {
  std::vector<Party> giving, receiving;
};

/// What an event is about.
struct Facts {
  std::vector<const Good*> goods;  ///< of the vocabulary; none if the story names none that it knows
  std::set<std::string> cues;      ///< categories that words show
  bool names_goods = false;        ///< the story names goods, known or not
  bool civil = false;              ///< all goods it names are humanitarian or cultural
};

/// The party with its country in lower case; one whose name speaks of a ship is a vessel.
Party plain_party(Party party);

Sides sides_of(const Conduct& conduct, Flow flow);
Facts facts_of(const RuleBook& book, const Conduct& conduct);

/// Does the event fall under the category?
bool is_about(const RuleBook& book, const Facts& facts, const ConductRule& rule, std::string_view category);

}  // namespace vedette::rules
