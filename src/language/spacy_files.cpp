#include "language/spacy_files.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/file.h"
#include "base/utf8.h"

namespace vedette::language {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kConfig = "config.cfg";
constexpr std::string_view kMeta = "meta.json";

Unexpected too_many(const std::string& package, size_t most) {
  return fail(ErrorCode::kLimit, fmt::format("more than {} files", most), {package, 0, ""});
}

class FolderFiles final : public SpacyFiles {
 public:
  static Result<std::unique_ptr<SpacyFiles>> open(const fs::path& path, const SpacyFileLimits& limits) {
    std::unique_ptr<FolderFiles> files(new FolderFiles(path, limits));
    VEDETTE_ASSIGN_OR_RETURN(auto names, files->list());
    VEDETTE_RETURN_IF_ERROR(files->find_model(std::move(names)));
    return files;
  }

 private:
  FolderFiles(const fs::path& path, const SpacyFileLimits& limits) : SpacyFiles(path.string(), limits), path_(path) {}

  // Links to folders are not followed, so the walk ends.
  Result<std::vector<std::string>> list() const {
    std::vector<std::string> names;
    std::error_code error;
    fs::recursive_directory_iterator entry(path_, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      if (names.size() >= limits().files) return too_many(package(), limits().files);
      std::error_code ignored;
      if (entry->is_regular_file(ignored)) names.push_back(entry->path().lexically_relative(path_).generic_string());
    }
    if (error) return fail(ErrorCode::kIo, fmt::format("cannot list: {}", error.message()), {package(), 0, ""});
    return names;
  }
  Result<std::string> read_member(const std::string& member) override {
    return read_file(path_ / member, limits().file_bytes);
  }

  fs::path path_;
};

struct FreeArchive {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
using ArchiveHandle = std::unique_ptr<archive, FreeArchive>;

class ZipFiles final : public SpacyFiles {
 public:
  /// Reads from `bytes`, or from the file `name` if there are none.
  ZipFiles(std::string_view bytes, std::string name, const SpacyFileLimits& limits)
      : SpacyFiles(std::move(name), limits), bytes_(bytes) {}

  Result<void> find() {
    std::vector<std::string> names;
    VEDETTE_RETURN_IF_ERROR(walk([&](archive*, archive_entry* entry, const std::string& name) -> Result<bool> {
      if (names.size() >= limits().files) return too_many(package(), limits().files);
      if (archive_entry_filetype(entry) == AE_IFREG) names.push_back(name);
      return true;
    }));
    return find_model(std::move(names));
  }

 private:
  Unexpected damaged(archive* handle) const {
    const char* detail = archive_error_string(handle);
    return fail(ErrorCode::kInvalidInput,
                fmt::format("not a zip archive, or a damaged one ({})", detail == nullptr ? "no detail" : detail),
                {package(), 0, ""});
  }

  // Calls visit(handle, entry, name) for every member until it gives false.
  template <typename Visit>
  Result<void> walk(Visit&& visit) {
    constexpr size_t kBlockBytes = size_t{64} << 10;
    const ArchiveHandle handle(archive_read_new());
    if (handle == nullptr) return fail(ErrorCode::kInternal, "no memory for an archive reader", {package(), 0, ""});
    archive_read_support_format_zip_seekable(handle.get());
    const int opened = bytes_.data() != nullptr
                           ? archive_read_open_memory(handle.get(), bytes_.data(), bytes_.size())
                           : archive_read_open_filename(handle.get(), package().c_str(), kBlockBytes);
    if (opened != ARCHIVE_OK) return damaged(handle.get());
    for (;;) {
      archive_entry* entry = nullptr;
      const int code = archive_read_next_header(handle.get(), &entry);
      if (code == ARCHIVE_EOF) return {};
      if (code < ARCHIVE_WARN) return damaged(handle.get());
      const char* name = archive_entry_pathname_utf8(entry);
      if (name == nullptr) name = archive_entry_pathname(entry);
      VEDETTE_ASSIGN_OR_RETURN(const bool more, visit(handle.get(), entry, mend_utf8(name == nullptr ? "" : name)));
      if (!more) return {};
    }
  }

