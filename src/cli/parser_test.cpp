#include "cli/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vedette::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Invocation parse(std::vector<std::string> words) {
  return parse_command_line(root_command(), words);
}

TEST(CommandLineParser, FindsCommandOptionsAndNames) {
  const auto got = parse({"screen", "Kim", "--limit", "5", "Jong Un", "--explain", "--lists", "a,b", "--lists", "c"});
  ASSERT_FALSE(got.error) << got.error->message;
  EXPECT_EQ(got.path.back()->name, "screen");
  EXPECT_THAT(got.arguments.all("NAME"), ElementsAre("Kim", "Jong Un"));
  EXPECT_EQ(got.arguments.text("--limit"), "5");
  EXPECT_TRUE(got.arguments.has("--explain"));
  EXPECT_FALSE(got.arguments.has("--exhaustive"));
  EXPECT_THAT(got.arguments.parts("--lists"), ElementsAre("a", "b", "c"));
}

TEST(CommandLineParser, LeavesNamesAsTheyAre) {
  const auto got = parse({"screen", "[brackets, inside]", "--", "--limit", "-x"});
  ASSERT_FALSE(got.error) << got.error->message;
  EXPECT_THAT(got.arguments.all("NAME"), ElementsAre("[brackets, inside]", "--limit", "-x"));
}

TEST(CommandLineParser, TakesValuesAfterAnEqualsSign) {
  const auto got = parse({"screen", "--threshold=0.8", "x", "--input=-"});
  ASSERT_FALSE(got.error) << got.error->message;
  EXPECT_EQ(got.arguments.text("--threshold"), "0.8");
  EXPECT_EQ(got.arguments.text("--input"), "-");
}

TEST(CommandLineParser, SuggestsWhatWasMeant) {
  EXPECT_EQ(parse({"scren", "x"}).hint, "did you mean screen?");
  EXPECT_EQ(parse({"lists", "stauts"}).hint, "did you mean status?");
  EXPECT_EQ(parse({"screen", "x", "--treshold", "1"}).hint, "did you mean --threshold?");
  EXPECT_EQ(parse({"screen", "x", "--format", "jsno"}).hint, "did you mean json?");
  EXPECT_THAT(parse({"frobnicate"}).hint, HasSubstr("screen, compare"));
}

TEST(CommandLineParser, RefusesWhatDoesNotFit) {
  for (const auto& words : std::vector<std::vector<std::string>>{{"screen", "--nope"},
                                                                 {"screen", "--limit"},
                                                                 {"screen", "-z", "x"},
                                                                 {"scan"},
                                                                 {"lists", "diff", "a"},
                                                                 {"lists", "diff", "a", "b", "c"},
                                                                 {"completion", "tcsh"},
                                                                 {"screen", "--explain=yes", "x"},
                                                                 {"nothing"}}) {
    const auto got = parse(words);
    ASSERT_TRUE(got.error) << words.back();
    EXPECT_EQ(got.error->code, ErrorCode::kUsage);
  }
}

TEST(CommandLineParser, GivesHelpWhateverElseIsWrong) {
  EXPECT_TRUE(parse({"screen", "--nope", "--help"}).wants_help);
  EXPECT_TRUE(parse({"lists", "add", "-h"}).wants_help);
  EXPECT_TRUE(parse({"help", "scan"}).wants_help);
  EXPECT_EQ(parse({"help", "scan"}).path.back()->name, "scan");
  EXPECT_FALSE(parse({"screen", "--", "--help"}).wants_help);
}

}  // namespace
}  // namespace vedette::cli
