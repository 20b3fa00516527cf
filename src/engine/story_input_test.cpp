#include "engine/story_input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "engine/story_files.h"
#include "engine/story_timeline.h"
#include "lists/input.h"
#include "story/story_text.h"
#include "support/test_data.h"

namespace vedette::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;

std::vector<std::string> texts_of(const std::string& bytes, StoryShape shape) {
  StoryInput input(std::make_unique<lists::MemoryStream>("in", bytes), shape, "name", {});
  std::vector<std::string> texts;
  while (auto story = input.next()) texts.push_back(*story ? (*story)->story.text : (*story).error().to_string());
  EXPECT_EQ(input.bytes_read(), bytes.size());
  return texts;
}

std::string write(const testing::TemporaryFolder& folder, const std::string& name, const std::string& content) {
  std::filesystem::create_directories((folder.path() / name).parent_path());
  EXPECT_TRUE(replace_file(folder.path() / name, content));
  return (folder.path() / name).string();
}

TEST(StoryInput, TellsTheShapeOfAStreamFromHowItBegins) {
  const std::string page =
      " <!doctype html><body><article><p>The ship sailed at noon, and nobody knew where to.</p></article>";
  EXPECT_THAT(texts_of("Plain {words}.", StoryShape::kDetect), ElementsAre("Plain {words}."));
  EXPECT_THAT(texts_of(page, StoryShape::kDetect), ElementsAre("The ship sailed at noon, and nobody knew where to."));
  EXPECT_THAT(texts_of("\n{\"text\": \"One.\"}\n{\"text\": \"Two.\"}", StoryShape::kDetect),
              ElementsAre("One.", "Two."));
  EXPECT_THAT(texts_of("{\"text\": \"One.\"}", StoryShape::kText), ElementsAre("{\"text\": \"One.\"}"));
  EXPECT_THAT(texts_of("", StoryShape::kDetect), ElementsAre(HasSubstr("the story is empty")));
}

TEST(StoryInput, KeepsLineEndsAndMendsBytes) {
  EXPECT_THAT(texts_of("One.\r\nTwo.\xFF\n", StoryShape::kText), ElementsAre("One.\r\nTwo.\xEF\xBF\xBD\n"));
}

TEST(StoryInput, ReadsNoMoreOfALongTextThanAStoryMayHave) {
  std::string text(story::kMaxStoryBytes + (size_t{4} << 20), 'a');
  StoryInput input(std::make_unique<lists::MemoryStream>("in", text), StoryShape::kText, "name", {});
  const auto story = input.next();
  ASSERT_TRUE(story && *story);
  EXPECT_TRUE((*story)->story.cut);
  EXPECT_EQ((*story)->story.text.size(), story::kMaxStoryBytes);
  EXPECT_LE(input.bytes_read(), story::kMaxStoryBytes + 1);
  EXPECT_FALSE(input.next());
}

TEST(StoryInput, NamesStoriesAndTakesMetaBesideAFile) {
  testing::TemporaryFolder folder;
  const auto file = write(folder, "a.txt", "The ship sailed.");
  write(folder, "a.meta.json", R"({"outlet": "Quay News", "published": "2024-05-03"})");
  auto input = StoryInput::open(file, {.outlet = "Harbour Post"});
  ASSERT_TRUE(input);
  const auto story = input->next();
  ASSERT_TRUE(story && *story);
  EXPECT_EQ((*story)->name, "a");
  EXPECT_EQ((*story)->story.id, "a");
  EXPECT_EQ((*story)->story.outlet, "Harbour Post");
  EXPECT_EQ((*story)->story.published, day_number(2024, 5, 3));
  EXPECT_FALSE(StoryInput::open((folder.path() / "absent.txt").string(), {}));
}

TEST(StoryInput, GoesOnAfterABrokenLine) {
  const auto texts = texts_of("{\"text\": \"One.\"}\n{\n\n{\"id\": 5}\n{\"text\": \"Four.\"}\n", StoryShape::kFeed);
  ASSERT_EQ(texts.size(), 4u);
  EXPECT_THAT(texts[1], HasSubstr("in:2"));
  EXPECT_THAT(texts[2], HasSubstr("in:4: field id"));
  EXPECT_EQ(texts[3], "Four.");
}

TEST(StoryFiles, OfAFolderAreItsStoriesByName) {
  testing::TemporaryFolder folder;
  for (const char* name : {"b.txt", "a.HTML", "c.jsonl", "d.md", ".e.txt", "sub/f.txt", "a.meta.json"})
    write(folder, name, "x");
  const auto files = story_files({"-", folder.path().string(), "no/such"});
  ASSERT_TRUE(files);
  EXPECT_THAT(*files, ElementsAre("-", EndsWith("/a.HTML"), EndsWith("/b.txt"), EndsWith("/c.jsonl"), "no/such"));
  EXPECT_FALSE(story_files({(folder.path() / "sub/none").string(), write(folder, "empty/x", "")})
                   .value_or(std::vector<std::string>{})
                   .empty());
  EXPECT_EQ(story_files({(folder.path() / "empty").string()}).error().code, ErrorCode::kInvalidInput);
}

TEST(DossierFiles, OfAFolderAreItsJsonButNoMeta) {
  testing::TemporaryFolder folder;
  for (const char* name : {"b.json", "a.jsonl", "c.meta.json", "d.txt", ".e.json"}) write(folder, name, "x");
  const auto files = dossier_files({folder.path().string()});
  ASSERT_TRUE(files);
  EXPECT_THAT(*files, ElementsAre(EndsWith("/a.jsonl"), EndsWith("/b.json")));
}

}  // namespace
}  // namespace vedette::engine
