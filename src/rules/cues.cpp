#include "rules/cues.h"

#include <algorithm>
#include <array>

#include "base/table.h"

namespace vedette::rules {
namespace {

enum Column : size_t { kWordsColumn, kCategories, kWhereColumn };
constexpr std::array<std::string_view, 3> kColumns{"words", "categories", "where"};

}  // namespace

Result<Cues> Cues::parse(const RuleText& table, const Categories& categories) {
  VEDETTE_ASSIGN_OR_RETURN(const auto rows, parse_table(table.name, table.text, kColumns));
  Cues cues;
  for (const TableRow& row : rows) {
    const std::string_view where = row[kWhereColumn];
    if (where != "any" && where != "party" && where != "place") {
      return row.error(kWhereColumn, "'" + std::string(where) + "' is not any, party or place");
    }
    const auto entry = static_cast<uint32_t>(cues.entries_.size());
    std::vector<std::string>& shown = cues.entries_.emplace_back();
    for (const std::string_view name : row.list(kCategories)) {
      if (!categories.contains(name)) return row.error(kCategories, "'" + std::string(name) + "' is no category");
      shown.emplace_back(name);
    }
    for (const std::string_view phrase : row.list(kWordsColumn)) {
      PhraseAdded added = PhraseAdded::kYes;
      if (where == "any") added = cues.words_.add(phrase, entry);
      if (where != "place") added = std::max(added, cues.party_.add(phrase, entry));
      if (where != "party") added = std::max(added, cues.place_.add(phrase, entry));
      if (added == PhraseAdded::kNoWords) return row.error(kWordsColumn, "a phrase has no words");
      if (added == PhraseAdded::kTaken)
        return row.error(kWordsColumn, "'" + std::string(phrase) + "' stands here twice");
    }
  }
  return cues;
}

void Cues::collect(std::string_view text, Where where, std::set<std::string>& categories) const {
  const PhraseIndex& index = where == Where::kWords ? words_ : where == Where::kParty ? party_ : place_;
  for (const PhraseMatch& match : index.find(plain_words(text))) {
    categories.insert(entries_[match.entry].begin(), entries_[match.entry].end());
  }
}

}  // namespace vedette::rules
