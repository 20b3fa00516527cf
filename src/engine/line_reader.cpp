#include "engine/line_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

namespace vedette::engine {
namespace {

constexpr size_t kReadBytes = size_t{256} << 10;

}  // namespace

Result<bool> LineReader::fill() {
  buffer_.resize(kReadBytes);
  position_ = 0;
  auto count = stream_->read(std::span(buffer_));
  buffer_.resize(count.value_or(0));
  if (!count) return Unexpected(std::move(count).error());
  bytes_read_ += *count;
  return *count != 0;
}

bool LineReader::take(Line& line) {
  const auto begin = buffer_.begin() + static_cast<ptrdiff_t>(position_);
  const auto end = std::find_if(begin, buffer_.end(), [](char c) { return c == '\n' || c == '\r'; });
  const auto count = static_cast<size_t>(end - begin);
  line.too_long |= line.text.size() + count > line_bytes_;
  if (line.too_long) {
    line.text.clear();
  } else {
    line.text.append(begin, end);
  }
  position_ += count;
  if (end == buffer_.end()) return false;
  after_return_ = *end == '\r';
  ++position_;
  return true;
}

Result<bool> LineReader::next(Line& line) {
  line = {.number = ++lines_};
  bool started = false;
  while (true) {
    if (position_ == buffer_.size()) {
      VEDETTE_ASSIGN_OR_RETURN(const bool more, fill());
      if (!more) return started;
    }
    if (std::exchange(after_return_, false) && buffer_[position_] == '\n') {
      ++position_;
      continue;
    }
    started = true;
    if (take(line)) return true;
  }
}

Result<std::string> LineReader::rest() {
  std::string text(buffer_, position_);
  position_ = buffer_.size();
  while (true) {
    VEDETTE_ASSIGN_OR_RETURN(const bool more, fill());
    if (!more) return text;
    text += buffer_;
    position_ = buffer_.size();
    if (text.size() <= line_bytes_) continue;
    return fail(ErrorCode::kLimit, fmt::format("over the limit of {} bytes for one text", line_bytes_),
                {.file = stream_->name()});
  }
}

}  // namespace vedette::engine
