// The outer form of our binary files (list images, language models): a header, a table of sections, and the sections
// with their checksums.
//
//   file    := header entry* padding section*
//   header  := magic(8) version(u32) section_count(u32) file_size(u64) signature(u64) table_checksum(u64)
//   entry   := kind(u32) zero(u32) offset(u64) size(u64) checksum(u64)
//   All numbers little-endian; sections start at multiples of 64; checksums are XXH3-64 of the section's bytes;
//   table_checksum covers the header before it and all entries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace vedette {

inline constexpr size_t kContainerAlignment = 64;

/// What tells one kind of file from another.
struct ContainerFormat {
  std::string_view magic;  ///< eight bytes
  uint32_t version = 0;
  std::string_view what;  ///< for messages: "image"
  std::string_view (*section_name)(uint32_t kind) = nullptr;
  uint32_t oldest_version = version;  ///< files from this version on are read; `version` is what is written
};

struct ContainerSection {
  uint32_t kind = 0;
  uint64_t offset = 0;
  uint64_t size = 0;
  uint64_t checksum = 0;
};

/// Puts sections into a file, in the order in which they are added.
class ContainerWriter {
 public:
  explicit ContainerWriter(const ContainerFormat& format) : format_(format) {}
  void add(uint32_t kind, std::string content);
  /// `signature` is the format's own number; 0 if it has none.
  std::string finish(uint64_t signature = 0) &&;

 private:
  ContainerFormat format_;
  std::vector<std::pair<uint32_t, std::string>> sections_;
};

/// A verified view of a file's bytes, which must outlive it.
class ContainerView {
 public:
  /// Checks magic, version, bounds and every checksum. kUnsupported for a version that is not read, kCorrupt for all
  /// else.
  static Result<ContainerView> open(const ContainerFormat& format, std::string_view bytes, const std::string& name);
  /// Empty if there is none.
  std::string_view section(uint32_t kind) const;
  const std::vector<ContainerSection>& sections() const { return sections_; }
  uint32_t version() const { return version_; }
  uint64_t signature() const { return signature_; }
  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
  std::vector<ContainerSection> sections_;
  uint32_t version_ = 0;
  uint64_t signature_ = 0;
};

}  // namespace vedette
