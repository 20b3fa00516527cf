#include "story/feed.h"

#include <simdjson.h>

#include <array>
#include <string>

#include "story/published.h"
#include "story/story_html.h"

namespace vedette::story {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

Where place(std::string_view file, uint64_t line, std::string_view field) {
  return {std::string(file), line, std::string(field)};
}

// A member that is text; empty where it is absent or null.
Result<std::string_view> text_member(object value, const char* name, const Where& where) {
  element member;
  if (value[name].get(member) != simdjson::SUCCESS || member.is_null()) return std::string_view();
  std::string_view text;
  if (member.get(text) != simdjson::SUCCESS) {
    return fail(ErrorCode::kInvalidInput, "this is not text", place(where.file, where.line, name));
  }
  return text;
}

Result<StoryFacts> facts_of(object value, const Where& where) {
  StoryFacts facts;
  const auto take = [&](const char* name, std::string& into) -> Result<void> {
    VEDETTE_ASSIGN_OR_RETURN(into, text_member(value, name, where));
    return {};
  };
  VEDETTE_RETURN_IF_ERROR(take("id", facts.id));
  VEDETTE_RETURN_IF_ERROR(take("title", facts.title));
  VEDETTE_RETURN_IF_ERROR(take("outlet", facts.outlet));
  VEDETTE_RETURN_IF_ERROR(take("url", facts.url));
  VEDETTE_ASSIGN_OR_RETURN(const auto published, text_member(value, "published", where));
  facts.published = parse_published(published);
  if (!published.empty() && !facts.published) {
    return fail(ErrorCode::kInvalidInput, "this is no date", place(where.file, where.line, "published"));
  }
  return facts;
}

Result<object> parse_object(simdjson::dom::parser& parser, std::string_view json, const Where& where) {
  element root;
  if (const auto error = parser.parse(simdjson::padded_string(json)).get(root)) {
    return fail(ErrorCode::kInvalidInput, std::string("this is not JSON: ") + simdjson::error_message(error), where);
  }
  object value;
  if (root.get(value) != simdjson::SUCCESS) return fail(ErrorCode::kInvalidInput, "this is no JSON object", where);
  return value;
}

}  // namespace

Result<StoryFacts> parse_meta(std::string_view json, std::string_view file) {
  simdjson::dom::parser parser;
  const auto where = place(file, 0, "");
  VEDETTE_ASSIGN_OR_RETURN(const auto value, parse_object(parser, json, where));
  return facts_of(value, where);
}

Result<Story> story_from_feed_line(std::string_view line, std::string_view file, uint64_t number,
                                   const StoryFacts& options) {
  const auto where = place(file, number, "");
  if (line.size() > kMaxFeedLine) return fail(ErrorCode::kLimit, "the line is longer than 32 MiB", where);
  simdjson::dom::parser parser;
  VEDETTE_ASSIGN_OR_RETURN(const auto value, parse_object(parser, line, where));
  VEDETTE_ASSIGN_OR_RETURN(auto facts, facts_of(value, where));
  if (facts.id.empty()) facts.id = std::to_string(number);
  VEDETTE_ASSIGN_OR_RETURN(const auto text, text_member(value, "text", where));
  VEDETTE_ASSIGN_OR_RETURN(const auto html, text_member(value, "html", where));
  if (text.empty() && html.empty()) return fail(ErrorCode::kInvalidInput, "there is neither text nor html", where);
  const std::array all = {options, facts};
  auto story = text.empty() ? story_from_html(html, all) : story_from_text(text, all);
  if (!story)
    return fail(story.error().code, story.error().message, place(file, number, text.empty() ? "html" : "text"));
  return story;
}

}  // namespace vedette::story
