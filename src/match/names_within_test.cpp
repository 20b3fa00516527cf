#include "match/names_within.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "match/score.h"

namespace vedette::match {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "name" for a main name, "(name)" for an aside.
std::vector<std::string> within(std::string_view text) {
  std::vector<std::string> found;
  for (const NameWithin& name : names_within(text)) {
    found.push_back(name.part == NamePart::kMain ? name.text : "(" + name.text + ")");
  }
  return found;
}

TEST(NamesWithin, OneNameHasNoneWithin) {
  EXPECT_THAT(within("Kim Jong Un"), IsEmpty());
  EXPECT_THAT(within("BUSH, George W."), IsEmpty());
  EXPECT_THAT(within("A (unpaired"), IsEmpty());
  EXPECT_THAT(within("Example Metals (UK) Limited"), IsEmpty());
  EXPECT_THAT(within("Sberbank (Switzerland)"), IsEmpty());
}

TEST(NamesWithin, BracketsStandAside) {
  EXPECT_THAT(within("Sberbank (Moscow branch)"), ElementsAre("Sberbank", "(Moscow branch)"));
  EXPECT_THAT(within("Kim Jong Un (leader)"), ElementsAre("Kim Jong Un", "(leader)"));
}

TEST(NamesWithin, AnotherScriptInBracketsIsAName) {
  EXPECT_THAT(within("Huawei Technologies (华为技术)"), ElementsAre("Huawei Technologies", "华为技术"));
  EXPECT_THAT(within("华为（Huawei）"), ElementsAre("华为", "Huawei"));
}

TEST(NamesWithin, MarksAndLabels) {
  EXPECT_THAT(within("KIM JONG-UN a.k.a. Marshal"), ElementsAre("KIM JONG-UN", "Marshal"));
  EXPECT_THAT(within("Account: Kim Jong Un"), ElementsAre("Account", "Kim Jong Un"));
  EXPECT_THAT(within("Alpha / Beta; Gamma"), ElementsAre("Alpha", "Beta", "Gamma"));
}

TEST(NamesWithin, AListedNameIsFoundBesideOtherWords) {
  Entity listed;
  listed.schema = Schema::kPerson;
  listed.add(Property::kName, "Kim Jong Un");
  for (const char* text : {"Kim Jong Un (leader)", "Account: Kim Jong Un", "KIM JONG-UN a.k.a. the Marshal"}) {
    Entity query;
    query.add(Property::kName, text);
    EXPECT_GE(score_entity(prepare_entity(query), prepare_entity(listed), default_policy()).score, 0.9) << text;
  }
}

TEST(NamesWithin, AnAsideDoesNotHitAlone) {
  Entity listed;
  listed.add(Property::kName, "Marshal Trading");
  Entity query;
  query.add(Property::kName, "Harmless Bakery (Marshal Trading)");
  const double score = score_entity(prepare_entity(query), prepare_entity(listed), default_policy()).score;
  EXPECT_GT(score, 0.5);
  EXPECT_LT(score, default_policy().threshold);
}

RC_GTEST_PROP(NamesWithin, IsBounded, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::element('(', ')', 'a', ' ', '/', ';', ':'));
  RC_ASSERT(names_within(text).size() <= kMostNamesWithin);
}

}  // namespace
}  // namespace vedette::match
