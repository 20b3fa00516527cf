#include "match/evidence.h"

#include <algorithm>
#include <cstdlib>

#include "match/identifier.h"

namespace vedette::match {
namespace {

/// Days either way that "circa" may mean.
constexpr DayNumber kCircaDays = 730;
constexpr DayNumber kMonthDays = 31;
constexpr DayNumber kYearDays = 366;
constexpr DayNumber kFewYearsDays = 5 * kYearDays;

/// Strength of agreement by the coarser precision of the two dates.
constexpr double kSameDay = 1.0;
constexpr double kSameMonth = 0.7;
constexpr double kSameYear = 0.5;
constexpr double kSameRange = 0.4;
constexpr double kSwappedDay = 0.6;
/// Strength of a contradiction by how far apart the dates are at best.
constexpr double kDaysApart = 0.15;
constexpr double kMonthsApart = 0.3;
constexpr double kYearsApart = 0.6;
constexpr double kFarApart = 1.0;

Gender gender_of(std::string_view text) {
  if (text == "male") return Gender::kMale;
  if (text == "female") return Gender::kFemale;
  return text.empty() ? Gender::kUnknown : Gender::kOther;
}

double agreement_strength(const DateRange& a, const DateRange& b) {
  const DatePrecision coarser = std::max(a.precision, b.precision);
  if (a.circa || b.circa || coarser == DatePrecision::kRange) return kSameRange;
  return coarser == DatePrecision::kDay ? kSameDay : coarser == DatePrecision::kMonth ? kSameMonth : kSameYear;
}

DayNumber days_apart(const DateRange& a, const DateRange& b) {
  const DayNumber slack = a.circa || b.circa ? kCircaDays : 0;
  const DayNumber gap = std::max(a.first - b.last, b.first - a.last) - slack;
  return std::max(gap, 0);
}

bool is_swapped(const DateRange& a, const DateRange& b) {
  if (a.precision != DatePrecision::kDay || b.precision != DatePrecision::kDay) return false;
  const CalendarDate x = calendar_date(a.first);
  const CalendarDate y = calendar_date(b.first);
  return x.year == y.year && x.month == y.day && x.day == y.month && x != y;
}

double contradiction_strength(DayNumber apart) {
  if (apart <= kMonthDays) return kDaysApart;
  if (apart <= kYearDays) return kMonthsApart;
  return apart <= kFewYearsDays ? kYearsApart : kFarApart;
}

void compare_dates(const EvidenceView& query, const EvidenceView& candidate, EvidenceComparison& result) {
  double best_agreement = 0;
  double least_contradiction = 2;
  for (const DateRange& a : query.birth_dates) {
    for (const DateRange& b : candidate.birth_dates) {
      const DayNumber apart = days_apart(a, b);
      const bool swapped = apart > 0 && is_swapped(a, b);
      const double strength = apart == 0 ? agreement_strength(a, b) : swapped ? kSwappedDay : 0;
      if (strength > best_agreement) {
        best_agreement = strength;
        result.swapped_day_month = swapped;
      }
      if (apart > 0) least_contradiction = std::min(least_contradiction, contradiction_strength(apart));
    }
  }
  if (best_agreement > 0) {
    result.birth_date = Agreement::kAgrees;
    result.birth_date_detail = best_agreement;
  } else if (least_contradiction <= 1) {
    result.birth_date = least_contradiction <= kDaysApart ? Agreement::kClose : Agreement::kContradicts;
    result.birth_date_detail = least_contradiction;
  }
}

Agreement compare_countries(std::span<const uint32_t> a, std::span<const uint32_t> b) {
  if (a.empty() || b.empty()) return Agreement::kUnknown;
  for (const uint32_t country : a)
    if (std::binary_search(b.begin(), b.end(), country)) return Agreement::kAgrees;
  return Agreement::kContradicts;
}

Agreement compare_genders(Gender a, Gender b) {
  if (a == Gender::kUnknown || b == Gender::kUnknown || a == Gender::kOther || b == Gender::kOther)
    return Agreement::kUnknown;
  return a == b ? Agreement::kAgrees : Agreement::kContradicts;
}

/// Two different valid IMO numbers are two ships.
bool other_imo(const EvidenceView& a, const EvidenceView& b) {
  const auto is_imo = [](const IdentifierKey& key) {
    return key.family == IdentifierFamily::kImo && key.strength == IdentifierStrength::kStrong;
  };
  return std::any_of(a.identifiers.begin(), a.identifiers.end(), is_imo) &&
         std::any_of(b.identifiers.begin(), b.identifiers.end(), is_imo);
}

Agreement compare_identifiers(const EvidenceView& a, const EvidenceView& b) {
  Agreement result = Agreement::kUnknown;
  auto x = a.identifiers.begin();
  auto y = b.identifiers.begin();
  while (x != a.identifiers.end() && y != b.identifiers.end()) {
    if (x->key == y->key) {
      const bool strong = x->strength == IdentifierStrength::kStrong && y->strength == IdentifierStrength::kStrong;
      if (strong) return Agreement::kAgrees;
      result = Agreement::kClose;
      ++x;
      ++y;
    } else {
      x->key < y->key ? ++x : ++y;
    }
  }
  return result == Agreement::kUnknown && other_imo(a, b) ? Agreement::kContradicts : result;
}

void add_date(Evidence& evidence, const Value& value) {
  const Result<PartialDate> date = parse_partial_date(value.text);
  if (!date) return;
  const DateRange range{date->first_day(), date->last_day(), date->precision(), value.circa || date->circa, 0};
  if (std::find(evidence.birth_dates.begin(), evidence.birth_dates.end(), range) == evidence.birth_dates.end())
    evidence.birth_dates.push_back(range);
}

template <typename T, typename Less>
void sort_distinct(std::vector<T>& values, Less less) {
  std::sort(values.begin(), values.end(), less);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

uint32_t pack_country(std::string_view code) {
  uint32_t packed = 0;
  for (size_t i = 0; i < std::min<size_t>(code.size(), 4); ++i)
    packed |= static_cast<uint32_t>(static_cast<unsigned char>(code[i])) << (8 * i);
  return packed;
}

std::string unpack_country(uint32_t packed) {
  std::string code;
  for (; packed != 0; packed >>= 8) code += static_cast<char>(packed & 0xFF);
  return code;
}

Evidence prepare_evidence(const Entity& entity) {
  Evidence evidence;
  for (const Value& value : entity.values) {
    if (value.property == Property::kBirthDate) add_date(evidence, value);
    if (kind_of(value.property) == PropertyKind::kCountry && !value.text.empty())
      evidence.countries.push_back(pack_country(value.text));
    if (value.property == Property::kGender) evidence.gender = gender_of(value.text);
    add_identifier_keys(value, evidence.identifiers);
  }
  sort_distinct(evidence.countries, std::less<>());
  sort_distinct(evidence.identifiers, [](const IdentifierKey& a, const IdentifierKey& b) {
    return a.key != b.key ? a.key < b.key : a.strength < b.strength;
  });
  return evidence;
}

void for_each_identifier_key(const EvidenceView& evidence, const std::function<void(uint64_t)>& f) {
  for (const IdentifierKey& identifier : evidence.identifiers)
    if (identifier.strength == IdentifierStrength::kStrong) f(identifier.key);
}

EvidenceComparison compare_evidence(const EvidenceView& query, const EvidenceView& candidate) {
  EvidenceComparison result;
  compare_dates(query, candidate, result);
  result.country = compare_countries(query.countries, candidate.countries);
  result.gender = compare_genders(query.gender, candidate.gender);
  result.identifier = compare_identifiers(query, candidate);
  return result;
}

}  // namespace vedette::match
