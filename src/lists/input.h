// Opens what a user points at — a file, a compressed file, a zip, a folder — as named streams of plain bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "lists/reader.h"

namespace vedette::lists {

/// Most files of one folder and most members of one archive. More is kLimit: no release has so many.
inline constexpr size_t kMaxStreams = 256;

/// How many bytes at the front of a stream may be looked at before it is read.
inline constexpr size_t kPeekBytes = size_t{64} << 10;

/// The streams of the release at `path`, none of them read yet, in the order of their names:
///   a plain file        one stream, named as the file
///   gzip, zstd          one stream of what is inside, "sdn.csv.gz"
///   zip                 one stream a regular member, "SDN_XML.ZIP/SDN.XML"; folders and empty names are passed over
///   a folder            all of the above for each regular file directly in it; hidden files and subfolders are left
///   out
/// Compression is told from the first bytes. A stream that turns out to hold an archive again, and every other kind of
/// archive (tar, bzip2, xz, 7z, rar), is kUnsupported. kNotFound if nothing is there.
/// Reading a stream fails with kLimit when `limits.bytes` or `limits.expansion` is passed (the expansion counts all
/// members of one archive against the archive's size) and with kCorrupt, naming the file, when compressed data is
/// damaged or ends early. A gzip file is held against its checksum and size.
Result<Streams> open_input(const std::filesystem::path& path, const ReadLimits& limits);

/// The same for a file that is in memory already. For tests and fuzzers.
Result<Streams> open_bytes(std::string name, std::string bytes, const ReadLimits& limits);

/// The bytes of one file as they are, called `name` in errors; kLimit past `limit` bytes, kNotFound or kIo otherwise.
Result<std::unique_ptr<InputStream>> open_plain(const std::filesystem::path& path, std::string name, uint64_t limit);

/// Bytes from memory, not decompressed.
class MemoryStream final : public InputStream {
 public:
  MemoryStream(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {}
  Result<size_t> read(std::span<char> buffer) override;
  const std::string& name() const override { return name_; }

 private:
  std::string name_;
  std::string bytes_;
  size_t position_ = 0;
};

/// A stream whose first bytes can be looked at; reading then starts with them all the same.
class PeekStream final : public InputStream {
 public:
  explicit PeekStream(std::unique_ptr<InputStream> inner) : inner_(std::move(inner)) {}

  /// Up to kPeekBytes of the front; fewer only where the stream is shorter. Valid until the first read. Empty after it.
  Result<std::string_view> peek();

  Result<size_t> read(std::span<char> buffer) override;
  const std::string& name() const override { return inner_->name(); }

 private:
  std::unique_ptr<InputStream> inner_;
  std::string front_;
  size_t position_ = 0;
  bool peeked_ = false;
  bool reading_ = false;
};

/// The stream as a PeekStream: itself if it is one, else wrapped.
std::unique_ptr<PeekStream> peekable(std::unique_ptr<InputStream> stream);

/// All that is left of a stream; kLimit if that is more than `limit` bytes.
Result<std::string> read_all(InputStream& stream, uint64_t limit);

}  // namespace vedette::lists
