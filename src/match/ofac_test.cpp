#include "match/ofac.h"

#include <gtest/gtest.h>

namespace vedette::match {
namespace {

PreparedEntity person(const std::string& name) {
  Entity entity;
  entity.schema = Schema::kPerson;
  entity.add(Property::kName, name);
  return prepare_entity(entity);
}

TEST(JaroWinkler, HasThePublishedValues) {
  EXPECT_NEAR(jaro_winkler("martha", "marhta"), 0.9611, 1e-4);
  EXPECT_NEAR(jaro_winkler("dwayne", "duane"), 0.84, 1e-4);
  EXPECT_NEAR(jaro_winkler("dixon", "dicksonx"), 0.8133, 1e-4);
  EXPECT_EQ(jaro_winkler("abc", "xyz"), 0);
  EXPECT_EQ(jaro_winkler("", ""), 0);
}

TEST(Soundex, HasThePublishedCodes) {
  EXPECT_EQ(soundex("robert"), "r163");
  EXPECT_EQ(soundex("rupert"), "r163");
  EXPECT_EQ(soundex("tymczak"), "t522");
  EXPECT_EQ(soundex("pfister"), "p236");
  EXPECT_EQ(soundex("honeyman"), "h555");
  EXPECT_EQ(soundex(""), "");
}

TEST(OfacPolicy, TakesTheBestWordForEachWord) {
  const Policy policy = ofac_policy();
  EXPECT_FALSE(policy.indexable());
  EXPECT_GE(policy.threshold, kLowestThreshold);
  EXPECT_DOUBLE_EQ(score_entity(person("George Bush"), person("Bush George"), policy).score, 1.0);
  EXPECT_LT(score_entity(person("George Bush"), person("Pol Pot"), policy).score, 0.5);
  // The first-letter gate and Soundex keep the letter, so another first letter finds nothing.
  EXPECT_NEAR(score_entity(person("Usama bin Ladin"), person("Osama bin Laden"), policy).score, 0.64, 0.01);
}

TEST(Policies, AreFoundByName) {
  EXPECT_EQ(find_policy("default")->threshold, 0.70);
  EXPECT_TRUE(find_policy("ofac").has_value());
  EXPECT_FALSE(find_policy("other").has_value());
}

}  // namespace
}  // namespace vedette::match
