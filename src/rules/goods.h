// The vocabulary of controlled goods: words of a text to a term, its class and its codes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "rules/phrase_index.h"
#include "rules/rule_texts.h"

namespace vedette::rules {

/// One entry of data/rules/goods.tsv.
struct Good {
  std::string term;                   ///< "ballistic missile"
  std::string kind;                   ///< its class: "missile", "luxury", "humanitarian"
  std::vector<std::string> codes;     ///< "ML4", "MTCR 1.A.1", "NSG P2-1.B", "9A004", "HS2710"
  std::vector<std::string> codes_if;  ///< codes with the condition under which they hold
  std::string register_category;      ///< of the UN Register of Conventional Arms, "I" to "VII", or "SALW", or empty
  std::string priority;               ///< tier of the common high priority list, or empty
  std::string note;
};

/// Goods by the words for them. Immutable; safe to share between threads.
class GoodsVocabulary {
 public:
  /// kInvalidInput with file, line and field for a table that breaks its grammar.
  static Result<GoodsVocabulary> parse(const RuleText& table);

  const std::vector<Good>& goods() const { return goods_; }

  /// The goods in a sequence of words, longest phrase first, left to right; `entry` indexes goods(). A word is matched
  /// in any case and number, a name only with its capital. `ambiguous` says that the words often mean something else
  /// ("rounds", "lead"): believe it only in a context of goods.
  std::vector<PhraseMatch> find(std::span<const PlainWord> words) const { return phrases_.find(words); }

  /// The goods of a whole phrase, as a story names them ("about 200 artillery shells"); the last if there are several,
  /// for in English the head stands last. Null if none.
  const Good* lookup(std::string_view phrase) const;

 private:
  std::vector<Good> goods_;
  PhraseIndex phrases_;
};

}  // namespace vedette::rules
