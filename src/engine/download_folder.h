// Where files are while they are fetched and read: downloads/ in the store's folder.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/error.h"
#include "base/file.h"
#include "base/log.h"

namespace vedette::engine {

/// One process has it at a time. What a process left that was killed is removed by the next, and by the end nothing is
/// left but the lock.
class DownloadFolder {
 public:
  /// Waits for another process, and says so to `log`.
  static Result<DownloadFolder> open(const std::filesystem::path& store, const LogSink& log);
  ~DownloadFolder();
  DownloadFolder(DownloadFolder&&) noexcept = default;
  DownloadFolder& operator=(DownloadFolder&&) = delete;
  DownloadFolder(const DownloadFolder&) = delete;

  /// Where the file of a source goes: its own folder, and the name that the address gives it.
  Result<std::filesystem::path> path_for(const std::string& source, const std::string& url) const;
  void remove(const std::string& source) const;
  const std::filesystem::path& path() const { return path_; }

 private:
  DownloadFolder(std::filesystem::path path, std::unique_ptr<FileLock> lock)
      : path_(std::move(path)), lock_(std::move(lock)) {}
  void sweep() const;

  std::filesystem::path path_;
  std::unique_ptr<FileLock> lock_;
};

}  // namespace vedette::engine
