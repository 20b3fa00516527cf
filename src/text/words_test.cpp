#include "text/words.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "text/fold.h"

namespace vedette::text {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  for (const Word& word : split_words(text)) out.emplace_back(word.in(text));
  return out;
}

TEST(Words, SplitAtSpacesAndPunctuation) {
  EXPECT_THAT(words("Al-Qaida, Iraq/Syria"), ElementsAre("Al", "Qaida", "Iraq", "Syria"));
  EXPECT_THAT(words("  "), ElementsAre());
}

TEST(Words, ApostrophesInsideDoNotSplit) {
  EXPECT_THAT(words("O'Brien Qa’ida ʿAbd Asma' 'x'"), ElementsAre("O'Brien", "Qa’ida", "Abd", "Asma", "x"));
  EXPECT_THAT(words("a''b"), ElementsAre("a", "b"));
}

TEST(Words, InitialsStandApart) {
  const std::string_view text = "J.P. Morgan S.A.";
  const auto found = split_words(text);
  ASSERT_EQ(found.size(), 5u);
  EXPECT_EQ(found[0].in(text), "J");
  EXPECT_EQ(text.substr(found[0].end, found[1].begin - found[0].end), ".");
}

TEST(Words, SplitWhereScriptChanges) {
  EXPECT_THAT(words("华为Huawei技术"), ElementsAre("华为", "Huawei", "技术"));
  EXPECT_THAT(words("高橋みなみ"), ElementsAre("高橋", "みなみ"));
  EXPECT_THAT(words("Pаk"), ElementsAre("Pаk"));
  EXPECT_THAT(words("B52 x2y"), ElementsAre("B52", "x2y"));
}

TEST(Words, KnowTheirScript) {
  const auto found = split_words("김정은 123 Ким");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].script, Script::kHangul);
  EXPECT_EQ(found[1].script, Script::kCommon);
  EXPECT_EQ(found[2].script, Script::kCyrillic);
}

TEST(Words, MarksGoWithTheirLetter) {
  EXPECT_THAT(words("e\u0301a สมชาย कृष्ण"), ElementsAre("e\u0301a", "สมชาย", "कृष्ण"));
}

RC_GTEST_PROP(WordsProperty, AreOrderedAndInside, (const std::string& text)) {
  uint32_t last = 0;
  for (const Word& word : split_words(text)) {
    RC_ASSERT(word.begin >= last);
    RC_ASSERT(word.end > word.begin);
    RC_ASSERT(word.end <= text.size());
    last = word.end;
  }
}

}  // namespace
}  // namespace vedette::text
