// The container of an image file: base/container.h with the sections of an image.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/container.h"
#include "base/error.h"

namespace vedette::index {

inline constexpr std::string_view kImageMagic{"VEDIMG\r\n", 8};
inline constexpr uint32_t kImageVersion = 2;
inline constexpr uint32_t kOldestImageVersion = 1;  ///< its values have no script

/// Append only; the numbers are written.
enum class SectionKind : uint32_t {
  kInfo = 1,                 ///< JSON of ImageInfo
  kEntityOffsets = 2,        ///< u32, entities + 1, into kEntityBytes
  kEntityBytes = 3,          ///< entities as entity_codec.h writes them, in order of id
  kEntityNames = 10,         ///< u32, entities + 1: the first name of each entity
  kNames = 11,               ///< NameRecord of each name
  kTokenFacts = 12,          ///< match::TokenFacts of each token of each name
  kNameUnits = 13,           ///< u32: the units of each name, by number
  kUnitReadings = 14,        ///< text of the readings of each distinct unit
  kUnitReadingOffsets = 15,  ///< u32, units + 1
  kUnitKeys = 21,            ///< text of the skeletons of the readings of each unit
  kUnitKeyOffsets = 22,      ///< u32, units + 1
  kUnitGroups = 16,          ///< u32: equivalence groups of each unit
  kUnitGroupOffsets = 17,    ///< u32, units + 1
  kUnitTraits = 18,          ///< u8 of each unit
  kUnitNames = 19,           ///< u32: the names that have a unit
  kUnitNameOffsets = 20,     ///< u32, units + 1
  kExactKeys = 30,           ///< u64, sorted: exact keys of units
  kExactUnits = 31,          ///< u32: the unit of each exact key
  kExactBuckets = 32,        ///< u32: directory of kExactKeys
  kFuzzyText = 33,           ///< distinct fuzzy keys, sorted
  kFuzzyOffsets = 34,        ///< u32, fuzzy keys + 1
  kFuzzyUnits = 35,          ///< u32: the units of each fuzzy key
  kFuzzyUnitOffsets = 36,    ///< u32, fuzzy keys + 1
  kPieceBuckets = 37,        ///< u32: directory of kPieceEntries
  kPieceTags = 39,           ///< u16: low bits of the hash of each piece
  kPieceEntries = 38,        ///< u32: fuzzy keys filed under their pieces
  kEvidence = 50,            ///< EvidenceRecord of each entity, and one more
  kDates = 51,               ///< match::DateRange
  kCountries = 52,           ///< u32: packed country codes
  kIdentifiers = 53,         ///< match::IdentifierKey
  kIdentifierKeys = 54,      ///< u64, sorted: strong identifiers
  kIdentifierEntities = 55,  ///< u32: the entity of each
  kIdentifierBuckets = 56,   ///< u32: directory of kIdentifierKeys
};
std::string_view to_string(SectionKind kind);

struct Section {
  SectionKind kind{};
  uint64_t offset = 0;
  uint64_t size = 0;
  uint64_t checksum = 0;
};

/// Puts sections into a file.
class ContainerWriter {
 public:
  ContainerWriter();
  void add(SectionKind kind, std::string content);
  std::string finish(uint64_t index_signature) &&;

 private:
  vedette::ContainerWriter writer_;
};

/// A verified view of a file's bytes, which must outlive it.
class ContainerView {
 public:
  /// Checks magic, version, bounds and every checksum.
  static Result<ContainerView> open(std::string_view bytes, const std::string& name);
  /// Empty if there is none.
  std::string_view section(SectionKind kind) const { return view_.section(static_cast<uint32_t>(kind)); }
  std::vector<Section> sections() const;
  uint32_t version() const { return view_.version(); }
  uint64_t index_signature() const { return view_.signature(); }
  std::string_view bytes() const { return view_.bytes(); }

 private:
  vedette::ContainerView view_;
};

}  // namespace vedette::index
