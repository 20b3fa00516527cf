// Lines of a stream as Python's universal newlines cut them — \n, \r\n or \r — in memory bounded by the longest line.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/error.h"
#include "lists/reader.h"

namespace vedette::engine {

class LineReader {
 public:
  struct Line {
    uint64_t number = 0;    ///< 1-based
    std::string text;       ///< without its end
    bool too_long = false;  ///< over the bound: the text is empty
  };

  LineReader(std::unique_ptr<lists::InputStream> stream, size_t line_bytes)
      : stream_(std::move(stream)), line_bytes_(line_bytes) {}

  /// False at the end. Fails only as the stream does.
  Result<bool> next(Line& line);
  /// All that is left, with its line ends. kLimit if that is longer than a line may be.
  Result<std::string> rest();
  uint64_t bytes_read() const { return bytes_read_; }

 private:
  Result<bool> fill();
  /// Moves text up to the end of the line or of the buffer; true if the line has ended.
  bool take(Line& line);

  std::unique_ptr<lists::InputStream> stream_;
  size_t line_bytes_;
  std::string buffer_;
  size_t position_ = 0;
  uint64_t lines_ = 0;
  uint64_t bytes_read_ = 0;
  bool after_return_ = false;  // the line before ended in \r, of which a \n here is the rest
};

}  // namespace vedette::engine
