#include "engine/text_input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/input.h"
#include "support/test_data.h"

namespace vedette::engine {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// "id=text", "id=word word", or "! error" for each text of a file.
std::vector<std::string> read(TextShape shape, std::string bytes) {
  TextInput input(std::make_unique<lists::MemoryStream>("folder/f", std::move(bytes)), shape, "f");
  std::vector<std::string> seen;
  while (auto item = input.next()) {
    if (!*item) {
      seen.push_back("! " + item->error().to_string());
      continue;
    }
    std::string line = (*item)->id + "=";
    if (const auto* text = std::get_if<std::string>(&(*item)->content)) {
      line += *text;
    } else {
      const auto& words = std::get<language::Words>((*item)->content);
      for (size_t i = 0; i < words.words.size(); ++i) {
        line += words.words[i] + (words.spaces.empty() ? "?" : words.spaces[i] ? "_" : "|");
      }
    }
    seen.push_back(line + ((*item)->mended ? " (mended)" : ""));
  }
  return seen;
}

TEST(TextInput, TakesAWholeFileAsItStands) {
  EXPECT_THAT(read(TextShape::kWhole, "One.\r\n\nTwo.\n"), ElementsAre("f=One.\r\n\nTwo.\n"));
  EXPECT_THAT(read(TextShape::kWhole, ""), ElementsAre("f="));
}

TEST(TextInput, CutsLinesAsPythonDoesAndPassesOverBlankOnes) {
  EXPECT_THAT(read(TextShape::kLines, "One.\r\n \t\r\n\xC2\xA0\nTwo.\rThree.\n\nFour."),
              ElementsAre("f:1=One.", "f:4=Two.", "f:5=Three.", "f:7=Four."));
  EXPECT_THAT(read(TextShape::kLines, "\r\n\r\n"), ElementsAre());
}

TEST(TextInput, MendsBytesThatAreNotUtf8AndSaysSo) {
  EXPECT_THAT(read(TextShape::kWhole, "a\xFFz"), ElementsAre("f=a\xEF\xBF\xBDz (mended)"));
  EXPECT_THAT(read(TextShape::kLines, "a\nb\xC3\n"), ElementsAre("f:1=a", "f:2=b\xEF\xBF\xBD (mended)"));
  EXPECT_THAT(read(TextShape::kJsonLines, "{\"text\": \"\xFF\"}"), ElementsAre("f:1=\xEF\xBF\xBD (mended)"));
}

TEST(TextInput, LeavesOutAByteOrderMark) {
  EXPECT_THAT(read(TextShape::kWhole, "\xEF\xBB\xBFz"), ElementsAre("f=z"));
  EXPECT_THAT(read(TextShape::kLines, "\xEF\xBB\xBFz"), ElementsAre("f:1=z"));
  EXPECT_THAT(read(TextShape::kJsonLines, "\xEF\xBB\xBF{\"text\": \"z\"}"), ElementsAre("f:1=z"));
}

TEST(TextInput, ReadsJsonLines) {
  EXPECT_THAT(read(TextShape::kJsonLines,
                   "{\"id\": \"a\", \"text\": \"Tea.\", \"more\": [1]}\n\n{\"text\": \"\"}\n"
                   "{\"id\": 7, \"words\": [\"It\", \"'s\"], \"spaces\": [false, true]}\n"
                   "{\"id\": null, \"words\": [\"a\", \"b\"], \"text\": \"of no use\"}\n"
                   "{\"words\": []}\n"),
              ElementsAre("a=Tea.", "f:3=", "7=It|'s_", "f:5=a?b?", "f:6="));
}

TEST(TextInput, NamesFileLineAndFieldOfWhatItCannotReadAndGoesOn) {
  const auto seen =
      read(TextShape::kJsonLines,
           "{\"text\": 1}\nnonsense\n[]\n{\"id\": 1.5, \"text\": \"\"}\n{\"words\": [\"a\"], \"spaces\": []}\n"
           "{\"words\": [\"\"]}\n{\"words\": [1]}\n{\"words\": [\"a\"], \"spaces\": [\"b\"]}\n{}\n{\"text\": \"ok\"}");
  ASSERT_EQ(seen.size(), 10u);
  EXPECT_EQ(seen[0], "! folder/f:1: field text: not text");
  EXPECT_THAT(seen[1], HasSubstr("! folder/f:2: not JSON"));
  EXPECT_EQ(seen[2], "! folder/f:3: not a JSON object");
  EXPECT_THAT(seen[3], HasSubstr("f:4: field id:"));
  EXPECT_THAT(seen[4], HasSubstr("f:5: field spaces: 0 of them, but 1 words"));
  EXPECT_THAT(seen[5], HasSubstr("f:6: field words: word 1 is empty"));
  EXPECT_THAT(seen[6], HasSubstr("f:7: field words:"));
  EXPECT_THAT(seen[7], HasSubstr("f:8: field spaces:"));
  EXPECT_THAT(seen[8], HasSubstr("f:9: field text: missing"));
  EXPECT_EQ(seen[9], "f:10=ok");
}

TEST(TextInput, BoundsATextAndGoesOnAfterALongLine) {
  const std::string long_text(kMaxTextBytes + 1, 'a');
  EXPECT_THAT(read(TextShape::kWhole, long_text), ElementsAre(AllOf(HasSubstr("folder/f"), HasSubstr("limit"))));
  EXPECT_THAT(read(TextShape::kWhole, std::string(kMaxTextBytes, 'a')), ElementsAre(HasSubstr("f=aaa")));
  EXPECT_THAT(read(TextShape::kLines, "a\n" + long_text + "\r\nb\n"),
              ElementsAre("f:1=a", AllOf(HasSubstr("! folder/f:2:"), HasSubstr("limit")), "f:3=b"));
}

TEST(TextInput, ReadsFilesAndRefusesFolders) {
  const testing::TemporaryFolder folder;
  EXPECT_EQ(open_plain_file((folder.path() / "absent").string()).error().code, ErrorCode::kNotFound);
  auto stream = open_plain_file(folder.path().string());
  ASSERT_TRUE(stream);
  TextInput input(*std::move(stream), TextShape::kLines, "f");
  const auto item = input.next();
  ASSERT_TRUE(item.has_value());
  EXPECT_EQ(item->error().code, ErrorCode::kIo);
  EXPECT_FALSE(input.next().has_value()) << "a file that cannot be read ends there";
}

}  // namespace
}  // namespace vedette::engine
