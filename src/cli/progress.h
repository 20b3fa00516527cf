// A progress bar on standard error, for a person who waits. Silent when standard error is no terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "cli/environment.h"

namespace vedette::cli {

/// Drawn at most ten times a second, first after a third of a second: short work shows nothing. Not thread-safe.
class Progress {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Now = std::function<Time()>;

  /// `unit` is what is counted: "rows", "records".
  Progress(Environment& environment, std::string title, std::string unit, Now now = std::chrono::steady_clock::now);
  /// Wipes the bar.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `done` of `total`, where a total of 0 is unknown (a count is shown in place of a bar); `count` things so far.
  void update(uint64_t done, uint64_t total, uint64_t count);
  /// Wipes the bar so that other words can be written; the next update draws it again.
  void hide();

 private:
  std::string line(uint64_t done, uint64_t total, uint64_t count, double seconds) const;

  Environment& environment_;
  std::string title_;
  std::string unit_;
  Now now_;
  Time start_;
  Time drawn_;
  bool visible_ = false;
};

/// "1,234,567".
std::string grouped(uint64_t number);

}  // namespace vedette::cli
