// Aligning two names token by token, and the score of the alignment.
//
// Idea: pairs of similar units are taken greedily by gain, ties by distance of position, then position, so the result
// is deterministic. Coverage of each side is the weight that found a partner, times similarity, over all weight. The
// score is the weighted harmonic mean of both coverages (so the query's coverage bounds it), lowered by factors in
// [0, 1]: tokens left over on both sides contradict each other, numbers decide, a changed order costs a little.
// Cost: O(p log p) for p pairs of similar units; nothing is allocated.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "match/name.h"

namespace vedette::match {

/// One pair of units that are similar. Only pairs with similarity > 0 are given.
struct UnitPair {
  uint8_t query_unit = 0;  ///< unit numbers (unit_span)
  uint8_t candidate_unit = 0;
  float similarity = 0;
};

/// More pairs than this are left out of an alignment, those that come last; only hostile names have so many.
inline constexpr int kMaxUnitPairs = 1024;

/// A pair that the alignment took.
struct AlignedPair {
  UnitSpan query;
  UnitSpan candidate;
  float similarity = 0;
};

struct NameScore {
  double score = 0;               ///< 0 when nothing matches
  double query_coverage = 0;      ///< 0–1
  double candidate_coverage = 0;  ///< 0–1
  double order = 1;               ///< factor for a changed order
  double contradiction = 1;       ///< factor for tokens left over on both sides
  double matched_weight = 0;      ///< what the matched query tokens say, in weight: rarity orders the top band
  bool same_text = false;         ///< the folded spellings are equal
  int pair_count = 0;
  std::array<AlignedPair, kMaxTokens> pairs;  ///< in the order taken; pair_count of them
};

/// `pairs` must be sorted by (query_unit, candidate_unit) and distinct. The result depends on the arguments alone.
NameScore score_names(const NameView& query, const NameView& candidate, std::span<const UnitPair> pairs);

/// All similar pairs of units of two names, computed one by one: the exhaustive path. Clears `pairs` first.
void similar_pairs(const Name& query, const Name& candidate, std::vector<UnitPair>& pairs);

/// Largest name score that any candidate name can reach if the query tokens' best similarities, weighted, sum to
/// `matched_query_weight` out of `total_query_weight` (sum over tokens of weight). Monotone in the first argument.
double best_possible_name(double matched_query_weight, double total_query_weight);

double total_weight(const NameView& name);

}  // namespace vedette::match
