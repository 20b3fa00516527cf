// `vedette read`, run in the process on a made-up model that knows no English.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_line_for_test.h"
#include "engine/language_model_for_test.h"

namespace vedette::cli {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

struct Read : CommandLine {
  Read() { engine::write_tiny_model(folder.path() / "store" / "models" / "sm.vedmodel"); }
  std::string content(const std::string& name) const { return read_file(folder.path() / name, 1 << 20).value_or(""); }
};

TEST(ReadCommand, WritesOneObjectALineForEachStory) {
  Read vedette;
  const auto outcome = vedette({"read", vedette.file("a.txt", "The ship sailed."), vedette.file("b.txt", "It sank.")});
  EXPECT_EQ(outcome.status, 0);
  const auto lines = lines_of(outcome.out);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0], StartsWith("{\"story\": {\"id\": \"a\", "));
  EXPECT_THAT(lines[1], AllOf(HasSubstr("\"text\": \"It sank.\""), HasSubstr("\"code\": \"undated\"")));
  EXPECT_THAT(outcome.err, HasSubstr("2 stories, "));
}

TEST(ReadCommand, TakesFactsFromOptionsThenMetaNeverFromTheClock) {
  Read vedette;
  const std::string story = vedette.file("a.txt", "The ship sailed.");
  vedette.file("a.meta.json", R"({"published": "2024-02-01", "outlet": "Harbour Post", "title": "Gone"})");
  EXPECT_THAT(vedette({"read", story}).out,
              AllOf(HasSubstr("\"published\": \"2024-02-01\""), HasSubstr("\"outlet\": \"Harbour Post\""),
                    HasSubstr("\"title\": \"Gone\""), Not(HasSubstr("undated"))));
  EXPECT_THAT(vedette({"read", "--published", "2024-03-05", "--outlet", "Quay News", story}).out,
              AllOf(HasSubstr("\"published\": \"2024-03-05\""), HasSubstr("\"outlet\": \"Quay News\""),
                    HasSubstr("\"title\": \"Gone\"")));
  EXPECT_EQ(vedette({"read", "--published", "soon", story}).status, 2);
}

TEST(ReadCommand, NamesTheMetaFileThatIsBroken) {
  Read vedette;
  const std::string story = vedette.file("a.txt", "The ship sailed.");
  vedette.file("a.meta.json", R"({"published": "the other day"})");
  const auto outcome = vedette({"read", story});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("a.meta.json"), HasSubstr("published")));
}

TEST(ReadCommand, ReadsPagesFeedsFoldersAndStandardInput) {
  Read vedette;
  vedette.file("in/b.html",
               "<html><head><title>Port</title></head><body><article><p>The ship sailed from the port on "
               "Monday, officials said, and it has not been seen since that day.</p></article></html>");
  vedette.file("in/a.txt", "The ship sailed.");
  vedette.file("in/c.jsonl", "{\"id\": \"x/1\", \"text\": \"One.\"}\n\n{\"id\": \"y\", \"text\": \"Two.\"}\n");
  vedette.file("in/.hidden.txt", "No.");
  vedette.file("in/notes.md", "No.");
  const auto lines = lines_of(vedette({"read", vedette.folder.path() / "in"}).out);
  ASSERT_THAT(lines, SizeIs(4));
  EXPECT_THAT(lines[0], HasSubstr("\"id\": \"a\""));
  EXPECT_THAT(lines[1], AllOf(HasSubstr("\"id\": \"b\""), Not(HasSubstr("<p>"))));
  EXPECT_THAT(lines[2], HasSubstr("\"id\": \"x/1\""));
  EXPECT_THAT(lines[3], HasSubstr("\"id\": \"y\""));
  EXPECT_THAT(lines_of(vedette({"read", "-"}, "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n").out), SizeIs(2));
  EXPECT_THAT(vedette({"read", "-"}, "Plain words.").out, HasSubstr("\"id\": \"stdin\""));
  EXPECT_THAT(vedette({"read", "--input-format", "text", "-"}, "{odd} words.").out, HasSubstr("{odd} words."));
}

TEST(ReadCommand, ReportsWhatItCannotReadAndReadsTheRest) {
  Read vedette;
  const std::string feed = vedette.file(
      "feed.jsonl",
      "{\"id\": \"a\", \"text\": \"One.\"}\nnonsense\n{\"id\": \"b\"}\n{\"id\": \"c\", \"text\": \"Three.\"}\n");
  const auto outcome =
      vedette({"read", vedette.file("empty.txt", "  \n"), vedette.file("binary.txt", std::string("\0\1\2\3", 4)),
               (vedette.folder.path() / "absent.txt").string(), feed, vedette.file("last.txt", "Last.")});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(lines_of(outcome.out), SizeIs(3));
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("empty.txt: the story is empty"), HasSubstr("binary.txt: this is not text"),
                                 HasSubstr("absent.txt"), HasSubstr("feed.jsonl:2: "), HasSubstr("feed.jsonl:3: "),
                                 HasSubstr("5 could not be read")));
}

