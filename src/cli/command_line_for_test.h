// Runs command lines in the process, with streams, clock and store of the test's own.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/file.h"
#include "cli/environment.h"
#include "cli/run.h"
#include "cli/sink.h"
#include "support/test_data.h"

namespace vedette::cli {

struct Outcome {
  int status = 0;
  std::string out;
  std::string err;
};

/// Its store is an empty folder of its own, its day is 2025-12-01, and it writes to no terminal unless told to.
class CommandLine {
 public:
  Outcome operator()(std::vector<std::string> words, std::string input = {}) {
    StringSink out, err;
    size_t position = 0;
    Environment environment{
        .out = out,
        .err = err,
        .in = [&](std::span<char> buffer) -> Result<size_t> {
          const size_t count = std::min(buffer.size(), input.size() - position);
          std::copy_n(input.data() + position, count, buffer.data());
          position += count;
          return count;
        },
        .out_is_terminal = terminal,
        .err_is_terminal = false,
        .colour_wanted = colour,
        .columns = terminal ? columns : 0,
        .cores = 2,
        .default_store = folder.path() / "store",
        .data = std::filesystem::path(VEDETTE_SOURCE_DIR) / "data",
        .clock = clock,
    };
    const ExitStatus status = run(words, environment);
    return {static_cast<int>(status), out.text(), err.text()};
  }

  /// Writes a file into the test's folder and gives its path.
  std::string file(const std::string& name, const std::string& content) const {
    const auto path = folder.path() / name;
    std::filesystem::create_directories(path.parent_path());
    EXPECT_TRUE(replace_file(path, content));
    return path.string();
  }

  testing::TemporaryFolder folder;
  FixedClock clock{std::chrono::sys_days(std::chrono::year(2025) / 12 / 1)};
  bool terminal = false;
  bool colour = false;
  size_t columns = 100;
};

/// The lines of a text, without their ends.
inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

}  // namespace vedette::cli
