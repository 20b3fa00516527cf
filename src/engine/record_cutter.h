// Cuts a stream into records, lines or CSV rows, in constant memory; a record that cannot be cut costs only its first
// line.
//
// A CSV row may hold line ends in a quoted field (RFC 4180). A stray quote would swallow the rest of the file, so a row
// whose quotes do not add up — text after a closing quote, no closing quote before the end or before the limit — is
// given up at its first line end. Every row given up has an odd number of quotes and so ends the next such scan: the
// cost stays linear.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "lists/reader.h"

namespace vedette::engine {

struct CutRecord {
  uint64_t line = 0;  ///< 1-based
  std::string text;   ///< without its line end; empty where there is a defect
  std::optional<Error> defect;
};

class RecordCutter {
 public:
  enum class Kind : uint8_t { kLines, kCsv };

  RecordCutter(std::unique_ptr<lists::InputStream> stream, size_t record_bytes);

  /// Up to `bytes` from the front, after a byte order mark; to be called before `next`.
  Result<std::string_view> peek(size_t bytes);
  /// The next record that is not blank; false at the end. Fails only as the stream does.
  Result<bool> next(Kind kind, char delimiter, CutRecord& record);

  const std::string& name() const { return stream_->name(); }
  /// Bytes that `next` has passed.
  uint64_t bytes_cut() const { return bytes_read_ - rest().size(); }

 private:
  std::string_view rest() const { return std::string_view(buffer_).substr(position_); }
  Result<bool> fill();
  Result<bool> skip_blank_lines();
  void take(size_t end, CutRecord& record);
  Result<bool> give_up(std::string reason, CutRecord& record);

  std::unique_ptr<lists::InputStream> stream_;
  size_t record_bytes_;
  std::string buffer_;
  size_t position_ = 0;
  uint64_t line_ = 1;
  uint64_t bytes_read_ = 0;
  bool at_start_ = true;
  bool ended_ = false;
};

}  // namespace vedette::engine
