#include "lists/sources.h"

#include <fmt/format.h>

#include <algorithm>

namespace vedette::lists {
namespace {

constexpr Source kSources[] = {
#define VEDETTE_SOURCE(name, title, authority, url, formats, licence, days, closed, access) \
  {name, title, authority, url, formats, licence, days, closed, Access::access},
#include "lists/source_list.inc"
#undef VEDETTE_SOURCE
};

constexpr size_t kLongestName = 64;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

std::span<const Source> known_sources() {
  return kSources;
}

const Source* find_source(std::string_view name) {
  const auto found = std::find_if(std::begin(kSources), std::end(kSources),
                                  [name](const Source& source) { return source.name == name; });
  return found == std::end(kSources) ? nullptr : found;
}

Result<void> check_source_name(std::string_view name) {
  if (!name.empty() && name.size() <= kLongestName && std::all_of(name.begin(), name.end(), is_name_character)) {
    return {};
  }
  return fail(ErrorCode::kUsage,
              fmt::format("'{}' is not a source name: use 1 to {} of a-z, 0-9 and _ (see `lists sources`)",
                          name.substr(0, 2 * kLongestName), kLongestName));
}

int age_in_days(const CalendarDate& published, DayNumber today) {
  return std::max(0, today - published.last_day());
}

bool is_stale(std::string_view source, const CalendarDate& published, DayNumber today) {
  const Source* known = find_source(source);
  if (known == nullptr) return false;
  if (!known->closed_on.empty()) {
    const auto closed = parse_day(known->closed_on);
    if (closed && today >= *closed) return true;
  }
  return age_in_days(published, today) > known->stale_after_days;
}

}  // namespace vedette::lists