  Result<std::string> read_member(const std::string& member) override {
    std::string content;
    VEDETTE_RETURN_IF_ERROR(walk([&](archive* handle, archive_entry*, const std::string& name) -> Result<bool> {
      if (name != member) return true;
      VEDETTE_ASSIGN_OR_RETURN(content, read_entry(handle, name));
      return false;
    }));
    return content;
  }

  Result<std::string> read_entry(archive* handle, const std::string& name) const {
    std::string content;
    std::array<char, 65536> buffer;
    for (;;) {
      const la_ssize_t got = archive_read_data(handle, buffer.data(), buffer.size());
      if (got < 0) return damaged(handle);
      if (got == 0) return content;
      content.append(buffer.data(), static_cast<size_t>(got));
      if (content.size() > limits().file_bytes) {
        return fail(ErrorCode::kLimit, fmt::format("more than {} bytes", limits().file_bytes),
                    {package() + "/" + name, 0, ""});
      }
    }
  }

  std::string_view bytes_;
};

// "a/b/" of "a/b/config.cfg", if the name is that of `file` in some folder.
std::string folder_of(const std::string& name, std::string_view file) {
  return name.substr(0, name.size() - file.size());
}

bool is_named(const std::string& name, std::string_view file) {
  return name == file || (name.ends_with(file) && name[name.size() - file.size() - 1] == '/');
}

}  // namespace

Result<std::unique_ptr<SpacyFiles>> SpacyFiles::open(const fs::path& path, const SpacyFileLimits& limits) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return FolderFiles::open(path, limits);
  if (!fs::exists(path, ignored)) return fail(ErrorCode::kNotFound, "no such file or folder", {path.string(), 0, ""});
  auto files = std::make_unique<ZipFiles>(std::string_view(), path.string(), limits);
  VEDETTE_RETURN_IF_ERROR(files->find());
  return files;
}

Result<std::unique_ptr<SpacyFiles>> SpacyFiles::from_zip(std::string_view bytes, const std::string& name,
                                                         const SpacyFileLimits& limits) {
  if (bytes.empty()) return fail(ErrorCode::kInvalidInput, "an empty file is no zip archive", {name, 0, ""});
  auto files = std::make_unique<ZipFiles>(bytes, name, limits);
  VEDETTE_RETURN_IF_ERROR(files->find());
  return files;
}

Result<void> SpacyFiles::find_model(std::vector<std::string> names) {
  names_ = std::move(names);
  std::sort(names_.begin(), names_.end());
  std::vector<std::string> found;
  for (const std::string& name : names_) {
    if (!is_named(name, kConfig)) continue;
    std::string folder = folder_of(name, kConfig);
    if (std::binary_search(names_.begin(), names_.end(), folder + std::string(kMeta)))
      found.push_back(std::move(folder));
  }
  if (found.empty()) {
    return fail(ErrorCode::kInvalidInput, "no spaCy model in it: no folder holds both config.cfg and meta.json",
                {package_, 0, ""});
  }
  if (found.size() > 1) {
    return fail(
        ErrorCode::kInvalidInput,
        fmt::format("several spaCy models in it, among them {} and {}: give the folder of one", found[0], found[1]),
        {package_, 0, ""});
  }
  folder_ = found.front();
  return {};
}

bool SpacyFiles::has(const std::string& name) const {
  return std::binary_search(names_.begin(), names_.end(), folder_ + name);
}

Result<std::string> SpacyFiles::read(const std::string& name) {
  if (!has(name)) return fail(ErrorCode::kInvalidInput, "the package has no such file", {place(name), 0, ""});
  return read_member(folder_ + name);
}

}  // namespace vedette::language
