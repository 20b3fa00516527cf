// Lines of a stream, bounded: for files with one JSON value a line. Memory: one line and a buffer of 64 KiB.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "lists/reader.h"

namespace vedette::lists {

struct TextLine {
  uint64_t number = 0;    ///< 1-based, blank lines counted
  std::string_view text;  ///< without its line end; valid until the next call
};

/// Lines end with LF or CRLF. Blank lines and a byte order mark at the start are passed over. Bytes are not checked:
/// the reader of the line's content says what is wrong with them.
class LineReader {
 public:
  LineReader(std::unique_ptr<InputStream> stream, const ReadLimits& limits);

  /// The next line that is not blank; false at the end. kLimit, naming the line, where one is over `line_bytes`.
  Result<bool> next(TextLine& line);
  const std::string& name() const { return stream_->name(); }

 private:
  Result<bool> fill();

  std::unique_ptr<InputStream> stream_;
  uint64_t line_bytes_;
  std::string buffer_;  // what has been read and not handed out starts at position_
  size_t position_ = 0;
  size_t searched_ = 0;  // no line end between position_ and here
  uint64_t number_ = 0;
  bool ended_ = false;
};

}  // namespace vedette::lists
