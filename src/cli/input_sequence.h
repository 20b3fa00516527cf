// The inputs of several files, one after another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/error.h"

namespace vedette::cli {

/// `Input` gives its items by `next()`, an optional Result that is nullopt at its end, and says `bytes_read()`. One
/// file is open at a time; one that cannot be opened gives its error in its place, and the rest goes on.
template <typename Input>
class InputSequence {
 public:
  using Open = std::function<Result<Input>(const std::string& file)>;

  /// `files` must outlive the sequence.
  InputSequence(const std::vector<std::string>& files, Open open) : files_(files), open_(std::move(open)) {}

  /// nullopt at the end of all files.
  auto next() -> decltype(std::declval<Input&>().next()) {
    while (true) {
      if (!input_ && begun_ == files_.size()) return std::nullopt;
      if (!input_) {
        auto opened = open_(files_[begun_++]);
        if (!opened) return Unexpected(std::move(opened).error());
        input_.emplace(*std::move(opened));
      }
      if (auto item = input_->next()) return item;
      bytes_before_ += input_->bytes_read();
      input_.reset();
    }
  }

  /// How the file being read is called; requires that one was begun.
  const std::string& file() const { return files_[begun_ - 1]; }
  size_t files_begun() const { return begun_; }
  uint64_t bytes_read() const { return bytes_before_ + (input_ ? input_->bytes_read() : 0); }

 private:
  const std::vector<std::string>& files_;
  Open open_;
  std::optional<Input> input_;
  size_t begun_ = 0;
  uint64_t bytes_before_ = 0;
};

/// Of all files; 0 where one has no size.
inline uint64_t total_bytes(const std::vector<std::string>& files) {
  uint64_t total = 0;
  for (const std::string& file : files) {
    std::error_code error;
    const auto bytes = std::filesystem::file_size(file, error);
    if (error) return 0;
    total += bytes;
  }
  return total;
}

}  // namespace vedette::cli
