#include "match/alignment.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>

namespace vedette::match {
namespace {

/// Tokens left over on both sides are two names, not one name with a part left out: "Boris Abramovich" and "Roman
/// Abramovich" share half and differ in half. Times the smaller share left over.
constexpr double kContradiction = 1.0;
/// "Bong 6" and "Bong 7" are two ships.
constexpr double kOtherNumber = 0.5;
/// "Victory" may be short for "Victory 3", and may be another ship.
constexpr double kMissingNumber = 0.9;
/// "Hans Friedrich" and "Friedrich Hans".
constexpr double kChangedOrder = 0.95;
/// Particles that weigh this begin names of their own: "Abdul Kabir", "Abu Bakr".
constexpr float kNamingParticle = 0.2F;
/// "Salman bin Muhammad" is the son of "Muhammad bin Salman".
constexpr double kChangedLineage = 0.7;
/// Bodies that share only words of trade, places and the like are found whole or hardly: "Export Bank" is not the
/// "Export Import Bank", but the "Islamic State Group" is the "Islamic State".
constexpr double kNothingOfItsOwn = 0.8;
constexpr double kFoundWhole = 0.95;
/// Tokens that weigh less may stand anywhere: "al", "the", "Ltd".
constexpr float kOrderedWeight = 0.25F;
/// Matched query tokens that weigh less than this in all say too little to be sure of anybody: "Mohammad" alone.
constexpr double kEnoughMatched = 0.6;
constexpr double kLeastAssurance = 0.2;

/// Listed names have more parts than people give: what the query says must be found, what the listed name says beyond
/// it counts less. "Kadyrov" finds "Ramzan Kadyrov".
constexpr double kQueryShare = 0.65;

/// A UnitSpan that costs nothing to make room for.
struct PlainSpan {
  uint8_t first;
  uint8_t count;
  operator UnitSpan() const { return {first, count}; }
};

struct Candidate {
  double gain;
  float similarity;
  PlainSpan query;
  PlainSpan candidate;
};

uint32_t mask_of(UnitSpan span) {
  return ((1U << span.count) - 1U) << span.first;
}

double weight_of(std::span<const TokenFacts> tokens, UnitSpan span) {
  double sum = 0;
  for (size_t i = span.first; i < static_cast<size_t>(span.first + span.count); ++i)
    sum += static_cast<double>(tokens[i].weight);
  return sum;
}

/// Best gain first; ties by how far the positions differ, then by position. Symmetric in the two names.
bool comes_before(const Candidate& a, const Candidate& b) {
  if (a.gain != b.gain) return a.gain > b.gain;
  const int apart_a = std::abs(a.query.first - a.candidate.first);
  const int apart_b = std::abs(b.query.first - b.candidate.first);
  if (apart_a != apart_b) return apart_a < apart_b;
  const int sum_a = a.query.first + a.candidate.first;
  const int sum_b = b.query.first + b.candidate.first;
  if (sum_a != sum_b) return sum_a < sum_b;
  const int length_a = a.query.count + a.candidate.count;
  const int length_b = b.query.count + b.candidate.count;
  if (length_a != length_b) return length_a < length_b;
  if (a.query.first != b.query.first) return a.query.first < b.query.first;
  return a.query.count < b.query.count;
}

/// Says who somebody is, so that two of them left over contradict each other.
bool is_substance(const TokenFacts& token) {
  if (token.kind == TokenKind::kParticle) return token.weight >= kNamingParticle;
  return token.kind != TokenKind::kHonorific && token.kind != TokenKind::kLegalForm &&
         token.kind != TokenKind::kGeneric;
}

struct LeftOver {
  double substance = 0;
  bool number = false;
};

LeftOver left_over(std::span<const TokenFacts> tokens, uint32_t used) {
  LeftOver left;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if ((used >> i & 1U) != 0) continue;
    if (is_substance(tokens[i])) left.substance += static_cast<double>(tokens[i].weight);
    left.number |= tokens[i].kind == TokenKind::kNumber && tokens[i].weight >= kOrderedWeight;
  }
  return left;
}

bool changed_order(const NameView& query, const NameView& candidate, const NameScore& score) {
  for (int i = 0; i < score.pair_count; ++i) {
    const AlignedPair& a = score.pairs[static_cast<size_t>(i)];
    if (query.tokens[a.query.first].weight < kOrderedWeight) continue;
    if (candidate.tokens[a.candidate.first].weight < kOrderedWeight) continue;
    for (int j = 0; j < i; ++j) {
      const AlignedPair& b = score.pairs[static_cast<size_t>(j)];
      if (query.tokens[b.query.first].weight < kOrderedWeight) continue;
      if (candidate.tokens[b.candidate.first].weight < kOrderedWeight) continue;
      if ((a.query.first < b.query.first) != (a.candidate.first < b.candidate.first)) return true;
    }
  }
  return false;
}

/// Whether what matched holds a word that is a name, not only words that many bodies share.
bool has_own_word(const NameView& query, const NameScore& score) {
  const auto is_own = [](TokenKind kind) {
    return kind == TokenKind::kWord || kind == TokenKind::kGiven || kind == TokenKind::kFamily ||
           kind == TokenKind::kPatronymic || kind == TokenKind::kInitial || kind == TokenKind::kAcronym;
  };
  for (int i = 0; i < score.pair_count; ++i) {
    const UnitSpan span = score.pairs[static_cast<size_t>(i)].query;
    if (span.count > 1) return true;
    if (is_own(query.tokens[span.first].kind)) return true;
  }
  return false;
}

bool is_lineage(const NameView& name) {
  return std::any_of(name.tokens.begin(), name.tokens.end(),
                     [](const TokenFacts& token) { return (token.flags & kFlagLineage) != 0; });
}

/// 1 when enough was matched; monotone in the matched weight.
double assurance(double matched) {
  if (matched >= kEnoughMatched) return 1;
  return kLeastAssurance + (1 - kLeastAssurance) * matched / kEnoughMatched;
}

/// Weighted harmonic mean.
double mean_coverage(double query, double candidate) {
  if (query <= 0 || candidate <= 0) return 0;
  return 1 / (kQueryShare / query + (1 - kQueryShare) / candidate);
}

double number_factor(const LeftOver& query, const LeftOver& candidate) {
  if (query.number && candidate.number) return kOtherNumber;
  return query.number || candidate.number ? kMissingNumber : 1;
}

}  // namespace

