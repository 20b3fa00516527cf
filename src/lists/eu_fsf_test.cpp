// Both forms of the EU's files.
#include "lists/eu_fsf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/reader_testing.h"
#include "lists/readers.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;

std::string xml_text() {
  return file_content(vedette::testing::fixture("eu_fsf_xml/small.xml"));
}
std::string csv_text(const std::string& name) {
  return file_content(vedette::testing::fixture("eu_fsf_csv/" + name));
}

TEST(EuFsfXml, ReadsAPerson) {
  const ReadOutcome outcome = read_text(&read_eu_fsf_xml, "small.xml", xml_text());
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  EXPECT_EQ(outcome.summary->published->to_string(), "2026-08-05");
  const Entity* person = outcome.sink.find("eu-EU.9001.1");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->schema, Schema::kPerson);
  EXPECT_THAT(person->texts(Property::kName), ElementsAre("Jane van Sample"));
  EXPECT_THAT(person->texts(Property::kAlias), ElementsAre("Jeanne Échantillon"));
  EXPECT_THAT(person->texts(Property::kWeakAlias), ElementsAre("The Tester", "The Taster"));
  EXPECT_THAT(person->texts(Property::kLastName), ElementsAre("Sample"));
  EXPECT_THAT(person->texts(Property::kGender), ElementsAre("female"));
  EXPECT_THAT(person->texts(Property::kBirthDate), ElementsAre("1960-04-04", "1961", "1957/1958", "1962-05"));
  EXPECT_THAT(person->texts(Property::kBirthCountry), ElementsAre("kp"));
  EXPECT_THAT(person->texts(Property::kCitizenship), ElementsAre("kp"));
  EXPECT_THAT(person->texts(Property::kPassportNumber), ElementsAre("592667"));
  EXPECT_THAT(person->texts(Property::kSocialSecurityNumber), ElementsAre("123-45"));
  EXPECT_THAT(person->texts(Property::kProgram), ElementsAre("PRK"));
  EXPECT_THAT(person->texts(Property::kUnscReference), ElementsAre("KPi.901"));
  for (const Value& value : person->values) {
    if (value.text == "1961") {
      EXPECT_TRUE(value.circa);
    }
    if (value.text == "592667") {
      EXPECT_EQ(value.label, "National passport (false)");
      EXPECT_EQ(value.country, "qa");
      EXPECT_EQ(value.source_id, "12");
    }
    if (value.text == "Jeanne Échantillon") {
      EXPECT_EQ(value.language, "fr");
    }
  }
}

TEST(EuFsfXml, TheListingIsTheEarliestDate) {
  const ReadOutcome outcome = read_text(&read_eu_fsf_xml, "small.xml", xml_text());
  EXPECT_THAT(outcome.sink.find("eu-EU.9001.1")->texts(Property::kListingDate), ElementsAre("2010-01-01"));
  EXPECT_THAT(outcome.sink.find("eu-9002")->texts(Property::kListingDate), ElementsAre("2007-03-29"));
}

TEST(EuFsfXml, WithoutAReferenceTheLogicalIdIsTheKey) {
  const ReadOutcome outcome = read_text(&read_eu_fsf_xml, "small.xml", xml_text());
  const Entity* ship = outcome.sink.find("eu-9002");
  ASSERT_NE(ship, nullptr);
  EXPECT_EQ(ship->schema, Schema::kVessel);
  EXPECT_THAT(ship->texts(Property::kPhone), ElementsAre("+850 2 18111"));
  EXPECT_THAT(ship->texts(Property::kAddress),
              ElementsAre("1 Port Road, Nampo, KOREA, Democratic People's Republic of"));
  EXPECT_EQ(outcome.sink.rejections.size(), 1u);
}

TEST(EuFsfXml, SurvivesCutsAndNoise) {
  expect_survives_cuts(&read_eu_fsf_xml, xml_text(), 200);
  expect_survives_noise(&read_eu_fsf_xml, xml_text(), 100);
}

