// What every compressed stream is held to: no archive within, no more bytes than allowed, no bomb.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "lists/archive_stream.h"

namespace vedette::lists {

class ExpansionGuard {
 public:
  /// `tally` counts the bytes of all members of one archive together.
  ExpansionGuard(uint64_t packed_bytes, const ReadLimits& limits, std::shared_ptr<uint64_t> tally)
      : packed_bytes_(packed_bytes), limits_(limits), tally_(std::move(tally)) {}

  /// Takes note of bytes that have come out of the stream `name`. kUnsupported or kLimit.
  Result<void> check(std::string_view bytes, const std::string& name) {
    if (read_ == 0 && container_of(bytes) != Container::kPlain) {
      return fail(ErrorCode::kUnsupported, "an archive within an archive is not read: unpack it first", {name, 0, ""});
    }
    read_ += bytes.size();
    *tally_ += bytes.size();
    if (read_ > limits_.bytes) {
      return fail(ErrorCode::kLimit, fmt::format("more than {} bytes after decompression", limits_.bytes),
                  {name, 0, ""});
    }
    if (*tally_ > kExpansionFloor &&
        static_cast<double>(*tally_) > limits_.expansion * static_cast<double>(packed_bytes_)) {
      return fail(ErrorCode::kLimit,
                  fmt::format("decompresses to more than {} times its {} bytes", limits_.expansion, packed_bytes_),
                  {name, 0, ""});
    }
    return {};
  }

 private:
  // Below this a large expansion is no danger, and small files of blanks expand a thousandfold.
  static constexpr uint64_t kExpansionFloor = uint64_t{64} << 20;

  uint64_t packed_bytes_;
  ReadLimits limits_;
  std::shared_ptr<uint64_t> tally_;
  uint64_t read_ = 0;
};

}  // namespace vedette::lists
