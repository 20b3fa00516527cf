// Feeds: JSON lines, one story a line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/error.h"
#include "story/story_text.h"

namespace vedette::story {

/// Of one line, in bytes.
inline constexpr size_t kMaxFeedLine = size_t{32} << 20;

/// The story of one line: {"id", "text" or "html", "published"?, "outlet"?, "title"?, "url"?}. Other members are passed
/// over. `options` are stronger than the line; a line without id is called by its number. An error names file, line and
/// member, and says nothing about the other lines.
Result<Story> story_from_feed_line(std::string_view line, std::string_view file, uint64_t number,
                                   const StoryFacts& options);

}  // namespace vedette::story
