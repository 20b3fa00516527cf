// The prepared names and evidence of all entities of an image, and the tables that find them.
//
// Invariants, which `NameIndex::open` checks so that no later access needs to
//   1. Every offsets section rises, starts at 0 and ends at the size of what it points into.
//   2. Every unit, name, entity and fuzzy key number lies within its table (kNoUnit excepted).
//   3. A unit stands once; two units with equal members are one unit.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "index/container.h"
#include "index/fuzzy_dictionary.h"
#include "index/key_table.h"
#include "match/score.h"

namespace vedette::index {

inline constexpr uint32_t kNoUnit = 0xFFFFFFFF;

/// One name. Plain data, as it lies in the image.
struct NameRecord {
  uint64_t exact = 0;
  uint32_t first_token = 0;
  uint32_t first_unit = 0;
  uint32_t entity = 0;
  uint8_t token_count = 0;
  uint8_t unit_count = 0;
  uint8_t property = 0;
  uint8_t truncated = 0;
};
static_assert(sizeof(NameRecord) == 24);

/// Where the evidence of one entity starts in kDates, kCountries and kIdentifiers.
struct EvidenceRecord {
  uint32_t first_date = 0;
  uint32_t first_country = 0;
  uint32_t first_identifier = 0;
  uint8_t gender = 0;
  uint8_t schema = 0;
  uint16_t truncated = 0;
};
static_assert(sizeof(EvidenceRecord) == 16);

class NameIndex {
 public:
  /// Views over a container, which must outlive it. kCorrupt if an invariant does not hold.
  static Result<NameIndex> open(const ContainerView& container, const std::string& file);

  uint32_t entity_count() const { return static_cast<uint32_t>(entity_names_.size() - 1); }
  uint32_t name_count() const { return static_cast<uint32_t>(names_.size()); }
  uint32_t unit_count() const { return static_cast<uint32_t>(unit_traits_.size()); }

  uint32_t first_name(uint32_t entity) const { return entity_names_[entity]; }
  uint32_t end_name(uint32_t entity) const { return entity_names_[entity + 1]; }
  const NameRecord& name(uint32_t name) const { return names_[name]; }
  match::NameView name_view(uint32_t name) const;
  /// Unit numbers of a name, in the order of match::unit_span numbers; kNoUnit where there is none.
  std::span<const uint32_t> name_units(uint32_t name) const {
    return name_units_.subspan(names_[name].first_unit, names_[name].unit_count);
  }
  match::UnitView unit(uint32_t unit) const;
  /// Names that have the unit, rising.
  std::span<const uint32_t> names_with(uint32_t unit) const {
    return unit_names_.subspan(unit_name_offsets_[unit], unit_name_offsets_[unit + 1] - unit_name_offsets_[unit]);
  }
  Schema schema(uint32_t entity) const { return static_cast<Schema>(evidence_[entity].schema); }
  match::EvidenceView evidence(uint32_t entity) const;
  /// Whether some name of the entity was too long to be scored whole.
  bool truncated(uint32_t entity) const { return evidence_[entity].truncated != 0; }

  const KeyTableView& exact_keys() const { return exact_; }
  const FuzzyDictionaryView& fuzzy_keys() const { return fuzzy_; }
  std::span<const uint32_t> fuzzy_units(uint32_t key) const {
    return fuzzy_units_.subspan(fuzzy_unit_offsets_[key], fuzzy_unit_offsets_[key + 1] - fuzzy_unit_offsets_[key]);
  }
  /// Entities that carry a strong identifier.
  std::span<const uint32_t> entities_with(uint64_t identifier_key) const {
    return identifier_keys_.find(identifier_key);
  }

 private:
  bool is_sound() const;

  std::span<const uint32_t> entity_names_;
  std::span<const NameRecord> names_;
  std::span<const match::TokenFacts> token_facts_;
  std::span<const uint32_t> name_units_;
  StringTable unit_readings_;
  StringTable unit_keys_;
  std::span<const uint32_t> unit_groups_;
  std::span<const uint32_t> unit_group_offsets_;
  std::span<const uint8_t> unit_traits_;
  std::span<const uint32_t> unit_names_;
  std::span<const uint32_t> unit_name_offsets_;
  KeyTableView exact_;
  FuzzyDictionaryView fuzzy_;
  std::span<const uint32_t> fuzzy_units_;
  std::span<const uint32_t> fuzzy_unit_offsets_;
  std::span<const EvidenceRecord> evidence_;
  std::span<const match::DateRange> dates_;
  std::span<const uint32_t> countries_;
  std::span<const match::IdentifierKey> identifiers_;
  KeyTableView identifier_keys_;
};

/// Derives the index of entities that are added in order of their numbers.
class NameIndexBuilder {
 public:
  NameIndexBuilder();
  ~NameIndexBuilder();
  NameIndexBuilder(const NameIndexBuilder&) = delete;
  NameIndexBuilder& operator=(const NameIndexBuilder&) = delete;
  void add(const match::PreparedEntity& entity);
  void finish(ContainerWriter& out) &&;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Edits allowed between fuzzy keys, as the dictionary wants it.
unsigned edit_budget(size_t shorter_length);

}  // namespace vedette::index
