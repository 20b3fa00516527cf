// Quotation marks and their partners.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "story/story.h"

namespace vedette::story {

/// All quotations of a text, in order of their beginnings. Marks: "…", “…”, „…“, «…», »…«, ‘…’, '…', ‹…›, ``…'', ''…'',
/// 「…」, 『…』. Apostrophes are none: between letters, after a plural, before digits ("'90s"). A quotation that its
/// paragraph does not close is a piece; where the next paragraph repeats the opening mark, that piece `continues` it.
/// At most eight deep: marks further in are passed over.
std::vector<Quotation> find_quotations(std::u32string_view text, std::span<const Range> paragraphs);

}  // namespace vedette::story
