// Names of versions, as people write them: SOURCE@PUBLISHED, SOURCE@PUBLISHED+HASH8, or the start of a hash.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/partial_date.h"
#include "lists/manifest.h"

namespace vedette::lists {

inline constexpr size_t kShortestHashPrefix = 4;

/// A published date: a day, a month or a year; no range and no "circa". kUsage otherwise.
Result<CalendarDate> parse_published(std::string_view text);

/// 64 lower-case hexadecimal digits.
bool is_content_hash(std::string_view text);

/// "un_sc_sanctions@2025-11-20", with "+" and the first eight digits of the hash where another version of the source
/// counts as published on the same day. `version` is one of `manifest`.
std::string version_name(const Manifest& manifest, const Version& version);

/// The version that a person means. A month or a year means its last day ("@2019-01" is "@2019-01-31"); the hash may
/// be shortened to four digits; a source alone means its active version. kNotFound if there is none, kUsage if the
/// text is no name or fits several, which the message names. The pointer lives as long as `manifest`.
Result<const Version*> find_version(const Manifest& manifest, std::string_view text);

}  // namespace vedette::lists
