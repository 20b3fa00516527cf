#include "lists/store.h"

#include <fmt/format.h>

#include "lists/activation.h"
#include "lists/store_writer.h"
#include "lists/version_name.h"

namespace vedette::lists {
namespace fs = std::filesystem;

bool Store::has_images() const {
  std::error_code error;
  const fs::directory_iterator files(folder_ / "images", error);
  return !error && files != fs::directory_iterator();
}

bool Store::exists() const {
  std::error_code error;
  return fs::exists(manifest_path(), error) || has_images();
}

Result<Manifest> Store::manifest() const {
  const auto text = read_file(manifest_path(), kManifestBytesLimit);
  if (!text && text.error().code == ErrorCode::kNotFound && has_images()) {
    return fail(ErrorCode::kCorrupt,
                "the manifest is gone while images are there: restore manifest.json from a backup, or load the lists "
                "into a new folder",
                {.file = manifest_path().string()});
  }
  if (!text && text.error().code == ErrorCode::kNotFound) {
    return fail(ErrorCode::kNotFound, "no lists were ever stored here", {.file = folder_.string()});
  }
  if (!text) return Unexpected(text.error());
  auto parsed = parse_manifest(*text);
  if (!parsed && parsed.error().code == ErrorCode::kCorrupt) {
    return fail(
        ErrorCode::kCorrupt,
        fmt::format("the manifest is damaged ({}): restore it from a backup, or load the lists into a new folder",
                    parsed.error().message),
        {.file = manifest_path().string()});
  }
  if (!parsed) parsed.error().where.file = manifest_path().string();
  return parsed;
}

Result<fs::path> Store::image_file(const Version& version) const {
  auto path = image_path(version);
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error == std::errc::no_such_file_or_directory) {
    return fail(ErrorCode::kCorrupt, "the image is gone: load that version again with `lists add`",
                {.file = path.string()});
  }
  if (error) return fail(ErrorCode::kIo, "cannot read the image: " + error.message(), {.file = path.string()});
  if (size != version.image_bytes) {
    return fail(ErrorCode::kCorrupt,
                fmt::format("the image has {} bytes and should have {}: load that version again with `lists add`", size,
                            version.image_bytes),
                {.file = path.string()});
  }
  return path;
}

Result<std::unique_ptr<MappedFile>> Store::open_image(const Version& version) const {
  VEDETTE_ASSIGN_OR_RETURN(const auto path, image_file(version));
  return MappedFile::open(path);
}

Result<std::string> Store::rejected_records(const Version& version) const {
  if (version.rejected_file.empty()) return std::string();
  return read_file(rejected_path(version), kManifestBytesLimit);
}

Result<Added> Store::add(const NewVersion& load, const std::optional<std::string>& accept, const Clock& clock) {
  VEDETTE_ASSIGN_OR_RETURN(StoreWriter writer, StoreWriter::begin(*this, &clock));
  return writer.add(load, accept, clock);
}

Result<std::optional<Added>> Store::add_again(const Version& version, const std::optional<std::string>& accept) {
  if (!exists()) return std::nullopt;
  VEDETTE_ASSIGN_OR_RETURN(StoreWriter writer, StoreWriter::begin(*this, nullptr));
  return writer.add_again(version, accept);
}

Result<Added> Store::would_add(const Version& version) const {
  auto manifest = this->manifest();
  if (!manifest && manifest.error().code != ErrorCode::kNotFound) return Unexpected(manifest.error());
  Manifest after = manifest ? *std::move(manifest) : Manifest{};
  const Version* active = after.active(version.source);
  Added added{.outcome = AddOutcome::kAlreadyLoaded, .version = version, .name = {}, .reason = {}};
  for (const Version& known : after.versions) {
    if (known.source != version.source || known.hash != version.hash) continue;
    const bool confirms = version.published.last_day() > known.current_on().last_day();
    added.version = known;
    if (confirms) added.version.confirmed = version.published;
    if (!known.active) added.reason = reasons_against(added.version, active);
    if (confirms && added.reason.empty()) added.version.active = true;
    added.name = version_name(after, known);
    return added;
  }
  added.reason = reasons_against(version, active);
  added.outcome = added.reason.empty() ? AddOutcome::kActivated : AddOutcome::kHeld;
  added.version.active = added.reason.empty();
  added.version.held_because = added.reason;
  after.versions.push_back(added.version);
  added.name = version_name(after, after.versions.back());
  return added;
}

Result<Added> Store::activate(std::string_view name, const std::string& reason) {
  VEDETTE_ASSIGN_OR_RETURN(StoreWriter writer, StoreWriter::begin(*this, nullptr));
  return writer.activate(name, reason);
}

Result<Added> Store::remove(std::string_view name, Removes which) {
  VEDETTE_ASSIGN_OR_RETURN(StoreWriter writer, StoreWriter::begin(*this, nullptr));
  return writer.remove(name, which);
}

}  // namespace vedette::lists
