#include "rules/goods.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rules_for_test.h"

namespace vedette::rules {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string term(std::string_view phrase) {
  const Good* good = book().goods.lookup(phrase);
  return good == nullptr ? "none" : good->term;
}

std::vector<std::string> terms_in(std::string_view text) {
  std::vector<std::string> terms;
  const std::vector<PlainWord> words = plain_words(text);
  for (const PhraseMatch& match : book().goods.find(words)) terms.push_back(book().goods.goods()[match.entry].term);
  return terms;
}

TEST(Singular, BySimpleRule) {
  for (const auto& [word, expected] : std::vector<std::pair<std::string, std::string>>{{"missiles", "missile"},
                                                                                       {"batteries", "battery"},
                                                                                       {"torpedoes", "torpedo"},
                                                                                       {"boxes", "box"},
                                                                                       {"bus", "bus"},
                                                                                       {"glass", "glass"},
                                                                                       {"chassis", "chassis"},
                                                                                       {"fuses", "fuse"},
                                                                                       {"vehicles", "vehicle"}}) {
    EXPECT_EQ(singular(word), expected);
  }
}

TEST(Goods, TermClassAndCodes) {
  const Good* good = book().goods.lookup("ballistic missiles");
  ASSERT_NE(good, nullptr);
  EXPECT_EQ(good->term, "ballistic missile");
  EXPECT_EQ(good->kind, "missile");
  EXPECT_THAT(good->codes, ElementsAre("ML4", "MTCR 1.A.1", "HS9306.90"));
  EXPECT_THAT(book().goods.lookup("CNC lathes")->codes, Contains("NSG P2-1.B"));
  EXPECT_THAT(book().goods.lookup("diesel")->codes, ElementsAre("HS2710"));
}

TEST(Goods, CaseNumberHyphensAndVariants) {
  EXPECT_EQ(term("Artillery Shells"), "artillery shells");
  EXPECT_EQ(term("240-mm rocket launchers"), "240 mm rocket launcher");
  EXPECT_EQ(term("armoured limousines"), "bulletproof car");
  EXPECT_EQ(term("drone engines"), "drone components");
  EXPECT_EQ(term("снаряды"), "artillery shells");
  EXPECT_EQ(term("탄도미사일"), "ballistic missile");
  EXPECT_EQ(term("weapons"), "arms");
  EXPECT_EQ(term("fertiliser"), "none");
}

TEST(Goods, TheLongestPhraseWins) {
  EXPECT_THAT(terms_in("two short-range ballistic missiles and a missile launcher"),
              ElementsAre("short-range ballistic missile", "missile launcher"));
  EXPECT_THAT(terms_in("the oil tanker passed a tank"), ElementsAre("oil tanker", "battle tanks"));
  EXPECT_EQ(term("tanker"), "oil tanker");
}

TEST(Goods, NamesAndAcronymsKeepTheirCapitals) {
  EXPECT_THAT(terms_in("Sam saw a graduate of the fab academy"), IsEmpty());
  EXPECT_THAT(terms_in("SAM batteries and UAVs"), ElementsAre("surface-to-air missile", "drone"));
  EXPECT_THAT(terms_in("a javelin thrower"), IsEmpty());
}

TEST(Goods, WordsOfManyMeaningsAreMarked) {
  const auto matches = book().goods.find(plain_words("three rounds"));
  ASSERT_EQ(matches.size(), 1u);
  EXPECT_TRUE(matches[0].ambiguous);
  EXPECT_FALSE(book().goods.find(plain_words("artillery rounds"))[0].ambiguous);
}

TEST(Goods, EveryTermFindsItself) {
  size_t astray = 0;
  for (const Good& good : book().goods.goods()) {
    const Good* found = book().goods.lookup(good.term);
    ASSERT_NE(found, nullptr) << good.term;
    astray += found->term != good.term ? 1 : 0;
    if (found->term != good.term) ADD_FAILURE() << good.term << " finds " << found->term;
  }
  EXPECT_EQ(astray, 0u);
}

}  // namespace
}  // namespace vedette::rules
