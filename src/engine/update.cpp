#include "engine/update.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/download_folder.h"
#include "engine/list_loader.h"
#include "lists/fetched.h"
#include "lists/version_name.h"

namespace vedette::engine {
namespace {

using lists::Access;
using lists::Source;
using lists::Version;

// What is to be done: an address, or why there is none.
struct Task {
  std::string source;
  std::string url;
  const Source* known = nullptr;
  bool by_hand = false;
};

Task official_task(const Source& source) {
  return {.source = std::string(source.name),
          .url = std::string(source.url),
          .known = &source,
          .by_hand = source.access != Access::kFile || !source.closed_on.empty()};
}

Result<std::vector<Task>> tasks_from(const std::vector<Address>& addresses, const std::vector<std::string>& wanted) {
  std::vector<Task> tasks;
  const auto add = [&](const Address& address) {
    tasks.push_back({.source = address.source, .url = address.url, .known = lists::find_source(address.source)});
  };
  if (wanted.empty()) std::for_each(addresses.begin(), addresses.end(), add);
  for (const std::string& name : wanted) {
    const auto found = std::find_if(addresses.begin(), addresses.end(),
                                    [&](const Address& address) { return address.source == name; });
    if (found == addresses.end()) {
      return fail(ErrorCode::kUsage, fmt::format("the table of addresses has no '{}'", name));
    }
    add(*found);
  }
  return tasks;
}

// Of a closed list nothing new is ever published: it is spoken of only to those who ask for it.
Result<std::vector<Task>> official_tasks(const std::vector<std::string>& wanted) {
  std::vector<Task> tasks;
  for (const std::string& name : wanted) {
    const Source* source = lists::find_source(name);
    if (source == nullptr) {
      return fail(ErrorCode::kUsage, fmt::format("'{}' is no known source: see `lists sources`", name));
    }
    tasks.push_back(official_task(*source));
  }
  if (!wanted.empty()) return tasks;
  for (const Source& source : lists::known_sources()) {
    if (source.closed_on.empty()) tasks.push_back(official_task(source));
  }
  return tasks;
}

std::vector<std::string> without_repeats(const std::vector<std::string>& names) {
  std::vector<std::string> unique;
  for (const std::string& name : names) {
    if (std::find(unique.begin(), unique.end(), name) == unique.end()) unique.push_back(name);
  }
  return unique;
}

std::string load_by_hand(const Task& task) {
  const std::string_view page = task.known != nullptr ? task.known->url : std::string_view(task.url);
  return fmt::format("fetch it yourself (see {}) and load it: `lists add FILE --source {}`", page, task.source);
}

void explain_by_hand(const Task& task, SourceUpdate& update) {
  const Source& source = *task.known;
  update.outcome = UpdateOutcome::kByHand;
  if (!source.closed_on.empty()) {
    update.reason = fmt::format("the list was closed on {}: nothing new is published", source.closed_on);
    update.advice = fmt::format("for past days, load a copy of then: `lists add FILE --source {}`", source.name);
  } else if (source.access == Access::kNoReader) {
    update.reason = "this version has no reader for the form in which it is published";
    update.advice = fmt::format("see {}; a copy as CSV can be loaded: `lists add FILE --source {} --map …`", source.url,
                                source.name);
  } else {
    update.reason = "its authority publishes it on a page for people, with no address for programs";
    update.advice = load_by_hand(task);
  }
}

std::string advice_for(const Error& error, const Task& task) {
  switch (error.code) {
    case ErrorCode::kNotFound:
      return "the list may have moved: " + load_by_hand(task);
    case ErrorCode::kRefused:
    case ErrorCode::kInvalidInput:
    case ErrorCode::kCorrupt:
    case ErrorCode::kUnsupported:
      return "look at what the address gives; if the list has moved or changed its form, " + load_by_hand(task);
    default:
      return "try again later, or " + load_by_hand(task);
  }
}

class Updater {
 public:
  Updater(Engine& engine, lists::Fetcher& fetcher, const UpdateObserver& observer, bool check, DownloadFolder folder)
      : engine_(engine),
        store_(engine.options().store),
        clock_(*engine.options().clock),
        fetcher_(fetcher),
        observer_(observer),
        check_(check),
        folder_(std::move(folder)) {}

  Result<void> begin();
  SourceUpdate update(const Task& task);

