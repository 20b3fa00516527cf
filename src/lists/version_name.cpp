#include "lists/version_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace vedette::lists {
namespace {

constexpr size_t kNameHashDigits = 8;

bool is_hexadecimal(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_hash_prefix(std::string_view text) {
  return text.size() >= kShortestHashPrefix && text.size() <= 64 && is_hexadecimal(text);
}

// What SOURCE@PUBLISHED+HASH says.
struct DatedName {
  std::string_view source;
  CalendarDate published;
  std::string_view hash_prefix;
};

Result<DatedName> parse_dated_name(std::string_view text, size_t at) {
  DatedName name{.source = text.substr(0, at)};
  std::string_view date = text.substr(at + 1);
  if (const size_t plus = date.find('+'); plus != std::string_view::npos) {
    name.hash_prefix = date.substr(plus + 1);
    date = date.substr(0, plus);
    if (!is_hash_prefix(name.hash_prefix)) {
      return fail(ErrorCode::kUsage,
                  fmt::format("'{}': after '+' stand the first {} to 64 hexadecimal digits of a hash", text,
                              kShortestHashPrefix));
    }
  }
  VEDETTE_ASSIGN_OR_RETURN(name.published, parse_published(date));
  return name;
}

bool fits(const Version& version, const DatedName& name) {
  return version.source == name.source && version.published.last_day() == name.published.last_day() &&
         version.hash.starts_with(name.hash_prefix);
}

Result<const Version*> only_one(const Manifest& manifest, std::string_view text,
                                const std::vector<const Version*>& found) {
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    return fail(ErrorCode::kNotFound,
                fmt::format("no version '{}' is loaded; `lists status` shows those that are", text));
  }
  std::string names;
  for (const Version* version : found) {
    names += fmt::format("{}{}", names.empty() ? "" : ", ", version_name(manifest, *version));
  }
  return fail(ErrorCode::kUsage, fmt::format("'{}' fits {} versions: {}", text, found.size(), names));
}

}  // namespace

Result<CalendarDate> parse_published(std::string_view text) {
  const auto date = parse_partial_date(text);
  if (!date || date->until || date->circa) {
    return fail(ErrorCode::kUsage,
                fmt::format("'{}' is not a published date: write YYYY-MM-DD, YYYY-MM or YYYY", text));
  }
  return date->from;
}

bool is_content_hash(std::string_view text) {
  return text.size() == 64 && is_hexadecimal(text);
}

std::string version_name(const Manifest& manifest, const Version& version) {
  const auto on_that_day = std::count_if(manifest.versions.begin(), manifest.versions.end(), [&](const Version& other) {
    return fits(other, {.source = version.source, .published = version.published});
  });
  std::string name = fmt::format("{}@{}", version.source, version.published.to_string());
  if (on_that_day > 1) name += "+" + version.hash.substr(0, kNameHashDigits);
  return name;
}

Result<const Version*> find_version(const Manifest& manifest, std::string_view text) {
  std::vector<const Version*> found;
  if (const size_t at = text.find('@'); at != std::string_view::npos) {
    VEDETTE_ASSIGN_OR_RETURN(const DatedName name, parse_dated_name(text, at));
    for (const Version& version : manifest.versions) {
      if (fits(version, name)) found.push_back(&version);
    }
    return only_one(manifest, text, found);
  }
  if (const Version* active = manifest.active(text)) return active;
  if (is_hash_prefix(text)) {
    for (const Version& version : manifest.versions) {
      if (version.hash.starts_with(text)) found.push_back(&version);
    }
  }
  return only_one(manifest, text, found);
}

}  // namespace vedette::lists
