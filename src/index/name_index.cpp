#include "index/name_index.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace vedette::index {
namespace {

template <typename T>
std::span<const T> section(const ContainerView& container, SectionKind kind) {
  return array_of<T>(container.section(kind));
}

KeyTableView key_table(const ContainerView& container, SectionKind keys, SectionKind values, SectionKind buckets) {
  return {section<uint64_t>(container, keys), section<uint32_t>(container, values),
          section<uint32_t>(container, buckets)};
}

// n + 1 rising offsets from 0 to `end`.
bool offsets_are_sound(std::span<const uint32_t> offsets, size_t count, size_t end) {
  return offsets.size() == count + 1 && offsets.front() == 0 && offsets.back() == end &&
         std::is_sorted(offsets.begin(), offsets.end());
}

bool all_below(std::span<const uint32_t> numbers, size_t bound) {
  return std::all_of(numbers.begin(), numbers.end(), [&](uint32_t n) { return n < bound; });
}

bool is_sound(const KeyTableView& table, size_t value_bound) {
  return table.keys.size() == table.values.size() && std::has_single_bit(table.buckets.size() - 1) &&
         offsets_are_sound(table.buckets, table.buckets.size() - 1, table.keys.size()) &&
         std::is_sorted(table.keys.begin(), table.keys.end()) && all_below(table.values, value_bound);
}

}  // namespace

unsigned edit_budget(size_t shorter_length) {
  return static_cast<unsigned>(match::max_edits(shorter_length));
}

Result<NameIndex> NameIndex::open(const ContainerView& container, const std::string& file) {
  NameIndex index;
  using enum SectionKind;
  index.entity_names_ = section<uint32_t>(container, kEntityNames);
  index.names_ = section<NameRecord>(container, kNames);
  index.token_facts_ = section<match::TokenFacts>(container, kTokenFacts);
  index.name_units_ = section<uint32_t>(container, kNameUnits);
  index.unit_readings_ = {section<uint32_t>(container, kUnitReadingOffsets), container.section(kUnitReadings)};
  index.unit_keys_ = {section<uint32_t>(container, kUnitKeyOffsets), container.section(kUnitKeys)};
  index.unit_groups_ = section<uint32_t>(container, kUnitGroups);
  index.unit_group_offsets_ = section<uint32_t>(container, kUnitGroupOffsets);
  index.unit_traits_ = section<uint8_t>(container, kUnitTraits);
  index.unit_names_ = section<uint32_t>(container, kUnitNames);
  index.unit_name_offsets_ = section<uint32_t>(container, kUnitNameOffsets);
  index.exact_ = key_table(container, kExactKeys, kExactUnits, kExactBuckets);
  index.fuzzy_ = {{section<uint32_t>(container, kFuzzyOffsets), container.section(kFuzzyText)},
                  section<uint32_t>(container, kPieceBuckets),
                  section<uint32_t>(container, kPieceEntries),
                  section<uint16_t>(container, kPieceTags)};
  index.fuzzy_units_ = section<uint32_t>(container, kFuzzyUnits);
  index.fuzzy_unit_offsets_ = section<uint32_t>(container, kFuzzyUnitOffsets);
  index.evidence_ = section<EvidenceRecord>(container, kEvidence);
  index.dates_ = section<match::DateRange>(container, kDates);
  index.countries_ = section<uint32_t>(container, kCountries);
  index.identifiers_ = section<match::IdentifierKey>(container, kIdentifiers);
  index.identifier_keys_ = key_table(container, kIdentifierKeys, kIdentifierEntities, kIdentifierBuckets);
  if (!index.is_sound()) {
    return fail(ErrorCode::kCorrupt, "damaged image: its name index contradicts itself", {.file = file});
  }
  return index;
}

namespace {

// Days that can be told from each other without overflow, and a flag that is true or false: reading any other byte as
// one is undefined, so it is looked at as a byte.
bool is_sound_date(const match::DateRange& date) {
  constexpr DayNumber kMostDays = 4'000'000;  // past the year 9999 to both sides
  const auto in_range = [](DayNumber day) { return day >= -kMostDays && day <= kMostDays; };
  unsigned char circa = 0;
  std::memcpy(&circa, reinterpret_cast<const char*>(&date) + offsetof(match::DateRange, circa), 1);
  return in_range(date.first) && in_range(date.last) && date.precision <= DatePrecision::kRange && circa <= 1;
}

}  // namespace

