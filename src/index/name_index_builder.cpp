// Derives a name index: interns units, turns them round into postings, and files their keys.
#include <map>
#include <numeric>
#include <unordered_map>

#include "index/name_index.h"

namespace vedette::index {
namespace {

// The members of a unit as one string: equal strings are equal units.
std::string unit_identity(const match::Unit& unit) {
  std::string bytes(1, static_cast<char>(unit.traits));
  put_string(bytes, unit.readings);
  for (const uint32_t group : unit.groups) put_varint(bytes, group);
  return bytes;
}

// Lists of numbers by key, flattened: lists[offsets[k] … offsets[k + 1]) in the order in which they came.
struct Lists {
  std::vector<uint32_t> offsets;
  std::vector<uint32_t> numbers;
};

// Turns (key, number) pairs into lists; repeated pairs stand once.
Lists group_by_key(std::vector<std::pair<uint32_t, uint32_t>> pairs, uint32_t key_count) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  Lists lists;
  lists.offsets.assign(key_count + 1, 0);
  lists.numbers.reserve(pairs.size());
  for (const auto& [key, number] : pairs) {
    ++lists.offsets[key + 1];
    lists.numbers.push_back(number);
  }
  std::partial_sum(lists.offsets.begin(), lists.offsets.end(), lists.offsets.begin());
  return lists;
}

template <typename T>
void add(ContainerWriter& out, SectionKind kind, const std::vector<T>& array) {
  out.add(kind, std::string(bytes_of(array)));
}

}  // namespace

struct NameIndexBuilder::Parts {
  std::vector<uint32_t> entity_names;
  std::vector<NameRecord> names;
  std::vector<match::TokenFacts> token_facts;
  std::vector<uint32_t> name_units;
  std::unordered_map<std::string, uint32_t> unit_numbers;
  StringTableBuilder unit_readings;
  StringTableBuilder unit_keys;
  std::vector<uint32_t> unit_groups;
  std::vector<uint32_t> unit_group_offsets{0};
  std::vector<uint8_t> unit_traits;
  std::vector<std::pair<uint32_t, uint32_t>> unit_name_pairs;
  std::vector<std::pair<uint64_t, uint32_t>> exact_pairs;
  std::map<std::string, std::vector<uint32_t>, std::less<>> fuzzy_units;
  std::vector<EvidenceRecord> evidence;
  std::vector<match::DateRange> dates;
  std::vector<uint32_t> countries;
  std::vector<match::IdentifierKey> identifiers;
  std::vector<std::pair<uint64_t, uint32_t>> identifier_pairs;

  uint32_t intern(const match::Unit& unit);
  void add_name(const match::Name& name, uint32_t entity);
  void add_evidence(const match::PreparedEntity& entity, uint32_t number);
  void write_units(ContainerWriter& out);
  void write_fuzzy_keys(ContainerWriter& out);
};

uint32_t NameIndexBuilder::Parts::intern(const match::Unit& unit) {
  const auto number = static_cast<uint32_t>(unit_traits.size());
  const auto [place, is_new] = unit_numbers.emplace(unit_identity(unit), number);
  if (!is_new) return place->second;
  unit_readings.add(unit.readings);
  unit_keys.add(unit.keys);
  unit_groups.insert(unit_groups.end(), unit.groups.begin(), unit.groups.end());
  unit_group_offsets.push_back(static_cast<uint32_t>(unit_groups.size()));
  unit_traits.push_back(unit.traits);
  match::for_each_exact_key(unit.view(), match::KeySide::kCandidate,
                            [&](uint64_t key) { exact_pairs.emplace_back(key, number); });
  match::for_each_fuzzy_key(unit.view(), [&](std::string_view key) {
    auto found = fuzzy_units.find(key);
    if (found == fuzzy_units.end()) found = fuzzy_units.emplace(std::string(key), std::vector<uint32_t>()).first;
    found->second.push_back(number);
  });
  return number;
}

void NameIndexBuilder::Parts::add_name(const match::Name& name, uint32_t entity) {
  NameRecord record;
  record.exact = name.exact;
  record.first_token = static_cast<uint32_t>(token_facts.size());
  record.first_unit = static_cast<uint32_t>(name_units.size());
  record.entity = entity;
  record.token_count = static_cast<uint8_t>(name.facts.size());
  record.unit_count = static_cast<uint8_t>(name.units.size());
  record.property = static_cast<uint8_t>(name.property);
  record.truncated = name.truncated ? 1 : 0;
  token_facts.insert(token_facts.end(), name.facts.begin(), name.facts.end());
  name_units.resize(name_units.size() + name.units.size(), kNoUnit);
  match::for_each_unit(name, [&](int number, match::UnitSpan, const match::Unit& unit) {
    const uint32_t interned = intern(unit);
    name_units[record.first_unit + static_cast<uint32_t>(number)] = interned;
    unit_name_pairs.emplace_back(interned, static_cast<uint32_t>(names.size()));
  });
  names.push_back(record);
}

