// Time comes in as a parameter, so that every answer can be repeated.
#pragma once

#include <chrono>

#include "base/partial_date.h"

namespace vedette {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::chrono::sys_seconds now() const = 0;
  /// Today in UTC.
  DayNumber today() const {
    return static_cast<DayNumber>(std::chrono::floor<std::chrono::days>(now()).time_since_epoch().count());
  }
};

class SystemClock final : public Clock {
 public:
  std::chrono::sys_seconds now() const override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
};

/// Stands still.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(std::chrono::sys_seconds now) : now_(now) {}
  std::chrono::sys_seconds now() const override { return now_; }

 private:
  std::chrono::sys_seconds now_;
};

/// "2026-11-24T22:37:01Z".
std::string format_timestamp(std::chrono::sys_seconds time);

}  // namespace vedette
