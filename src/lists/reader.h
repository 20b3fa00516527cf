// What every reader of an official format is: a function from named streams to a sink of entities.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/partial_date.h"
#include "entity/entity.h"

namespace vedette::lists {

/// Bytes from outside, read once, front to back. Decompression has happened below.
class InputStream {
 public:
  virtual ~InputStream() = default;
  /// Fills a part of `buffer`; 0 at the end. kLimit when a bound of ReadLimits is hit, kCorrupt for a damaged archive.
  virtual Result<size_t> read(std::span<char> buffer) = 0;
  /// The file's name as a user would recognise it ("SDN.ZIP/sdn.csv").
  virtual const std::string& name() const = 0;
};

/// Bounds of one load. Every one that is hit ends the load with kLimit, naming it.
struct ReadLimits {
  uint64_t bytes = uint64_t{2} << 30;        ///< of one stream, after decompression
  uint64_t line_bytes = uint64_t{8} << 20;   ///< of one line or CSV record
  uint64_t field_bytes = uint64_t{1} << 20;  ///< of one CSV field or the text of one XML element
  uint64_t records = 20'000'000;
  uint32_t depth = 64;                 ///< of XML elements or JSON values
  uint32_t values_per_record = 5'000;  ///< the longest official record has hundreds; adding a value is linear
  double expansion = 200.0;            ///< bytes out for bytes in, once over 64 MiB have come out
};

/// A record that could not be read; the load goes on.
struct Rejection {
  Where where;
  std::string reason;
};

class EntitySink {
 public:
  virtual ~EntitySink() = default;
  virtual Result<void> accept(Entity&& entity) = 0;
  virtual void reject(Rejection&& rejection) = 0;
};

struct ReadOptions {
  std::string source;  ///< dataset name written into each entity, e.g. "us_ofac_sdn"
  ReadLimits limits;
  /// Own CSV only: column name → property name (or "id", "schema"); empty: the columns are named so already.
  std::vector<std::pair<std::string, std::string>> column_map;
};

/// What the file says of itself.
struct ReadSummary {
  std::optional<PartialDate> published;  ///< the file's own date, where it has one
  std::optional<uint64_t>
      declared_records;            ///< OFAC's Record_Count and the like; a mismatch with what was read is reported
  uint64_t records = 0;            ///< accepted and rejected
  std::vector<std::string> notes;  ///< sentences for the person who loads: "sdn.csv has no sdn_comments.csv: …"
};

/// The streams of one release: one for most formats, up to four for OFAC's CSV.
using Streams = std::vector<std::unique_ptr<InputStream>>;

using ReadFunction = Result<ReadSummary> (*)(Streams streams, const ReadOptions& options, EntitySink& sink);

}  // namespace vedette::lists
