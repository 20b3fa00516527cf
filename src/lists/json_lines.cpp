#include "lists/json_lines.h"

#include <fmt/format.h>

#include <algorithm>

namespace vedette::lists {
namespace {

constexpr size_t kChunkBytes = size_t{64} << 10;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\x1A") == std::string_view::npos;
}

}  // namespace

LineReader::LineReader(std::unique_ptr<InputStream> stream, const ReadLimits& limits)
    : stream_(std::move(stream)), line_bytes_(limits.line_bytes) {}

// Moves what is left to the front and reads a chunk behind it; false at the end of the stream.
Result<bool> LineReader::fill() {
  buffer_.erase(0, position_);
  searched_ -= position_;
  position_ = 0;
  if (buffer_.size() > line_bytes_) {
    return fail(ErrorCode::kLimit, fmt::format("a line of more than {} bytes", line_bytes_), {name(), number_ + 1, ""});
  }
  const size_t kept = buffer_.size();
  buffer_.resize(kept + kChunkBytes);
  auto got = stream_->read(std::span(buffer_).subspan(kept));
  buffer_.resize(kept + (got ? *got : 0));
  if (!got) return Unexpected(std::move(got).error());
  ended_ = *got == 0;
  return !ended_;
}

Result<bool> LineReader::next(TextLine& line) {
  for (;;) {
    const size_t end = buffer_.find('\n', searched_);
    if (end == std::string::npos && !ended_) {
      searched_ = buffer_.size();
      VEDETTE_RETURN_IF_ERROR(fill());
      continue;
    }
    if (end == std::string::npos && position_ == buffer_.size()) return false;
    const size_t stop = std::min(end, buffer_.size());
    line.text = std::string_view(buffer_).substr(position_, stop - position_);
    line.number = ++number_;
    position_ = searched_ = end == std::string::npos ? buffer_.size() : end + 1;
    if (line.text.size() > line_bytes_) {
      return fail(ErrorCode::kLimit, fmt::format("a line of more than {} bytes", line_bytes_), {name(), number_, ""});
    }
    if (line.text.ends_with('\r')) line.text.remove_suffix(1);
    if (number_ == 1 && line.text.starts_with("\xEF\xBB\xBF")) line.text.remove_prefix(3);
    if (!is_blank(line.text)) return true;
  }
}

}  // namespace vedette::lists
