#include "cli/arguments.h"

#include <fmt/format.h>

#include <charconv>

namespace vedette::cli {
namespace {

Unexpected not_of_type(std::string_view option, std::string_view text, std::string_view wanted) {
  return fail(ErrorCode::kUsage, fmt::format("{} {}: must be {}", option, text, wanted));
}

template <typename Number>
bool parse_all(std::string_view text, Number& number) {
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
}

}  // namespace

const std::vector<std::string>& Arguments::all(std::string_view name) const {
  static const std::vector<std::string> kNone;
  const auto found = values_.find(name);
  return found == values_.end() ? kNone : found->second;
}

std::string Arguments::text(std::string_view name, std::string_view fallback) const {
  const auto& values = all(name);
  return values.empty() ? std::string(fallback) : values.back();
}

Result<std::optional<double>> Arguments::number(std::string_view name, double least, double most) const {
  if (!has(name)) return std::optional<double>();
  const std::string given = text(name);
  double number = 0;
  if (!parse_all(given, number) || !(number >= least && number <= most)) {
    return not_of_type(name, given, fmt::format("a number from {:.2f} to {:.2f}", least, most));
  }
  return std::optional<double>(number);
}

Result<std::optional<uint32_t>> Arguments::count(std::string_view name, uint32_t most) const {
  if (!has(name)) return std::optional<uint32_t>();
  const std::string given = text(name);
  uint32_t number = 0;
  if (!parse_all(given, number) || number > most) {
    return not_of_type(name, given, fmt::format("a whole number from 0 to {}", most));
  }
  return std::optional<uint32_t>(number);
}

Result<std::optional<DayNumber>> Arguments::day(std::string_view name) const {
  if (!has(name)) return std::optional<DayNumber>();
  const std::string given = text(name);
  const auto parsed = parse_day(given);
  if (!parsed) return not_of_type(name, given, "a day that exists, as YYYY-MM-DD");
  return std::optional<DayNumber>(*parsed);
}

std::vector<std::string> Arguments::parts(std::string_view name) const {
  std::vector<std::string> result;
  for (const std::string& value : all(name)) {
    for (size_t start = 0; start <= value.size();) {
      const size_t end = std::min(value.find(',', start), value.size());
      if (end > start) result.push_back(value.substr(start, end - start));
      start = end + 1;
    }
  }
  return result;
}

}  // namespace vedette::cli
