#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "match/score.h"

namespace vedette::match {
namespace {

std::string_view quality_in_words(Property property) {
  switch (property) {
    case Property::kAlias:
      return "alias";
    case Property::kWeakAlias:
      return "weak alias";
    case Property::kPreviousName:
      return "previous name";
    case Property::kAbbreviation:
      return "abbreviation";
    default:
      return "name";
  }
}

std::string text_of(const Name& name, UnitSpan span) {
  std::string text;
  for (size_t i = span.first; i < static_cast<size_t>(span.first + span.count); ++i) {
    const std::string& part = name.tokens[i].text;
    const bool repeated = i > span.first && part == name.tokens[i - 1].text;
    if (repeated) continue;
    if (!text.empty()) text += ' ';
    text += part;
  }
  return text;
}

const Unit* unit_of(const Name& name, UnitSpan span, bool initials) {
  const int tokens = static_cast<int>(name.tokens.size());
  const int count = static_cast<int>(name.units.size());
  for (int number = 0; number < count; ++number) {
    const Unit& unit = name.units[static_cast<size_t>(number)];
    const bool is_initials = (unit.traits & kTraitNameAcronym) != 0;
    if (unit_span(number, tokens) == span && is_initials == initials && !unit.readings.empty()) return &unit;
  }
  return nullptr;
}

/// The comparison that stood behind an aligned pair: initials of a name and joins can cover the same tokens.
UnitComparison comparison_of(const Name& query, const Name& candidate, const AlignedPair& pair) {
  UnitComparison best;
  for (const bool initials_q : {false, true}) {
    for (const bool initials_c : {false, true}) {
      const Unit* a = unit_of(query, pair.query, initials_q);
      const Unit* b = unit_of(candidate, pair.candidate, initials_c);
      if (a == nullptr || b == nullptr) continue;
      const UnitComparison comparison = compare_units(a->view(), b->view());
      if (comparison.similarity == static_cast<double>(pair.similarity)) best = comparison;
    }
  }
  return best;
}

std::string relation_in_words(const UnitComparison& comparison, bool joined) {
  std::string words;
  switch (comparison.relation) {
    case UnitRelation::kEqual:
      words = "equal";
      break;
    case UnitRelation::kReading:
      words = "another reading of the same writing";
      break;
    case UnitRelation::kNameGroup:
      words = "same name in another spelling or script";
      break;
    case UnitRelation::kNickname:
      words = "short form of the same name";
      break;
    case UnitRelation::kEquivalent:
      words = "equivalent";
      break;
    case UnitRelation::kConsonants:
      words = "same consonants";
      break;
    case UnitRelation::kSound:
      words = "sounds alike";
      break;
    case UnitRelation::kSpelling:
      words = fmt::format("spelling distance {}", comparison.edits);
      break;
    case UnitRelation::kInitial:
      words = "initial";
      break;
    case UnitRelation::kAcronym:
      words = "initials of the name";
      break;
    case UnitRelation::kNone:
      words = "similar";
      break;
  }
  return joined ? words + ", written apart" : words;
}

void explain_pairs(const Name& query, const Name& candidate, const NameScore& score, std::string& out) {
  std::vector<AlignedPair> pairs(score.pairs.begin(), score.pairs.begin() + score.pair_count);
  std::sort(pairs.begin(), pairs.end(),
            [](const AlignedPair& a, const AlignedPair& b) { return a.query.first < b.query.first; });
  for (const AlignedPair& pair : pairs) {
    const UnitComparison comparison = comparison_of(query, candidate, pair);
    const bool joined = pair.query.count != pair.candidate.count && comparison.relation != UnitRelation::kAcronym;
    out += fmt::format("; \"{}\" ~ \"{}\" {}", text_of(query, pair.query), text_of(candidate, pair.candidate),
                       relation_in_words(comparison, joined));
    if (comparison.relation != UnitRelation::kEqual) out += fmt::format(" ({:.2f})", comparison.similarity);
  }
}

uint32_t covered(const NameScore& score, bool query_side) {
  uint32_t mask = 0;
  for (int i = 0; i < score.pair_count; ++i) {
    const AlignedPair& pair = score.pairs[static_cast<size_t>(i)];
    const UnitSpan span = query_side ? pair.query : pair.candidate;
    mask |= ((1U << span.count) - 1U) << span.first;
  }
  return mask;
}

void explain_left_over(const Name& name, uint32_t used, std::string_view side, std::string& out) {
  for (size_t i = 0; i < name.tokens.size(); ++i) {
    if ((used >> i & 1U) != 0) continue;
    const std::string_view kind = name.tokens[i].kind == TokenKind::kWord ? "" : to_string(name.tokens[i].kind);
    out += fmt::format("; \"{}\"{}{} only in the {}", name.tokens[i].text, kind.empty() ? "" : " ", kind, side);
  }
}

void explain_evidence(const EntityScore& score, std::string& out) {
  const EvidenceComparison& e = score.evidence;
  if (e.birth_date == Agreement::kAgrees)
    out += e.swapped_day_month ? "; birth date agrees with day and month exchanged" : "; birth date agrees";
  if (e.birth_date == Agreement::kClose) out += "; birth date is a few days off";
  if (e.birth_date == Agreement::kContradicts) out += "; birth date differs";
  if (e.country == Agreement::kAgrees) out += "; country agrees";
  if (e.country == Agreement::kContradicts) out += "; country differs";
  if (e.gender == Agreement::kContradicts) out += "; gender differs";
  if (e.identifier == Agreement::kAgrees) out += "; identifier agrees, which finds the entity under any name";
  if (e.identifier == Agreement::kClose) out += "; a weak identifier agrees";
  if (e.identifier == Agreement::kContradicts) out += "; IMO number differs";
  if (!std::isnan(score.features[static_cast<size_t>(Feature::kWeakAlias)])) out += "; a weak alias does not hit alone";
}

}  // namespace

std::string_view to_string(TokenKind kind) {
  static constexpr std::array<std::string_view, kTokenKindCount> kNames = {
      "word",       "given name",   "family name", "patronymic", "particle", "initial", "honorific",
      "legal form", "generic word", "trade word",  "number",     "place",    "acronym"};
  return kNames[static_cast<size_t>(kind)];
}

std::string explain(const PreparedEntity& query, const PreparedEntity& candidate, const Policy& policy,
                    const EntityScore& score) {
  std::string out;
  if (!can_be_same(query.schema, candidate.schema)) {
    return fmt::format("{} and {} cannot be the same thing", to_string(query.schema), to_string(candidate.schema));
  }
  if (score.query_name < 0) {
    out = "no name is alike";
    explain_evidence(score, out);
    return out;
  }
  const Name& q = query.names[static_cast<size_t>(score.query_name)];
  const Name& c = candidate.names[static_cast<size_t>(score.candidate_name)];
  out = fmt::format("\"{}\" matched the {} \"{}\" at {:.2f}", q.text, quality_in_words(c.property), c.text,
                    score.name.score);
  if (policy.model == NameModel::kAlignment) {
    explain_pairs(q, c, score.name, out);
    explain_left_over(q, covered(score.name, true), "query", out);
    explain_left_over(c, covered(score.name, false), "listed name", out);
    if (score.name.order < 1) out += "; in another order";
  }
  explain_evidence(score, out);
  return out;
}

}  // namespace vedette::match
