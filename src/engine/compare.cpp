// Two entities against each other, without a list.
#include <cmath>

#include "engine/engine.h"
#include "match/score.h"

namespace vedette::engine {

Comparison compare(const Entity& query, const Entity& candidate, const match::Policy& policy) {
  const auto prepared_query = match::prepare_entity(query);
  const auto prepared_candidate = match::prepare_entity(candidate);
  const auto score = match::score_entity(prepared_query, prepared_candidate, policy);
  Comparison comparison{.score = score.score, .match = score.match};
  for (int i = 0; i < match::kFeatureCount; ++i) {
    const double feature = score.features[static_cast<size_t>(i)];
    if (!std::isnan(feature)) comparison.features.emplace_back(to_string(static_cast<match::Feature>(i)), feature);
  }
  comparison.explanation = match::explain(prepared_query, prepared_candidate, policy, score);
  return comparison;
}

}  // namespace vedette::engine
