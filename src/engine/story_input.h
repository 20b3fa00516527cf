// The stories of a file: the whole file as text or as a web page, or the objects of JSON lines.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/error.h"
#include "engine/line_reader.h"
#include "story/story.h"

namespace vedette::engine {

enum class StoryShape : uint8_t {
  kDetect,  ///< a page if it begins like one, JSON lines if it begins with a brace, else text
  kText,
  kPage,
  kFeed,
};

/// One story, and how a file about it is called: "NAME" for NAME.txt, the id for a line of a feed.
struct InputStory {
  std::string name;
  story::Story story;
  size_t bytes = 0;  ///< as read
};

/// What the shape of a file is by its name: kFeed for .jsonl and .ndjson, else kDetect but for JSON lines.
StoryShape shape_of_name(const std::string& path);

/// Not thread-safe. Memory is bounded by the longest story that is read (story::kMaxStoryBytes, kMaxPageBytes,
/// kMaxFeedLine); longer texts and pages are cut and say so, longer lines are kLimit.
class StoryInput {
 public:
  /// A file with what NAME.meta.json beside it says, if that is there; `options` are stronger. kNotFound or kIo.
  static Result<StoryInput> open(const std::string& path, const story::StoryFacts& options);
  /// A stream; `name` names its story.
  StoryInput(std::unique_ptr<lists::InputStream> stream, StoryShape shape, std::string name,
             const story::StoryFacts& options);

  /// The next story, or why there is none in this place (reading goes on after it); nullopt at the end. An error of the
  /// stream itself is the last thing that it gives.
  std::optional<Result<InputStory>> next();

  /// How far into the file.
  uint64_t bytes_read() const;

 private:
  class Peeked;
  Result<StoryShape> detect();
  Result<InputStory> whole(bool page);
  std::optional<Result<InputStory>> line();
  Result<story::Story> story_of(const std::string& bytes, bool page, bool cut) const;

  std::unique_ptr<lists::InputStream> stream_;
  Peeked* peeked_;  // stream_ or the stream within lines_
  std::optional<LineReader> lines_;
  StoryShape shape_;
  std::string file_;
  std::string name_;
  story::StoryFacts options_;
  Result<story::StoryFacts> meta_;
  bool ended_ = false;
};

}  // namespace vedette::engine
