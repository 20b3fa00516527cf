#include "rules/rule_book.h"

#include <algorithm>
#include <set>

namespace vedette::rules {
namespace {

Unexpected unknown(const Provision& provision, const std::string& file, const char* field, const std::string& value) {
  return fail(ErrorCode::kInvalidInput, "'" + value + "' of " + provision.id + " is not in the tables",
              {.file = file, .field = field});
}

Result<void> check_names(const Provision& provision, const std::string& file, const RuleBook& book) {
  for (const std::string& conduct : provision.conducts) {
    const bool known = std::any_of(book.conducts.begin(), book.conducts.end(),
                                   [&](const ConductRule& rule) { return rule.conduct == conduct; });
    if (!known) return unknown(provision, file, "conduct", conduct);
  }
  for (const std::string& category : provision.categories) {
    if (!book.categories.contains(category)) return unknown(provision, file, "goods", category);
  }
  return {};
}

}  // namespace

Result<std::shared_ptr<const RuleBook>> RuleBook::create(const RuleTexts& texts) {
  auto book = std::make_shared<RuleBook>();
  VEDETTE_ASSIGN_OR_RETURN(book->categories, Categories::parse(texts.categories));
  VEDETTE_ASSIGN_OR_RETURN(book->goods, GoodsVocabulary::parse(texts.goods));
  VEDETTE_ASSIGN_OR_RETURN(book->cues, Cues::parse(texts.cues, book->categories));
  VEDETTE_ASSIGN_OR_RETURN(book->blocs, Blocs::parse(texts.blocs));
  VEDETTE_ASSIGN_OR_RETURN(book->conducts, parse_conducts(texts.conducts, book->categories));
  std::set<std::string> ids;
  for (const RuleText& table : texts.provisions) {
    VEDETTE_ASSIGN_OR_RETURN(std::vector<Provision> provisions, parse_provisions(table));
    for (Provision& provision : provisions) {
      VEDETTE_RETURN_IF_ERROR(check_names(provision, table.name, *book));
      if (!ids.insert(provision.id).second) return unknown(provision, table.name, "id", "a second " + provision.id);
      book->provisions.push_back(std::move(provision));
    }
  }
  return book;
}

Result<std::shared_ptr<const RuleBook>> RuleBook::built_in() {
  static const Result<std::shared_ptr<const RuleBook>> kBook = create(built_in_texts());
  return kBook;
}

}  // namespace vedette::rules
