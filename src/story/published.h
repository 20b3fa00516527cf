// The date of publication as pages, feeds and files write it.
#pragma once

#include <optional>
#include <string_view>

#include "base/partial_date.h"

namespace vedette::story {

/// "2023-09-13", "2023-09-13T21:04:00+03:00", "20230913", "Wed, 13 Sep 2023 10:00:00 GMT", "September 13, 2023". The
/// day as written, whatever the time zone. None if there is no whole date that exists.
std::optional<DayNumber> parse_published(std::string_view text);

/// The month of an English name or abbreviation without its full stop, 1–12; 0 if it is none. Any case.
int month_number(std::string_view name);

}  // namespace vedette::story
