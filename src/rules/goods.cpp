#include "rules/goods.h"

#include <algorithm>
#include <array>

#include "base/table.h"

namespace vedette::rules {
namespace {

enum Column : size_t { kTerm, kVariants, kAmbiguous, kClass, kCodes, kCodesIf, kRegister, kPriority, kNote };
constexpr std::array<std::string_view, 9> kColumns{"term",     "variants", "ambiguous", "class", "codes",
                                                   "codes_if", "unroca",   "priority",  "note"};
constexpr std::array<std::string_view, 9> kRegisterCategories{"", "I", "II", "III", "IV", "V", "VI", "VII", "SALW"};
constexpr std::array<std::string_view, 7> kPriorities{"", "1", "2", "3.A", "3.B", "4.A", "4.B"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "ML4", "ML1-ML22", "MTCR 1.A.1", "NSG P2-1.B", "9A004", "HS2710".
bool is_code(std::string_view code) {
  if (code.starts_with("ML") || code.starts_with("HS")) return code.size() > 2 && is_digit(code[2]);
  if (code.starts_with("MTCR ")) return code.size() > 5 && is_digit(code[5]);
  if (code.starts_with("NSG ")) return code.size() > 4 && (code[4] == 'P' || is_digit(code[4]));
  return code.size() >= 2 && is_digit(code[0]) && code[1] >= 'A' && code[1] <= 'E';
}

template <size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

Result<Good> parse_good(const TableRow& row) {
  if (row[kTerm].empty()) return row.error(kTerm, "is empty");
  if (row[kClass].empty()) return row.error(kClass, "is empty");
  Good good{.term = std::string(row[kTerm]), .kind = std::string(row[kClass])};
  for (const std::string_view code : row.list(kCodes)) {
    if (!is_code(code)) return row.error(kCodes, "'" + std::string(code) + "' is no code of a known list");
    good.codes.emplace_back(code);
  }
  for (const std::string_view code : row.list(kCodesIf)) good.codes_if.emplace_back(code);
  if (!is_one_of(kRegisterCategories, row[kRegister])) return row.error(kRegister, "is no category of the register");
  if (!is_one_of(kPriorities, row[kPriority])) return row.error(kPriority, "is no tier");
  good.register_category = row[kRegister];
  good.priority = row[kPriority];
  good.note = row[kNote];
  return good;
}

}  // namespace

Result<GoodsVocabulary> GoodsVocabulary::parse(const RuleText& table) {
  VEDETTE_ASSIGN_OR_RETURN(const auto rows, parse_table(table.name, table.text, kColumns));
  GoodsVocabulary vocabulary;
  for (const TableRow& row : rows) {
    VEDETTE_ASSIGN_OR_RETURN(Good good, parse_good(row));
    const auto entry = static_cast<uint32_t>(vocabulary.goods_.size());
    std::vector<std::string_view> phrases = row.list(kVariants);
    phrases.insert(phrases.begin(), row[kTerm]);
    const std::vector<std::string_view> ambiguous = row.list(kAmbiguous);
    for (const std::string_view phrase : ambiguous) {
      if (std::find(phrases.begin(), phrases.end(), phrase) == phrases.end()) {
        return row.error(kAmbiguous, "'" + std::string(phrase) + "' is neither the term nor a variant");
      }
    }
    for (const std::string_view phrase : phrases) {
      const bool unsure = std::find(ambiguous.begin(), ambiguous.end(), phrase) != ambiguous.end();
      const PhraseAdded added = vocabulary.phrases_.add(phrase, entry, unsure);
      if (added == PhraseAdded::kNoWords) return row.error(kVariants, "a phrase has no words");
      if (added == PhraseAdded::kTaken) return row.error(kVariants, "'" + std::string(phrase) + "' has another entry");
    }
    vocabulary.goods_.push_back(std::move(good));
  }
  return vocabulary;
}

const Good* GoodsVocabulary::lookup(std::string_view phrase) const {
  const std::vector<PhraseMatch> matches = find(plain_words(phrase));
  return matches.empty() ? nullptr : &goods_[matches.back().entry];
}

}  // namespace vedette::rules
