// Between a reader and the sink: counts records and holds the bounds, so that each format file need not.
#pragma once

#include "lists/reader.h"

namespace vedette::lists {

/// Forwards to the sink, counting into `summary.records`. All three must outlive it.
class RecordGate {
 public:
  RecordGate(const ReadOptions& options, EntitySink& sink, ReadSummary& summary)
      : options_(options), sink_(sink), summary_(summary) {}

  /// Writes the source's name into the entity and hands it on. kLimit over `records` or `values_per_record`.
  Result<void> accept(Entity&& entity, const Where& where);
  /// A record that cannot be read. kLimit over `records`.
  Result<void> reject(Where where, std::string reason);

 private:
  Result<void> count(const Where& where);

  const ReadOptions& options_;
  EntitySink& sink_;
  ReadSummary& summary_;
};

}  // namespace vedette::lists
