#include "engine/story_input.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/file.h"
#include "engine/story_files.h"
#include "engine/text_input.h"
#include "story/feed.h"
#include "story/page.h"
#include "story/story_html.h"
#include "story/story_text.h"

namespace vedette::engine {
namespace {

namespace fs = std::filesystem;

constexpr size_t kPeekBytes = size_t{16} << 10;
constexpr uint64_t kMaxMetaBytes = uint64_t{1} << 20;

// NAME.meta.json beside NAME.txt; what is not there says nothing.
Result<story::StoryFacts> meta_beside(const std::string& path) {
  const fs::path meta = fs::path(path).replace_extension(".meta.json");
  std::error_code ignored;
  if (!fs::is_regular_file(meta, ignored)) return story::StoryFacts{};
  VEDETTE_ASSIGN_OR_RETURN(const std::string json, read_file(meta, kMaxMetaBytes));
  return story::parse_meta(json, meta.string());
}

}  // namespace

// A stream whose first bytes can be looked at before it is read.
class StoryInput::Peeked final : public lists::InputStream {
 public:
  explicit Peeked(std::unique_ptr<lists::InputStream> inner) : inner_(std::move(inner)) {}

  Result<std::string_view> front() {
    while (front_.size() < kPeekBytes) {
      const size_t held = front_.size();
      front_.resize(kPeekBytes);
      auto count = inner_->read(std::span(front_).subspan(held));
      front_.resize(held + count.value_or(0));
      if (!count) return Unexpected(std::move(count).error());
      if (*count == 0) break;
    }
    return std::string_view(front_);
  }

  Result<size_t> read(std::span<char> buffer) override {
    if (given_ == front_.size()) {
      auto count = inner_->read(buffer);
      bytes_read_ += count.value_or(0);
      return count;
    }
    const size_t count = std::min(buffer.size(), front_.size() - given_);
    std::memcpy(buffer.data(), front_.data() + given_, count);
    given_ += count;
    bytes_read_ += count;
    return count;
  }

  /// Up to `limit` bytes; nothing beyond is read.
  Result<std::string> read_up_to(size_t limit) {
    std::string text;
    while (text.size() < limit) {
      const size_t held = text.size();
      text.resize(std::min(limit, held + (size_t{256} << 10)));
      auto count = read(std::span(text).subspan(held));
      text.resize(held + count.value_or(0));
      if (!count) return Unexpected(std::move(count).error());
      if (*count == 0) break;
    }
    return text;
  }

  const std::string& name() const override { return inner_->name(); }
  uint64_t bytes_read() const { return bytes_read_; }

 private:
  std::unique_ptr<lists::InputStream> inner_;
  std::string front_;
  size_t given_ = 0;
  uint64_t bytes_read_ = 0;
};

StoryShape shape_of_name(const std::string& path) {
  return is_feed_name(path) ? StoryShape::kFeed : StoryShape::kText;
}

Result<StoryInput> StoryInput::open(const std::string& path, const story::StoryFacts& options) {
  VEDETTE_ASSIGN_OR_RETURN(auto stream, open_plain_file(path));
  StoryInput input(std::move(stream), shape_of_name(path), fs::path(path).stem().string(), options);
  if (input.shape_ != StoryShape::kFeed) input.meta_ = meta_beside(path);
  return input;
}

StoryInput::StoryInput(std::unique_ptr<lists::InputStream> stream, StoryShape shape, std::string name,
                       const story::StoryFacts& options)
    : shape_(shape), file_(stream->name()), name_(std::move(name)), options_(options), meta_(story::StoryFacts{}) {
  auto peeked = std::make_unique<Peeked>(std::move(stream));
  peeked_ = peeked.get();
  stream_ = std::move(peeked);
}

uint64_t StoryInput::bytes_read() const {
  return peeked_->bytes_read();
}

std::optional<Result<InputStory>> StoryInput::next() {
  if (ended_) return std::nullopt;
  if (lines_) return line();
  const auto shape = detect();
  if (!shape || *shape != StoryShape::kFeed) ended_ = true;
  if (!shape) return Unexpected(shape.error());
  if (*shape != StoryShape::kFeed) return whole(*shape == StoryShape::kPage);
  lines_.emplace(std::move(stream_), story::kMaxFeedLine);
  return line();
}

// A file that is called a text may be a page; only a stream without a name may turn out to be a feed.
Result<StoryShape> StoryInput::detect() {
  if (shape_ == StoryShape::kFeed || shape_ == StoryShape::kPage) return shape_;
  VEDETTE_ASSIGN_OR_RETURN(const std::string_view front, peeked_->front());
  if (story::looks_like_html(front)) return StoryShape::kPage;
  const size_t first = front.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const bool brace = first != std::string_view::npos && front[first] == '{';
  return shape_ == StoryShape::kDetect && brace ? StoryShape::kFeed : StoryShape::kText;
}

Result<InputStory> StoryInput::whole(bool page) {
  if (!meta_) return Unexpected(meta_.error());
  const size_t limit = page ? story::kMaxPageBytes : story::kMaxStoryBytes;
  VEDETTE_ASSIGN_OR_RETURN(const std::string bytes, peeked_->read_up_to(limit + 1));
  auto story = story_of(bytes, page, bytes.size() > limit);
  if (!story) return fail(story.error().code, story.error().message, {.file = file_});
  return InputStory{.name = name_, .story = *std::move(story), .bytes = bytes.size()};
}

Result<story::Story> StoryInput::story_of(const std::string& bytes, bool page, bool cut) const {
  const std::array facts = {options_, *meta_};
  VEDETTE_ASSIGN_OR_RETURN(auto story,
                           page ? story::story_from_html(bytes, facts) : story::story_from_text(bytes, facts));
  story.cut |= cut;
  if (story.id.empty()) story.id = name_;
  return story;
}

std::optional<Result<InputStory>> StoryInput::line() {
  LineReader::Line line;
  while (true) {
    const auto more = lines_->next(line);
    if (!more || !*more) ended_ = true;
    if (!more) return Unexpected(more.error());
    if (!*more) return std::nullopt;
    if (line.too_long) {
      return fail(ErrorCode::kLimit, "the line is longer than 32 MiB", {.file = file_, .line = line.number});
    }
    if (!is_blank(line.text)) break;
  }
  auto story = story::story_from_feed_line(line.text, file_, line.number, options_);
  if (!story) return Unexpected(std::move(story).error());
  std::string name = story->id;
  return InputStory{.name = std::move(name), .story = *std::move(story), .bytes = line.text.size()};
}

}  // namespace vedette::engine
