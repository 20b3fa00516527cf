#include "match/alignment.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "match/test_names.h"

namespace vedette::match {
namespace {

NameScore score(const std::string& a, const std::string& b, Schema schema = Schema::kPerson) {
  const Name x = prepare_name(a, schema);
  const Name y = prepare_name(b, schema);
  std::vector<UnitPair> pairs;
  similar_pairs(x, y, pairs);
  return score_names(x.view(), y.view(), pairs);
}

/// The greedy alignment by its definition: look through all that is left for the best, take it, strike out the rest.
double slow_matched_weight(const Name& a, const Name& b, std::vector<UnitPair> pairs) {
  const auto weight = [](const Name& name, UnitSpan span) {
    double sum = 0;
    for (int i = 0; i < span.count; ++i)
      sum += static_cast<double>(name.tokens[static_cast<size_t>(span.first + i)].weight);
    return sum;
  };
  const auto overlap = [](UnitSpan x, UnitSpan y) {
    return x.first < y.first + y.count && y.first < x.first + x.count;
  };
  const int na = static_cast<int>(a.tokens.size());
  const int nb = static_cast<int>(b.tokens.size());
  double matched = 0;
  while (!pairs.empty()) {
    const auto rank = [&](const UnitPair& pair) {
      const UnitSpan q = unit_span(pair.query_unit, na);
      const UnitSpan c = unit_span(pair.candidate_unit, nb);
      const double gain = (weight(a, q) / total_weight(a.view()) + weight(b, c) / total_weight(b.view())) *
                          static_cast<double>(pair.similarity);
      return std::tuple(-gain, std::abs(q.first - c.first), q.first + c.first, q.count + c.count, q.first, q.count);
    };
    const UnitPair best = *std::min_element(pairs.begin(), pairs.end(),
                                            [&](const UnitPair& x, const UnitPair& y) { return rank(x) < rank(y); });
    const UnitSpan q = unit_span(best.query_unit, na);
    const UnitSpan c = unit_span(best.candidate_unit, nb);
    matched += weight(a, q) * static_cast<double>(best.similarity);
    std::erase_if(pairs, [&](const UnitPair& pair) {
      return overlap(q, unit_span(pair.query_unit, na)) || overlap(c, unit_span(pair.candidate_unit, nb));
    });
  }
  return matched;
}

TEST(ScoreNames, EqualNamesScoreOne) {
  const NameScore s = score("Vladimir Putin", "Vladimir Putin");
  EXPECT_DOUBLE_EQ(s.score, 1);
  EXPECT_TRUE(s.same_text);
  EXPECT_EQ(s.pair_count, 2);
}

TEST(ScoreNames, NothingInCommonScoresZero) {
  EXPECT_EQ(score("Pol Pot", "George Murphy").score, 0);
}

TEST(ScoreNames, LeftOverOnBothSidesContradicts) {
  const NameScore s = score("Boris Abramovich", "Roman Abramovich");
  EXPECT_LT(s.contradiction, 0.65);
  EXPECT_LT(s.score, 0.5);
  EXPECT_EQ(score("Vladimir Putin", "Vladimir Vladimirovich Putin").contradiction, 1);
}

TEST(ScoreNames, ChangedOrderCosts) {
  EXPECT_DOUBLE_EQ(score("Hans Friedrich", "Friedrich Hans").order, 0.95);
  EXPECT_DOUBLE_EQ(score("Putin, Vladimir", "Vladimir Putin").order, 1);
  EXPECT_DOUBLE_EQ(score("Salman bin Muhammad", "Muhammad bin Salman").order, 0.7);
}

TEST(ScoreNames, NumbersDecide) {
  EXPECT_LT(score("Zu Zag Bong 6", "Zu Zag Bong 7", Schema::kVessel).score, 0.5);
  EXPECT_NEAR(score("Victory", "Victory 3", Schema::kVessel).contradiction, 0.9, 1e-9);
}

TEST(ScoreNames, TooLittleMatchedIsNotEnough) {
  const Name particle = prepare_name("of the", Schema::kPerson);
  EXPECT_LT(score("Ltd", "Ltd Alpha", Schema::kCompany).score, 0.5);
}

RC_GTEST_PROP(ScoreNames, AlignsAsByDefinition, ()) {
  const Name a = prepare_name(*testing::arbitrary_name(), Schema::kLegalEntity);
  const Name b = prepare_name(*testing::arbitrary_name(), Schema::kLegalEntity);
  std::vector<UnitPair> pairs;
  similar_pairs(a, b, pairs);
  const NameScore s = score_names(a.view(), b.view(), pairs);
  RC_ASSERT(std::abs(s.matched_weight - slow_matched_weight(a, b, pairs)) < 1e-6);
}

RC_GTEST_PROP(ScoreNames, IsSymmetricInRange, ()) {
  const Schema schema = *testing::arbitrary_schema();
  const Name a = prepare_name(*testing::arbitrary_name(), schema);
  const Name b = prepare_name(*testing::arbitrary_name(), schema);
  std::vector<UnitPair> pairs;
  similar_pairs(a, b, pairs);
  const NameScore s = score_names(a.view(), b.view(), pairs);
  RC_ASSERT(s.score >= 0 && s.score <= 1);
  RC_ASSERT(pairs.empty() == (s.score == 0));
}

RC_GTEST_PROP(BestPossible, IsABound, ()) {
  const Name a = prepare_name(*testing::arbitrary_name(), *testing::arbitrary_schema());
  const Name b = prepare_name(*testing::arbitrary_name(), *testing::arbitrary_schema());
  std::vector<UnitPair> pairs;
  similar_pairs(a, b, pairs);
  std::map<int, double> best;
  for (const UnitPair& pair : pairs) {
    const UnitSpan span = unit_span(pair.query_unit, static_cast<int>(a.tokens.size()));
    for (int i = span.first; i < span.first + span.count; ++i)
      best[i] = std::max(best[i], static_cast<double>(pair.similarity));
  }
  double matched = 0;
  for (const auto& [token, similarity] : best)
    matched += similarity * static_cast<double>(a.tokens[static_cast<size_t>(token)].weight);
  const double bound = best_possible_name(matched, total_weight(a.view()));
  RC_ASSERT(score_names(a.view(), b.view(), pairs).score <= bound);
}

TEST(BestPossible, IsMonotoneAndZeroForNothing) {
  EXPECT_EQ(best_possible_name(0, 2), 0);
  double last = 0;
  for (double matched = 0.1; matched <= 2; matched += 0.1) {
    EXPECT_GE(best_possible_name(matched, 2), last);
    last = best_possible_name(matched, 2);
  }
  EXPECT_LT(best_possible_name(1, 2), 0.61);
}

}  // namespace
}  // namespace vedette::match
