// Lists from where they are published: fetched, read, kept, made active by the store's rules. One source after the
// other, and what happens to one does not touch the others: a source that fails keeps the version that it had.
//
//   auto fetcher = lists::make_fetcher(network, {}, clock);
//   auto updates = update_lists(*engine, {.sources = {"un_sc_sanctions"}}, **fetcher, {});
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "lists/download.h"

namespace vedette::engine {

/// What became of one source; with `check`, what would become of it.
enum class UpdateOutcome : uint8_t {
  kActivated,  ///< another version is active than before
  kHeld,       ///< the newest release is kept, but a rule of loading or a person keeps it from being active
  kUnchanged,  ///< the active version is the newest release
  kFailed,     ///< nothing could be fetched or read; the version that was active still is
  kByHand,     ///< there is nothing that a program could fetch
};
/// "activated", "held", "unchanged", "failed", "by_hand".
std::string_view to_string(UpdateOutcome outcome);

/// Where the published date of a release comes from.
enum class DatedBy : uint8_t { kFile, kServer, kToday };
/// "file", "last_modified", "today".
std::string_view to_string(DatedBy dated_by);

struct SourceUpdate {
  std::string source;
  std::string url;
  UpdateOutcome outcome = UpdateOutcome::kFailed;
  std::string before;               ///< name of the version that was active; empty: none
  std::string after;                ///< name of the newest release; empty if it is not known
  std::string published;            ///< of `after`
  std::optional<DatedBy> dated_by;  ///< where a file was read
  std::optional<uint64_t> records_before;
  std::optional<uint64_t> records_after;
  uint64_t rejected = 0;
  std::optional<uint64_t> added, removed, changed;  ///< records of `after` against `before`, where they differ
  uint64_t bytes = 0;                               ///< that were fetched
  std::string reason;                               ///< why it failed, is held, or has to be done by hand; else empty
  std::string advice;                               ///< what a person can do about that
  std::vector<std::string> notes;
};

/// A source's name and where to fetch it.
struct Address {
  std::string source;
  std::string url;
};

struct UpdateRequest {
  std::vector<std::string> sources;  ///< empty: all that have an address
  /// In place of the official addresses, and of the list of sources that have one: for mirrors, for lists of one's own
  /// and for tests. Other names than the known ones are allowed.
  std::optional<std::vector<Address>> addresses;
  bool check = false;  ///< say what would change; nothing is kept and nothing switched
};

/// Told what goes on, on the calling thread. Each may be empty.
struct UpdateObserver {
  std::function<void(const std::string& source)> starts;
  lists::DownloadProgress fetches;
  LoadProgress reads;
  std::function<void(const SourceUpdate&)> ends;
};

/// One element for each source, in the order of the request, else of the table. kUsage for a name without an address,
/// or if the engine has no folder for a store; kCorrupt, kIo and the like if the store cannot be written or is damaged.
/// Everything that befalls one source is in its element. A second update of the same store waits for the first.
Result<std::vector<SourceUpdate>> update_lists(Engine& engine, const UpdateRequest& request, lists::Fetcher& fetcher,
                                               const UpdateObserver& observer);

/// Addresses as a file gives them: a line each, a name, blanks, an address; "#" begins a comment line. kInvalidInput,
/// naming `file` and line, for anything else and for a name that stands twice.
Result<std::vector<Address>> parse_addresses(std::string_view text, const std::string& file);

/// {"source", "outcome", "url", "before", "after", "published", "dated_by", "records_before", "records_after",
/// "rejected", "added", "removed", "changed", "bytes", "reason", "advice", "notes"}; what is not known is null.
void write_json(JsonWriter& json, const SourceUpdate& update);

}  // namespace vedette::engine
