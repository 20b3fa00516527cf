// Scoring one entity against another: names, then other evidence, under a policy.
#pragma once

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entity/entity.h"
#include "match/alignment.h"
#include "match/evidence.h"
#include "match/policy.h"

namespace vedette::match {

/// An entity ready to be compared. `names` holds every value of a name property; if there is none, the name parts
/// (first, second, middle, father's, last) make one.
struct PreparedEntity {
  Schema schema = Schema::kLegalEntity;
  std::vector<Name> names;
  Evidence evidence;
  bool truncated = false;  ///< some name is, or there were more than kMaxNames
};
inline constexpr size_t kMaxNames = 400;

PreparedEntity prepare_entity(const Entity& entity);

/// What scoring needs of an entity when unit similarities are known. Owns nothing: fits a mapped image.
struct EntityView {
  Schema schema = Schema::kLegalEntity;
  std::span<const NameView> names;
  EvidenceView evidence;
};

/// Views of its names, in order; they live as long as the entity.
std::vector<NameView> name_views(const PreparedEntity& entity);

/// Gives the similar pairs of units of one query name and one candidate name, as score_names wants them. The span
/// lives until the next call.
using PairSource = std::function<std::span<const UnitPair>(size_t query_name, size_t candidate_name)>;

enum class Feature : uint8_t { kName, kNameQuality, kBirthDate, kCountry, kGender, kIdentifier, kWeakAlias };
inline constexpr int kFeatureCount = 7;
std::string_view to_string(Feature feature);  ///< "birth_date"

struct EntityScore {
  double score = 0;
  bool match = false;   ///< score at or above the policy's threshold
  int query_name = -1;  ///< best pair of names, -1 if no name is alike
  int candidate_name = -1;
  NameScore name;  ///< of that pair
  EvidenceComparison evidence;
  /// In the order of Feature; NaN where it does not apply. name and name_quality are scores, the others what they
  /// add (positive) or take (negative).
  std::array<double, kFeatureCount> features{};
};

/// Deterministic; ties between names go to the earlier query name, then the earlier candidate name.
EntityScore score_entity(const EntityView& query, const EntityView& candidate, const Policy& policy,
                         const PairSource& pairs);

/// The same from prepared entities, similarities computed one by one. The only path for a policy without an index.
EntityScore score_entity(const PreparedEntity& query, const PreparedEntity& candidate, const Policy& policy);

/// A true bound: no candidate that shares no strong identifier with the query scores higher, if the query tokens of
/// each of its names have best similarities that, weighted, sum to at most `matched_query_weight` of
/// `total_query_weight`. Monotone in the first argument; 0 when nothing matches. `has_evidence`: whether the query
/// has a birth date, country, gender or identifier at all (false gives a tighter bound).
double best_possible(double matched_query_weight, double total_query_weight, bool has_evidence = true);

/// One short line each: the score, the name that matched and its quality, token by token, other evidence.
std::string explain(const PreparedEntity& query, const PreparedEntity& candidate, const Policy& policy,
                    const EntityScore& score);

}  // namespace vedette::match
