#include "cli/output_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace vedette::cli {
namespace {

namespace fs = std::filesystem;

Unexpected cannot_write(const fs::path& path, int error) {
  return fail(ErrorCode::kIo, std::string("cannot write: ") + std::strerror(error), {.file = path.string()});
}

// mkstemp makes files that only their owner reads; an output file is as any other.
void give_usual_rights(int descriptor) {
  const mode_t mask = umask(0);
  umask(mask);
  (void)fchmod(descriptor, 0666 & ~mask);
}

}  // namespace

Result<std::unique_ptr<OutputFile>> OutputFile::create(const fs::path& path) {
  std::error_code ignored;
  const fs::path target = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
  if (fs::exists(target, ignored) && !fs::is_regular_file(target, ignored)) {
    const int descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return cannot_write(path, errno);
    return std::unique_ptr<OutputFile>(new OutputFile(target, {}, descriptor));
  }
  std::string unfinished = target.string() + ".tmp-XXXXXX";
  const int descriptor = ::mkostemp(unfinished.data(), O_CLOEXEC);
  if (descriptor < 0) return cannot_write(path, errno);
  give_usual_rights(descriptor);
  return std::unique_ptr<OutputFile>(new OutputFile(target, std::move(unfinished), descriptor));
}

OutputFile::OutputFile(fs::path path, std::string unfinished, int descriptor)
    : path_(std::move(path)),
      unfinished_(std::move(unfinished)),
      descriptor_(descriptor),
      sink_(std::make_unique<DescriptorSink>(descriptor)) {}

OutputFile::~OutputFile() {
  sink_.reset();
  ::close(descriptor_);
  std::error_code ignored;
  if (!unfinished_.empty()) fs::remove(unfinished_, ignored);
}

Result<void> OutputFile::keep() {
  sink_->flush();
  if (const std::string failure = sink_->failure(); !failure.empty()) {
    return fail(ErrorCode::kIo, "cannot write: " + failure, {.file = path_.string()});
  }
  if (unfinished_.empty()) return {};
  if (::fsync(descriptor_) != 0) return cannot_write(path_, errno);
  std::error_code error;
  fs::rename(unfinished_, path_, error);
  if (error) return fail(ErrorCode::kIo, "cannot write: " + error.message(), {.file = path_.string()});
  unfinished_.clear();
  return {};
}

}  // namespace vedette::cli