TEST(EuFsfCsv, RowsOfOneEntityAreJoined) {
  const ReadOutcome outcome = read_text(&read_eu_fsf_csv, "small.csv", csv_text("small.csv"));
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  EXPECT_EQ(outcome.summary->published->to_string(), "2018-07-04");
  ASSERT_EQ(outcome.sink.entities.size(), 2u);
  const Entity* person = outcome.sink.find("eu-EU.901.1");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->schema, Schema::kPerson);
  EXPECT_THAT(person->texts(Property::kName), ElementsAre("Jane Sample"));
  EXPECT_THAT(person->texts(Property::kAlias), ElementsAre("Jeanne Échantillon"));
  EXPECT_THAT(person->texts(Property::kPosition), ElementsAre("Director, Bureau of Examples"));
  EXPECT_THAT(person->texts(Property::kBirthDate), ElementsAre("1960-04-04"));
  EXPECT_THAT(person->texts(Property::kBirthCountry), ElementsAre("kp"));
  EXPECT_THAT(person->texts(Property::kPassportNumber), ElementsAre("AD001095"));
  EXPECT_THAT(person->texts(Property::kCitizenship), ElementsAre("kp"));
  EXPECT_THAT(person->texts(Property::kListingDate), ElementsAre("2010-01-02"));
  EXPECT_THAT(person->texts(Property::kNotes), ElementsAre("(First line) (Second line)"));
  const Entity* body = outcome.sink.find("eu-EU.902.2");
  ASSERT_NE(body, nullptr);
  EXPECT_EQ(body->schema, Schema::kOrganization);
  EXPECT_THAT(body->texts(Property::kAddress), ElementsAre("1 Example Road, Pyongyang, PRK"));
  ASSERT_EQ(outcome.sink.rejections.size(), 1u);
  EXPECT_EQ(outcome.sink.rejections[0].where.line, 9u);
}

TEST(EuFsfCsv, AFileThatASpreadsheetSavedAgainIsTheSame) {
  const ReadOutcome plain = read_text(&read_eu_fsf_csv, "a.csv", csv_text("small.csv"));
  const ReadOutcome resaved = read_text(&read_eu_fsf_csv, "a.csv", csv_text("resaved.csv"));
  ASSERT_TRUE(resaved.summary) << resaved.summary.error().to_string();
  EXPECT_EQ(plain.sink.entities, resaved.sink.entities);
}

TEST(EuFsfCsv, ReadsTheColumnsOfVersionTwo) {
  const std::string text =
      "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_DesignationDate;Entity_SubjectType;"
      "Entity_Regulation_EntryIntoForceDate;NameAlias_WholeName;BirthDate_YearRangeFrom;BirthDate_YearRangeTo\n"
      "05/08/2026;901;EU.901.1;;P;2017-03-09;Jane Sample;;\n"
      "05/08/2026;901;EU.901.1;2012-02-01;P;;;1957;1958\n";
  const ReadOutcome outcome = read_text(&read_eu_fsf_csv, "new.csv", text);
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  ASSERT_EQ(outcome.sink.entities.size(), 1u);
  EXPECT_EQ(outcome.sink.entities[0].first(Property::kBirthDate), "1957/1958");
  EXPECT_THAT(outcome.sink.entities[0].texts(Property::kListingDate), ElementsAre("2012-02-01"));
}

TEST(EuFsfCsv, NeedsItsColumns) {
  const ReadOutcome outcome = read_text(&read_eu_fsf_csv, "x.csv", "a;b\n1;2\n");
  ASSERT_FALSE(outcome.summary);
  EXPECT_EQ(outcome.summary.error().code, ErrorCode::kInvalidInput);
}

TEST(EuFsfCsv, SurvivesCutsAndNoise) {
  expect_survives_cuts(&read_eu_fsf_csv, csv_text("small.csv"), 200);
  expect_survives_noise(&read_eu_fsf_csv, csv_text("small.csv"), 100);
  expect_survives_noise(&read_eu_fsf_csv, csv_text("resaved.csv"), 100);
}

}  // namespace
}  // namespace vedette::lists