 private:
  void run(const Task& task, SourceUpdate& update);
  lists::Validators known_file(const Task& task, const lists::Manifest& manifest) const;
  Result<AddReport> load(const AddRequest& request, std::optional<lists::Delta>& difference);
  AddRequest request_for(const Task& task, const std::filesystem::path& path, const lists::Download& download,
                         SourceUpdate& update) const;
  void report_unchanged(const Task& task, SourceUpdate& update);
  void report_load(const AddReport& report, const std::optional<lists::Delta>& difference, SourceUpdate& update) const;
  void judge(const Version& newest, const std::string& reason, SourceUpdate& update) const;
  void fail_with(Error error, const Task& task, SourceUpdate& update) const;
  void remember(const Task& task, const lists::Validators& validators, const std::string& hash);
  lists::Manifest manifest() const { return store_.manifest().value_or(lists::Manifest{}); }

  Engine& engine_;
  lists::Store store_;
  const Clock& clock_;
  lists::Fetcher& fetcher_;
  const UpdateObserver& observer_;
  bool check_;
  DownloadFolder folder_;
  lists::FetchedFiles fetched_;
};

// A store that is damaged is said at once, not once a source after many downloads.
Result<void> Updater::begin() {
  if (const auto manifest = store_.manifest(); !manifest && manifest.error().code != ErrorCode::kNotFound) {
    return Unexpected(manifest.error());
  }
  const auto fetched = lists::load_fetched(store_.folder());
  if (fetched) {
    fetched_ = *fetched;
  } else if (fetched.error().code != ErrorCode::kNotFound) {
    tell(engine_.options().log, Severity::kWarning,
         fetched.error().to_string() + ": everything is fetched anew, and the file is written anew");
  }
  return {};
}

// What is known of the file only counts while the version that it became is there, whole, and built by this program.
lists::Validators Updater::known_file(const Task& task, const lists::Manifest& manifest) const {
  const auto found = fetched_.find(task.source);
  if (found == fetched_.end() || found->second.url != task.url) return {};
  for (const Version& version : manifest.versions) {
    if (version.source != task.source || version.hash != found->second.hash) continue;
    return version.built_by == built_by() && store_.image_file(version) ? found->second.validators
                                                                        : lists::Validators{};
  }
  return {};
}

// A server's date that lies in the future, or that is none, is not believed.
AddRequest Updater::request_for(const Task& task, const std::filesystem::path& path, const lists::Download& download,
                                SourceUpdate& update) const {
  AddRequest request{.path = path, .source = task.source};
  DayNumber day = clock_.today();
  update.dated_by = DatedBy::kToday;
  if (const auto modified = lists::parse_http_date(download.validators.last_modified)) {
    const auto days = std::chrono::floor<std::chrono::days>(*modified).time_since_epoch().count();
    if (days <= clock_.today()) {
      day = static_cast<DayNumber>(days);
      update.dated_by = DatedBy::kServer;
    }
  }
  request.published_otherwise = format_day(day);
  return request;
}

Result<AddReport> Updater::load(const AddRequest& request, std::optional<lists::Delta>& difference) {
  if (check_) return engine_.try_list(request, observer_.reads, difference);
  const lists::Manifest before = manifest();
  const Version* active = before.active(request.source);
  auto report = engine_.add_list(request, observer_.reads);
  if (!report || active == nullptr || active->hash == report->added.version.hash) return report;
  auto delta = engine_.diff(active->hash, report->added.version.hash);
  if (delta) difference = *std::move(delta);
  return report;
}

// A page that is left behind goes on serving its last file: nothing else would show that.
void note_age(const Version& newest, DayNumber today, SourceUpdate& update) {
  if (!lists::is_stale(newest.source, newest.current_on(), today)) return;
  update.notes.push_back(
      fmt::format("the newest file at its address is of {}, longer ago than is usual: see whether the list has moved",
                  newest.current_on().to_string()));
}

// Whether the newest release is what is screened against.
void Updater::judge(const Version& newest, const std::string& reason, SourceUpdate& update) const {
  const lists::Manifest now = manifest();
  const Version* active = now.active(update.source);
  update.published = newest.published.to_string();
  update.records_after = newest.records;
  update.rejected = newest.rejected;
  if (newest.active) {
    note_age(newest, clock_.today(), update);
    update.outcome = update.before == update.after ? UpdateOutcome::kUnchanged : UpdateOutcome::kActivated;
    return;
  }
  update.outcome = UpdateOutcome::kHeld;
  update.reason = !reason.empty()                ? reason
                  : !newest.held_because.empty() ? newest.held_because
                  : active != nullptr            ? fmt::format("{} was made active instead", update.before)
                                                 : std::string("no version of the source is active");
  update.advice = fmt::format("if it is right all the same: `lists activate {}`", update.after);
}

void Updater::report_unchanged(const Task& task, SourceUpdate& update) {
  const lists::Manifest now = manifest();
  const std::string& hash = fetched_.at(task.source).hash;
  for (const Version& version : now.versions) {
    if (version.source != task.source || version.hash != hash) continue;
    update.after = lists::version_name(now, version);
    judge(version, {}, update);
  }
}

void Updater::report_load(const AddReport& report, const std::optional<lists::Delta>& difference,
                          SourceUpdate& update) const {
  update.after = report.added.name;
  if (report.dated_by_file) update.dated_by = DatedBy::kFile;
  update.notes = report.notes;
  for (const std::string& rejected : report.rejected_examples) update.notes.push_back("rejected: " + rejected);
  judge(report.added.version, report.added.reason, update);
  if (!difference) return;
  update.added = difference->added.size();
  update.removed = difference->removed.size();
  update.changed = difference->changed.size();
}

void Updater::fail_with(Error error, const Task& task, SourceUpdate& update) const {
  update.outcome = UpdateOutcome::kFailed;
  // The file is gone when this is read, and the address stands beside.
  if (error.where.file == task.url) error.where.file.clear();
  if (error.where.file.starts_with(folder_.path().string())) {
    error.where.file = std::filesystem::path(error.where.file).filename().string();
  }
  update.dated_by.reset();
  update.reason = error.to_string();
  update.advice = advice_for(error, task);
}

void Updater::remember(const Task& task, const lists::Validators& validators, const std::string& hash) {
  if (check_) return;
  fetched_[task.source] = {
      .url = task.url, .validators = validators, .hash = hash, .checked = format_timestamp(clock_.now())};
  const auto saved = lists::save_fetched(store_.folder(), fetched_);
  if (!saved) tell(engine_.options().log, Severity::kWarning, saved.error().to_string());
}

void Updater::run(const Task& task, SourceUpdate& update) {
  const auto path = folder_.path_for(task.source, task.url);
  if (!path) return fail_with(path.error(), task, update);
  const auto download =
      fetcher_.fetch({.url = task.url, .path = *path, .known = known_file(task, manifest())}, observer_.fetches);
  if (!download) return fail_with(download.error(), task, update);
  if (download->unchanged) {
    report_unchanged(task, update);
    return remember(task, download->validators, fetched_.at(task.source).hash);
  }
  update.bytes = download->bytes;
  std::optional<lists::Delta> difference;
  const auto report = load(request_for(task, *path, *download, update), difference);
  if (!report) return fail_with(report.error(), task, update);
  report_load(*report, difference, update);
  remember(task, download->validators, report->added.version.hash);
}

SourceUpdate Updater::update(const Task& task) {
  SourceUpdate update;
  update.source = task.source;
  update.url = task.url;
  const lists::Manifest before = manifest();
  if (const Version* active = before.active(task.source)) {
    update.before = lists::version_name(before, *active);
    update.records_before = active->records;
  }
  if (observer_.starts) observer_.starts(task.source);
  if (task.by_hand) {
    explain_by_hand(task, update);
  } else {
    run(task, update);
    folder_.remove(task.source);
  }
  if (observer_.ends) observer_.ends(update);
  return update;
}

}  // namespace

Result<std::vector<SourceUpdate>> update_lists(Engine& engine, const UpdateRequest& request, lists::Fetcher& fetcher,
                                               const UpdateObserver& observer) {
  const auto wanted = without_repeats(request.sources);
  VEDETTE_ASSIGN_OR_RETURN(const auto tasks,
                           request.addresses ? tasks_from(*request.addresses, wanted) : official_tasks(wanted));
  const EngineOptions& options = engine.options();
  if (options.store.empty()) return fail(ErrorCode::kUsage, "there is no folder to keep lists in: name one");
  VEDETTE_ASSIGN_OR_RETURN(DownloadFolder folder, DownloadFolder::open(options.store, options.log));
  Updater updater(engine, fetcher, observer, request.check, std::move(folder));
  VEDETTE_RETURN_IF_ERROR(updater.begin());
  std::vector<SourceUpdate> updates;
  for (const Task& task : tasks) updates.push_back(updater.update(task));
  return updates;
}

}  // namespace vedette::engine
