#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/reader_testing.h"
#include "lists/readers.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string fixture_text() {
  return file_content(vedette::testing::fixture("us_csl_csv/small.csv"));
}

TEST(UsCslCsv, GivesEachRowItsOwnId) {
  const ReadOutcome outcome = read_text(&read_us_csl_csv, "small.csv", fixture_text());
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  std::vector<std::string> ids;
  for (const Entity& entity : outcome.sink.entities) ids.push_back(entity.id);
  EXPECT_THAT(ids, ElementsAre("csl-sdn-102", "csl-ssi-102", "csl-el-aaaa", "csl-el-aaaa-2", "csl-sdn-104"));
  EXPECT_EQ(outcome.summary->records, 7u);
}

TEST(UsCslCsv, ReadsAPerson) {
  const ReadOutcome outcome = read_text(&read_us_csl_csv, "small.csv", fixture_text());
  const Entity* person = outcome.sink.find("csl-sdn-102");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->schema, Schema::kPerson);
  EXPECT_EQ(person->first(Property::kName), "Ivan Ivanovich PETROV");
  EXPECT_THAT(person->texts(Property::kAlias), ElementsAre("Ivan PETROFF", "VANYA"));
  EXPECT_THAT(person->texts(Property::kProgram), ElementsAre("SDGT", "RUSSIA-EO14024"));
  EXPECT_THAT(person->texts(Property::kProgramId), ElementsAre("SDN"));
  EXPECT_THAT(person->texts(Property::kAddress), ElementsAre("1 Sample Street, London, GB", "CY"));
  EXPECT_THAT(person->texts(Property::kCountry), ElementsAre("gb", "cy"));
  EXPECT_THAT(person->texts(Property::kNationality), ElementsAre("ru"));
  EXPECT_THAT(person->texts(Property::kPassportNumber), ElementsAre("123456789"));
  EXPECT_THAT(person->texts(Property::kGender), ElementsAre("male"));
  EXPECT_THAT(person->texts(Property::kProvisions), ElementsAre("Not A; B"));
  EXPECT_THAT(person->texts(Property::kLinkedTo), ElementsAre("EXAMPLE HOLDING, S.A.", "EXAMPLE (RUSSIA)"));
}

TEST(UsCslCsv, TakesTheFirstOfJanuaryForTheYear) {
  const ReadOutcome outcome = read_text(&read_us_csl_csv, "small.csv", fixture_text());
  const Entity* person = outcome.sink.find("csl-sdn-102");
  EXPECT_THAT(person->texts(Property::kBirthDate), ElementsAre("1984-01-08", "1985", "1960"));
  const auto imprecise = std::find_if(person->values.begin(), person->values.end(),
                                      [](const Value& value) { return value.text == "1985"; });
  EXPECT_EQ(imprecise->original, "1985-01-01");
}

TEST(UsCslCsv, KeepsListAndDates) {
  const ReadOutcome outcome = read_text(&read_us_csl_csv, "small.csv", fixture_text());
  const Entity* body = outcome.sink.find("csl-el-aaaa");
  ASSERT_NE(body, nullptr);
  EXPECT_EQ(body->schema, Schema::kLegalEntity);
  EXPECT_EQ(body->first(Property::kListingDate), "2022-02-14");
  EXPECT_EQ(body->first(Property::kAuthority), "Entity List (EL) - Bureau of Industry and Security");
  EXPECT_EQ(body->first(Property::kProgram), "EL");
  EXPECT_EQ(body->first(Property::kTopics), "export.control");
  EXPECT_THAT(body->texts(Property::kNotes), Contains(HasSubstr("Presumption of denial")));
  EXPECT_EQ(outcome.sink.find("csl-sdn-104")->first(Property::kImoNumber), "9074729");
}

TEST(UsCslCsv, RejectsUnknownListsAndNamelessRows) {
  const ReadOutcome outcome = read_text(&read_us_csl_csv, "small.csv", fixture_text());
  ASSERT_EQ(outcome.sink.rejections.size(), 2u);
  EXPECT_EQ(outcome.sink.rejections[0].where, (Where{"small.csv", 7, "source"}));
  EXPECT_EQ(outcome.sink.rejections[1].where, (Where{"small.csv", 8, "name"}));
}

TEST(UsCslCsv, NamesAMissingColumn) {
  const auto outcome = read_text(&read_us_csl_csv, "a.csv", "_id,source\n");
  EXPECT_EQ(outcome.summary.error().where, (Where{"a.csv", 1, "entity_number"}));
}

TEST(UsCslCsv, SurvivesCutsAndNoise) {
  expect_survives_cuts(&read_us_csl_csv, fixture_text(), 200);
  expect_survives_noise(&read_us_csl_csv, fixture_text(), 200);
}

}  // namespace
}  // namespace vedette::lists
