// All rules together: provisions, goods, and how the events of a story map to them.
#pragma once

#include <memory>
#include <vector>

#include "base/error.h"
#include "rules/blocs.h"
#include "rules/categories.h"
#include "rules/conduct_map.h"
#include "rules/cues.h"
#include "rules/goods.h"
#include "rules/provision.h"
#include "rules/rule_texts.h"

namespace vedette::rules {

/// Parsed and checked tables. Immutable; safe to share between threads.
struct RuleBook {
  Categories categories;
  GoodsVocabulary goods;
  Cues cues;
  Blocs blocs;
  std::vector<ConductRule> conducts;
  std::vector<Provision> provisions;

  /// kInvalidInput naming file, line and field if a table breaks its grammar, or if a provision names a conduct or
  /// category that is not in the tables, or an id that another one has. The texts are not needed afterwards.
  static Result<std::shared_ptr<const RuleBook>> create(const RuleTexts& texts);

  /// The book of the tables that ship, parsed once.
  static Result<std::shared_ptr<const RuleBook>> built_in();
};

}  // namespace vedette::rules
