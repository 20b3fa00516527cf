#include "rules/evaluate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rules_for_test.h"

namespace vedette::rules {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

TEST(Evaluate, EveryExampleOfTheConductTable) {
  size_t examples = 0;
  for (const ConductRule& rule : book().conducts) {
    if (rule.event == "none") continue;
    ++examples;
    EXPECT_THAT(flagged(event(rule.event, rule.example)), Contains(rule.flags))
        << rule.conduct << " by " << rule.event << ": " << rule.example;
  }
  EXPECT_GT(examples, 70u);
}

TEST(Evaluate, ShellsFromNorthKorea) {
  EXPECT_THAT(flagged(event("TRANSFER", "North Korea > Russia; artillery shells; ; 2023-09-13")),
              ElementsAre("S/RES/1718 (2006) OP8(b)", "S/RES/1874 (2009) OP9", "S/RES/2270 (2016) OP8"));
}

TEST(Evaluate, OnlyWhatWasInForce) {
  EXPECT_THAT(flagged(event("TRANSFER", "North Korea > Syria; battle tanks; ; 2006-10-13")), IsEmpty());
  EXPECT_THAT(flagged(event("TRANSFER", "North Korea > Syria; battle tanks; ; 2006-10-14")),
              ElementsAre("S/RES/1718 (2006) OP8(b)"));
}

TEST(Evaluate, IranBetweenTheDealAndItsReturn) {
  const std::string drones = "Iran > Belarus; loitering munitions; ; ";
  EXPECT_THAT(flagged(event("TRANSFER", drones + "2015-06-01")), Contains("S/RES/1747 (2007) OP5"));
  EXPECT_THAT(flagged(event("TRANSFER", drones + "2022-08-01")), IsEmpty());
  EXPECT_THAT(flagged(event("TRANSFER", drones + "2025-09-28")), Contains("S/RES/1747 (2007) OP5"));
}

TEST(Evaluate, ARangeCountsByItsEnd) {
  EXPECT_THAT(flagged(event("TRANSFER", "North Korea > China; coal; ; 2017-08-01/2017-08-04")),
              Not(Contains("S/RES/2371 (2017) OP8")));
  EXPECT_THAT(flagged(event("TRANSFER", "North Korea > China; coal; ; 2017-08-01/2017-08-05")),
              Contains("S/RES/2371 (2017) OP8"));
}

TEST(Evaluate, ASupersededParagraphGivesWay) {
  const std::string diesel = "Russia > North Korea; diesel; ; ";
  EXPECT_THAT(flagged(event("TRANSFER", diesel + "2017-12-21")), Contains("S/RES/2375 (2017) OP14"));
  EXPECT_THAT(flagged(event("TRANSFER", diesel + "2017-12-22")), Not(Contains("S/RES/2375 (2017) OP14")));
}

TEST(Evaluate, NationalMeasuresBindTheirOwnPersonsOnly) {
  const std::string provision = "Regulation (EU) 833/2014 Art 2a + Annex VII";
  EXPECT_THAT(flagged(event("TRANSFER", "Netherlands > Russia; microchips; ; 2024-05-01")), Contains(provision));
  EXPECT_THAT(flagged(event("TRANSFER", "China > Russia; microchips; ; 2024-05-01")), IsEmpty());
  EXPECT_THAT(flagged(event("TRANSFER", "United Kingdom > Russia; microchips; ; 2024-05-01")),
              Not(Contains(provision)));
}

TEST(Evaluate, GoodsThatEndElsewhereAreFollowed) {
  Conduct sale = event("TRANSFER", "Netherlands > Serbia; microchips; ; 2024-12-31");
  EXPECT_THAT(flagged(sale), IsEmpty());
  sale.onward = {party("Russia")};
  EXPECT_THAT(flagged(sale), Contains("Regulation (EU) 833/2014 Art 2a + Annex VII"));
}

TEST(Evaluate, WhatStaysWithinACountryIsNoTransfer) {
  EXPECT_THAT(flagged(event("TRANSFER", "North Korea > North Korea; artillery shells; ; 2023-09-13")), IsEmpty());
}

TEST(Evaluate, DirectionMatters) {
  EXPECT_THAT(flagged(event("TRANSFER", "Russia > North Korea; jet fuel; ; 2023-09-13")),
              Contains("S/RES/2270 (2016) OP31"));
  EXPECT_THAT(flagged(event("TRANSFER", "North Korea > Russia; jet fuel; ; 2023-09-13")),
              Not(Contains("S/RES/2270 (2016) OP31")));
}

TEST(Evaluate, HousingTheHouthisAndOtherNamedBodies) {
  EXPECT_THAT(flagged(event("TRANSFER", "Oman > Houthis; rifles; ; 2025-12-04")),
              ElementsAre("S/RES/2216 (2015) OP14"));
  EXPECT_THAT(flagged(event("TRANSFER", "Oman > Yemen; rifles; ; 2025-12-04")), IsEmpty());
}

TEST(Evaluate, AListedTraveller) {
  EXPECT_THAT(flagged(event("VISIT", "North Korea > Russia; ; ; 2023-09-13")), IsEmpty());
  EXPECT_THAT(flagged(event("VISIT", "North Korea* > Russia; ; ; 2023-09-13")),
              ElementsAre("S/RES/1718 (2006) OP8(e)"));
}

TEST(Evaluate, WhatIsHarmlessIsNotFlagged) {
  for (const auto& [type, text] : std::vector<std::pair<std::string, std::string>>{
           {"TRANSFER", "Russia > North Korea; flour; ; 2023-09-13"},
           {"TRANSFER", "China > North Korea; vaccines; ; 2021-09-13"},
           {"COOPERATE", "Russia, North Korea > ; ; ; 2023-09-13"},
           {"MEET", "Russia, North Korea > ; ; ; 2023-09-13"},
           {"DRILL", "North Korea > ; artillery shells; ; 2025-10-13"},
           {"TEST", "North Korea > ; 240-mm rocket launchers; ; 2025-06-05"},
           {"LAUNCH", "South Korea > ; satellite; ; 2025-06-05"},
           {"LAUNCH", "North Korea > ; cruise missiles; ; 2025-06-05"},
           {"EVADE", "Palau~vessel > ; ; switched off its transponder; 2023-03-14"},
           {"TRANSFER", "Russia > Sudan; frigates; ; 2024-10-31"},
           {"SANCTION", "United Kingdom > Russia; arms; ; 2024-10-31"}}) {
    EXPECT_THAT(flagged(event(type, text)), IsEmpty()) << type << " " << text;
  }
}

TEST(Evaluate, TheLevelFollowsTheStatus) {
  const auto level = [](const std::string& status) {
    const auto flags = evaluate(book(), event("TRANSFER", "North Korea > Russia; shells; ; 2023-09-13", status));
    return std::string(to_string(flags.value().at(0).level));
  };
  EXPECT_EQ(level("occurred"), "touches");
  EXPECT_EQ(level("ongoing"), "touches");
  for (const char* status : {"agreed", "planned", "expected", "proposed", "possible", "conditional"}) {
    EXPECT_EQ(level(status), "would_touch") << status;
  }
  EXPECT_EQ(level("denied"), "denied");
}

TEST(Evaluate, AFlagSaysWhyAndUnderWhatExceptions) {
  const auto flags = evaluate(book(), event("ASSIST", "Russia > North Korea; satellites; ; 2023-09-13", "planned"));
  ASSERT_TRUE(flags.has_value());
  const auto flag =
      std::find_if(flags->begin(), flags->end(), [](const Flag& f) { return f.provision == "S/RES/2321 (2016) OP11"; });
  ASSERT_NE(flag, flags->end());
  EXPECT_EQ(
      flag->why,
      "The story speaks of a prospect or possibility of technical cooperation on space or rockets with North Korea "
      "(Russia to North Korea: satellites); S/RES/2321 (2016) OP11, in force since 2016-11-30, bears on that.");
  EXPECT_THAT(flag->exceptions, StartsWith("medical exchanges"));
  EXPECT_FALSE(flag->verified);
}

TEST(Evaluate, UnknownWordsAreRefused) {
  const auto type = evaluate(book(), event("DANCE", "North Korea > Russia; ; ; 2023-09-13"));
  ASSERT_FALSE(type.has_value());
  EXPECT_THAT(type.error().message, HasSubstr("'DANCE' is no type"));
  EXPECT_FALSE(evaluate(book(), event("MEET", "North Korea > Russia; ; ; 2023-09-13", "maybe")).has_value());
}

}  // namespace
}  // namespace vedette::rules
