#include "lists/gzip_stream.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>
#include <vector>

#include "lists/expansion_guard.h"

namespace vedette::lists {
namespace {

constexpr size_t kBlockBytes = size_t{64} << 10;
constexpr int kGzipWindow = 15 + 16;  // the largest window; 16 asks for gzip's header and trailer

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// Opened when it is first read, so that many streams do not hold many files open.
class GzipStream final : public InputStream {
 public:
  GzipStream(PackedSource source, const ReadLimits& limits)
      : source_(std::move(source)), guard_(source_.size, limits, std::make_shared<uint64_t>(0)) {}
  ~GzipStream() override { close(); }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  const std::string& name() const override { return source_.name; }

  Result<size_t> read(std::span<char> buffer) override {
    if (ended_ || buffer.empty()) return size_t{0};
    if (!is_open_) VEDETTE_RETURN_IF_ERROR(open());
    // zlib counts in unsigned ints.
    const size_t room = std::min(buffer.size(), size_t{1} << 30);
    inflater_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    inflater_.avail_out = static_cast<uInt>(room);
    while (inflater_.avail_out == room && !ended_) VEDETTE_RETURN_IF_ERROR(step());
    const size_t size = room - inflater_.avail_out;
    if (size > 0) VEDETTE_RETURN_IF_ERROR(guard_.check({buffer.data(), size}, source_.name));
    return size;
  }

 private:
  Result<void> open() {
    if (inflateInit2(&inflater_, kGzipWindow) != Z_OK) {
      return fail(ErrorCode::kInternal, "no memory for decompression", {source_.name, 0, ""});
    }
    is_open_ = true;
    if (source_.bytes != nullptr) return {};
    file_.reset(std::fopen(source_.path.c_str(), "rbe"));
    if (file_ != nullptr) return {};
    return fail(ErrorCode::kIo, fmt::format("cannot be read: {}", std::generic_category().message(errno)),
                {source_.name, 0, ""});
  }

  void close() {
    if (is_open_) inflateEnd(&inflater_);
    is_open_ = false;
    file_.reset();
    ended_ = true;
  }

  // Inflates until the output is full, the input is used up, or a member ends.
  Result<void> step() {
    if (inflater_.avail_in == 0) VEDETTE_RETURN_IF_ERROR(fill());
    if (inflater_.avail_in == 0) {
      if (in_member_) return damaged("it ends early");
      close();
      return {};
    }
    if (!in_member_ && skip_padding()) return {};
    in_member_ = true;
    const int code = inflate(&inflater_, Z_NO_FLUSH);
    if (code == Z_STREAM_END) {
      in_member_ = false;
      had_member_ = true;
      return inflateReset(&inflater_) == Z_OK ? Result<void>() : damaged("it cannot be read on");
    }
    if (code == Z_OK || code == Z_BUF_ERROR) return {};
    return damaged(inflater_.msg == nullptr ? "no detail" : inflater_.msg);
  }

  // Whether all that is at hand was zero bytes after a member.
  bool skip_padding() {
    if (!had_member_) return false;
    while (inflater_.avail_in > 0 && *inflater_.next_in == 0) {
      ++inflater_.next_in;
      --inflater_.avail_in;
    }
    return inflater_.avail_in == 0;
  }

  Result<void> fill() {
    if (source_.bytes != nullptr) {
      const size_t size = std::min(source_.bytes->size() - position_, kBlockBytes);
      // zlib reads through this pointer and never writes.
      inflater_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(source_.bytes->data() + position_));
      inflater_.avail_in = static_cast<uInt>(size);
      position_ += size;
      return {};
    }
    block_.resize(kBlockBytes);
    const size_t size = std::fread(block_.data(), 1, block_.size(), file_.get());
    if (size == 0 && std::ferror(file_.get()) != 0) {
      return fail(ErrorCode::kIo, "cannot be read", {source_.name, 0, ""});
    }
    inflater_.next_in = reinterpret_cast<Bytef*>(block_.data());
    inflater_.avail_in = static_cast<uInt>(size);
    return {};
  }

  Unexpected damaged(std::string_view why) const {
    return fail(ErrorCode::kCorrupt, fmt::format("compressed data is damaged or ends early ({})", why),
                {source_.name, 0, ""});
  }

  PackedSource source_;
  ExpansionGuard guard_;
  z_stream inflater_{};
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::vector<char> block_;
  size_t position_ = 0;  // in source_.bytes
  bool is_open_ = false;
  bool in_member_ = true;  // a file begins with one
  bool had_member_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<InputStream> gzip_stream(PackedSource source, const ReadLimits& limits) {
  return std::make_unique<GzipStream>(std::move(source), limits);
}

}  // namespace vedette::lists