TEST(ReadCommand, CutsAStoryThatIsTooLong) {
  Read vedette;
  std::string text;
  while (text.size() < (size_t{8} << 20) + 100) text += "The ship sailed north again, and nobody knew why it did. \n";
  const auto outcome = vedette({"read", vedette.file("long.txt", text)});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out.substr(outcome.out.size() - 300), HasSubstr("\"code\": \"truncated\""));
}

TEST(ReadCommand, WritesAFileAStoryUnderASafeName) {
  Read vedette;
  const std::string feed = vedette.file("feed.jsonl",
                                        "{\"id\": \"../up\", \"text\": \"One.\"}\n{\"id\": \"a\", \"text\": "
                                        "\"Two.\"}\n{\"id\": \"a\", \"text\": \"Three.\"}\n");
  const auto outcome = vedette({"read", "--out", vedette.folder.path() / "made/out", feed});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(vedette.folder.path() / "made/out"))
    names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  ASSERT_THAT(names, SizeIs(3));
  EXPECT_THAT(names[0], StartsWith("_._up-"));
  EXPECT_THAT(names[1], "a-2.json");
  EXPECT_THAT(vedette.content("made/out/a.json"), HasSubstr("\"text\": \"Two.\""));
}

TEST(ReadCommand, DoesNotWriteOverTheStories) {
  Read vedette;
  vedette.file("in/a.txt", "The ship sailed.");
  const auto folder = (vedette.folder.path() / "in").string();
  EXPECT_EQ(vedette({"read", "--format", "text", "--out", folder, folder}).status, 2);
  EXPECT_EQ(vedette({"read", "--out", folder, folder}).status, 0);
  EXPECT_EQ(vedette.content("in/a.txt"), "The ship sailed.");
}

TEST(ReadCommand, GivesTheSameBytesOnAnyNumberOfThreads) {
  Read vedette;
  std::string feed;
  for (int i = 0; i < 500; ++i) {
    feed += "{\"id\": \"s" + std::to_string(i) + "\", \"text\": \"Ship " + std::to_string(i * i) + " sailed.\"}\n";
  }
  const std::string file = vedette.file("many.jsonl", feed);
  const std::string one = vedette({"read", "--threads", "1", file}).out;
  EXPECT_THAT(lines_of(one), SizeIs(500));
  EXPECT_TRUE(one == vedette({"read", "--threads", "3", file}).out);
}

TEST(ReadCommand, SaysWhichListWasUsed) {
  Read vedette;
  const auto outcome = vedette({"read", vedette.file("a.txt", "The ship sailed.")});
  EXPECT_THAT(outcome.out, HasSubstr("\"code\": \"starter-list\""));
  EXPECT_THAT(outcome.err, HasSubstr("starter list, not for compliance use"));
  EXPECT_EQ(vedette({"read", "--store", vedette.folder.path() / "none", vedette.file("a.txt", "It sank.")}).status, 4);
}

TEST(ReadCommand, SaysThatAStoryIsNotInEnglishAndLooksUpItsNames) {
  Read vedette;
  const auto outcome = vedette({"read", "--published", "2023-09-13",
                                vedette.file("a.txt", "Ким Чен Ын прибыл в Россию, и он не был один, заявил министр."),
                                vedette.file("b.txt", "Der Minister traf Jo Chun Ryong, und das war nicht alles.")});
  EXPECT_EQ(outcome.status, 0);
  const auto lines = lines_of(outcome.out);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0],
              AllOf(HasSubstr("\"language\": \"ru\""), HasSubstr("the story is in Russian, which is not read")));
  EXPECT_THAT(lines[1], AllOf(HasSubstr("\"language\": \"de\""), HasSubstr("\"name\": \"Jo Chun Ryong\""),
                              HasSubstr("\"mentions\": [[18, 31]]"), HasSubstr("\"listed_on_story_date\": ")));
  EXPECT_THAT(outcome.err, HasSubstr("2 not in English"));
}

TEST(ReadCommand, NeedsAFolderForSeveralPages) {
  Read vedette;
  const std::string a = vedette.file("a.txt", "It sank.");
  EXPECT_EQ(vedette({"read", "--format", "html", a, a}).status, 2);
}

}  // namespace
}  // namespace vedette::cli
