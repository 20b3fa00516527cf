#include "language/python_pattern.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "language/affix_rules.h"
#include "language/pattern.h"

namespace vedette::language {
namespace {

TEST(ToPcre2, RewritesWhatPcre2WritesOtherwise) {
  EXPECT_EQ(to_pcre2(R"((?u)^[\u00A6\U0001F000-\U0001F02B]\Z)"), R"(^[\x{00A6}\x{0001F000}-\x{0001F02B}]\z)");
}

TEST(ToPcre2, LeavesTheRest) {
  for (const auto* same : {R"(\\u00a6)", R"(\'\"\!\d\w\.\.+)", R"([]\]])", R"(a{2,3}(?<=x)(?!y))", R"(\u00)", "\\"}) {
    EXPECT_EQ(to_pcre2(same), same);
  }
}

bool found(std::string_view python, std::string_view subject) {
  auto pattern = Pattern::compile(to_pcre2(python), "test");
  EXPECT_TRUE(pattern) << pattern.error().message;
  return Matcher().search(*pattern, subject).has_value();
}

TEST(ToPcre2, SpacesArePythons) {
  for (const auto* space : {" ", "\x1c", "\u0085", "\u00a0", "\u2028"}) {
    EXPECT_TRUE(found(R"(^\s$)", space));
    EXPECT_TRUE(found(R"(^[x\s]$)", space));
    EXPECT_FALSE(found(R"(^\S$)", space));
  }
  EXPECT_FALSE(found(R"(\s)", "\u180e"));
  EXPECT_TRUE(found(R"(^\S$)", "\u180e"));
}

TEST(PlanEndSearch, CountsTheLongestMatch) {
  EXPECT_EQ(plan_end_search(R"(,$|'s$|(?:km|km²|\$)$)").window, 4u);
  EXPECT_EQ(plan_end_search(R"((?<=[0-9][0-9]x)a{2,5}$)").window, 6u);
  EXPECT_EQ(plan_end_search(R"(\x{1F600}[a-z]?$)").window, 3u);
  EXPECT_EQ(plan_end_search(R"([]\]x]{3}?$)").window, 4u);
  EXPECT_EQ(plan_end_search(R"((a(?P<n>bc|d)){2}\z)").window, 7u);
  EXPECT_FALSE(plan_end_search(",$|'s$").unbounded);
}

TEST(PlanEndSearch, SetsApartWhatMayBeLong) {
  const auto plan = plan_end_search(R"(,$|(?:ab)*$|x|y{100}$|a+b+$|z+x$)");
  EXPECT_EQ(plan.window, 2u);
  EXPECT_EQ(plan.unbounded, R"((?:ab)*$|x|y{100}$|a+b+$|z+x$)");
  EXPECT_TRUE(plan.runs.empty());
}

TEST(PlanEndSearch, KnowsRunsOfOneCharacter) {
  const auto plan = plan_end_search(R"(\.\.+$|(?<=a)b?[cd]{2,}$|x*?\z)");
  ASSERT_EQ(plan.runs.size(), 3u);
  EXPECT_EQ(plan.runs[0].character, R"(\.)");
  EXPECT_EQ(plan.runs[0].before, 1u);
  EXPECT_EQ(plan.runs[1].character, "[cd]");
  EXPECT_EQ(plan.runs[1].before, 1u);
  EXPECT_EQ(plan.runs[2].character, "x");
  EXPECT_EQ(plan.runs[2].before, 0u);
  EXPECT_FALSE(plan.unbounded);
}

TEST(PlanEndSearch, DoesNotJudgeWhatItDoesNotKnow) {
  for (const auto* pattern : {R"((?i)a$|b$)", R"((a)\1$)", R"(a$|(?R)$)", R"(\Qa$\E)", "(a$", "a$)"}) {
    EXPECT_EQ(plan_end_search(pattern).window, 0u) << pattern;
    EXPECT_EQ(plan_end_search(pattern).unbounded, pattern);
  }
}

RC_GTEST_PROP(EndPattern, FindsWhatAPlainSearchFinds, ()) {
  static const char kPattern[] = R"(,$|\.\.+$|(?<=[0-9])km$|(?<=b),,a$|'s$|x|(?:ab)+$|é$|'[.,é]*$|\n+$)";
  static const auto ending = EndPattern::compile(kPattern, "test").value();
  static const auto whole = Pattern::compile(kPattern, "test").value();
  const auto parts = *rc::gen::container<std::vector<std::string>>(
      rc::gen::elementOf(std::vector<std::string>{",", ".", "5", "km", "b", "a", "'s", "é", "漢", "\n", "x"}));
  std::string text;
  for (const auto& part : parts) text += part;
  if (text.size() % 3 != 0) std::erase(text, 'x');
  Matcher matcher;
  const auto expected = matcher.search(whole, text);
  const auto got = ending.search(matcher, text);
  RC_ASSERT(got.has_value() == expected.has_value());
  if (got) RC_ASSERT(got->begin == expected->begin && got->end == expected->end);
}

TEST(Matcher, GivesUpAtItsLimit) {
  auto pattern = Pattern::compile("^(?:a+)+$", "test");
  ASSERT_TRUE(pattern);
  EXPECT_FALSE(Matcher().search(*pattern, std::string(1000, 'a') + "b"));
  EXPECT_TRUE(Matcher().search(*pattern, std::string(1000, 'a')));
}

TEST(Matcher, SeesWhatStandsBefore) {
  auto pattern = Pattern::compile("(?<=é)b", "test");
  ASSERT_TRUE(pattern);
  Matcher matcher;
  EXPECT_EQ(matcher.search(*pattern, "béb", 3)->begin, 3u);
  EXPECT_FALSE(matcher.search(*pattern, "b"));
  EXPECT_FALSE(matcher.search(*pattern, {}));
}

TEST(Pattern, SaysWhereItDoesNotCompile) {
  const auto pattern = Pattern::compile("a(b", "the test's pattern");
  ASSERT_FALSE(pattern);
  EXPECT_EQ(pattern.error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(pattern.error().message.find("the test's pattern does not compile: "), 0u);
}

}  // namespace
}  // namespace vedette::language
