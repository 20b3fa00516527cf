#include "lists/input.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "lists/archive_stream.h"

namespace vedette::lists {
namespace {

constexpr size_t kFrontBytes = 512;

Unexpected io_error(const std::string& name, int code) {
  const auto kind = code == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo;
  return fail(kind, fmt::format("cannot be read: {}", std::generic_category().message(code)), {name, 0, ""});
}

class FileStream final : public InputStream {
 public:
  static Result<std::unique_ptr<FileStream>> open(const std::filesystem::path& path, std::string name, uint64_t limit) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return io_error(name, errno);
    return std::unique_ptr<FileStream>(new FileStream(descriptor, std::move(name), limit));
  }
  ~FileStream() override { ::close(descriptor_); }
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  const std::string& name() const override { return name_; }

  Result<size_t> read(std::span<char> buffer) override {
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, buffer.data(), buffer.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) return io_error(name_, errno);
    read_ += static_cast<uint64_t>(got);
    if (read_ > limit_) {
      return fail(ErrorCode::kLimit, fmt::format("the file has more than {} bytes", limit_), {name_, 0, ""});
    }
    return static_cast<size_t>(got);
  }

 private:
  FileStream(int descriptor, std::string name, uint64_t limit)
      : descriptor_(descriptor), name_(std::move(name)), limit_(limit) {}

  int descriptor_;
  std::string name_;
  uint64_t limit_;
  uint64_t read_ = 0;
};

Unexpected foreign(const std::string& name) {
  return fail(ErrorCode::kUnsupported,
              "an archive of a kind that is not read (gzip, zstd and zip are): unpack it first", {name, 0, ""});
}

Result<Streams> open_file(const std::filesystem::path& path, const ReadLimits& limits) {
  const std::string name = path.filename().string();
  VEDETTE_ASSIGN_OR_RETURN(auto front_stream, FileStream::open(path, name, limits.bytes));
  std::string front(kFrontBytes, '\0');
  VEDETTE_ASSIGN_OR_RETURN(const size_t got, front_stream->read(front));
  const Container container = container_of(std::string_view(front).substr(0, got));
  if (container == Container::kForeign) return foreign(name);
  if (container != Container::kPlain) {
    std::error_code error;
    const uint64_t size = std::filesystem::file_size(path, error);
    if (error) return io_error(name, error.value());
    return open_packed({name, path, nullptr, size}, container, limits);
  }
  VEDETTE_ASSIGN_OR_RETURN(auto stream, FileStream::open(path, name, limits.bytes));
  Streams streams;
  streams.push_back(std::move(stream));
  return streams;
}

Result<std::vector<std::filesystem::path>> files_of(const std::filesystem::path& folder) {
  const std::string name = folder.string();
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (auto entry = std::filesystem::directory_iterator(folder, error);
       !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (entry->path().filename().string().starts_with('.') || !entry->is_regular_file(ignored)) continue;
    files.push_back(entry->path());
    if (files.size() > kMaxStreams) {
      return fail(ErrorCode::kLimit, fmt::format("the folder has more than {} files", kMaxStreams), {name, 0, ""});
    }
  }
  if (error) return io_error(name, error.value());
  std::sort(files.begin(), files.end());
  return files;
}

Result<Streams> open_folder(const std::filesystem::path& folder, const ReadLimits& limits) {
  VEDETTE_ASSIGN_OR_RETURN(const auto files, files_of(folder));
  if (files.empty()) return fail(ErrorCode::kNotFound, "the folder holds no file", {folder.string(), 0, ""});
  Streams streams;
  for (const auto& file : files) {
    VEDETTE_ASSIGN_OR_RETURN(auto opened, open_file(file, limits));
    for (auto& stream : opened) streams.push_back(std::move(stream));
    if (streams.size() > kMaxStreams) {
      return fail(ErrorCode::kLimit, fmt::format("the folder holds more than {} files, archives opened", kMaxStreams),
                  {folder.string(), 0, ""});
    }
  }
  return streams;
}

}  // namespace

Result<std::unique_ptr<InputStream>> open_plain(const std::filesystem::path& path, std::string name, uint64_t limit) {
  return FileStream::open(path, std::move(name), limit);
}

Result<Streams> open_input(const std::filesystem::path& path, const ReadLimits& limits) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return io_error(path.string(), ENOENT);
  if (error) return io_error(path.string(), error.value());
  if (std::filesystem::is_directory(status)) return open_folder(path, limits);
  if (std::filesystem::is_regular_file(status)) return open_file(path, limits);
  return fail(ErrorCode::kUnsupported, "neither a file nor a folder", {path.string(), 0, ""});
}

Result<Streams> open_bytes(std::string name, std::string bytes, const ReadLimits& limits) {
  const Container container = container_of(std::string_view(bytes).substr(0, kFrontBytes));
  if (container == Container::kForeign) return foreign(name);
  if (container != Container::kPlain) {
    auto shared = std::make_shared<const std::string>(std::move(bytes));
    const uint64_t size = shared->size();
    return open_packed({std::move(name), {}, std::move(shared), size}, container, limits);
  }
  Streams streams;
  streams.push_back(std::make_unique<MemoryStream>(std::move(name), std::move(bytes)));
  return streams;
}

Result<size_t> MemoryStream::read(std::span<char> buffer) {
  const size_t size = std::min(buffer.size(), bytes_.size() - position_);
  std::memcpy(buffer.data(), bytes_.data() + position_, size);
  position_ += size;
  return size;
}

Result<std::string_view> PeekStream::peek() {
  if (reading_) return std::string_view();
  if (!peeked_) {
    front_.resize(kPeekBytes);
    size_t size = 0;
    while (size < kPeekBytes) {
      VEDETTE_ASSIGN_OR_RETURN(const size_t got, inner_->read(std::span(front_).subspan(size)));
      if (got == 0) break;
      size += got;
    }
    front_.resize(size);
    peeked_ = true;
  }
  return std::string_view(front_);
}

Result<size_t> PeekStream::read(std::span<char> buffer) {
  reading_ = true;
  if (position_ == front_.size()) return inner_->read(buffer);
  const size_t size = std::min(buffer.size(), front_.size() - position_);
  std::memcpy(buffer.data(), front_.data() + position_, size);
  position_ += size;
  return size;
}

std::unique_ptr<PeekStream> peekable(std::unique_ptr<InputStream> stream) {
  if (dynamic_cast<PeekStream*>(stream.get()) != nullptr) {
    return std::unique_ptr<PeekStream>(static_cast<PeekStream*>(stream.release()));
  }
  return std::make_unique<PeekStream>(std::move(stream));
}

Result<std::string> read_all(InputStream& stream, uint64_t limit) {
  std::string all;
  std::vector<char> buffer(kPeekBytes);
  for (;;) {
    VEDETTE_ASSIGN_OR_RETURN(const size_t got, stream.read(buffer));
    if (got == 0) return all;
    if (all.size() + got > limit) {
      return fail(ErrorCode::kLimit, fmt::format("more than {} bytes", limit), {stream.name(), 0, ""});
    }
    all.append(buffer.data(), got);
  }
}

}  // namespace vedette::lists
