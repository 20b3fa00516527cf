#include "lists/store_writer.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "lists/activation.h"
#include "lists/sources.h"
#include "lists/store_files.h"
#include "lists/version_name.h"

namespace vedette::lists {
namespace fs = std::filesystem;
namespace {

Result<void> make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fail(ErrorCode::kIo, "cannot make the folder: " + error.message(), {.file = folder.string()});
  return {};
}

Result<void> check_load(const NewVersion& load) {
  VEDETTE_RETURN_IF_ERROR(check_source_name(load.version.source));
  if (!is_content_hash(load.version.hash)) return fail(ErrorCode::kInternal, "a version without its content hash");
  if (load.image.empty()) return fail(ErrorCode::kInternal, "a version without an image");
  return {};
}

bool is_later(const CalendarDate& a, const CalendarDate& b) {
  return a.last_day() > b.last_day();
}

}  // namespace

Result<StoreWriter> StoreWriter::begin(const Store& store, const Clock* clock) {
  if (clock != nullptr) {
    VEDETTE_RETURN_IF_ERROR(make_folder(store.folder() / "images"));
    VEDETTE_RETURN_IF_ERROR(make_folder(store.folder() / "rejected"));
  } else if (!store.exists()) {
    return fail(ErrorCode::kNotFound, "no lists were ever stored here", {.file = store.folder().string()});
  }
  VEDETTE_ASSIGN_OR_RETURN(auto lock, FileLock::acquire(store.folder() / "lock"));
  StoreWriter writer(store, std::move(lock));
  auto manifest = store.manifest();
  if (!manifest && manifest.error().code == ErrorCode::kNotFound && clock != nullptr) {
    VEDETTE_RETURN_IF_ERROR(writer.create(*clock));
    return writer;
  }
  if (!manifest) return Unexpected(manifest.error());
  writer.manifest_ = *std::move(manifest);
  writer.sweep();
  return writer;
}

// The empty manifest comes before the first image, so that images without a manifest mean damage.
Result<void> StoreWriter::create(const Clock& clock) {
  std::error_code error;
  const auto where = fs::absolute(store_->folder(), error).string();
  manifest_.store_id = sha256_hex(where + "\n" + format_timestamp(clock.now())).substr(0, 32);
  return commit();
}

void StoreWriter::sweep() const {
  for (const auto& path : unnamed_files(store_->folder(), manifest_)) {
    std::error_code ignored;
    fs::remove(path, ignored);
  }
}

Version* StoreWriter::find(const Version& version) {
  for (Version& known : manifest_.versions) {
    if (known.source == version.source && known.hash == version.hash) return &known;
  }
  return nullptr;
}

// A new image never takes the name of an old one: readers of the old manifest may still want that.
Result<void> StoreWriter::write_files(Version& version, const NewVersion& load) {
  const std::string stem = fmt::format("{}-{}-{}-{}", version.source, version.published.to_string(),
                                       version.hash.substr(0, 16), manifest_.generation + 1);
  version.image = stem + ".vim";
  version.image_bytes = load.image.size();
  version.image_checksum = checksum64(load.image);
  version.rejected_file = load.rejected_records.empty() ? std::string() : stem + ".jsonl";
  if (!version.rejected_file.empty()) {
    VEDETTE_RETURN_IF_ERROR(replace_file(store_->rejected_path(version), load.rejected_records));
  }
  return replace_file(store_->image_path(version), load.image);
}

void StoreWriter::make_active(Version& version) {
  for (Version& other : manifest_.versions) {
    if (other.source == version.source) other.active = false;
  }
  version.active = true;
}

Result<void> StoreWriter::commit() {
  ++manifest_.generation;
  return replace_file(store_->manifest_path(), write_manifest(manifest_));
}

Added StoreWriter::outcome(AddOutcome what, const Version& version, std::string reason) const {
  return {.outcome = what, .version = version, .name = version_name(manifest_, version), .reason = std::move(reason)};
}

