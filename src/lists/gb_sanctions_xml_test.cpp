#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/reader_testing.h"
#include "lists/readers.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;

std::string fixture_text() {
  return file_content(vedette::testing::fixture("gb_sanctions_xml/small.xml"));
}

TEST(GbSanctionsXml, ReadsAPerson) {
  const ReadOutcome outcome = read_text(&read_gb_sanctions_xml, "small.xml", fixture_text());
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  EXPECT_EQ(outcome.summary->published->to_string(), "2026-09-07");
  const Entity* person = outcome.sink.find("gb-EXA0001");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->schema, Schema::kPerson);
  EXPECT_THAT(person->texts(Property::kName), ElementsAre("John Quincy SAMPLE", "جون سامبل", "Джон Сэмпл"));
  EXPECT_THAT(person->texts(Property::kAlias), ElementsAre("Jon SAMPLE", "Johnny Sample"));
  EXPECT_THAT(person->texts(Property::kWeakAlias), ElementsAre("The Sampler"));
  EXPECT_THAT(person->texts(Property::kBirthDate), ElementsAre("1966", "1967-06-05"));
  EXPECT_THAT(person->texts(Property::kNationality), ElementsAre("af"));
  EXPECT_THAT(person->texts(Property::kGender), ElementsAre("male"));
  EXPECT_THAT(person->texts(Property::kPassportNumber), ElementsAre("P04581926"));
  EXPECT_THAT(person->texts(Property::kIdNumber), ElementsAre("12345"));
  EXPECT_THAT(person->texts(Property::kProvisions), ElementsAre("Asset freeze", "Travel Ban"));
  EXPECT_THAT(person->texts(Property::kListingDate), ElementsAre("2012-06-29"));
  EXPECT_THAT(person->texts(Property::kModifiedAt), ElementsAre("2026-08-04"));
  EXPECT_THAT(person->texts(Property::kUnscReference), ElementsAre("TAi.902"));
  EXPECT_THAT(person->texts(Property::kAuthorityId), ElementsAre("90001"));
  EXPECT_THAT(person->texts(Property::kAddress), ElementsAre("1 Example Road, Kabul, 1001, Afghanistan"));
  EXPECT_THAT(person->texts(Property::kPhone), ElementsAre("0202-104748"));
  EXPECT_THAT(person->texts(Property::kReason), ElementsAre("For tests."));
  EXPECT_THAT(person->texts(Property::kTopics), ElementsAre("sanction"));
}

TEST(GbSanctionsXml, NamesKeepTheirScriptAndLanguage) {
  const ReadOutcome outcome = read_text(&read_gb_sanctions_xml, "small.xml", fixture_text());
  std::vector<std::string> scripts, languages;
  for (const Value& value : outcome.sink.find("gb-EXA0001")->values) {
    if (value.property != Property::kName) continue;
    scripts.push_back(value.script);
    languages.push_back(value.language);
  }
  EXPECT_THAT(scripts, ElementsAre("", "Arab", "Cyrl"));
  EXPECT_THAT(languages, ElementsAre("", "", "ru"));
}

TEST(GbSanctionsXml, ReadsAShip) {
  const ReadOutcome outcome = read_text(&read_gb_sanctions_xml, "small.xml", fixture_text());
  const Entity* ship = outcome.sink.find("gb-EXA0002");
  ASSERT_NE(ship, nullptr);
  EXPECT_EQ(ship->schema, Schema::kVessel);
  EXPECT_THAT(ship->texts(Property::kImoNumber), ElementsAre("9074729"));
  EXPECT_THAT(ship->texts(Property::kFlag), ElementsAre("pa"));
  EXPECT_THAT(ship->texts(Property::kPastFlags), ElementsAre("lr"));
  EXPECT_THAT(ship->texts(Property::kType), ElementsAre("Crude Oil Tanker"));
  EXPECT_THAT(ship->texts(Property::kBuildDate), ElementsAre("2004"));
}

TEST(GbSanctionsXml, RejectsWhatHasNoId) {
  const ReadOutcome outcome = read_text(&read_gb_sanctions_xml, "small.xml", fixture_text());
  ASSERT_EQ(outcome.sink.rejections.size(), 1u);
  EXPECT_EQ(outcome.sink.rejections[0].where.field, "UniqueID");
}

TEST(GbSanctionsXml, SurvivesCutsAndNoise) {
  expect_survives_cuts(&read_gb_sanctions_xml, fixture_text(), 200);
  expect_survives_noise(&read_gb_sanctions_xml, fixture_text(), 100);
}

}  // namespace
}  // namespace vedette::lists
