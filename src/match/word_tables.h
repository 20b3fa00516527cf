// What the word tables say of a phrase: its kind, weight and equivalence classes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "match/token.h"

namespace vedette::match {

/// Longest phrase in the tables, in words.
inline constexpr int kMaxPhraseWords = 7;

struct PhraseMeaning {
  TokenKind kind = TokenKind::kWord;
  float weight = 1.0F;
  std::vector<uint32_t> groups;  ///< sorted, distinct
};

/// Looked up by folded words with one space between: "joint stock company". Null if the table does not have it.
/// Pointers live as long as the program; thread-safe.
const PhraseMeaning* find_organisation_phrase(std::string_view words);  ///< legal forms, words, numbers, places
const PhraseMeaning* find_particle(std::string_view words);
const PhraseMeaning* find_honorific(std::string_view words);

/// Where an honorific is one: "Sultan bin Ahmad" but "Ahmad Sultan", "Sheikh Ahmad" but "Ahmad al-Sheikh".
enum class HonorificPlace : uint8_t { kAnywhere, kFirst, kNotLast };
HonorificPlace place_of(const PhraseMeaning& honorific);

/// Nickname classes of a folded given name, sorted; empty if none.
std::span<const uint32_t> nickname_groups(std::string_view form);
/// Classes of a romanised Korean syllable, sorted; empty if it is none.
std::span<const uint32_t> syllable_groups(std::string_view form);

/// Classes of a romanised Chinese syllable in pinyin, Wade-Giles or a Cantonese family name; empty if it is none.
std::span<const uint32_t> chinese_groups(std::string_view form);
/// The class of two Chinese syllables written as one word: "jinping", "chin ping".
uint32_t chinese_pair_group(uint32_t first, uint32_t second);

/// Folded words of a spelling as names are split: "Sp. z o.o." gives "sp z oo".
std::string phrase_key(std::string_view spelling);

}  // namespace vedette::match
