// The one facade that joins reading, the store, images and screening. Programs use this and nothing below it.
//
//   auto engine = Engine::open({.store = folder, .starter = data / "starter", .clock = &clock});
//   engine->add_list({.path = "un.xml", .source = "un_sc_sanctions"});
//   auto lists = engine->select({});                       // what is active, mapped
//   screen::Screener screener(lists->set, match::default_policy());
//   auto answer = screener.screen(query, {});
//
// An Engine holds no list open: each call reads the store as it then is, and what `select` returned stays as it was.
// Every const method may be called from several threads at once; add_list, activate and remove take the store's lock.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/error.h"
#include "base/json_writer.h"
#include "base/log.h"
#include "entity/entity.h"
#include "entity/json.h"
#include "lists/delta.h"
#include "lists/sources.h"
#include "lists/store.h"
#include "match/policy.h"
#include "screen/answer.h"
#include "screen/list_set.h"
#include "screen/screener.h"

namespace vedette::engine {

/// What the words "starter list" stand with, wherever it was used.
inline constexpr std::string_view kStarterWarning = "starter list, not for compliance use";

struct EngineOptions {
  std::filesystem::path store;  ///< folder of the list store; it need not exist. Empty: there is none
  bool store_is_required =
      false;                      ///< the user named it: a folder without lists is refused, not replaced by the starter
  std::filesystem::path starter;  ///< folder with starter.jsonl and meta.json; empty: there is none
  const Clock* clock = nullptr;   ///< must outlive the engine
  LogSink log;                    ///< told what a person who waits should know
};

/// Called now and then, on the calling thread, while a list is read: bytes read, bytes to read (0: unknown), records.
using LoadProgress = std::function<void(uint64_t bytes, uint64_t total, uint64_t records)>;

struct AddRequest {
  std::filesystem::path path;            ///< a file, or a folder with one release's files; compressed or not
  std::string source;                    ///< empty: what the format says, where it can
  std::optional<std::string> published;  ///< a day, month or year; wanted only where the file has no date of its own
  std::optional<std::string> published_otherwise;  ///< taken, without a word, where neither of the two above is there
  std::optional<std::string> accept;               ///< a reason to activate whatever the rules say
  std::optional<std::string> format;               ///< name of a format; empty: told from the content
  std::vector<std::pair<std::string, std::string>> column_map;  ///< own CSV: column → property
};

struct AddReport {
  lists::Added added;                          ///< outcome, version and name, reason
  std::vector<std::string> notes;              ///< sentences for the person who loads
  std::vector<std::string> rejected_examples;  ///< the first few rejected records: file, line, field, reason
  bool dated_by_file = false;                  ///< the published date is the file's own
};

/// One version, as `lists status` shows it.
struct VersionStatus {
  lists::Version version;
  std::string name;  ///< "us_ofac_sdn@2024-05-03"
  int age_days = 0;
  bool stale = false;
  bool starter = false;
};

/// One version that holds an entity, as `lists history` shows it.
struct HistoryLine {
  std::string version;  ///< its name
  std::string published;
  bool active = false;
  std::string caption;
  /// Against the version of the same source before it that held the entity; empty if nothing changed.
  std::vector<lists::FieldChange> changes;
  bool first = false;     ///< no earlier loaded version of the source holds it
  bool returned = false;  ///< the version before this one did not hold it, an earlier one did
  bool last = false;      ///< a later version is loaded and does not hold it
};

/// The lists that one screening uses.
struct Selection {
  std::shared_ptr<const screen::ListSet> set;
  bool starter = false;               ///< kStarterWarning must be shown
  bool stale = false;                 ///< some list is stale or missing
  std::vector<std::string> warnings;  ///< sentences: stale, closed, missing
};

struct StarterList;

class Engine {
 public:
  /// Opens no file. kUsage if the clock is missing.
  static Result<std::unique_ptr<Engine>> open(EngineOptions options);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Whether there is a store with something in it; if not, and it is not required, the starter list serves.
  bool has_store() const;

  /// Reads a release, compiles its image and keeps it. The published date is the file's own, else `published`; with
  /// neither it is refused (kUsage), for age and as-of would have no ground. Memory: the compiled list.
  Result<AddReport> add_list(const AddRequest& request, const LoadProgress& progress = {});
  /// What `add_list` would do; nothing is kept. `difference` gets what the release changes against the active version,
  /// if there is one.
  Result<AddReport> try_list(const AddRequest& request, const LoadProgress& progress,
                             std::optional<lists::Delta>& difference) const;

  /// All versions, in order of source and date; those of the starter list if that serves.
  Result<std::vector<VersionStatus>> status() const;
  /// One version by name (lists/version_name.h).
  Result<VersionStatus> show(std::string_view version) const;
  /// The rejected records of a version, as JSON lines.
  Result<std::string> rejected_records(std::string_view version) const;
  Result<lists::Delta> diff(std::string_view before, std::string_view after) const;
  /// Every version that holds the entity (its id), by source, oldest first. kNotFound if none does.
  Result<std::vector<HistoryLine>> history(std::string_view entity) const;
  /// The whole entity, from the active version that holds it, else from the latest that did.
  Result<Entity> entity(std::string_view id) const;
  Result<lists::Added> activate(std::string_view version, const std::string& reason);
  /// Forgets a version (lists::Store::remove).
  Result<lists::Added> remove(std::string_view version, lists::Removes which = lists::Removes::kKeptOnly);
  Result<lists::StoreReport> verify() const;

  /// Hands each record of a version to `take` as lines of FollowTheMoney JSON (entity/ftm_export.h), in order of id,
  /// until it returns false. A link leads to the record of the same version whose name it is, if it is one's alone.
  Result<void> export_ftm(std::string_view version, ValueDetails details,
                          const std::function<bool(std::string_view lines)>& take) const;

  /// The active lists, with their kept versions, mapped; `sources` narrows to some. kRefused if a wanted source has no
  /// active version or nothing is active; kCorrupt if a file is damaged: never fewer lists than were asked for.
  Result<Selection> select(const std::vector<std::string>& sources = {}) const;

  /// What a file that Vedette wrote holds, as indented JSON: an image, a manifest, or a store's folder. kUnsupported
  /// for another kind of file.
  Result<std::string> inspect(const std::filesystem::path& path) const;

  const EngineOptions& options() const { return options_; }

 private:
  struct Starter;

  explicit Engine(EngineOptions options);
  Result<bool> starter_serves() const;
  Result<const StarterList*> starter() const;
  Result<std::shared_ptr<const index::Image>> image(std::string_view version) const;
  Result<std::vector<screen::SourceLists>> all_lists() const;

  EngineOptions options_;
  lists::Store store_;
  std::unique_ptr<Starter> starter_;  // compiled once, on first use
};

/// One pair of entities, scored and explained.
struct Comparison {
  double score = 0;
  bool match = false;
  std::vector<std::pair<std::string, double>> features;
  std::string explanation;
};

Comparison compare(const Entity& query, const Entity& candidate, const match::Policy& policy);

/// {"score", "match", "features": {…}, "explanation"}.
void write_json(JsonWriter& json, const Comparison& comparison);

/// One element of `lists status --format json`; `details` adds "schemata", "values" and where it came from.
enum class Details : uint8_t { kNo, kYes };
void write_json(JsonWriter& json, const VersionStatus& status, Details details);

/// {"version", "published", "active", "caption", "first", "returned", "last", "changes": {name: {"before", "after"}}}.
void write_json(JsonWriter& json, const HistoryLine& line);

}  // namespace vedette::engine
