#include "match/name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "match/test_names.h"

namespace vedette::match {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> forms(const Name& name) {
  std::vector<std::string> result;
  for (const Token& token : name.tokens) result.push_back(token.form);
  return result;
}

std::vector<TokenKind> kinds(const Name& name) {
  std::vector<TokenKind> result;
  for (const Token& token : name.tokens) result.push_back(token.kind);
  return result;
}

TEST(PrepareName, TypesPersons) {
  const Name name = prepare_name("Dr. Vladimir Vladimirovich PUTIN", Schema::kPerson);
  EXPECT_THAT(forms(name), ElementsAre("dr", "vladimir", "vladimirovich", "putin"));
  EXPECT_THAT(kinds(name),
              ElementsAre(TokenKind::kHonorific, TokenKind::kWord, TokenKind::kPatronymic, TokenKind::kWord));
}

TEST(PrepareName, TurnsFamilyFirstRound) {
  EXPECT_THAT(forms(prepare_name("BUSH, George W", Schema::kPerson)), ElementsAre("george", "w", "bush"));
  EXPECT_THAT(forms(prepare_name("Putin, Vladimir", Schema::kLegalEntity)), ElementsAre("vladimir", "putin"));
  EXPECT_THAT(forms(prepare_name("BWI Industries, Inc.", Schema::kLegalEntity)),
              ElementsAre("bwi", "industries", "inc"));
}

TEST(PrepareName, FoldsLegalFormsToOneToken) {
  const Name name = prepare_name("Siemens Aktiengesellschaft", Schema::kCompany);
  EXPECT_THAT(kinds(name), ElementsAre(TokenKind::kWord, TokenKind::kLegalForm));
  EXPECT_THAT(kinds(prepare_name("FABERLIC EUROPE Sp. z o.o.", Schema::kCompany)),
              ElementsAre(TokenKind::kWord, TokenKind::kPlace, TokenKind::kLegalForm));
  EXPECT_THAT(forms(prepare_name("A.B.C. Company", Schema::kCompany)), ElementsAre("abc", "company"));
}

TEST(PrepareName, KnowsNumbersAndPlaces) {
  EXPECT_THAT(kinds(prepare_name("Zu Zag Bong 6", Schema::kVessel)).back(), TokenKind::kNumber);
  EXPECT_THAT(kinds(prepare_name("Carlyle Partners VII", Schema::kCompany)).back(), TokenKind::kNumber);
  EXPECT_THAT(kinds(prepare_name("North Korea Bank", Schema::kCompany)),
              ElementsAre(TokenKind::kPlace, TokenKind::kIndustry));
}

TEST(PrepareName, HonorificsThatAreNamesCountAsSuchInside) {
  EXPECT_EQ(kinds(prepare_name("Sultan Ahmad Karimi", Schema::kPerson)).front(), TokenKind::kHonorific);
  EXPECT_EQ(kinds(prepare_name("Sultan Hashim", Schema::kPerson)).front(), TokenKind::kWord);
  EXPECT_EQ(kinds(prepare_name("Sheikh Ahmad", Schema::kPerson)).front(), TokenKind::kHonorific);
  EXPECT_EQ(kinds(prepare_name("Ahmad al-Sheikh", Schema::kPerson)).back(), TokenKind::kWord);
  EXPECT_EQ(kinds(prepare_name("Ahmad Sultan Karimi", Schema::kPerson))[1], TokenKind::kWord);
}

TEST(PrepareName, WeighsWhatIsRareMost) {
  const Name name = prepare_name("Taliban Organization Ltd", Schema::kOrganization);
  EXPECT_GT(name.tokens[0].weight, 4 * name.tokens[1].weight);
  EXPECT_GT(name.tokens[1].weight, name.tokens[2].weight);
}

TEST(PrepareName, SplitsHangulIntoSyllables) {
  const Name name = prepare_name("김정은", Schema::kPerson);
  ASSERT_EQ(name.tokens.size(), 3U);
  EXPECT_EQ(name.tokens[0].form, "kim");
}

TEST(PrepareName, UnmasksDigitsForLetters) {
  EXPECT_THAT(forms(prepare_name("Ig0r Sech1n", Schema::kPerson)), ElementsAre("igor", "sechin"));
}

TEST(PrepareName, WithoutLettersHasNoTokens) {
  for (const char* text : {"", " ", "---", "\u200B", "???", "\xFF\xFE"}) {
    EXPECT_TRUE(prepare_name(text, Schema::kPerson).tokens.empty()) << text;
  }
}

TEST(PrepareName, BoundsHostileNames) {
  std::string many;
  for (int i = 0; i < 400; ++i) many += "word" + std::to_string(i) + " ";
  const Name name = prepare_name(many, Schema::kPerson);
  EXPECT_EQ(name.tokens.size(), static_cast<size_t>(kMaxTokens));
  EXPECT_TRUE(name.truncated);
  EXPECT_TRUE(prepare_name(std::string(65536, 'a'), Schema::kPerson).truncated);
  EXPECT_FALSE(prepare_name("John Smith", Schema::kPerson).truncated);
}

RC_GTEST_PROP(PrepareName, IsDeterministicAndKeepsItsInvariants, ()) {
  const std::string text = *testing::arbitrary_name();
  const Schema schema = *testing::arbitrary_schema();
  const Name name = prepare_name(text, schema);
  const Name again = prepare_name(text, schema);
  RC_ASSERT(name.tokens == again.tokens);
  RC_ASSERT(name.units == again.units);
  RC_ASSERT(name.tokens.size() <= static_cast<size_t>(kMaxTokens));
  RC_ASSERT(name.units.size() == static_cast<size_t>(unit_count(static_cast<int>(name.tokens.size()))));
  for (const Token& token : name.tokens) {
    RC_ASSERT(!token.form.empty());
    RC_ASSERT(token.form.find(' ') == std::string::npos);
    RC_ASSERT(token.weight > 0 && token.weight <= 1);
    RC_ASSERT(std::is_sorted(token.groups.begin(), token.groups.end()));
    RC_ASSERT(std::adjacent_find(token.groups.begin(), token.groups.end()) == token.groups.end());
  }
}

}  // namespace
}  // namespace vedette::match
