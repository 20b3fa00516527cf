// The sources that Vedette knows by name, and how old a copy of each may grow.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/partial_date.h"

namespace vedette::lists {

/// What stands at a source's address.
enum class Access : uint8_t {
  kFile,      ///< the newest release, one file, in a format that is read
  kPage,      ///< a page for people that leads to the file
  kNoReader,  ///< a file or page in whose format there is no reader
};

/// A list that an authority publishes. All text is static.
struct Source {
  std::string_view name;  ///< "us_ofac_sdn": the dataset name in entities, and SOURCE in a version's name
  std::string_view title;
  std::string_view authority;
  std::string_view url;      ///< where the file, or failing that the page, is published
  std::string_view formats;  ///< in words
  std::string_view licence;
  int stale_after_days;        ///< a copy older than this is stale
  std::string_view closed_on;  ///< YYYY-MM-DD from which it is no longer official (and always stale), or empty
  Access access = Access::kFile;
};

/// In the order in which they are shown.
std::span<const Source> known_sources();

/// Null for a user's own name.
const Source* find_source(std::string_view name);

/// Own names follow the same rule: 1 to 64 of a-z, 0-9 and "_". kUsage otherwise.
Result<void> check_source_name(std::string_view name);

/// Age of a list that was published on `published` (its last day, where it is a month or a year), in whole days; 0 for
/// a day to come.
int age_in_days(const CalendarDate& published, DayNumber today);

/// Whether a copy is older than its source's rhythm, or its source was closed by today. A user's own source has no
/// known rhythm and is never stale.
bool is_stale(std::string_view source, const CalendarDate& published, DayNumber today);

}  // namespace vedette::lists
