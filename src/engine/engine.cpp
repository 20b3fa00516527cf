#include "engine/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

#include "engine/image_entities.h"
#include "engine/list_loader.h"
#include "engine/selection.h"
#include "engine/starter.h"
#include "lists/version_name.h"

namespace vedette::engine {

struct Engine::Starter {
  std::once_flag once;
  Result<StarterList> list = StarterList{};
};

namespace {

VersionStatus status_of(const lists::Version& version, std::string name, DayNumber today) {
  VersionStatus status;
  status.version = version;
  status.name = std::move(name);
  status.age_days = lists::age_in_days(version.current_on(), today);
  status.stale = lists::is_stale(version.source, version.current_on(), today);
  return status;
}

Unexpected nothing_ships() {
  return fail(ErrorCode::kRefused, "there is no list store and no starter list: load a list with `lists add`");
}

}  // namespace

Engine::Engine(EngineOptions options)
    : options_(std::move(options)), store_(options_.store), starter_(std::make_unique<Starter>()) {}
Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::open(EngineOptions options) {
  if (options.clock == nullptr) return fail(ErrorCode::kUsage, "an engine needs a clock");
  return std::unique_ptr<Engine>(new Engine(std::move(options)));
}

bool Engine::has_store() const {
  return !options_.store.empty() && store_.exists();
}

Result<const StarterList*> Engine::starter() const {
  std::call_once(starter_->once, [this] {
    starter_->list = options_.starter.empty() ? Result<StarterList>(nothing_ships()) : load_starter(options_.starter);
  });
  if (!starter_->list && starter_->list.error().code == ErrorCode::kNotFound) return nothing_ships();
  if (!starter_->list) return Unexpected(starter_->list.error());
  return &*starter_->list;
}

Result<bool> Engine::starter_serves() const {
  if (has_store()) return false;
  if (!options_.store_is_required) return true;
  return fail(ErrorCode::kRefused, "there are no lists: load one with `lists add`", {.file = options_.store.string()});
}

Result<AddReport> Engine::add_list(const AddRequest& request, const LoadProgress& progress) {
  if (options_.store.empty()) return fail(ErrorCode::kUsage, "there is no folder to keep lists in: name one");
  return load_list(store_, request, progress, *options_.clock);
}

Result<AddReport> Engine::try_list(const AddRequest& request, const LoadProgress& progress,
                                   std::optional<lists::Delta>& difference) const {
  VEDETTE_ASSIGN_OR_RETURN(Trial trial, try_to_load(store_, request, progress, *options_.clock));
  const std::string& source = trial.report.added.version.source;
  const auto manifest = store_.manifest();
  const lists::Version* active = manifest ? manifest->active(source) : nullptr;
  if (active == nullptr || active->hash == trial.report.added.version.hash) return std::move(trial.report);
  VEDETTE_ASSIGN_OR_RETURN(const auto file, store_.image_file(*active));
  VEDETTE_ASSIGN_OR_RETURN(const auto before, index::Image::open(file));
  VEDETTE_ASSIGN_OR_RETURN(const auto after, index::Image::from_bytes(std::move(trial.image), source));
  VEDETTE_ASSIGN_OR_RETURN(difference, lists::difference(entities_of(before), entities_of(after)));
  return std::move(trial.report);
}

Result<std::vector<VersionStatus>> Engine::status() const {
  std::vector<VersionStatus> all;
  const DayNumber today = options_.clock->today();
  VEDETTE_ASSIGN_OR_RETURN(const bool from_starter, starter_serves());
  if (!from_starter) {
    VEDETTE_ASSIGN_OR_RETURN(const auto manifest, store_.manifest());
    for (const auto& version : manifest.versions) {
      all.push_back(status_of(version, lists::version_name(manifest, version), today));
    }
    return all;
  }
  VEDETTE_ASSIGN_OR_RETURN(const StarterList* list, starter());
  for (size_t i = 0; i < list->versions.size(); ++i) {
    all.push_back(status_of(list->versions[i], list->sources[i].versions.front().version, today));
    all.back().starter = true;
  }
  return all;
}

Result<VersionStatus> Engine::show(std::string_view version) const {
  VEDETTE_ASSIGN_OR_RETURN(const bool from_starter, starter_serves());
  if (!from_starter) {
    VEDETTE_ASSIGN_OR_RETURN(const auto manifest, store_.manifest());
    VEDETTE_ASSIGN_OR_RETURN(const auto* found, lists::find_version(manifest, version));
    return status_of(*found, lists::version_name(manifest, *found), options_.clock->today());
  }
  VEDETTE_ASSIGN_OR_RETURN(const auto all, status());
  for (const VersionStatus& status : all) {
    if (status.name == version || status.version.source == version) return status;
  }
  return fail(ErrorCode::kNotFound, fmt::format("the starter list has no version '{}'", version));
}

Result<std::string> Engine::rejected_records(std::string_view version) const {
  VEDETTE_ASSIGN_OR_RETURN(const auto status, show(version));
  return store_.rejected_records(status.version);
}

Result<std::shared_ptr<const index::Image>> Engine::image(std::string_view version) const {
  VEDETTE_ASSIGN_OR_RETURN(const bool from_starter, starter_serves());
  if (!from_starter) {
    VEDETTE_ASSIGN_OR_RETURN(const auto manifest, store_.manifest());
    VEDETTE_ASSIGN_OR_RETURN(const auto* found, lists::find_version(manifest, version));
    VEDETTE_ASSIGN_OR_RETURN(const auto file, store_.image_file(*found));
    return index::Image::open(file);
  }
  VEDETTE_ASSIGN_OR_RETURN(const auto found, show(version));
  VEDETTE_ASSIGN_OR_RETURN(const StarterList* list, starter());
  for (const auto& source : list->sources) {
    if (source.source == found.version.source) return source.versions.front().image;
  }
  return fail(ErrorCode::kInternal, "a version of the starter list without an image");
}

Result<lists::Delta> Engine::diff(std::string_view before, std::string_view after) const {
  VEDETTE_ASSIGN_OR_RETURN(const auto old_image, image(before));
  VEDETTE_ASSIGN_OR_RETURN(const auto new_image, image(after));
  return lists::difference(entities_of(old_image), entities_of(new_image));
}

Result<lists::Added> Engine::activate(std::string_view version, const std::string& reason) {
  if (!has_store()) {
    return fail(ErrorCode::kNotFound, "there is no list store: load a list with `lists add`",
                {.file = options_.store.string()});
  }
  return store_.activate(version, reason);
}

Result<lists::Added> Engine::remove(std::string_view version, lists::Removes which) {
  if (!has_store()) {
    return fail(ErrorCode::kNotFound, "there is no list store: load a list with `lists add`",
                {.file = options_.store.string()});
  }
  return store_.remove(version, which);
}

Result<lists::StoreReport> Engine::verify() const {
  if (!has_store()) {
    return fail(ErrorCode::kRefused, "there is no list store to verify: load a list with `lists add`",
                {.file = options_.store.string()});
  }
  return store_.verify();
}

Result<Selection> Engine::select(const std::vector<std::string>& sources) const {
  const DayNumber today = options_.clock->today();
  VEDETTE_ASSIGN_OR_RETURN(const bool from_starter, starter_serves());
  if (!from_starter) return select_from_store(store_, sources, today);
  VEDETTE_ASSIGN_OR_RETURN(const StarterList* list, starter());
  return select_from(list->sources, list->versions, sources, today);
}

Result<std::vector<screen::SourceLists>> Engine::all_lists() const {
  VEDETTE_ASSIGN_OR_RETURN(const bool from_starter, starter_serves());
  if (!from_starter) return open_all(store_, options_.clock->today());
  VEDETTE_ASSIGN_OR_RETURN(const StarterList* list, starter());
  return list->sources;
}

}  // namespace vedette::engine
