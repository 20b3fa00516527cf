// A file that a command writes: whole under its name, or not there.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/error.h"
#include "cli/sink.h"

namespace vedette::cli {

class OutputFile {
 public:
  /// Opens a file beside `path`. What is there already and is no regular file (a pipe, a device) is written to itself.
  static Result<std::unique_ptr<OutputFile>> create(const std::filesystem::path& path);
  /// Without `keep`, nothing is left.
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  Sink& sink() { return *sink_; }
  /// Puts what was written in the place of `path`. kIo if that fails or some write did.
  Result<void> keep();

 private:
  OutputFile(std::filesystem::path path, std::string unfinished, int descriptor);
  std::filesystem::path path_;
  std::string unfinished_;  // empty: `path_` itself is written
  int descriptor_;
  std::unique_ptr<DescriptorSink> sink_;
};

}  // namespace vedette::cli
