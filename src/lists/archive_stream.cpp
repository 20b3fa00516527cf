#include "lists/archive_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <utility>

#include "base/utf8.h"
#include "lists/expansion_guard.h"
#include "lists/gzip_stream.h"
#include "lists/input.h"

namespace vedette::lists {
namespace {

constexpr size_t kBlockBytes = size_t{64} << 10;

struct CloseArchive {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
using ArchiveHandle = std::unique_ptr<archive, CloseArchive>;

// Bytes that all members of one archive have given together.
using Tally = std::shared_ptr<uint64_t>;

Unexpected damaged(archive* handle, const std::string& name) {
  const char* detail = archive_error_string(handle);
  return fail(ErrorCode::kCorrupt,
              fmt::format("compressed data is damaged or ends early ({})", detail == nullptr ? "no detail" : detail),
              {name, 0, ""});
}

Result<ArchiveHandle> open_handle(const PackedSource& source, Container container) {
  ArchiveHandle handle(archive_read_new());
  if (handle == nullptr) return fail(ErrorCode::kInternal, "no memory for an archive reader", {source.name, 0, ""});
  if (container == Container::kZip) {
    archive_read_support_format_zip_seekable(handle.get());
  } else {
    archive_read_support_filter_zstd(handle.get());
    archive_read_support_format_raw(handle.get());
    archive_read_support_format_empty(handle.get());
  }
  const int opened = source.bytes != nullptr
                         ? archive_read_open_memory(handle.get(), source.bytes->data(), source.bytes->size())
                         : archive_read_open_filename(handle.get(), source.path.c_str(), kBlockBytes);
  if (opened != ARCHIVE_OK) return damaged(handle.get(), source.name);
  return handle;
}

// Moves to the next entry; nullptr at the end.
Result<archive_entry*> next_entry(archive* handle, const std::string& name) {
  archive_entry* entry = nullptr;
  const int code = archive_read_next_header(handle, &entry);
  if (code == ARCHIVE_EOF) return nullptr;
  if (code < ARCHIVE_WARN) return damaged(handle, name);
  return entry;
}

// One member, opened when it is first read, so that many streams do not hold many files open.
class MemberStream final : public InputStream {
 public:
  MemberStream(PackedSource source, Container container, size_t index, std::string name, const ReadLimits& limits,
               Tally tally)
      : source_(std::move(source)),
        container_(container),
        index_(index),
        name_(std::move(name)),
        guard_(source_.size, limits, std::move(tally)) {}

  const std::string& name() const override { return name_; }

  Result<size_t> read(std::span<char> buffer) override {
    if (ended_ || buffer.empty()) return size_t{0};
    if (handle_ == nullptr) VEDETTE_RETURN_IF_ERROR(open());
    if (ended_) return size_t{0};
    const la_ssize_t got = archive_read_data(handle_.get(), buffer.data(), buffer.size());
    if (got < 0) return damaged(handle_.get(), name_);
    if (got == 0) {
      ended_ = true;
      handle_.reset();
      return size_t{0};
    }
    const auto size = static_cast<size_t>(got);
    VEDETTE_RETURN_IF_ERROR(check({buffer.data(), size}));
    return size;
  }

 private:
  Result<void> open() {
    VEDETTE_ASSIGN_OR_RETURN(handle_, open_handle(source_, container_));
    for (size_t i = 0; i <= index_; ++i) {
      VEDETTE_ASSIGN_OR_RETURN(archive_entry* const entry, next_entry(handle_.get(), name_));
      if (entry == nullptr) {
        ended_ = true;
        return {};
      }
      if (i == index_ && archive_entry_is_encrypted(entry) != 0) {
        return fail(ErrorCode::kUnsupported, "the archive's member is encrypted", {name_, 0, ""});
      }
    }
    return {};
  }

  Result<void> check(std::string_view bytes) {
    // A header cut short is not recognised as one, and would come out as it went in.
    constexpr int kFilterAndSource = 2;
    if (container_ != Container::kZip && archive_filter_count(handle_.get()) < kFilterAndSource) {
      return fail(ErrorCode::kCorrupt, "compressed data is damaged or ends early (no complete header)", {name_, 0, ""});
    }
    return guard_.check(bytes, name_);
  }

  PackedSource source_;
  Container container_;
  size_t index_;
  std::string name_;
  ExpansionGuard guard_;
  ArchiveHandle handle_;
  bool ended_ = false;
};

std::string member_name(archive_entry* entry, size_t index) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? fmt::format("member {}", index + 1) : mend_utf8(name);
}

Result<Streams> open_zip(const PackedSource& source, const ReadLimits& limits) {
  VEDETTE_ASSIGN_OR_RETURN(const ArchiveHandle handle, open_handle(source, Container::kZip));
  const auto tally = std::make_shared<uint64_t>(0);
  Streams streams;
  for (size_t index = 0;; ++index) {
    VEDETTE_ASSIGN_OR_RETURN(archive_entry* const entry, next_entry(handle.get(), source.name));
    if (entry == nullptr) break;
    if (index >= kMaxStreams) {
      return fail(ErrorCode::kLimit, fmt::format("the archive has more than {} members", kMaxStreams),
                  {source.name, 0, ""});
    }
    const std::string member = member_name(entry, index);
    if (archive_entry_filetype(entry) != AE_IFREG || member.empty() || member.back() == '/') continue;
    streams.push_back(std::make_unique<MemberStream>(source, Container::kZip, index,
                                                     fmt::format("{}/{}", source.name, member), limits, tally));
  }
  if (streams.empty()) return fail(ErrorCode::kInvalidInput, "the archive holds no file", {source.name, 0, ""});
  return streams;
}

}  // namespace

Container container_of(std::string_view front) {
  using namespace std::string_view_literals;
  constexpr size_t kTarMagicAt = 257;
  if (front.starts_with("\x1F\x8B"sv)) return Container::kGzip;
  if (front.starts_with("\x28\xB5\x2F\xFD"sv)) return Container::kZstd;
  if (front.starts_with("PK\x03\x04"sv) || front.starts_with("PK\x05\x06"sv)) return Container::kZip;
  for (const std::string_view magic : {"BZh"sv,
                                       "\xFD"
                                       "7zXZ\0"sv,
                                       "7z\xBC\xAF\x27\x1C"sv, "Rar!\x1A\x07"sv, "\x1F\x9D"sv}) {
    if (front.starts_with(magic)) return Container::kForeign;
  }
  if (front.size() > kTarMagicAt && front.substr(kTarMagicAt).starts_with("ustar")) return Container::kForeign;
  return Container::kPlain;
}

Result<Streams> open_packed(const PackedSource& source, Container container, const ReadLimits& limits) {
  if (container == Container::kZip) return open_zip(source, limits);
  Streams streams;
  if (container == Container::kGzip) {
    streams.push_back(gzip_stream(source, limits));
    return streams;
  }
  streams.push_back(
      std::make_unique<MemberStream>(source, container, size_t{0}, source.name, limits, std::make_shared<uint64_t>(0)));
  return streams;
}

}  // namespace vedette::lists
