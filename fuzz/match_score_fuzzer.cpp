// Two names, split at the first line feed, prepared and scored: scores stay in range and under their bound, similarity
// is symmetric, preparing is repeatable, and an exact copy is never worse than another name.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "match/ofac.h"
#include "match/score.h"

namespace {

using namespace vedette::match;

void require(bool holds) {
  if (!holds) std::abort();
}

/// What an index would know of the query's tokens: the best similarity of a unit that covers each.
double matched_weight(const Name& query, const std::vector<UnitPair>& pairs) {
  std::vector<float> best(query.tokens.size(), 0.0F);
  for (const UnitPair& pair : pairs) {
    const UnitSpan span = unit_span(pair.query_unit, static_cast<int>(query.tokens.size()));
    for (size_t i = span.first; i < static_cast<size_t>(span.first + span.count); ++i)
      if (best[i] < pair.similarity) best[i] = pair.similarity;
  }
  double sum = 0;
  for (size_t i = 0; i < best.size(); ++i)
    sum += static_cast<double>(best[i]) * static_cast<double>(query.tokens[i].weight);
  return sum;
}

void check_units(const Name& a, const Name& b) {
  for (size_t i = 0; i < a.units.size(); ++i) {
    for (size_t j = 0; j < b.units.size(); ++j) {
      const double similarity = unit_similarity(a.units[i].view(), b.units[j].view());
      require(similarity == unit_similarity(b.units[j].view(), a.units[i].view()));
      require(similarity == 0 || may_be_similar(a.sketches[i], b.sketches[j]));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  static constexpr vedette::Schema kSchemata[] = {vedette::Schema::kPerson, vedette::Schema::kLegalEntity,
                                                  vedette::Schema::kCompany, vedette::Schema::kVessel};
  const vedette::Schema schema = kSchemata[data[0] % 4];
  const std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
  const size_t line = input.find('\n');
  const Name a = prepare_name(input.substr(0, line), schema);
  const Name b = prepare_name(line == std::string_view::npos ? input : input.substr(line + 1), schema);
  require(a.units == prepare_name(a.text, schema).units);
  check_units(a, b);
  std::vector<UnitPair> pairs;
  similar_pairs(a, b, pairs);
  const NameScore score = score_names(a.view(), b.view(), pairs);
  require(score.score >= 0 && score.score <= best_possible_name(matched_weight(a, pairs), total_weight(a.view())));
  const double ofac = ofac_name_score(a, b);
  require(ofac >= 0 && ofac <= 1);
  similar_pairs(a, a, pairs);
  if (!a.tokens.empty()) require(score_names(a.view(), a.view(), pairs).score > 0);
  return 0;
}
