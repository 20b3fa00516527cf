// A customer book: queries as JSON lines or CSV, read in constant memory, a bad record never costing another one.
//
// One thread cuts the bytes into records (`next`), any number of threads turn records into queries (`parse`).
//
// JSON lines: an entity a line, with an optional "id". CSV: a header names the columns by property, or "id", "schema";
// `column_map` gives other names. The delimiter (comma, semicolon, tab) is told from the header. Where it is no
// semicolon, a semicolon in a field separates several values, but in free text such as an address. Blank lines are
// passed over.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "engine/record_cutter.h"
#include "entity/entity.h"
#include "lists/reader.h"

namespace vedette::engine {

using ColumnMap = std::vector<std::pair<std::string, std::string>>;  ///< column → property, "id" or "schema"

struct QueryFileOptions {
  ColumnMap column_map;
  Schema schema = Schema::kLegalEntity;   ///< of queries that name none
  size_t record_bytes = size_t{1} << 20;  ///< a longer record is a defect
};

/// One record, cut out but not parsed.
struct QueryRecord {
  uint64_t number = 0;  ///< 1-based, among the records
  CutRecord cut;
};

struct Query {
  std::string id;  ///< the record's own, else its number
  Entity entity;
};

class QueryFile {
 public:
  enum class Format : uint8_t { kJsonLines, kCsv };

  /// Reads as far as the header. kInvalidInput for what is neither format, or a header in which there is nothing to
  /// screen by or a column of the map is missing; kUsage for a map to an unknown property.
  static Result<std::unique_ptr<QueryFile>> open(std::unique_ptr<lists::InputStream> stream,
                                                 const QueryFileOptions& options);

  /// The same from a file, which may be compressed. kInvalidInput for an archive or folder that holds several files.
  static Result<std::unique_ptr<QueryFile>> open_path(const std::filesystem::path& path,
                                                      const QueryFileOptions& options);

  /// The next record; nullopt at the end. Fails only as the stream does.
  Result<std::optional<QueryRecord>> next();

  /// The query of a record; its defect, or kInvalidInput with file, line and field. Safe from any thread, also while
  /// another calls `next`.
  Result<Query> parse(const QueryRecord& record) const;

  /// How to speak of a record that cannot be parsed: its own id as far as that can be read, else its number. Safe from
  /// any thread.
  std::string label_of(const QueryRecord& record) const;

  Format format() const { return layout_.format; }
  /// Sentences for the person who screens: columns passed over.
  const std::vector<std::string>& notes() const { return notes_; }
  /// How far into the file the records given reach.
  uint64_t bytes_read() const { return cutter_.bytes_cut(); }

 private:
  // What `parse` needs; never changed after `open`.
  struct Layout {
    Format format = Format::kJsonLines;
    std::string file;
    char delimiter = ',';
    std::vector<std::string> columns;  // as written in the header
    std::vector<std::string> targets;  // property, "id" or "schema" of each column; empty: passed over
    Schema schema = Schema::kLegalEntity;
  };

  QueryFile(std::unique_ptr<lists::InputStream> stream, const QueryFileOptions& options);
  Result<void> read_header(const ColumnMap& column_map);
  Result<void> check_header();
  Result<std::string> row_as_json(std::string_view row) const;
  std::string id_in_row(std::string_view row) const;

  RecordCutter cutter_;
  Layout layout_;
  std::vector<std::string> notes_;
  uint64_t records_ = 0;
};

/// Checks a map that a user gave: kUsage for a property that there is not.
Result<void> check_column_map(const ColumnMap& column_map);

/// A query by itself, as JSON: kInvalidInput if it breaks the format or holds neither a name nor an identifier.
Result<Entity> parse_query_json(std::string_view json, Schema schema);

}  // namespace vedette::engine
