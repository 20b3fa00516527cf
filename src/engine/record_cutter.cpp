#include "engine/record_cutter.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace vedette::engine {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr size_t kReadBytes = size_t{256} << 10;

enum class Found : uint8_t { kEnd, kNeedsMore, kMalformed };

struct Ending {
  Found found = Found::kNeedsMore;
  size_t position = 0;     // of the line end, with kEnd
  bool in_quotes = false;  // with kNeedsMore
};

Ending end_of_line(std::string_view text) {
  const size_t end = text.find('\n');
  return end == std::string_view::npos ? Ending{} : Ending{Found::kEnd, end};
}

Ending end_of_row(std::string_view text, char delimiter) {
  const size_t line_end = text.find('\n');
  const std::string_view line = text.substr(0, line_end);
  if (line.find('"') == std::string_view::npos) return end_of_line(text);
  enum class State : uint8_t { kFieldStart, kPlain, kQuoted, kQuoteInQuoted } state = State::kFieldStart;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (state == State::kQuoted) {
      if (c == '"') state = State::kQuoteInQuoted;
    } else if (c == '\n') {
      return {Found::kEnd, i};
    } else if (c == delimiter) {
      state = State::kFieldStart;
    } else if (state == State::kFieldStart) {
      state = c == '"' ? State::kQuoted : State::kPlain;
    } else if (state == State::kQuoteInQuoted && c != '\r') {
      if (c != '"') return {Found::kMalformed};
      state = State::kQuoted;
    }
  }
  return {.in_quotes = state == State::kQuoted};
}

}  // namespace

RecordCutter::RecordCutter(std::unique_ptr<lists::InputStream> stream, size_t record_bytes)
    : stream_(std::move(stream)), record_bytes_(record_bytes) {}

Result<bool> RecordCutter::fill() {
  if (ended_) return false;
  buffer_.erase(0, position_);
  position_ = 0;
  const size_t held = buffer_.size();
  buffer_.resize(held + kReadBytes);
  auto count = stream_->read(std::span(buffer_).subspan(held));
  buffer_.resize(held + count.value_or(0));
  if (!count) return Unexpected(std::move(count).error());
  bytes_read_ += *count;
  ended_ = *count == 0;
  return !ended_;
}

Result<std::string_view> RecordCutter::peek(size_t bytes) {
  while (rest().size() < bytes) {
    VEDETTE_ASSIGN_OR_RETURN(const bool more, fill());
    if (!more) break;
  }
  if (at_start_ && rest().starts_with(kByteOrderMark)) position_ += kByteOrderMark.size();
  at_start_ = false;
  return rest();
}

// False at the end of the stream.
Result<bool> RecordCutter::skip_blank_lines() {
  while (true) {
    while (position_ < buffer_.size() && (buffer_[position_] == '\n' || buffer_[position_] == '\r')) {
      line_ += buffer_[position_] == '\n' ? 1 : 0;
      ++position_;
    }
    if (position_ < buffer_.size()) return true;
    VEDETTE_ASSIGN_OR_RETURN(const bool more, fill());
    if (!more) return false;
  }
}

void RecordCutter::take(size_t end, CutRecord& record) {
  std::string_view text = rest().substr(0, end);
  line_ += static_cast<uint64_t>(std::count(text.begin(), text.end(), '\n'));
  position_ += std::min(rest().size(), end);
  if (text.ends_with('\r')) text.remove_suffix(1);
  record.text = text;
}

Result<bool> RecordCutter::give_up(std::string reason, CutRecord& record) {
  record.defect = Error{ErrorCode::kInvalidInput, std::move(reason), {stream_->name(), record.line, {}}};
  while (true) {
    const size_t end = rest().find('\n');
    if (end != std::string_view::npos) {
      position_ += end;
      return true;
    }
    position_ = buffer_.size();
    VEDETTE_ASSIGN_OR_RETURN(const bool more, fill());
    if (!more) return true;
  }
}

Result<bool> RecordCutter::next(Kind kind, char delimiter, CutRecord& record) {
  if (at_start_) VEDETTE_RETURN_IF_ERROR(peek(kByteOrderMark.size()));
  record = {};
  VEDETTE_ASSIGN_OR_RETURN(const bool there, skip_blank_lines());
  if (!there) return false;
  record.line = line_;
  while (true) {
    const Ending ending = kind == Kind::kLines ? end_of_line(rest()) : end_of_row(rest(), delimiter);
    if (ending.found == Found::kMalformed) return give_up("text after a closing quote", record);
    if (ending.position > record_bytes_ || (ending.found == Found::kNeedsMore && rest().size() > record_bytes_)) {
      const std::string cause = ending.in_quotes ? " (is a quote missing?)" : "";
      return give_up(fmt::format("a record over the limit of {} bytes{}", record_bytes_, cause), record);
    }
    if (ending.found == Found::kEnd) {
      take(ending.position, record);
      return true;
    }
    VEDETTE_ASSIGN_OR_RETURN(const bool more, fill());
    if (more) continue;
    if (ending.in_quotes) return give_up("a quote that is never closed", record);
    take(rest().size(), record);
    return true;
  }
}

}  // namespace vedette::engine
