#include "cli/display_width.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <rapidcheck.h>

namespace vedette::cli {
namespace {

using ::testing::ElementsAre;

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width(""), 0u);
  EXPECT_EQ(display_width("Kim"), 3u);
  EXPECT_EQ(display_width("Ким Чен Ын"), 10u);
  EXPECT_EQ(display_width("김정은"), 6u);
  EXPECT_EQ(display_width("金正恩"), 6u);
  EXPECT_EQ(display_width("ＡＢ"), 4u);       // full-width letters
  EXPECT_EQ(display_width("e\xCC\x81"), 1u);  // e and a combining acute
  EXPECT_EQ(display_width("a\xE2\x80\x8D"
                          "b"),
            2u);                             // zero-width joiner
  EXPECT_EQ(display_width("\xFF\xFE"), 2u);  // ill-formed bytes show as U+FFFD
}

TEST(DisplayWidth, LetsNothingThroughThatMovesTheCursor) {
  EXPECT_EQ(printable("a\x1b[31mb\tc\r\nd"), "a [31mb c  d");
  EXPECT_EQ(printable(std::string_view("a\0b", 3)), "a b");
  EXPECT_EQ(printable("a\xC2\x9B"
                      "b"),
            "a b");                              // a C1 control
  EXPECT_EQ(printable("x\xE2\x80\xAEy"), "xy");  // right-to-left override
  EXPECT_EQ(printable("\xC3"), "\xEF\xBF\xBD");
}

TEST(Wrap, BreaksAtSpacesAndCutsOnlyWhatIsTooLong) {
  EXPECT_THAT(wrap("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("abcdefgh", 3), ElementsAre("abc", "def", "gh"));
  EXPECT_THAT(wrap("조선민주주의", 4), ElementsAre("조선", "민주", "주의"));
  EXPECT_THAT(wrap("", 5), ElementsAre(""));
}

TEST(Wrap, LosesNoLetterAndKeepsToItsWidth) {
  rc::check("wrap", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::element('a', 'b', ' '));
    const auto width = *rc::gen::inRange<size_t>(2, 12);
    std::string letters, wrapped;
    for (char c : text) letters += c == ' ' ? "" : std::string(1, c);
    for (const std::string& line : wrap(text, width)) {
      RC_ASSERT(display_width(line) <= width);
      for (char c : line) wrapped += c == ' ' ? "" : std::string(1, c);
    }
    RC_ASSERT(wrapped == letters);
  });
}

}  // namespace
}  // namespace vedette::cli