bool NameIndex::is_sound() const {
  const size_t units = unit_traits_.size();
  const size_t keys = fuzzy_.keys.size();
  if (entity_names_.empty() || exact_.buckets.size() < 2 || identifier_keys_.buckets.size() < 2 ||
      fuzzy_.buckets.size() < 2) {
    return false;
  }
  const size_t entities = entity_names_.size() - 1;
  const bool offsets = offsets_are_sound(entity_names_, entities, names_.size()) && unit_readings_.is_sound() &&
                       unit_readings_.size() == units && unit_keys_.is_sound() && unit_keys_.size() == units &&
                       offsets_are_sound(unit_group_offsets_, units, unit_groups_.size()) &&
                       offsets_are_sound(unit_name_offsets_, units, unit_names_.size()) && fuzzy_.keys.is_sound() &&
                       offsets_are_sound(fuzzy_unit_offsets_, keys, fuzzy_units_.size()) &&
                       std::has_single_bit(fuzzy_.buckets.size() - 1) && fuzzy_.tags.size() == fuzzy_.entries.size() &&
                       offsets_are_sound(fuzzy_.buckets, fuzzy_.buckets.size() - 1, fuzzy_.entries.size());
  if (!offsets) return false;
  for (const NameRecord& name : names_) {
    if (uint64_t{name.first_token} + name.token_count > token_facts_.size() ||
        uint64_t{name.first_unit} + name.unit_count > name_units_.size() || name.entity >= entities ||
        name.token_count > match::kMaxTokens || name.unit_count > match::unit_count(name.token_count) ||
        name.property >= property_count()) {
      return false;
    }
  }
  for (const match::TokenFacts& facts : token_facts_) {
    if (static_cast<int>(facts.kind) >= match::kTokenKindCount) return false;
  }
  for (const uint32_t unit : name_units_) {
    if (unit != kNoUnit && unit >= units) return false;
  }
  if (evidence_.size() != entities + 1 || !std::all_of(dates_.begin(), dates_.end(), is_sound_date)) return false;
  for (size_t i = 0; i < entities; ++i) {
    const EvidenceRecord& from = evidence_[i];
    const EvidenceRecord& to = evidence_[i + 1];
    if (from.first_date > to.first_date || from.first_country > to.first_country ||
        from.first_identifier > to.first_identifier || from.schema >= kSchemaCount) {
      return false;
    }
  }
  const EvidenceRecord& end = evidence_.back();
  return end.first_date == dates_.size() && end.first_country == countries_.size() &&
         end.first_identifier == identifiers_.size() && all_below(unit_names_, names_.size()) &&
         all_below(fuzzy_units_, units) && all_below(fuzzy_.entries, keys) && index::is_sound(exact_, units) &&
         index::is_sound(identifier_keys_, entities);
}

match::NameView NameIndex::name_view(uint32_t name) const {
  const NameRecord& record = names_[name];
  return {token_facts_.subspan(record.first_token, record.token_count), static_cast<Property>(record.property),
          record.exact};
}

match::UnitView NameIndex::unit(uint32_t unit) const {
  return {unit_readings_[unit], unit_keys_[unit],
          unit_groups_.subspan(unit_group_offsets_[unit], unit_group_offsets_[unit + 1] - unit_group_offsets_[unit]),
          unit_traits_[unit]};
}

match::EvidenceView NameIndex::evidence(uint32_t entity) const {
  const EvidenceRecord& from = evidence_[entity];
  const EvidenceRecord& to = evidence_[entity + 1];
  return {dates_.subspan(from.first_date, to.first_date - from.first_date),
          countries_.subspan(from.first_country, to.first_country - from.first_country),
          identifiers_.subspan(from.first_identifier, to.first_identifier - from.first_identifier),
          static_cast<match::Gender>(from.gender)};
}

}  // namespace vedette::index
