#include "lists/part_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace vedette::lists {

Unexpected PartFile::failed(std::string_view what) const {
  return fail(ErrorCode::kIo, fmt::format("{}: {}", what, std::strerror(errno)), {.file = part_.string()});
}

Result<PartFile> PartFile::create(std::filesystem::path path) {
  PartFile part(std::move(path));
  part.file_.reset(std::fopen(part.part_.c_str(), "wb+"));
  if (part.file_ == nullptr) return part.failed("cannot create the file");
  return part;
}

PartFile::~PartFile() {
  if (file_ == nullptr) return;
  std::error_code ignored;
  std::filesystem::remove(part_, ignored);
}

Result<void> PartFile::restart() {
  if (std::fflush(file_.get()) != 0 || ::ftruncate(fileno(file_.get()), 0) != 0 ||
      std::fseek(file_.get(), 0, SEEK_SET) != 0) {
    return failed("cannot write");
  }
  size_ = 0;
  return {};
}

Result<void> PartFile::append(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) return failed("cannot write");
  size_ += bytes.size();
  return {};
}

Result<std::string> PartFile::front(size_t most) {
  std::string bytes(most, '\0');
  if (std::fflush(file_.get()) != 0) return failed("cannot write");
  const ssize_t got = ::pread(fileno(file_.get()), bytes.data(), most, 0);
  if (got < 0) return failed("cannot read");
  bytes.resize(static_cast<size_t>(got));
  return bytes;
}

Result<void> PartFile::finish() {
  if (std::fflush(file_.get()) != 0) return failed("cannot write");
  if (std::rename(part_.c_str(), path_.c_str()) != 0) return failed("cannot move the file to its place");
  file_.reset();
  return {};
}

}  // namespace vedette::lists
