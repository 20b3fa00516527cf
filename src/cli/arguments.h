// What was typed for one command, after parsing; and its values as the types that they stand for.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/partial_date.h"

namespace vedette::cli {

/// Values by option or positional name ("--limit", "NAME"). A flag that was given has one empty value.
class Arguments {
 public:
  void set(std::string name, std::vector<std::string> values) { values_[std::move(name)] = std::move(values); }
  bool has(std::string_view name) const { return values_.find(name) != values_.end(); }
  /// All values, in order; empty if it was not given.
  const std::vector<std::string>& all(std::string_view name) const;
  /// The last value, or `fallback`.
  std::string text(std::string_view name, std::string_view fallback = {}) const;

  /// These give kUsage, naming the option, for a value that is not of the type; nullopt if it was not given.
  Result<std::optional<double>> number(std::string_view name, double least, double most) const;
  Result<std::optional<uint32_t>> count(std::string_view name, uint32_t most) const;
  Result<std::optional<DayNumber>> day(std::string_view name) const;
  /// Comma-separated parts of all values; empty parts are passed over.
  std::vector<std::string> parts(std::string_view name) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

}  // namespace vedette::cli
