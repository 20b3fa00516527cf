#include "text/script.h"

#include <gtest/gtest.h>

namespace vedette::text {
namespace {

TEST(Script, OfLettersOfEachKind) {
  EXPECT_EQ(script_of(U'a'), Script::kLatin);
  EXPECT_EQ(script_of(U'Ł'), Script::kLatin);
  EXPECT_EQ(script_of(U'Ж'), Script::kCyrillic);
  EXPECT_EQ(script_of(U'Ω'), Script::kGreek);
  EXPECT_EQ(script_of(U'م'), Script::kArabic);
  EXPECT_EQ(script_of(U'ש'), Script::kHebrew);
  EXPECT_EQ(script_of(U'김'), Script::kHangul);
  EXPECT_EQ(script_of(U'金'), Script::kHan);
  EXPECT_EQ(script_of(U'か'), Script::kKana);
  EXPECT_EQ(script_of(U'ー'), Script::kKana);
  EXPECT_EQ(script_of(U'ไ'), Script::kThai);
  EXPECT_EQ(script_of(U'क'), Script::kDevanagari);
  EXPECT_EQ(script_of(U'გ'), Script::kGeorgian);
  EXPECT_EQ(script_of(U'Հ'), Script::kArmenian);
  EXPECT_EQ(script_of(U'ব'), Script::kOther);
  EXPECT_EQ(script_of(U'7'), Script::kCommon);
  EXPECT_EQ(script_of(0xFFFFFFFF), Script::kCommon);
}

TEST(Script, DominantIsThatOfMostLetters) {
  EXPECT_EQ(dominant_script("OOO Газпром"), Script::kCyrillic);
  EXPECT_EQ(dominant_script("12-34"), Script::kCommon);
  EXPECT_EQ(dominant_script(""), Script::kCommon);
  EXPECT_EQ(dominant_script("\xFF\xFE a"), Script::kLatin);
}

TEST(Script, Iso15924Codes) {
  EXPECT_EQ(iso15924(Script::kArabic), "Arab");
  EXPECT_EQ(iso15924(Script::kKana), "Hrkt");
  EXPECT_EQ(iso15924(Script::kOther), "Zzzz");
}

}  // namespace
}  // namespace vedette::text
