#include "lists/store_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/file.h"
#include "base/hash.h"
#include "lists/store.h"

namespace vedette::lists {
namespace fs = std::filesystem;
namespace {

// Unfinished files end as replace_file ends them.
bool is_unfinished(const std::string& name) {
  return name.find(".tmp-") != std::string::npos;
}

void collect(const fs::path& folder, const std::string& ending, const std::set<std::string>& named,
             std::vector<fs::path>& found) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    const bool ours = !ending.empty() && name.ends_with(ending);
    if ((ours || is_unfinished(name)) && !named.contains(name)) found.push_back(entry.path());
  }
}

// What an update left that was killed. While one goes on, nothing is left over.
void collect_downloads(const fs::path& folder, std::vector<std::string>& found) {
  const fs::path lock = folder / "downloads" / "lock";
  std::error_code error;
  if (!fs::exists(lock, error)) return;
  const auto held = FileLock::try_acquire(lock);
  if (!held || *held == nullptr) return;
  for (const auto& entry : fs::directory_iterator(folder / "downloads", error)) {
    if (entry.path() != lock) found.push_back(entry.path().string());
  }
}

Result<void> check_image(const Store& store, const Version& version) {
  VEDETTE_ASSIGN_OR_RETURN(const auto image, store.open_image(version));
  if (checksum64(image->bytes()) == version.image_checksum) return {};
  return fail(ErrorCode::kCorrupt,
              "the image is damaged (its checksum differs): load that version again with `lists add`",
              {.file = (store.folder() / "images" / version.image).string()});
}

StoreReport check_files(const Store& store, const Manifest& manifest) {
  StoreReport report;
  for (const Version& version : manifest.versions) {
    ++report.images;
    report.bytes += version.image_bytes;
    if (const auto checked = check_image(store, version); !checked) {
      report.problems.push_back(checked.error().to_string());
    }
    if (const auto rejected = store.rejected_records(version); !rejected) {
      report.problems.push_back(rejected.error().to_string());
    }
  }
  for (const auto& path : unnamed_files(store.folder(), manifest)) report.orphans.push_back(path.string());
  collect_downloads(store.folder(), report.orphans);
  return report;
}

}  // namespace

bool image_is_whole(const fs::path& folder, const Version& version) {
  return check_image(Store(folder), version).has_value();
}

std::vector<fs::path> unnamed_files(const fs::path& folder, const Manifest& manifest) {
  std::set<std::string> named;
  for (const Version& version : manifest.versions) {
    named.insert(version.image);
    if (!version.rejected_file.empty()) named.insert(version.rejected_file);
  }
  std::vector<fs::path> found;
  collect(folder, "", named, found);
  collect(folder / "images", ".vim", named, found);
  collect(folder / "rejected", ".jsonl", named, found);
  std::sort(found.begin(), found.end());
  return found;
}

Result<StoreReport> Store::verify() const {
  constexpr int kAttempts = 3;  // a load that ends meanwhile can take an image away
  for (int attempt = 1;; ++attempt) {
    auto before = manifest();
    if (!before && before.error().code == ErrorCode::kNotFound) return Unexpected(before.error());
    if (!before) return StoreReport{.problems = {before.error().to_string()}};
    StoreReport report = check_files(*this, *before);
    if (report.problems.empty() || attempt == kAttempts) return report;
    const auto after = manifest();
    if (!after || after->generation == before->generation) return report;
  }
}

}  // namespace vedette::lists
