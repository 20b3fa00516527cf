// The store: a folder with one immutable image a version and a manifest that says which are active.
//
// A reader takes no lock: it reads the manifest once and opens the images that it names. A writer takes the lock,
// writes and syncs the new image, then renames the new manifest over the old one: that rename is the switch, so a
// crash at any moment leaves the old set or the new one. Files that no manifest names are removed by the next writer.
// To the store an image is bytes. All of it may be called from several threads and processes at once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"
#include "lists/manifest.h"

namespace vedette::lists {

inline constexpr uint64_t kManifestBytesLimit = uint64_t{64} << 20;

/// One load, ready to be kept. The store fills in file names, checksum, time and activation.
struct NewVersion {
  Version version;
  std::string_view image;             ///< the whole file
  std::string_view rejected_records;  ///< JSON lines, or empty
};

enum class AddOutcome : uint8_t {
  kActivated,      ///< it is now the active version of its source
  kHeld,           ///< kept for questions about the past, not active; `reason` says why
  kAlreadyLoaded,  ///< the same content is there; nothing but `active` and `confirmed` can have changed
};

struct Added {
  AddOutcome outcome = AddOutcome::kActivated;
  Version version;     ///< as it now stands
  std::string name;    ///< "un_sc_sanctions@2025-11-20"
  std::string reason;  ///< rules that spoke against activation, whether accepted or not
};

/// What `remove` may take away.
enum class Removes : uint8_t {
  kKeptOnly,  ///< a version that is not active
  kAny,       ///< the active one too, which leaves its source without one
};

/// What `verify` found.
struct StoreReport {
  uint64_t images = 0;
  uint64_t bytes = 0;
  std::vector<std::string> problems;  ///< damage: each a sentence with what to do
  std::vector<std::string> orphans;   ///< files that no version names; harmless, removed by the next load or update
};

class Store {
 public:
  /// No file is touched. `folder` need not exist.
  explicit Store(std::filesystem::path folder) : folder_(std::move(folder)) {}

  const std::filesystem::path& folder() const { return folder_; }

  /// Whether something was ever stored here: a manifest, whole or damaged, or an image without one.
  bool exists() const;

  /// The manifest as it is now. kNotFound if nothing was ever stored here; kCorrupt if it is damaged or gone while
  /// images are there; kUnsupported if a newer program wrote it.
  Result<Manifest> manifest() const;

  /// Where the image of a version lies. kCorrupt if it is missing or its size is not the recorded one. Its content is
  /// not read here: the image has checksums of its own, and `verify` takes that of the whole file.
  Result<std::filesystem::path> image_file(const Version& version) const;

  /// The same, mapped.
  Result<std::unique_ptr<MappedFile>> open_image(const Version& version) const;

  /// The rejected records of a version, as JSON lines. Empty if there were none.
  Result<std::string> rejected_records(const Version& version) const;

  /// Keeps a version and applies the activation rules; `accept` (a reason) overrides them. The same content of the same
  /// source a second time makes no new version: it can activate the one that is there (with `accept`), confirm it for
  /// a later published date, and replace its image where that was built by another program or is damaged. Makes the
  /// folder if there is none.
  Result<Added> add(const NewVersion& load, const std::optional<std::string>& accept, const Clock& clock);

  /// The same for content that may be there already, before its image is built: nullopt, and nothing changed, if `add`
  /// with an image is needed. Only source, hash, published and built_by of `version` count.
  Result<std::optional<Added>> add_again(const Version& version, const std::optional<std::string>& accept);

  /// What `add` would give for a version, without `accept`. Nothing is changed, and no file of images is looked at.
  Result<Added> would_add(const Version& version) const;

  /// Makes a version (a name as `find_version` takes) the active one of its source, whatever the rules say; the
  /// reason is recorded. Returns it with its name.
  Result<Added> activate(std::string_view name, const std::string& reason);

  /// Takes a version out of the manifest, then removes its files; returns it with its name. Killed before the manifest
  /// is renamed, all is as it was; after it, the files are left over and the next writer removes them. kUsage for a
  /// version that `which` does not allow.
  Result<Added> remove(std::string_view name, Removes which = Removes::kKeptOnly);

  /// Checks the manifest and every byte of every image and file. Fails only if there is no store.
  Result<StoreReport> verify() const;

 private:
  friend class StoreWriter;

  std::filesystem::path manifest_path() const { return folder_ / "manifest.json"; }
  std::filesystem::path image_path(const Version& version) const { return folder_ / "images" / version.image; }
  std::filesystem::path rejected_path(const Version& version) const {
    return folder_ / "rejected" / version.rejected_file;
  }
  bool has_images() const;

  std::filesystem::path folder_;
};

}  // namespace vedette::lists
