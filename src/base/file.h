// Files: bounded reading, mapping, and replacing whole files so that a reader sees the old one or the new one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"

namespace vedette {

/// Reads a whole file of at most `limit` bytes. kLimit if it is larger, kNotFound or kIo otherwise.
Result<std::string> read_file(const std::filesystem::path& path, uint64_t limit);

/// A read-only mapping that lives as long as the object. Safe to share between threads.
class MappedFile {
 public:
  static Result<std::unique_ptr<MappedFile>> open(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile(const char* data, size_t size) : data_(data), size_(size) {}
  const char* data_;
  size_t size_;
};

/// Writes beside `path`, syncs file and folder, and renames over it. After a crash at any moment the old content or
/// the new one is there, never a mixture.
Result<void> replace_file(const std::filesystem::path& path, std::string_view content);

/// An advisory lock on a file (created if missing), held until destroyed; waits for other processes. Released by the
/// system if the process dies.
class FileLock {
 public:
  static Result<std::unique_ptr<FileLock>> acquire(const std::filesystem::path& path);
  /// The same without waiting: null if another process holds it.
  static Result<std::unique_ptr<FileLock>> try_acquire(const std::filesystem::path& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace vedette
