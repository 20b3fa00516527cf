#include "engine/selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "lists/version_name.h"

namespace vedette::engine {
namespace {

Unexpected not_there(std::string_view source, std::string_view where) {
  return fail(ErrorCode::kRefused,
              fmt::format("there is no active version of '{}' {}: load one with `lists add`", source, where));
}

// In order and each once, whatever the caller wrote.
std::set<std::string> wanted_or_all(const std::vector<std::string>& wanted, const lists::Manifest& manifest) {
  std::set<std::string> sources(wanted.begin(), wanted.end());
  if (!sources.empty()) return sources;
  for (const auto& version : manifest.versions) sources.insert(version.source);
  return sources;
}

Result<screen::ListVersion> open_version(const lists::Store& store, const lists::Manifest& manifest,
                                         const lists::Version& version) {
  VEDETTE_ASSIGN_OR_RETURN(const auto file, store.image_file(version));
  auto image = index::Image::open(file);
  if (!image) {
    Error error = image.error();
    error.message += ": load that version again with `lists add`";
    return Unexpected(std::move(error));
  }
  return screen::ListVersion{lists::version_name(manifest, version), version.published.to_string(), *std::move(image)};
}

Result<screen::SourceLists> open_source(const lists::Store& store, const lists::Manifest& manifest,
                                        const std::string& source, DayNumber today) {
  screen::SourceLists opened;
  opened.source = source;
  const lists::Version* active = manifest.active(source);
  opened.missing = active == nullptr;
  opened.stale = active != nullptr && lists::is_stale(source, active->current_on(), today);
  for (const lists::Version* version : manifest.versions_of(source)) {
    if (version == active) opened.active = opened.versions.size();
    VEDETTE_ASSIGN_OR_RETURN(auto list, open_version(store, manifest, *version));
    opened.versions.push_back(std::move(list));
  }
  return opened;
}

// Everything an answer rests on: which versions are active, and which others bound the dates of listing.
std::string set_id(const std::vector<screen::SourceLists>& sources) {
  Sha256 hash;
  for (const auto& source : sources) {
    hash.update(source.source + "\n");
    for (size_t i = 0; i < source.versions.size(); ++i) {
      const auto& version = source.versions[i];
      const bool active = i == source.active && !source.missing;
      hash.update(
          fmt::format("{} {} {}\n", active ? "active" : "kept", version.published, version.image->info().content));
    }
  }
  return std::move(hash).hex().substr(0, 32);
}

std::string stale_sentence(const screen::SourceLists& source, DayNumber today) {
  const lists::Source* known = lists::find_source(source.source);
  if (known != nullptr && !known->closed_on.empty()) {
    return fmt::format("{} is stale: the list was closed on {}", source.source, known->closed_on);
  }
  const auto published = lists::parse_published(source.versions[source.active].published);
  return fmt::format("{} is stale: published {} days ago, its rhythm is {}", source.source,
                     published ? lists::age_in_days(*published, today) : 0,
                     known == nullptr ? 0 : known->stale_after_days);
}

// Said once for all: each start pays for it until the lists are loaded again.
void warn_of_derived_images(const std::vector<screen::SourceLists>& sources, std::vector<std::string>& warnings) {
  int derived = 0;
  for (const auto& source : sources) {
    for (const auto& version : source.versions) derived += version.image->derived_again() ? 1 : 0;
  }
  if (derived == 0) return;
  warnings.push_back(
      fmt::format("{} kept by another build of vedette: {} indexed anew at each start, which takes a "
                  "moment; load the same files again with `lists add` to renew {}",
                  derived == 1 ? "1 list version was" : fmt::format("{} list versions were", derived),
                  derived == 1 ? "it is" : "they are", derived == 1 ? "it" : "them"));
}

Selection make_selection(std::vector<screen::SourceLists> sources, DayNumber today) {
  Selection selection;
  for (const auto& source : sources) {
    if (source.missing) selection.warnings.push_back(fmt::format("{} has no active version", source.source));
    if (source.stale) selection.warnings.push_back(stale_sentence(source, today));
    selection.stale |= source.stale || source.missing;
    selection.starter |= source.starter;
  }
  warn_of_derived_images(sources, selection.warnings);
  auto set = std::make_shared<screen::ListSet>();
  set->id = set_id(sources);
  set->sources = std::move(sources);
  selection.set = std::move(set);
  return selection;
}

Result<std::vector<screen::SourceLists>> open_sources(const lists::Store& store, const lists::Manifest& manifest,
                                                      const std::vector<std::string>& wanted, DayNumber today) {
  std::vector<screen::SourceLists> sources;
  for (const std::string& name : wanted_or_all(wanted, manifest)) {
    VEDETTE_RETURN_IF_ERROR(lists::check_source_name(name));
    if (!wanted.empty() && manifest.active(name) == nullptr) return not_there(name, "in the store");
    VEDETTE_ASSIGN_OR_RETURN(auto source, open_source(store, manifest, name, today));
    sources.push_back(std::move(source));
  }
  return sources;
}

// Opens what the manifest names; again if a load that ended meanwhile took a replaced image away.
Result<std::vector<screen::SourceLists>> open_current(const lists::Store& store, const std::vector<std::string>& wanted,
                                                      DayNumber today) {
  constexpr int kAttempts = 3;
  for (int attempt = 1;; ++attempt) {
    VEDETTE_ASSIGN_OR_RETURN(const auto manifest, store.manifest());
    auto sources = open_sources(store, manifest, wanted, today);
    if (sources || attempt == kAttempts) return sources;
    const auto after = store.manifest();
    if (!after || after->generation == manifest.generation) return sources;
  }
}

}  // namespace

Result<Selection> select_from_store(const lists::Store& store, const std::vector<std::string>& wanted,
                                    DayNumber today) {
  VEDETTE_ASSIGN_OR_RETURN(auto sources, open_current(store, wanted, today));
  if (std::all_of(sources.begin(), sources.end(), [](const auto& source) { return source.missing; })) {
    return fail(ErrorCode::kRefused, "no list is active: load one with `lists add` or activate a kept version",
                {.file = store.folder().string()});
  }
  return make_selection(std::move(sources), today);
}

Result<std::vector<screen::SourceLists>> open_all(const lists::Store& store, DayNumber today) {
  return open_current(store, {}, today);
}

Result<Selection> select_from(const std::vector<screen::SourceLists>& sources,
                              const std::vector<lists::Version>& versions, const std::vector<std::string>& wanted,
                              DayNumber today) {
  std::vector<screen::SourceLists> chosen;
  for (size_t i = 0; i < sources.size(); ++i) {
    const bool is_wanted = wanted.empty() || std::find(wanted.begin(), wanted.end(), sources[i].source) != wanted.end();
    if (!is_wanted) continue;
    chosen.push_back(sources[i]);
    chosen.back().stale = lists::is_stale(sources[i].source, versions[i].current_on(), today);
  }
  for (const std::string& name : wanted) {
    const bool found =
        std::any_of(chosen.begin(), chosen.end(), [&](const auto& source) { return source.source == name; });
    if (!found) return not_there(name, "in the starter list");
  }
  return make_selection(std::move(chosen), today);
}

}  // namespace vedette::engine
