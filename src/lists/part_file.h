// A file that is not whole yet, under a name that says so.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"

namespace vedette::lists {

/// Written beside `path` and moved there when it is whole; removed if it is never finished.
class PartFile {
 public:
  static Result<PartFile> create(std::filesystem::path path);
  ~PartFile();
  PartFile(PartFile&&) noexcept = default;
  PartFile& operator=(PartFile&&) noexcept = default;

  uint64_t size() const { return size_; }
  /// Throws away what there is.
  Result<void> restart();
  Result<void> append(std::string_view bytes);
  /// The first bytes, up to `most`.
  Result<std::string> front(size_t most);
  /// Moves it to its place.
  Result<void> finish();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  explicit PartFile(std::filesystem::path path) : path_(std::move(path)), part_(path_) { part_ += ".part"; }
  Unexpected failed(std::string_view what) const;

  std::filesystem::path path_;
  std::filesystem::path part_;
  std::unique_ptr<std::FILE, Close> file_;
  uint64_t size_ = 0;
};

}  // namespace vedette::lists
