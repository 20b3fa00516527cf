// A name prepared for comparison: typed tokens, and the units (tokens and joins of tokens) that can be similar.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entity/property.h"
#include "entity/schema.h"
#include "match/token.h"
#include "match/unit.h"

namespace vedette::match {

/// More tokens than this are not scored; `Name::truncated` says so. The longest name on any official list has fewer
/// once legal forms are folded.
inline constexpr int kMaxTokens = 24;
/// Bytes of a name that are read at all; the rest counts as truncated.
inline constexpr size_t kMaxNameBytes = 1024;

/// Bits of TokenFacts::flags.
enum TokenFlag : uint8_t {
  kFlagLineage = 1,  ///< "bin", "ibn", "bint": what follows is the parent of what stands before
};

/// What scoring needs of a token when unit similarities are known. Plain data, may be stored as it is.
struct TokenFacts {
  float weight = 1.0F;
  TokenKind kind = TokenKind::kWord;
  uint8_t flags = 0;  ///< TokenFlag bits
  uint16_t reserved = 0;

  bool operator==(const TokenFacts&) const = default;
};
static_assert(sizeof(TokenFacts) == 8);

/// What scoring needs of a name. Owns nothing.
struct NameView {
  std::span<const TokenFacts> tokens;
  Property property = Property::kName;
  uint64_t exact = 0;  ///< hash of the folded text: equal hashes are the same spelling
};

/// A prepared name. Pure result of its text and schema, so an image may store it.
struct Name {
  std::string text;  ///< as given
  Property property = Property::kName;
  std::vector<Token> tokens;         ///< at most kMaxTokens, in the order given name first where the order is known
  std::vector<TokenFacts> facts;     ///< one a token
  std::vector<Unit> units;           ///< in the order of UnitSpan numbers; an unusable unit has empty readings
  std::vector<UnitSketch> sketches;  ///< one a unit
  uint64_t exact = 0;
  bool truncated = false;  ///< tokens or bytes were left out: an answer that used it is partial

  NameView view() const { return {facts, property, exact}; }
};

/// Folds, romanises, splits and types a name. Deterministic; depends on its arguments and compiled-in tables only.
/// A text without any letter or digit that can be read gives a name without tokens, which matches nothing.
Name prepare_name(std::string_view text, Schema schema, Property property = Property::kName);

/// Calls f(int number, UnitSpan span, const Unit& unit) for every unit that can be similar to something, in the order
/// of numbers.
template <typename F>
void for_each_unit(const Name& name, F&& f) {
  const int tokens = static_cast<int>(name.tokens.size());
  for (int number = 0; number < static_cast<int>(name.units.size()); ++number) {
    const Unit& unit = name.units[static_cast<size_t>(number)];
    if (!unit.readings.empty()) f(number, unit_span(number, tokens), unit);
  }
}

}  // namespace vedette::match
