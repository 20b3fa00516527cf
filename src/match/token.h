// Typed tokens: what a name is made of once it is folded to Latin keys.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vedette::match {

/// What a token is for. The kind decides its weight, not what it is similar to.
enum class TokenKind : uint8_t {
  kWord,        ///< nothing better is known
  kGiven,       ///< a given name, known as one from its place or from name tables
  kFamily,      ///< a family name ("BUSH, George": the part before the comma)
  kPatronymic,  ///< "Vladimirovich", "Viktorovna"
  kParticle,    ///< "al", "bin", "van", "de", "the", "of"
  kInitial,     ///< one letter of a person's name: "George W Bush"
  kHonorific,   ///< "Dr", "Sheikh", "Haji", "General"
  kLegalForm,   ///< "Ltd", "Aktiengesellschaft", "OOO": groups hold the canonical form
  kGeneric,     ///< words that say what sort of body it is: "organization", "group", "company", "network"
  kIndustry,    ///< words of trade: "shipping", "bank", "technology"
  kNumber,      ///< "6", "III", "forty-four", "first": groups hold the value
  kPlace,       ///< a country or region: groups hold it
  kAcronym,     ///< letters that stand for words: "IRGC", "A.B.C."
};
inline constexpr int kTokenKindCount = static_cast<int>(TokenKind::kAcronym) + 1;

std::string_view to_string(TokenKind kind);  ///< "legal form"

/// What unit_similarity must know of a unit beside its readings and groups. Bits.
enum UnitTrait : uint8_t {
  kTraitJoin = 1,          ///< two or three adjacent tokens written as one
  kTraitNumber = 2,        ///< compares by value alone
  kTraitInitial = 4,       ///< one letter that may stand for any name that begins with it
  kTraitConsonants = 8,    ///< the readings come from a script that writes no vowels
  kTraitNameAcronym = 16,  ///< the initials of a whole name of an organisation
  kTraitAcronym = 32,      ///< a token that may stand for such initials
  kTraitPerson = 64,       ///< belongs to a name that may be a person's: initials apply
  kTraitSyllable = 128,    ///< syllables of Han, Hangul or Korean names: equal or another name, nothing is near
};

/// Sorts of equivalence, in the high byte of a group id; the low three bytes number the class within the sort.
enum class GroupSort : uint8_t { kName = 1, kNickname, kLegalForm, kWord, kNumber, kPlace, kSyllable };

constexpr uint32_t make_group(GroupSort sort, uint32_t number) {
  return (static_cast<uint32_t>(sort) << 24) | (number & 0xFFFFFFU);
}
constexpr GroupSort sort_of(uint32_t group) {
  return static_cast<GroupSort>(group >> 24);
}

/// One token of a prepared name.
struct Token {
  std::string form;                 ///< folded Latin key, [a-z0-9]+ where a reading is known: what is compared
  std::vector<std::string> others;  ///< other readings, distinct, without `form`
  std::vector<uint32_t> groups;     ///< equivalence classes (make_group), sorted, distinct
  std::string text;                 ///< as written, for explanations
  TokenKind kind = TokenKind::kWord;
  uint8_t traits = 0;  ///< UnitTrait bits
  /// How much it says, in (0, 1]. Depends on the token and its own name alone, never on what it is compared with.
  float weight = 1.0F;

  bool operator==(const Token&) const = default;
};

}  // namespace vedette::match
