#include "lists/csv.h"

#include <fmt/format.h>

#include <algorithm>

#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace vedette::lists {
namespace {

constexpr size_t kBufferBytes = size_t{64} << 10;
constexpr char kEndOfFile = '\x1A';

// The upper half of Windows-1252's block 0x80–0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt); 0: open.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 4);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else if (byte >= 0xA0) {
      append_code_point(text, byte);
    } else {
      const char16_t mapped = kWindows1252[byte - 0x80u];
      append_code_point(text, mapped == 0 ? kReplacementCharacter : char32_t{mapped});
    }
  }
  return text;
}

CsvReader::CsvReader(std::unique_ptr<InputStream> stream, CsvDialect dialect, const ReadLimits& limits)
    : stream_(std::move(stream)), dialect_(dialect), limits_(limits), buffer_(kBufferBytes) {}

Unexpected CsvReader::limit(const CsvRecord& record, std::string_view what, uint64_t bound) const {
  return fail(ErrorCode::kLimit, fmt::format("a {} of more than {}", what, bound),
              {name(), record.line, fmt::format("column {}", record.fields.size() + 1)});
}

Result<bool> CsvReader::fill() {
  VEDETTE_ASSIGN_OR_RETURN(end_, stream_->read(buffer_));
  position_ = 0;
  if (at_start_ && end_ > 0) {
    at_start_ = false;
    // A stream may give its first bytes in pieces of any size; the mark is three bytes.
    while (end_ < 3) {
      VEDETTE_ASSIGN_OR_RETURN(const size_t more, stream_->read(std::span(buffer_).subspan(end_)));
      if (more == 0) break;
      end_ += more;
    }
    if (std::string_view(buffer_.data(), end_).starts_with("\xEF\xBB\xBF")) position_ = 3;
    if (position_ == end_) return fill();
  }
  return end_ > 0;
}

void CsvReader::begin_record(CsvRecord& record) {
  record.number = records_ + 1;
  record.line = line_;
  record.fields.clear();
  record.defect.reset();
  field_.clear();
  state_ = State::kFieldStart;
  record_bytes_ = 0;
  record_done_ = false;
  field_was_quoted_ = false;
}

void CsvReader::count_line(char byte) {
  if (byte == '\r' || (byte == '\n' && !last_was_return_)) ++line_;
  last_was_return_ = byte == '\r';
}

Result<bool> CsvReader::next(CsvRecord& record) {
  begin_record(record);
  for (;;) {
    if (position_ == end_) {
      VEDETTE_ASSIGN_OR_RETURN(const bool more, fill());
      if (!more) return end_of_stream(record);
    }
    if (state_ == State::kPlain || state_ == State::kQuoted) {
      VEDETTE_RETURN_IF_ERROR(append_run(record));
      if (position_ == end_) continue;
    }
    VEDETTE_RETURN_IF_ERROR(take(buffer_[position_++], record));
    if (!record_done_) continue;
    if (records_++ < 2) columns_ = std::max(columns_, record.fields.size());
    return true;
  }
}

// The bytes up to the next one that could mean something, at once.
Result<void> CsvReader::append_run(CsvRecord& record) {
  const size_t begin = position_;
  const char delimiter = dialect_.delimiter;
  while (position_ < end_) {
    const char c = buffer_[position_];
    if (c == '\n' || c == '\r' || c == '\0' || (state_ == State::kQuoted ? c == '"' : c == delimiter)) break;
    ++position_;
  }
  const size_t size = position_ - begin;
  if (size == 0) return {};
  last_was_return_ = false;
  field_.append(buffer_.data() + begin, size);
  record_bytes_ += size;
  if (field_.size() > limits_.field_bytes) return limit(record, "field of bytes", limits_.field_bytes);
  if (record_bytes_ > limits_.line_bytes) return limit(record, "record of bytes", limits_.line_bytes);
  return {};
}

Result<void> CsvReader::append(char byte, const CsvRecord& record) {
  field_ += byte;
  if (field_.size() > limits_.field_bytes) return limit(record, "field of bytes", limits_.field_bytes);
  if (++record_bytes_ > limits_.line_bytes) return limit(record, "record of bytes", limits_.line_bytes);
  return {};
}

