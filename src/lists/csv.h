// A streaming reader of separated values (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180), as lenient as official
// files need and as strict as safety needs. Memory: one record and a buffer of 64 KiB.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lists/reader.h"

namespace vedette::lists {

/// What bytes that are not UTF-8 are taken for.
enum class Encoding : uint8_t {
  kUtf8,           ///< damaged UTF-8: each ill-formed byte becomes U+FFFD
  kOrWindows1252,  ///< a field that is not UTF-8 is Windows-1252, as older official files are
};

struct CsvDialect {
  char delimiter = ',';
  Encoding encoding = Encoding::kUtf8;
};

/// One record. Reused from one call to the next.
struct CsvRecord {
  uint64_t number = 0;  ///< 1-based, the header (if any) included
  uint64_t line = 0;    ///< 1-based, where the record starts
  std::vector<std::string> fields;
  /// Set if the record must not be used: it holds a NUL byte.
  std::optional<Rejection> defect;

  /// The field, or empty where the record is shorter.
  std::string_view field(size_t index) const {
    return index < fields.size() ? std::string_view(fields[index]) : std::string_view();
  }
};

/// Records end with CRLF, LF or CR; quoted fields may hold them. A quote inside an unquoted field and text after a
/// closing quote are taken literally. Blank lines, a byte order mark at the start, and the DOS end-of-file byte 0x1A
/// at the end are passed over.
class CsvReader {
 public:
  CsvReader(std::unique_ptr<InputStream> stream, CsvDialect dialect, const ReadLimits& limits);

  /// Reads the next record into `record`; false at the end. kLimit, naming file, line and bound, for a record over
  /// `line_bytes`, a field over `field_bytes` or more than `values_per_record` fields. kInvalidInput for a file that is
  /// plainly cut: it ends inside a quoted field, or in a record with fewer columns than the first two and no line end.
  Result<bool> next(CsvRecord& record);

  const std::string& name() const { return stream_->name(); }
  /// One sentence if any field was not UTF-8: how many, where the first was, what was made of them. One if the last
  /// record has no line end, for a file that is cut may still look whole.
  std::vector<std::string> notes() const;

 private:
  enum class State : uint8_t { kFieldStart, kPlain, kQuoted, kQuoteInQuoted };

  Result<bool> fill();
  Result<void> take(char byte, CsvRecord& record);
  Result<void> append(char byte, const CsvRecord& record);
  Result<void> append_run(CsvRecord& record);
  Result<void> end_field(CsvRecord& record);
  Result<bool> end_of_stream(CsvRecord& record);
  void begin_record(CsvRecord& record);
  void count_line(char byte);
  void settle_encoding(const CsvRecord& record);
  Unexpected limit(const CsvRecord& record, std::string_view what, uint64_t bound) const;

  std::unique_ptr<InputStream> stream_;
  CsvDialect dialect_;
  ReadLimits limits_;
  std::vector<char> buffer_;
  size_t position_ = 0;
  size_t end_ = 0;
  std::string field_;
  State state_ = State::kFieldStart;
  uint64_t line_ = 1;
  uint64_t records_ = 0;
  uint64_t record_bytes_ = 0;
  uint64_t mended_ = 0;
  std::string first_mended_;
  bool record_done_ = false;
  bool field_was_quoted_ = false;
  size_t columns_ = 0;  // of the longer of the first two records
  bool last_was_return_ = false;
  bool at_start_ = true;
  bool has_open_end_ = false;
};

/// Column names of a header record, found without regard to case, surrounding spaces or a byte order mark.
class CsvHeader {
 public:
  CsvHeader() = default;
  explicit CsvHeader(const CsvRecord& record);

  /// Index of the first column of that name.
  std::optional<size_t> find(std::string_view name) const;
  /// Indexes of all columns of that name.
  std::vector<size_t> find_all(std::string_view name) const;
  const std::vector<std::string>& names() const { return names_; }  ///< as written, trimmed

 private:
  std::vector<std::string> names_;
};

/// Windows-1252 to UTF-8; the five bytes that it leaves open become U+FFFD.
std::string from_windows_1252(std::string_view bytes);

}  // namespace vedette::lists
