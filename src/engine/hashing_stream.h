// Hashes what a reader reads, so that a release is read once.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "lists/reader.h"

namespace vedette::engine {

/// The content hash of a release: the SHA-256 of its one file; of several, the SHA-256 of their hashes, sorted, a line
/// each. Compression, file names and the order of files do not count.
///
/// Streams that `wrap` returns report to the digest and must not outlive it.
class ContentDigest {
 public:
  /// `progress` is called with the bytes read so far; may be empty.
  explicit ContentDigest(std::function<void(uint64_t)> progress) : progress_(std::move(progress)) {}

  lists::Streams wrap(lists::Streams streams);
  const std::vector<std::string>& names() const { return names_; }

  /// Once all streams are gone. A stream's error that the reader did not see, behind the end of what it wanted, is
  /// given here: the content is not whole.
  Result<std::string> finish() &&;

 private:
  class HashingStream;

  std::function<void(uint64_t)> progress_;
  std::vector<std::string> names_;
  std::vector<std::string> hashes_;
  uint64_t bytes_ = 0;
  std::optional<Error> error_;
};

}  // namespace vedette::engine
