// A story from a web page.
#pragma once

#include <string_view>

#include "base/error.h"
#include "story/page.h"
#include "story/story_text.h"

namespace vedette::story {

/// Whether bytes begin like a page: a doctype or a tag that pages begin with, after blanks and comments.
bool looks_like_html(std::string_view bytes);

/// The article of a page: its title as the first paragraph, then those of its body, with an empty line between. Menus,
/// asides, footers, forms, captions, lists of links and lines about cookies are left out. What the page says of title,
/// outlet, date and address stands behind `facts`. kInvalidInput if there is no text.
Result<Story> story_from_html(std::string_view html, FactsInOrder facts);

/// Which blocks of a page are its article, in order: those beneath the element under which most prose stands.
std::vector<uint32_t> article_blocks(const Page& page);

}  // namespace vedette::story
