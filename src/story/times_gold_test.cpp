// Measures dates against stories with gold, which do not ship.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <array>
#include <cstdio>
#include <filesystem>

#include "base/file.h"
#include "story/story_text.h"
#include "story/tense.h"
#include "support/language_model.h"
#include "support/test_data.h"

namespace vedette::story {
namespace {

namespace fs = std::filesystem;
constexpr double kFloor = 0.80;

struct Count {
  int right = 0, all = 0;
};

std::string slurp(const fs::path& path) {
  return read_file(path, 1 << 20).value();
}

std::string sibling(const fs::path& gold, std::string_view end) {
  const auto name = gold.string();
  return name.substr(0, name.size() - std::string_view(".gold.json").size()) + std::string(end);
}

bool says(const std::vector<TimeMention>& times, std::string_view text, std::string_view start, std::string_view end) {
  for (const auto& time : times) {
    const bool same = text.find(time.text) != text.npos || time.text.find(text) != time.text.npos;
    if (same && time.start && time.end && format_day(*time.start) == start && format_day(*time.end) == end) return true;
  }
  return false;
}

void count_story(const fs::path& path, language::Reader& reader, Count& count) {
  const auto meta = parse_meta(slurp(sibling(path, ".meta.json")), "meta").value();
  const auto story = story_from_text(slurp(sibling(path, ".txt")), std::array{meta}).value();
  const auto document = reader.read(story.text);
  const auto times = find_times(story.text, {story.published, tense_at(document), false});
  simdjson::dom::parser parser;
  const simdjson::padded_string gold(slurp(path));
  simdjson::dom::array events;
  ASSERT_EQ(parser.parse(gold)["events"].get(events), simdjson::SUCCESS);
  for (const auto event : events) {
    std::string_view text, start, end;
    const bool whole = event["when"]["text"].get(text) == simdjson::SUCCESS &&
                       event["when"]["start"].get(start) == simdjson::SUCCESS &&
                       event["when"]["end"].get(end) == simdjson::SUCCESS;
    if (!whole) continue;
    ++count.all;
    if (says(times, text, start, end)) ++count.right;
  }
}

TEST(TimesGold, GivesTheBoundsOfEventsDates) {
  VEDETTE_NEEDS_OFFICIAL("stories");
  VEDETTE_NEEDS_MODEL("sm");
  const auto model = language::Model::open(vedette::testing::language_model("sm").string());
  ASSERT_TRUE(model);
  language::Reader reader(*model);
  Count count;
  for (const auto& entry : fs::directory_iterator(vedette::testing::official("stories"))) {
    if (entry.path().string().ends_with(".gold.json")) count_story(entry.path(), reader, count);
  }
  ASSERT_GT(count.all, 50);
  RecordProperty("right", count.right);
  RecordProperty("all", count.all);
  std::printf("%d of %d dates of events have the bounds of the gold\n", count.right, count.all);
  EXPECT_GE(count.right, kFloor * count.all);
}

}  // namespace
}  // namespace vedette::story
