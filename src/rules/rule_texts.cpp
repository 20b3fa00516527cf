#include "rules/rule_texts.h"

#include "text/embed.h"

namespace vedette::rules {
namespace {

#include "provision_files.inc"

VEDETTE_EMBED(rules_goods, VEDETTE_RULES_DATA "/goods.tsv")
VEDETTE_EMBED(rules_categories, VEDETTE_RULES_DATA "/categories.tsv")
VEDETTE_EMBED(rules_conducts, VEDETTE_RULES_DATA "/conducts.tsv")
VEDETTE_EMBED(rules_cues, VEDETTE_RULES_DATA "/cues.tsv")
VEDETTE_EMBED(rules_blocs, VEDETTE_RULES_DATA "/blocs.tsv")

}  // namespace

RuleTexts built_in_texts() {
  return {.provisions = provision_texts(),
          .goods = {"goods.tsv", rules_goods()},
          .categories = {"categories.tsv", rules_categories()},
          .conducts = {"conducts.tsv", rules_conducts()},
          .cues = {"cues.tsv", rules_cues()},
          .blocs = {"blocs.tsv", rules_blocs()}};
}

}  // namespace vedette::rules
