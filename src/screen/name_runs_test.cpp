#include "screen/name_runs.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace vedette::screen {
namespace {

std::vector<std::string> runs(std::string_view text) {
  std::vector<std::string> found;
  for (const NameRun& run : find_name_runs(text)) {
    std::string joined;
    for (const RunWord& word : run) {
      if (!joined.empty()) joined += '|';
      joined += text.substr(word.begin, word.end - word.begin);
    }
    found.push_back(joined);
  }
  return found;
}

using ::testing::ElementsAre;

TEST(NameRuns, CapitalsMakeARun) {
  EXPECT_THAT(runs("he met Kim Jong Un on Wednesday"), ElementsAre("Kim|Jong|Un|on|Wednesday"));
}

TEST(NameRuns, PunctuationEndsARun) {
  EXPECT_THAT(runs("Kim, Putin. Shoigu; Peskov (Lavrov)"), ElementsAre("Kim", "Putin", "Shoigu", "Peskov", "Lavrov"));
}

TEST(NameRuns, SmallWordsStandInsideOnly) {
  EXPECT_THAT(runs("the Committee for Space Technology of the"), ElementsAre("Committee|for|Space|Technology"));
}

TEST(NameRuns, APossessiveIsLeftOff) {
  EXPECT_THAT(runs("Putin’s press secretary and Kim's visit"), ElementsAre("Putin", "Kim"));
}

TEST(NameRuns, InitialsAndHyphensJoin) {
  EXPECT_THAT(runs("J. P. Morgan met Choe Son-Hui"), ElementsAre("J|P|Morgan", "Choe|Son|Hui"));
}

TEST(NameRuns, AHyphenJoinsASmallSecondHalf) {
  EXPECT_THAT(runs("so Kim Jong-un met Kim Yo-jong's aide"), ElementsAre("Kim|Jong|un", "Kim|Yo|jong"));
}

TEST(NameRuns, AnEmptyLineEndsARunAndALineBreakDoesNot) {
  EXPECT_THAT(runs("Kim\nJong Un\n\nPak Jong Chon"), ElementsAre("Kim|Jong|Un", "Pak|Jong|Chon"));
}

TEST(NameRuns, OtherScripts) {
  EXPECT_THAT(runs("встретил Ким Чен Ына"), ElementsAre("Ким|Чен|Ына"));
  EXPECT_THAT(runs("김정은 said"), ElementsAre("김정은"));
}

RC_GTEST_PROP(NameRuns, OffsetsLieInTheTextInOrder, ()) {
  const auto text = *rc::gen::arbitrary<std::string>();
  uint32_t last = 0;
  for (const NameRun& run : find_name_runs(text)) {
    RC_ASSERT(!run.empty());
    for (const RunWord& word : run) {
      RC_ASSERT(word.begin >= last);
      RC_ASSERT(word.end > word.begin);
      RC_ASSERT(word.end <= text.size());
      last = word.end;
    }
  }
}

}  // namespace
}  // namespace vedette::screen
