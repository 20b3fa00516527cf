// The outer form of an image file: a header, a table of sections, and the sections with their checksums.
//
//   file    := header section-entry* padding section*
//   header  := magic(8) version(u32) section_count(u32) file_size(u64) index_signature(u64) table_checksum(u64)
//   entry   := kind(u32) zero(u32) offset(u64) size(u64) checksum(u64)
//   All numbers little-endian; sections start at multiples of 64; checksums are XXH3-64 of the section's bytes;
//   table_checksum covers the header before it and all entries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace vedette::index {

inline constexpr std::string_view kImageMagic{"VEDIMG\r\n", 8};
inline constexpr uint32_t kImageVersion = 1;

/// Append only; the numbers are written.
enum class SectionKind : uint32_t {
  kInfo = 1,           ///< JSON of ImageInfo
  kEntityOffsets = 2,  ///< u32, n + 1, into kEntityBytes
  kEntityBytes = 3,    ///< entities as entity_codec.h writes them, in order of id
  kTokens = 10,        ///< distinct tokens of names, as name_codec.h writes them
  kNameOffsets = 11,   ///< u32, names + 1, into kNameUnits
  kNameBytes = 12,     ///< the tokens of each name
  kEntityNames = 13,   ///< u32, entities + 1: first name of each entity
  kUnits = 14,         ///< distinct units of names
  kUnitPostings = 15,  ///< u32: entity numbers of each unit
  kUnitPostingOffsets = 16,
  kExactKeys = 17,  ///< sorted (key, unit)
  kFuzzyText = 18,  ///< distinct fuzzy keys
  kFuzzyOffsets = 19,
  kFuzzyUnits = 20,  ///< u32: units of each fuzzy key
  kFuzzyUnitOffsets = 21,
  kPieces = 22,       ///< sorted (piece hash, fuzzy key)
  kIdentifiers = 23,  ///< sorted (identifier key, entity)
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
  void add(SectionKind kind, std::string content);
  std::string finish(uint64_t index_signature) &&;

 private:
  std::vector<std::pair<SectionKind, std::string>> sections_;
};

/// A verified view of a file's bytes, which must outlive it.
class ContainerView {
 public:
  /// Checks magic, version, bounds and every checksum.
  static Result<ContainerView> open(std::string_view bytes, const std::string& name);
  /// Empty if there is none.
  std::string_view section(SectionKind kind) const;
  const std::vector<Section>& sections() const { return sections_; }
  uint64_t index_signature() const { return index_signature_; }
  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
  std::vector<Section> sections_;
  uint64_t index_signature_ = 0;
};

}  // namespace vedette::index