Result<Added> StoreWriter::add(const NewVersion& load, const std::optional<std::string>& accept, const Clock& clock) {
  VEDETTE_RETURN_IF_ERROR(check_load(load));
  if (Version* known = find(load.version)) {
    if (known->built_by != load.version.built_by || !image_is_whole(store_->folder(), *known)) {
      Version rebuilt = load.version;
      rebuilt.published = known->published;
      // Read anew by another program, the same content must not lose records unnoticed.
      const std::string loss = reasons_against(rebuilt, known);
      if (!loss.empty() && !accept && image_is_whole(store_->folder(), *known)) {
        return outcome(AddOutcome::kAlreadyLoaded, *known, "it stays as it was read before: " + loss);
      }
      VEDETTE_RETURN_IF_ERROR(write_files(rebuilt, load));
      rebuilt.confirmed = known->confirmed;
      rebuilt.loaded = known->loaded;
      rebuilt.held_because = known->held_because;
      rebuilt.accepted_because = known->accepted_because;
      rebuilt.active = known->active;
      *known = std::move(rebuilt);
      VEDETTE_RETURN_IF_ERROR(commit());
    }
    return add_known(*known, load.version, accept);
  }
  Version version = load.version;
  version.loaded = format_timestamp(clock.now());
  const std::string reason = reasons_against(version, manifest_.active(version.source));
  const bool activate = reason.empty() || accept.has_value();
  version.held_because = activate ? std::string() : reason;
  version.accepted_because = !reason.empty() && accept ? *accept : std::string();
  VEDETTE_RETURN_IF_ERROR(write_files(version, load));
  manifest_.versions.push_back(std::move(version));
  if (activate) make_active(manifest_.versions.back());
  sort_versions(manifest_);
  VEDETTE_RETURN_IF_ERROR(commit());
  return outcome(activate ? AddOutcome::kActivated : AddOutcome::kHeld, *find(load.version), reason);
}

Result<std::optional<Added>> StoreWriter::add_again(const Version& version, const std::optional<std::string>& accept) {
  Version* known = find(version);
  if (known == nullptr || known->built_by != version.built_by || !image_is_whole(store_->folder(), *known)) {
    return std::nullopt;
  }
  return add_known(*known, version, accept);
}

Result<Added> StoreWriter::add_known(Version& known, const Version& given, const std::optional<std::string>& accept) {
  // Published anew on a later day, the content is judged as a new version would be: an authority may take an update
  // back.
  const bool confirms = is_later(given.published, known.current_on());
  if (confirms) known.confirmed = given.published;
  std::string reason = known.active ? std::string() : reasons_against(known, manifest_.active(known.source));
  const bool activates = !known.active && (accept.has_value() || (confirms && reason.empty()));
  if (activates) {
    make_active(known);
    known.accepted_because = accept.value_or(std::string());
  }
  if (confirms || activates) VEDETTE_RETURN_IF_ERROR(commit());
  return outcome(AddOutcome::kAlreadyLoaded, known, std::move(reason));
}

Result<Added> StoreWriter::activate(std::string_view name, const std::string& reason) {
  VEDETTE_ASSIGN_OR_RETURN(const Version* wanted, find_version(manifest_, name));
  Version& version = *find(*wanted);
  if (!image_is_whole(store_->folder(), version)) {
    return fail(ErrorCode::kCorrupt, "the image is damaged: load that version again with `lists add`",
                {.file = store_->image_path(version).string()});
  }
  std::string against = reasons_against(version, version.active ? nullptr : manifest_.active(version.source));
  if (!version.active) {
    make_active(version);
    version.accepted_because = reason;
    VEDETTE_RETURN_IF_ERROR(commit());
  }
  return outcome(AddOutcome::kActivated, version, std::move(against));
}

Result<Added> StoreWriter::remove(std::string_view name, Removes which) {
  VEDETTE_ASSIGN_OR_RETURN(const Version* wanted, find_version(manifest_, name));
  Added removed = outcome(AddOutcome::kHeld, *wanted, {});
  if (wanted->active && which == Removes::kKeptOnly) {
    return fail(ErrorCode::kUsage,
                fmt::format("{} is what is screened against: activate another version first", removed.name));
  }
  manifest_.versions.erase(manifest_.versions.begin() + (wanted - manifest_.versions.data()));
  VEDETTE_RETURN_IF_ERROR(commit());
  sweep();
  return removed;
}

}  // namespace vedette::lists
