// Compressed files as streams of what is inside: gzip by way of zlib, the rest of libarchive.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "lists/reader.h"

namespace vedette::lists {

/// What the first bytes of a file say about how it is packed.
enum class Container : uint8_t {
  kPlain,
  kGzip,
  kZstd,
  kZip,
  kForeign,  ///< tar, bzip2, xz, 7z, rar, compress: known, but not read
};

/// Needs up to 512 bytes.
Container container_of(std::string_view front);

/// Where the packed bytes are: in a file, or in memory if `bytes` is set.
struct PackedSource {
  std::string name;  ///< for messages and stream names
  std::filesystem::path path;
  std::shared_ptr<const std::string> bytes;
  uint64_t size = 0;  ///< packed bytes, the measure of the expansion
};

/// One stream for gzip and zstd, one a regular member for zip. The contract is that of open_input.
Result<Streams> open_packed(const PackedSource& source, Container container, const ReadLimits& limits);

}  // namespace vedette::lists
