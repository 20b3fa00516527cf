// The line of place, date and agency that opens a report.
#pragma once

#include <optional>
#include <string_view>

#include "story/story.h"

namespace vedette::story {

/// The dateline at the beginning of a paragraph: "PYONGYANG, Sept 13 (Reuters) — ", "MOSCOW, September 13. /TASS/. ",
/// "SEOUL, Sept. 13 (Yonhap) -- ", "SEOUL — ", "Moscow, 13 September 2023 (AFP) - ". A place in small letters needs a
/// date or an agency beside it. At most 120 code points.
std::optional<Dateline> find_dateline(std::u32string_view text, Range paragraph);

}  // namespace vedette::story
