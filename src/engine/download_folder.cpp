#include "engine/download_folder.h"

#include <fmt/format.h>

#include <algorithm>

namespace vedette::engine {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kLock = "lock";

Result<void> make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fail(ErrorCode::kIo, "cannot make the folder: " + error.message(), {.file = folder.string()});
  return {};
}

// "SDN.XML" of "https://example.org/exports/SDN.XML?token=1"; "list" where the address has no plain name in it.
std::string file_name(std::string_view url) {
  constexpr size_t kLongest = 100;
  const std::string_view path = url.substr(0, url.find_first_of("?#"));
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const bool plain = !name.empty() && name.size() <= kLongest && name.front() != '.' &&
                     std::all_of(name.begin(), name.end(), [](unsigned char c) {
                       return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_';
                     });
  return plain ? std::string(name) : std::string("list");
}

}  // namespace

Result<DownloadFolder> DownloadFolder::open(const fs::path& store, const LogSink& log) {
  const fs::path path = store / "downloads";
  VEDETTE_RETURN_IF_ERROR(make_folder(path));
  VEDETTE_ASSIGN_OR_RETURN(auto lock, FileLock::try_acquire(path / kLock));
  if (lock == nullptr) {
    tell(log, Severity::kInfo, "another update of this store is going on: waiting for it to end");
    VEDETTE_ASSIGN_OR_RETURN(lock, FileLock::acquire(path / kLock));
  }
  DownloadFolder folder(path, std::move(lock));
  folder.sweep();
  return folder;
}

DownloadFolder::~DownloadFolder() {
  if (lock_ != nullptr) sweep();
}

void DownloadFolder::sweep() const {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(path_, ignored)) {
    if (entry.path().filename() != kLock) fs::remove_all(entry.path(), ignored);
  }
}

Result<fs::path> DownloadFolder::path_for(const std::string& source, const std::string& url) const {
  VEDETTE_RETURN_IF_ERROR(make_folder(path_ / source));
  return path_ / source / file_name(url);
}

void DownloadFolder::remove(const std::string& source) const {
  std::error_code ignored;
  fs::remove_all(path_ / source, ignored);
}

}  // namespace vedette::engine
