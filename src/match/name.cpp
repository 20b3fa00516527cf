#include "match/name.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "match/raw_words.h"
#include "match/typing.h"
#include "match/word_tables.h"
#include "text/name_groups.h"

namespace vedette::match {
namespace {

/// Longest joins that can be one word.
constexpr size_t kLongestPair = 24;
constexpr size_t kLongestTriple = 16;
/// Fewest words whose initials stand for a body: "Islamic Revolutionary Guard Corps".
constexpr size_t kFewestInitials = 3;
constexpr size_t kMostInitials = 8;

/// Cuts at a code point, so that what is left is as well-formed as before.
std::string_view cut(std::string_view text, size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit);
}

bool says_body(const Token& token) {
  return token.kind == TokenKind::kLegalForm || token.kind == TokenKind::kGeneric ||
         token.kind == TokenKind::kIndustry || token.kind == TokenKind::kNumber;
}

/// "BUSH, George W": how many words stand before the only comma, 0 if the comma means something else.
size_t family_words(const std::vector<RawWord>& words) {
  size_t commas = 0;
  size_t at = 0;
  for (size_t i = 1; i < words.size(); ++i) {
    if (!words[i].after_comma) continue;
    ++commas;
    if (at == 0) at = i;
  }
  return commas >= 1 && commas <= 2 && at <= 4 ? at : 0;
}

/// Tokens of "BUSH, George W" in the order George W BUSH.
std::vector<Token> type_in_order(const std::vector<RawWord>& words, NameClass name_class) {
  const size_t family = name_class == NameClass::kPerson || name_class == NameClass::kOpen ? family_words(words) : 0;
  if (family == 0) return type_words(words, name_class);
  std::vector<RawWord> turned = words;
  std::rotate(turned.begin(), turned.begin() + static_cast<ptrdiff_t>(family), turned.end());
  std::vector<Token> tokens = type_words(turned, name_class);
  // "KIM, Jong Un" is said family first: the comma changes nothing.
  const auto is_syllable = [](const Token& token) { return (token.traits & kTraitSyllable) != 0; };
  if (!tokens.empty() && std::all_of(tokens.begin(), tokens.end(), is_syllable)) return type_words(words, name_class);
  const bool body = name_class == NameClass::kOpen && std::any_of(tokens.begin(), tokens.end(), says_body);
  return body ? type_words(words, name_class) : tokens;
}

bool may_join(const Token& token) {
  if ((token.traits & kTraitNumber) != 0) return false;
  return token.kind != TokenKind::kLegalForm || token.form.size() <= 4;
}

/// A particle of the classes "bin" and "bint", in a name that has something on both sides of it.
uint8_t flags_of(const Token& token) {
  if (token.kind != TokenKind::kParticle) return 0;
  const bool lineage = token.form == "bin" || token.form == "ibn" || token.form == "bint" || token.form == "ben";
  return lineage ? kFlagLineage : 0;
}

/// Classes of two Chinese syllables side by side, so that "Chin ping" meets "Jinping".
void add_chinese_pairs(const Token& first, const Token& second, std::vector<uint32_t>& groups) {
  for (const uint32_t a : chinese_groups(first.form)) {
    if (!std::binary_search(first.groups.begin(), first.groups.end(), a)) continue;
    for (const uint32_t b : chinese_groups(second.form))
      if (std::binary_search(second.groups.begin(), second.groups.end(), b)) groups.push_back(chinese_pair_group(a, b));
  }
}

Unit join_unit(const std::vector<Token>& tokens, UnitSpan span) {
  const size_t longest = span.count == 2 ? kLongestPair : kLongestTriple;
  std::string form;
  uint8_t traits = kTraitJoin;
  int initials = 0;
  for (size_t i = span.first; i < static_cast<size_t>(span.first + span.count); ++i) {
    if (!may_join(tokens[i])) return {};
    initials += tokens[i].kind == TokenKind::kInitial ? 1 : 0;
    form += tokens[i].form;
    traits |= tokens[i].traits & (kTraitConsonants | kTraitSyllable);
  }
  if (initials != 0 && initials != span.count) return {};  // "J Smith" does not spell "Jsmith"
  if (form.size() > longest || form.size() < 2) return {};
  std::vector<uint32_t> groups;
  for (const uint32_t group : text::name_groups(form)) groups.push_back(make_group(GroupSort::kName, group));
  if (span.count == 2) add_chinese_pairs(tokens[span.first], tokens[span.first + 1U], groups);
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  return make_unit(std::array{form}, std::move(groups), traits);
}

/// The initials of a body, without particles and legal forms.
Unit initials_unit(const std::vector<Token>& tokens, NameClass name_class) {
  if (name_class != NameClass::kOrganisation && name_class != NameClass::kOpen) return {};
  std::string initials;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kParticle || token.kind == TokenKind::kLegalForm || token.form.empty()) continue;
    if (static_cast<unsigned char>(token.form[0]) >= 0x80) return {};
    initials += token.form[0];
  }
  if (initials.size() < kFewestInitials || initials.size() > kMostInitials) return {};
  return make_unit(std::array{initials}, {}, kTraitNameAcronym);
}

Unit token_unit(const Token& token) {
  std::vector<std::string> readings{token.form};
  readings.insert(readings.end(), token.others.begin(), token.others.end());
  return make_unit(readings, token.groups, token.traits);
}

std::vector<Unit> make_units(const std::vector<Token>& tokens, NameClass name_class) {
  std::vector<Unit> units;
  const int size = static_cast<int>(tokens.size());
  const int count = unit_count(size);
  units.reserve(static_cast<size_t>(count));
  for (int number = 0; number + 1 < count; ++number) {
    const UnitSpan span = unit_span(number, size);
    units.push_back(span.count == 1 ? token_unit(tokens[span.first]) : join_unit(tokens, span));
  }
  if (count > 0) units.push_back(initials_unit(tokens, name_class));
  return units;
}

uint64_t exact_hash(const std::vector<Token>& tokens) {
  std::string all;
  for (const Token& token : tokens) {
    all += token.form;
    all += ' ';
  }
  return checksum64(all);
}

}  // namespace

Name prepare_name(std::string_view text, Schema schema, Property property) {
  Name name;
  name.text = text;
  name.property = property;
  const std::string_view read = cut(text, kMaxNameBytes);
  name.truncated = read.size() < text.size();
  const NameClass kind = name_class(schema);
  const DottedLetters dotted = kind == NameClass::kPerson ? DottedLetters::kKeep : DottedLetters::kJoin;
  const std::vector<RawWord> words = raw_words(read, dotted);
  name.truncated |= words.size() == kMaxRawWords;
  name.tokens = type_in_order(words, kind);
  if (name.tokens.size() > static_cast<size_t>(kMaxTokens)) {
    name.tokens.resize(static_cast<size_t>(kMaxTokens));
    name.truncated = true;
  }
  for (const Token& token : name.tokens) name.facts.push_back({token.weight, token.kind, flags_of(token), 0});
  name.units = make_units(name.tokens, kind);
  for (const Unit& unit : name.units) name.sketches.push_back(sketch_of(unit.view()));
  name.exact = exact_hash(name.tokens);
  return name;
}

}  // namespace vedette::match
