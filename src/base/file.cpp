#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace vedette {
namespace {

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  int release() { return std::exchange(value_, -1); }

 private:
  int value_;
};

Unexpected system_error(const std::filesystem::path& path, std::string_view what, int code = errno) {
  return fail(code == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo, fmt::format("{}: {}", what, std::strerror(code)),
              {.file = path.string()});
}

Result<uint64_t> regular_size(int descriptor, const std::filesystem::path& path) {
  struct stat status{};
  if (::fstat(descriptor, &status) != 0) return system_error(path, "cannot read");
  if (S_ISDIR(status.st_mode)) return system_error(path, "cannot read", EISDIR);
  return static_cast<uint64_t>(status.st_size);
}

Result<void> write_all(int descriptor, std::string_view content, const std::filesystem::path& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return system_error(path, "cannot write");
    content.remove_prefix(static_cast<size_t>(written));
  }
  return {};
}

Result<void> sync_folder(const std::filesystem::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0) return system_error(folder, "cannot sync");
  return {};
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, uint64_t limit) {
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.get() < 0) return system_error(path, "cannot open");
  VEDETTE_ASSIGN_OR_RETURN(const uint64_t size, regular_size(descriptor.get(), path));
  if (size > limit) {
    return fail(ErrorCode::kLimit, fmt::format("{} bytes, over the limit of {}", size, limit), {.file = path.string()});
  }
  // Pipes and files that grow have no trustworthy size: read until the end or the limit.
  std::string content;
  content.reserve(size + 1);
  char buffer[65536];
  for (;;) {
    const ssize_t got = ::read(descriptor.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(path, "cannot read");
    if (got == 0) return content;
    content.append(buffer, static_cast<size_t>(got));
    if (content.size() > limit) {
      return fail(ErrorCode::kLimit, fmt::format("over the limit of {} bytes", limit), {.file = path.string()});
    }
  }
}

Result<std::unique_ptr<MappedFile>> MappedFile::open(const std::filesystem::path& path) {
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.get() < 0) return system_error(path, "cannot open");
  VEDETTE_ASSIGN_OR_RETURN(const uint64_t size, regular_size(descriptor.get(), path));
  if (size == 0) return std::unique_ptr<MappedFile>(new MappedFile(nullptr, 0));
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor.get(), 0);
  if (data == MAP_FAILED) return system_error(path, "cannot map");
  return std::unique_ptr<MappedFile>(new MappedFile(static_cast<const char*>(data), size));
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

Result<void> replace_file(const std::filesystem::path& path, std::string_view content) {
  std::string temporary = path.string() + ".tmp-XXXXXX";
  Descriptor descriptor(::mkostemp(temporary.data(), O_CLOEXEC));
  if (descriptor.get() < 0) return system_error(path, "cannot create a file beside it");
  auto written = write_all(descriptor.get(), content, temporary);
  if (written && (::fchmod(descriptor.get(), 0644) != 0 || ::fsync(descriptor.get()) != 0)) {
    written = system_error(temporary, "cannot sync");
  }
  if (written && ::rename(temporary.c_str(), path.c_str()) != 0) written = system_error(path, "cannot replace");
  if (!written) {
    ::unlink(temporary.c_str());
    return written;
  }
  return sync_folder(path.has_parent_path() ? path.parent_path() : ".");
}

Result<std::unique_ptr<FileLock>> FileLock::acquire(const std::filesystem::path& path) {
  Descriptor descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (descriptor.get() < 0) return system_error(path, "cannot open the lock");
  while (::flock(descriptor.get(), LOCK_EX) != 0) {
    if (errno != EINTR) return system_error(path, "cannot lock");
  }
  return std::unique_ptr<FileLock>(new FileLock(descriptor.release()));
}

Result<std::unique_ptr<FileLock>> FileLock::try_acquire(const std::filesystem::path& path) {
  Descriptor descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (descriptor.get() < 0) return system_error(path, "cannot open the lock");
  while (::flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return std::unique_ptr<FileLock>();
    if (errno != EINTR) return system_error(path, "cannot lock");
  }
  return std::unique_ptr<FileLock>(new FileLock(descriptor.release()));
}

FileLock::~FileLock() {
  ::close(descriptor_);
}

}  // namespace vedette
