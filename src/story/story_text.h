// A story from plain text, and the steps that every kind of input shares.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "base/error.h"
#include "story/story.h"

namespace vedette::story {

/// In bytes. What is longer is cut between two code points, and the story says so.
inline constexpr size_t kMaxStoryBytes = size_t{8} << 20;

/// What is known from outside, the strongest first: facts[0] is what the user said, then NAME.meta.json, then the page.
/// The first that gives a value wins; what none gives is looked for in the text (title, dateline).
using FactsInOrder = std::span<const StoryFacts>;

/// A story from text. Ill-formed UTF-8 becomes U+FFFD, a byte order mark is dropped; nothing else in the text changes.
/// kInvalidInput if the text is blank, or is no text (NUL bytes, or more than one character in ten unreadable).
Result<Story> story_from_text(std::string_view text, FactsInOrder facts);

/// Facts from the JSON object of NAME.meta.json: "id", "title", "outlet", "url", "published", all optional; other
/// members are passed over. kInvalidInput names the file and the member.
Result<StoryFacts> parse_meta(std::string_view json, std::string_view file);

/// The paragraphs of a text. A line is a paragraph, unless the text is wrapped: lines of at most 100 code points, and
/// blank lines between paragraphs.
std::vector<Range> find_paragraphs(std::u32string_view text);

/// Whether a line reads like a headline: up to 20 words, no full stop or colon at its end, no quotation alone.
bool reads_like_headline(std::u32string_view line);

/// See Story::plain.
std::u32string plain_punctuation(std::u32string_view text);

}  // namespace vedette::story
