#include "match/score.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "match/ofac.h"

namespace vedette::match {
namespace {

/// A former name is a name, but others may bear it now.
constexpr double kPreviousNameQuality = 0.98;
/// An abbreviation is short, so it coincides more easily.
constexpr double kAbbreviationQuality = 0.97;
/// A weak alias alone stays under the default threshold.
constexpr double kWeakAliasCap = 0.69;
/// What a perfect name of no weight at all is worth; one of kFullInformation or more is worth kPerfectName. Orders
/// the top band: a rare name that is equal says more than a common one.
constexpr double kLeastPerfectName = 0.975;
constexpr double kPerfectName = 0.99;
constexpr double kFullInformation = 3.0;

/// Other evidence moves a score only when the name is at least this alike: a birthday is shared by thousands.
constexpr double kLeastConfirmedName = 0.6;
/// Shares of what is missing to 1 that agreement adds.
constexpr double kBirthDateBonus = 0.20;
constexpr double kCountryBonus = 0.04;
constexpr double kGenderBonus = 0.01;
constexpr double kWeakIdentifierBonus = 0.10;
constexpr double kMostBonus = kBirthDateBonus + kCountryBonus + kGenderBonus + kWeakIdentifierBonus;
/// Shares of the score that contradiction takes, at its strongest. An exact name survives another birth date.
constexpr double kBirthDatePenalty = 0.22;
constexpr double kCountryPenalty = 0.03;
constexpr double kGenderPenalty = 0.12;
constexpr double kIdentifierPenalty = 0.15;
/// A strong identifier finds its entity under any name; the name orders what it finds.
constexpr double kIdentifierScore = 0.96;

double name_quality(Property property) {
  if (property == Property::kPreviousName) return kPreviousNameQuality;
  return property == Property::kAbbreviation ? kAbbreviationQuality : 1.0;
}

bool is_weak(Property property) {
  return property == Property::kWeakAlias;
}

double information(double matched_weight) {
  return std::min(1.0, matched_weight / kFullInformation);
}

double with_information(const NameScore& name) {
  return name.score * (kLeastPerfectName + (kPerfectName - kLeastPerfectName) * information(name.matched_weight));
}

bool confirms_weak_alias(const EvidenceComparison& evidence) {
  return evidence.birth_date == Agreement::kAgrees || evidence.identifier == Agreement::kAgrees ||
         evidence.identifier == Agreement::kClose;
}

double birth_date_effect(const EvidenceComparison& e) {
  if (e.birth_date == Agreement::kAgrees) return kBirthDateBonus * e.birth_date_detail;
  if (e.birth_date == Agreement::kUnknown) return 0;
  return -kBirthDatePenalty * e.birth_date_detail;
}

double effect(Agreement agreement, double bonus, double penalty) {
  if (agreement == Agreement::kAgrees) return bonus;
  return agreement == Agreement::kContradicts ? -penalty : 0;
}

/// Applies effects to a name score: bonuses are shares of what is missing to 1, penalties shares of what is there.
double apply_evidence(double name, const EvidenceComparison& e, std::array<double, kFeatureCount>& features) {
  const auto note = [&](Feature feature, double value) {
    if (value != 0) features[static_cast<size_t>(feature)] = value;
    return value;
  };
  if (name < kLeastConfirmedName) return name;
  const double effects[] = {
      note(Feature::kBirthDate, birth_date_effect(e)),
      note(Feature::kCountry, effect(e.country, kCountryBonus, kCountryPenalty)),
      note(Feature::kGender, effect(e.gender, kGenderBonus, kGenderPenalty)),
      note(Feature::kIdentifier,
           e.identifier == Agreement::kClose ? kWeakIdentifierBonus : effect(e.identifier, 0, kIdentifierPenalty))};
  double bonus = 0;
  double kept = 1;
  for (const double value : effects) {
    bonus += std::max(value, 0.0);
    kept *= 1 - std::max(-value, 0.0);
  }
  return (name + (1 - name) * bonus) * kept;
}

struct BestPair {
  double score = 0;
  double quality = 1;
  bool capped = false;
};

BestPair judge_pair(const NameView& query, const NameView& candidate, const NameScore& name, const Policy& policy,
                    bool confirmed) {
  BestPair judged;
  judged.quality = name_quality(query.property) * name_quality(candidate.property);
  judged.score = with_information(name) * judged.quality;
  const bool weak = is_weak(query.property) || is_weak(candidate.property);
  if (weak && !policy.weak_alias_alone && !confirmed && judged.score > kWeakAliasCap) {
    judged.score = kWeakAliasCap;
    judged.capped = true;
  }
  return judged;
}

}  // namespace

std::string_view to_string(Feature feature) {
  static constexpr std::array<std::string_view, kFeatureCount> kNames = {
      "name", "name_quality", "birth_date", "country", "gender", "identifier", "weak_alias"};
  return kNames[static_cast<size_t>(feature)];
}

EntityScore score_entity(const EntityView& query, const EntityView& candidate, const Policy& policy,
                         const PairSource& pairs) {
  EntityScore result;
  result.features.fill(std::numeric_limits<double>::quiet_NaN());
  if (!can_be_same(query.schema, candidate.schema)) return result;
  result.evidence = compare_evidence(query.evidence, candidate.evidence);
  const bool confirmed = confirms_weak_alias(result.evidence);
  BestPair best;
  for (size_t q = 0; q < query.names.size(); ++q) {
    for (size_t c = 0; c < candidate.names.size(); ++c) {
      const NameScore name = score_names(query.names[q], candidate.names[c], pairs(q, c));
      if (name.score <= 0) continue;
      const BestPair judged = judge_pair(query.names[q], candidate.names[c], name, policy, confirmed);
      if (judged.score <= best.score) continue;
      best = judged;
      result.name = name;
      result.query_name = static_cast<int>(q);
      result.candidate_name = static_cast<int>(c);
    }
  }
  const auto set = [&](Feature feature, double value) { result.features[static_cast<size_t>(feature)] = value; };
  if (result.query_name >= 0) {
    set(Feature::kName, result.name.score);
    set(Feature::kNameQuality, best.quality);
    if (best.capped) set(Feature::kWeakAlias, kWeakAliasCap);
    result.score = apply_evidence(best.score, result.evidence, result.features);
    if (best.capped) result.score = std::min(result.score, kWeakAliasCap);
  }
  if (result.evidence.identifier == Agreement::kAgrees) {
    result.score = kIdentifierScore + (1 - kIdentifierScore) * result.score;
    set(Feature::kIdentifier, kIdentifierScore);
  }
  result.match = result.score >= policy.threshold;
  return result;
}

EntityScore score_entity(const PreparedEntity& query, const PreparedEntity& candidate, const Policy& policy) {
  if (policy.model == NameModel::kOfac) return score_entity_ofac(query, candidate, policy);
  const std::vector<NameView> query_names = name_views(query);
  const std::vector<NameView> candidate_names = name_views(candidate);
  std::vector<UnitPair> pairs;
  const PairSource source = [&](size_t q, size_t c) -> std::span<const UnitPair> {
    similar_pairs(query.names[q], candidate.names[c], pairs);
    return pairs;
  };
  return score_entity(EntityView{query.schema, query_names, query.evidence.view()},
                      EntityView{candidate.schema, candidate_names, candidate.evidence.view()}, policy, source);
}

std::vector<NameView> name_views(const PreparedEntity& entity) {
  std::vector<NameView> views;
  views.reserve(entity.names.size());
  for (const Name& name : entity.names) views.push_back(name.view());
  return views;
}

double best_possible(double matched_query_weight, double total_query_weight, bool has_evidence) {
  const double name = best_possible_name(matched_query_weight, total_query_weight) * kPerfectName;
  if (!has_evidence || name < kLeastConfirmedName) return name;
  return name + (1 - name) * kMostBonus;
}

}  // namespace vedette::match