Result<void> CsvReader::take(char byte, CsvRecord& record) {
  count_line(byte);
  if (byte == '\0' && !record.defect) {
    record.defect = Rejection{{name(), line_, fmt::format("column {}", record.fields.size() + 1)}, "a NUL byte"};
  }
  if (state_ == State::kQuoted) {
    if (byte != '"') return append(byte, record);
    state_ = State::kQuoteInQuoted;
    return {};
  }
  if (state_ == State::kQuoteInQuoted && byte == '"') {
    state_ = State::kQuoted;
    return append(byte, record);
  }
  if (byte == dialect_.delimiter) return end_field(record);
  if (byte == '\n' || byte == '\r') {
    const bool blank = record.fields.empty() && field_.empty() && !field_was_quoted_;
    if (blank) {
      record.line = line_;
      return {};
    }
    VEDETTE_RETURN_IF_ERROR(end_field(record));
    record_done_ = true;
    return {};
  }
  if (state_ == State::kFieldStart && byte == '"') {
    state_ = State::kQuoted;
    field_was_quoted_ = true;
    return {};
  }
  state_ = State::kPlain;
  return append(byte, record);
}

Result<void> CsvReader::end_field(CsvRecord& record) {
  if (record.fields.size() >= limits_.values_per_record) {
    return limit(record, "record of fields", limits_.values_per_record);
  }
  // A record of empty fields is bounded in bytes, too.
  if (++record_bytes_ > limits_.line_bytes) return limit(record, "record of bytes", limits_.line_bytes);
  settle_encoding(record);
  record.fields.push_back(std::move(field_));
  field_.clear();
  field_was_quoted_ = false;
  state_ = State::kFieldStart;
  return {};
}

void CsvReader::settle_encoding(const CsvRecord& record) {
  const size_t invalid = first_invalid_utf8(field_);
  if (invalid == std::string_view::npos) return;
  if (++mended_ == 1) {
    first_mended_ = fmt::format("line {}, column {}, byte {}", record.line, record.fields.size() + 1, invalid + 1);
  }
  field_ = dialect_.encoding == Encoding::kOrWindows1252 ? from_windows_1252(field_) : mend_utf8(field_);
}

Result<bool> CsvReader::end_of_stream(CsvRecord& record) {
  const bool open_quote = state_ == State::kQuoted;
  while (!open_quote && !field_was_quoted_ && !field_.empty() && field_.back() == kEndOfFile) field_.pop_back();
  if (record.fields.empty() && field_.empty() && !field_was_quoted_) return false;
  Where where{name(), record.line, fmt::format("column {}", record.fields.size() + 1)};
  if (open_quote) {
    return fail(ErrorCode::kInvalidInput, "the file ends inside a quoted field: it is cut, or a quote is never closed",
                std::move(where));
  }
  VEDETTE_RETURN_IF_ERROR(end_field(record));
  if (record.fields.size() < columns_) {
    return fail(ErrorCode::kInvalidInput,
                fmt::format("the file ends in the middle of a record, after {} of {} columns: it is cut",
                            record.fields.size(), columns_),
                std::move(where));
  }
  ++records_;
  has_open_end_ = true;
  return true;
}

std::vector<std::string> CsvReader::notes() const {
  std::vector<std::string> notes;
  if (has_open_end_) notes.push_back(fmt::format("{}: the last record has no line end: the file may be cut", name()));
  if (mended_ == 0) return notes;
  const std::string_view made = dialect_.encoding == Encoding::kOrWindows1252 ? "were read as Windows-1252"
                                                                              : "had each such byte replaced by U+FFFD";
  notes.push_back(fmt::format("{}: {} fields that are not UTF-8 {} (first: {})", name(), mended_, made, first_mended_));
  return notes;
}

CsvHeader::CsvHeader(const CsvRecord& record) {
  for (const std::string& field : record.fields) names_.emplace_back(trimmed(field, " \t"));
}

std::optional<size_t> CsvHeader::find(std::string_view name) const {
  for (size_t i = 0; i < names_.size(); ++i) {
    if (equal_ignoring_case(names_[i], name)) return i;
  }
  return std::nullopt;
}

std::vector<size_t> CsvHeader::find_all(std::string_view name) const {
  std::vector<size_t> found;
  for (size_t i = 0; i < names_.size(); ++i) {
    if (equal_ignoring_case(names_[i], name)) found.push_back(i);
  }
  return found;
}

}  // namespace vedette::lists
