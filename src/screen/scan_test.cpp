#include <gmock/gmock.h>

#include "screen/screener.h"
#include "support/small_lists.h"

namespace vedette::screen {
namespace {

using testing::make_entity;
using testing::make_list_set;
using testing::person;

std::vector<std::string> found(std::string_view text) {
  const auto lists = make_list_set(
      {person("kim", "Kim Jong Un"), person("putin", "Vladimir Vladimirovich Putin"),
       make_entity("komid", Schema::kOrganization, {{Property::kName, "KOMID"}}),
       make_entity("kcst", Schema::kOrganization, {{Property::kName, "Korean Committee for Space Technology"}}),
       make_entity("ship", Schema::kVessel, {{Property::kName, "CHONG CHON GANG"}}), person("ahn", "Chan")});
  Screener screener(lists, match::default_policy());
  std::vector<std::string> texts;
  for (const Finding& finding : screener.scan(text, {}).found)
    texts.push_back(finding.text + "=" + finding.hits.front().id);
  return texts;
}

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Scan, FindsNamesWhereTheyStand) {
  EXPECT_THAT(found("Russian President Vladimir Putin met Kim Jong Un’s delegation."),
              ElementsAre("Vladimir Putin=putin", "Kim Jong Un=kim"));
}

TEST(Scan, FindsBodiesShipsAndAcronyms) {
  EXPECT_THAT(found("KOMID and the Korean Committee for Space Technology chartered the Chong Chon Gang in 2013"),
              ElementsAre("KOMID=komid", "Korean Committee for Space Technology=kcst", "Chong Chon Gang=ship"));
}

TEST(Scan, FindsOtherScripts) {
  EXPECT_THAT(found("Ким Чен Ын прибыл, 김정은"), ElementsAre("Ким Чен Ын=kim", "김정은=kim"));
}

TEST(Scan, APartOfALongerNameIsNoName) {
  EXPECT_THAT(found("the defector Ahn Chan Il said"), IsEmpty());
}

TEST(Scan, OrdinaryWordsAreNoNames) {
  EXPECT_THAT(found("There is time. Korea and Covid. Wednesday in the South."), IsEmpty());
}

TEST(Scan, FindsHyphenatedNames) {
  EXPECT_THAT(found("when Kim Jong-un arrived"), ElementsAre("Kim Jong-un=kim"));
}

TEST(Scan, BytesThatAreNotUtf8AreNotPassedOverInSilence) {
  Screener screener(make_list_set({person("kim", "Kim Jong Un")}), match::default_policy());
  const auto answer = screener.scan("\xCF\xF3\xF2\xE8\xED met Kim Jong Un", {});
  EXPECT_EQ(answer.status, Status::kPartial);
  EXPECT_EQ(answer.found.size(), 1u);
}

TEST(Scan, SpansCountCodePoints) {
  Screener screener(make_list_set({person("kim", "Kim Jong Un")}), match::default_policy());
  const auto answer = screener.scan("Ü “Ж” Kim Jong Un.", {});
  ASSERT_EQ(answer.found.size(), 1u);
  EXPECT_EQ(answer.found.front().begin, 6u);
  EXPECT_EQ(answer.found.front().end, 17u);
}

TEST(Scan, TooLongATextIsPartial) {
  Screener screener(make_list_set({person("kim", "Kim Jong Un")}), match::default_policy());
  const auto answer = screener.scan(std::string(kMaxScanBytes + 1, ' '), {});
  EXPECT_EQ(answer.status, Status::kPartial);
  EXPECT_FALSE(answer.partial_reason.empty());
}

}  // namespace
}  // namespace vedette::screen