double total_weight(const NameView& name) {
  return weight_of(name.tokens, {0, static_cast<uint8_t>(name.tokens.size())});
}

NameScore score_names(const NameView& query, const NameView& candidate, std::span<const UnitPair> pairs) {
  NameScore score;
  if (pairs.empty() || query.tokens.empty() || candidate.tokens.empty()) return score;
  const double total_query = total_weight(query);
  const double total_candidate = total_weight(candidate);
  std::array<Candidate, kMaxUnitPairs> candidates;
  const size_t count = std::min<size_t>(pairs.size(), kMaxUnitPairs);
  for (size_t i = 0; i < count; ++i) {
    const UnitSpan q = unit_span(pairs[i].query_unit, static_cast<int>(query.tokens.size()));
    const UnitSpan c = unit_span(pairs[i].candidate_unit, static_cast<int>(candidate.tokens.size()));
    const double share = weight_of(query.tokens, q) / total_query + weight_of(candidate.tokens, c) / total_candidate;
    candidates[i] = {
        share * static_cast<double>(pairs[i].similarity), pairs[i].similarity, {q.first, q.count}, {c.first, c.count}};
  }
  std::sort(candidates.begin(), candidates.begin() + static_cast<ptrdiff_t>(count), comes_before);
  uint32_t used_query = 0;
  uint32_t used_candidate = 0;
  double matched_candidate = 0;
  for (size_t i = 0; i < count; ++i) {
    const Candidate& pair = candidates[i];
    if ((used_query & mask_of(pair.query)) != 0 || (used_candidate & mask_of(pair.candidate)) != 0) continue;
    used_query |= mask_of(pair.query);
    used_candidate |= mask_of(pair.candidate);
    score.matched_weight += weight_of(query.tokens, pair.query) * static_cast<double>(pair.similarity);
    matched_candidate += weight_of(candidate.tokens, pair.candidate) * static_cast<double>(pair.similarity);
    score.pairs[static_cast<size_t>(score.pair_count++)] = {pair.query, pair.candidate, pair.similarity};
  }
  score.query_coverage = std::min(1.0, score.matched_weight / total_query);
  score.candidate_coverage = std::min(1.0, matched_candidate / total_candidate);
  const LeftOver left_query = left_over(query.tokens, used_query);
  const LeftOver left_candidate = left_over(candidate.tokens, used_candidate);
  const double both = std::min(left_query.substance / total_query, left_candidate.substance / total_candidate);
  score.contradiction = std::max(0.0, 1 - kContradiction * both) * number_factor(left_query, left_candidate);
  if (changed_order(query, candidate, score))
    score.order = is_lineage(query) && is_lineage(candidate) ? kChangedLineage : kChangedOrder;
  score.same_text = query.exact == candidate.exact;
  score.score = mean_coverage(score.query_coverage, score.candidate_coverage) * score.contradiction * score.order;
  if (score.candidate_coverage < kFoundWhole && !has_own_word(query, score)) score.score *= kNothingOfItsOwn;
  if (!score.same_text) score.score *= assurance(score.matched_weight);
  return score;
}

void similar_pairs(const Name& query, const Name& candidate, std::vector<UnitPair>& pairs) {
  pairs.clear();
  for (size_t q = 0; q < query.units.size(); ++q) {
    for (size_t c = 0; c < candidate.units.size(); ++c) {
      if (!may_be_similar(query.sketches[q], candidate.sketches[c])) continue;
      const double similarity = unit_similarity(query.units[q].view(), candidate.units[c].view());
      if (similarity > 0)
        pairs.push_back({static_cast<uint8_t>(q), static_cast<uint8_t>(c), static_cast<float>(similarity)});
    }
  }
}

double best_possible_name(double matched_query_weight, double total_query_weight) {
  if (matched_query_weight <= 0 || total_query_weight <= 0) return 0;
  // Sums in another order may differ in the last bits: the margin keeps the bound true.
  constexpr double kMargin = 1e-9;
  const double coverage = std::min(1.0, matched_query_weight / total_query_weight + kMargin);
  return std::min(1.0, mean_coverage(coverage, 1) + kMargin);
}

}  // namespace vedette::match
