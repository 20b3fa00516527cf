// Units: what is compared with what. A unit is a token, a join of two or three adjacent tokens, or the initials of a
// whole organisation's name. Similarity of units is a pure function; its keys let an index find all similar units.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/token.h"

namespace vedette::match {

/// Readings of a unit beyond this are left out.
inline constexpr int kMaxReadings = 6;

/// Which tokens of its name a unit covers.
struct UnitSpan {
  uint8_t first = 0;
  uint8_t count = 1;
  bool operator==(const UnitSpan&) const = default;
};

/// Units of a name of n tokens are numbered: n single tokens, n-1 pairs, n-2 triples, then the initials of the name.
constexpr int unit_count(int tokens) {
  return tokens == 0 ? 0 : tokens + (tokens - 1) + (tokens > 2 ? tokens - 2 : 0) + 1;
}
constexpr UnitSpan unit_span(int number, int tokens) {
  int rest = number;
  for (int count = 1; count <= 3 && count <= tokens; ++count) {
    const int of_this_length = tokens - count + 1;
    if (rest < of_this_length) return {static_cast<uint8_t>(rest), static_cast<uint8_t>(count)};
    rest -= of_this_length;
  }
  return {0, static_cast<uint8_t>(tokens)};
}

/// A unit that owns nothing: fits a mapped image. Two views with equal members have equal similarities to everything.
struct UnitView {
  std::string_view readings;         ///< the form, then other readings, each after one space: "husayn hsyn"
  std::string_view keys;             ///< keys that follow from the readings: an opaque text, made by make_unit
  std::span<const uint32_t> groups;  ///< sorted, distinct
  uint8_t traits = 0;                ///< UnitTrait bits
};

struct Unit {
  std::string readings;
  std::string keys;
  std::vector<uint32_t> groups;
  uint8_t traits = 0;

  bool operator==(const Unit&) const = default;
  UnitView view() const { return {readings, keys, groups, traits}; }
};

/// How alike two units are, 0 to 1, in steps of 1/4096 (so float and double hold it exactly). Symmetric. 0 is "not
/// similar": there is a cliff, nothing between 0 and kLeastSimilarity. A join is similar to single tokens only.
double unit_similarity(const UnitView& a, const UnitView& b);
inline constexpr double kLeastSimilarity = 0.5;

/// Why two units are similar, for explanations.
enum class UnitRelation : uint8_t {
  kNone,
  kEqual,       ///< same form
  kReading,     ///< another reading of the same writing
  kNameGroup,   ///< same name in another language or script
  kNickname,    ///< short form of the same given name
  kEquivalent,  ///< same legal form, word, number or place
  kConsonants,  ///< same consonants, one side writes no vowels
  kSound,       ///< spelled differently, same skeleton
  kSpelling,    ///< a few letters apart
  kInitial,     ///< one side is an initial
  kAcronym,     ///< one side is the initials of the other's words
};
struct UnitComparison {
  double similarity = 0;
  UnitRelation relation = UnitRelation::kNone;
  int edits = 0;  ///< letters apart, for kSpelling and kSound
};

/// A few words about a unit that rule most pairs out before they are compared.
struct UnitSketch {
  uint64_t groups = 0;          ///< a bit for each group, hashed
  uint32_t letters_of_all = 0;  ///< letters that every fuzzy key has
  uint32_t letters_of_any = 0;  ///< letters that some fuzzy key has
  uint8_t shortest = 0;         ///< of the fuzzy keys, in bytes
  uint8_t longest = 0;
  uint8_t traits = 0;
  bool usable = false;
};
UnitSketch sketch_of(const UnitView& unit);

/// False only if unit_similarity is 0.
bool may_be_similar(const UnitSketch& a, const UnitSketch& b);

/// A unit from its readings; at most kMaxReadings are kept, keys are made.
Unit make_unit(std::span<const std::string> readings, std::vector<uint32_t> groups, uint8_t traits);

UnitComparison compare_units(const UnitView& a, const UnitView& b);

/// NECESSARY CONDITION, which an index may rely on:
///   unit_similarity(a, b) > 0 implies that an exact key of `a` as kQuery equals an exact key of `b` as kCandidate, or
///   that some fuzzy key of `a` and some fuzzy key of `b` are at most max_edits(shorter length) apart in optimal string
///   alignment (insert, delete, substitute, swap neighbours; all cost 1; no substring edited twice).
/// Lengths are in bytes; keys are [a-z0-9]*, except where no Latin reading is known. A join has fuzzy keys too, but
/// kTraitJoin on both sides is never similar, so joins need only be looked up among single tokens and conversely.
enum class KeySide : uint8_t { kQuery, kCandidate };

/// At most kMaxExactKeys calls beside one for each group.
inline constexpr int kMaxExactKeys = 2 + 4 * kMaxReadings;
void for_each_exact_key(const UnitView& unit, KeySide side, const std::function<void(uint64_t)>& f);
/// At most kMaxReadings + 2 calls, distinct and not empty: the skeletons, and the first readings themselves.
void for_each_fuzzy_key(const UnitView& unit, const std::function<void(std::string_view)>& f);
/// Edits allowed between fuzzy keys of which the shorter has this length: one wrong letter breaks a short token.
constexpr int max_edits(size_t shorter_length) {
  return shorter_length < 4 ? 0 : shorter_length < 8 ? 1 : 2;
}
inline constexpr int kMaxEdits = 2;

}  // namespace vedette::match
