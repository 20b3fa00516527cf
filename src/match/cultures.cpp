#include "match/cultures.h"

#include <string_view>

#include "match/token_reading.h"
#include "match/word_tables.h"

namespace vedette::match {
namespace {

/// "Vladimirovich" says who the father was, which half of all sources leave out.
constexpr float kPatronymicFactor = 0.55F;

bool looks_like_patronymic(std::string_view form) {
  if (form.size() < 7) return false;
  for (const std::string_view ending :
       {"ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "ichna", "ovitch", "evitch"})
    if (form.ends_with(ending)) return true;
  return false;
}

void set_patronymic(Token& token) {
  token.kind = TokenKind::kPatronymic;
  token.weight *= kPatronymicFactor;
}

/// In a name of three or more the last such token that is not the last of all, else the last: Roman Arkadyevich
/// Abramovich, Putin Vladimir Vladimirovich.
void mark_patronymic(std::vector<Token>& tokens) {
  if (tokens.size() < 3) return;
  for (size_t i = tokens.size() - 1; i-- > 1;)
    if (looks_like_patronymic(tokens[i].form)) return set_patronymic(tokens[i]);
  if (looks_like_patronymic(tokens.back().form)) set_patronymic(tokens.back());
}

/// A name of two to four tokens that are all Korean syllables is taken for Korean.
void mark_korean(std::vector<Token>& tokens, NameClass name_class) {
  if (tokens.size() < 2 || tokens.size() > 4) return;
  for (const Token& token : tokens)
    if (syllable_groups(token.form).empty()) return;
  for (Token& token : tokens) {
    // Name tables unite syllables that share a sign; among Koreans those are different names.
    std::erase_if(token.groups, [](uint32_t group) { return sort_of(group) == GroupSort::kName; });
    const auto groups = syllable_groups(token.form);
    token.groups.insert(token.groups.end(), groups.begin(), groups.end());
    token.traits |= kTraitSyllable;
    token.traits &= static_cast<uint8_t>(~kTraitInitial);
    if (token.kind == TokenKind::kParticle || token.kind == TokenKind::kInitial) {
      token.kind = TokenKind::kWord;
      token.weight = word_weight(token, name_class);
    }
  }
}

/// Classes of the two Chinese syllables that a word may be made of: "jinping", "tsetung".
std::vector<uint32_t> chinese_pairs(std::string_view form) {
  std::vector<uint32_t> groups;
  for (size_t cut = 1; cut < form.size(); ++cut)
    for (const uint32_t first : chinese_groups(form.substr(0, cut)))
      for (const uint32_t second : chinese_groups(form.substr(cut)))
        groups.push_back(chinese_pair_group(first, second));
  return groups;
}

/// A name of two to four tokens that are Chinese syllables or pairs of them, one a single syllable, may be Chinese.
void mark_chinese(std::vector<Token>& tokens) {
  if (tokens.size() < 2 || tokens.size() > 4) return;
  bool single = false;
  std::vector<std::vector<uint32_t>> groups;
  for (const Token& token : tokens) {
    const auto own = chinese_groups(token.form);
    single |= !own.empty();
    groups.push_back(own.empty() ? chinese_pairs(token.form) : std::vector<uint32_t>(own.begin(), own.end()));
    if (groups.back().empty()) return;
  }
  if (!single) return;
  for (size_t i = 0; i < tokens.size(); ++i)
    tokens[i].groups.insert(tokens[i].groups.end(), groups[i].begin(), groups[i].end());
}

}  // namespace

void mark_cultures(std::vector<Token>& tokens, NameClass name_class) {
  if (name_class != NameClass::kPerson && name_class != NameClass::kOpen) return;
  mark_patronymic(tokens);
  mark_korean(tokens, name_class);
  mark_chinese(tokens);
}

}  // namespace vedette::match