void NameIndexBuilder::Parts::add_evidence(const match::PreparedEntity& entity, uint32_t number) {
  const match::Evidence& own = entity.evidence;
  evidence.push_back({static_cast<uint32_t>(dates.size()), static_cast<uint32_t>(countries.size()),
                      static_cast<uint32_t>(identifiers.size()), static_cast<uint8_t>(own.gender),
                      static_cast<uint8_t>(entity.schema), static_cast<uint16_t>(entity.truncated ? 1 : 0)});
  dates.insert(dates.end(), own.birth_dates.begin(), own.birth_dates.end());
  countries.insert(countries.end(), own.countries.begin(), own.countries.end());
  identifiers.insert(identifiers.end(), own.identifiers.begin(), own.identifiers.end());
  match::for_each_identifier_key(own.view(), [&](uint64_t key) { identifier_pairs.emplace_back(key, number); });
}

NameIndexBuilder::NameIndexBuilder() : parts_(std::make_unique<Parts>()) {}
NameIndexBuilder::~NameIndexBuilder() = default;

void NameIndexBuilder::add(const match::PreparedEntity& entity) {
  const auto number = static_cast<uint32_t>(parts_->entity_names.size());
  parts_->entity_names.push_back(static_cast<uint32_t>(parts_->names.size()));
  for (const match::Name& name : entity.names) parts_->add_name(name, number);
  parts_->add_evidence(entity, number);
}

void NameIndexBuilder::Parts::write_units(ContainerWriter& out) {
  const auto unit_count = static_cast<uint32_t>(unit_traits.size());
  out.add(SectionKind::kUnitReadings, unit_readings.text);
  index::add(out, SectionKind::kUnitReadingOffsets, unit_readings.offsets);
  out.add(SectionKind::kUnitKeys, unit_keys.text);
  index::add(out, SectionKind::kUnitKeyOffsets, unit_keys.offsets);
  index::add(out, SectionKind::kUnitGroups, unit_groups);
  index::add(out, SectionKind::kUnitGroupOffsets, unit_group_offsets);
  index::add(out, SectionKind::kUnitTraits, unit_traits);
  const Lists postings = group_by_key(std::move(unit_name_pairs), unit_count);
  index::add(out, SectionKind::kUnitNames, postings.numbers);
  index::add(out, SectionKind::kUnitNameOffsets, postings.offsets);
  const KeyTableArrays exact = build_key_table(std::move(exact_pairs));
  index::add(out, SectionKind::kExactKeys, exact.keys);
  index::add(out, SectionKind::kExactUnits, exact.values);
  index::add(out, SectionKind::kExactBuckets, exact.buckets);
}

void NameIndexBuilder::Parts::write_fuzzy_keys(ContainerWriter& out) {
  StringTableBuilder keys;
  std::vector<uint32_t> units;
  std::vector<uint32_t> offsets{0};
  for (const auto& [key, own_units] : fuzzy_units) {
    keys.add(key);
    units.insert(units.end(), own_units.begin(), own_units.end());
    offsets.push_back(static_cast<uint32_t>(units.size()));
  }
  const FuzzyDictionaryArrays pieces = build_fuzzy_dictionary({keys.offsets, keys.text}, edit_budget);
  out.add(SectionKind::kFuzzyText, keys.text);
  index::add(out, SectionKind::kFuzzyOffsets, keys.offsets);
  index::add(out, SectionKind::kFuzzyUnits, units);
  index::add(out, SectionKind::kFuzzyUnitOffsets, offsets);
  index::add(out, SectionKind::kPieceBuckets, pieces.buckets);
  index::add(out, SectionKind::kPieceEntries, pieces.entries);
  index::add(out, SectionKind::kPieceTags, pieces.tags);
}

void NameIndexBuilder::finish(ContainerWriter& out) && {
  Parts& parts = *parts_;
  parts.entity_names.push_back(static_cast<uint32_t>(parts.names.size()));
  parts.evidence.push_back({static_cast<uint32_t>(parts.dates.size()), static_cast<uint32_t>(parts.countries.size()),
                            static_cast<uint32_t>(parts.identifiers.size()), 0, 0, 0});
  index::add(out, SectionKind::kEntityNames, parts.entity_names);
  index::add(out, SectionKind::kNames, parts.names);
  index::add(out, SectionKind::kTokenFacts, parts.token_facts);
  index::add(out, SectionKind::kNameUnits, parts.name_units);
  parts.write_units(out);
  parts.write_fuzzy_keys(out);
  index::add(out, SectionKind::kEvidence, parts.evidence);
  index::add(out, SectionKind::kDates, parts.dates);
  index::add(out, SectionKind::kCountries, parts.countries);
  index::add(out, SectionKind::kIdentifiers, parts.identifiers);
  const KeyTableArrays table = build_key_table(std::move(parts.identifier_pairs));
  index::add(out, SectionKind::kIdentifierKeys, table.keys);
  index::add(out, SectionKind::kIdentifierEntities, table.values);
  index::add(out, SectionKind::kIdentifierBuckets, table.buckets);
}

}  // namespace vedette::index
