#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/reader_testing.h"
#include "lists/readers.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;

std::string fixture_text(const std::string& name) {
  return file_content(vedette::testing::fixture("own_csv/" + name));
}

TEST(OwnCsv, ColumnsAreProperties) {
  const ReadOutcome outcome = read_text(&read_own_csv, "small.csv", fixture_text("small.csv"));
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  const Entity* person = outcome.sink.find("c-1");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->schema, Schema::kPerson);
  EXPECT_THAT(person->texts(Property::kAlias), ElementsAre("J. Sample", "Jeanne Sample"));
  EXPECT_THAT(person->texts(Property::kBirthDate), ElementsAre("1960-04-04"));
  EXPECT_THAT(person->texts(Property::kNationality), ElementsAre("kp"));
  EXPECT_THAT(person->texts(Property::kNotes), ElementsAre("one; two"));
  EXPECT_EQ(outcome.sink.find("c-2")->schema, Schema::kVessel);
  EXPECT_THAT(outcome.summary->notes, ElementsAre("small.csv: columns passed over: shoe size"));
}

TEST(OwnCsv, ARowWithoutIdHasAStableKey) {
  const ReadOutcome outcome = read_text(&read_own_csv, "small.csv", fixture_text("small.csv"));
  ASSERT_EQ(outcome.sink.entities.size(), 5u);
  const Entity& first = outcome.sink.entities[2];
  EXPECT_TRUE(first.id.starts_with("row-"));
  EXPECT_EQ(first.id.size(), 20u);
  EXPECT_EQ(outcome.sink.entities[3].id, first.id + "-2");
  EXPECT_EQ(outcome.sink.entities[4].id, "c-1-2");
}

TEST(OwnCsv, RejectsRowsWithLineAndColumn) {
  const ReadOutcome outcome = read_text(&read_own_csv, "small.csv", fixture_text("small.csv"));
  ASSERT_EQ(outcome.sink.rejections.size(), 3u);
  EXPECT_EQ(outcome.sink.rejections[0].where, (Where{"small.csv", 6, "schema"}));
  EXPECT_EQ(outcome.sink.rejections[1].where, (Where{"small.csv", 7, "birthDate"}));
  EXPECT_EQ(outcome.sink.rejections[2].reason, "the row has no value");
}

TEST(OwnCsv, RejectsARowWithMoreFieldsThanColumns) {
  const ReadOutcome outcome = read_text(&read_own_csv, "wide.csv", "name,notes\nAcme, Ltd,a\nBeta,b,\nGamma\n");
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  ASSERT_EQ(outcome.sink.rejections.size(), 1u);
  EXPECT_EQ(outcome.sink.rejections[0].where, (Where{"wide.csv", 2, ""}));
  EXPECT_EQ(outcome.sink.entities.size(), 2u) << "an empty field too many loses nothing";
}

TEST(OwnCsv, AFileWithoutANameColumnIsNoList) {
  const ReadOutcome outcome = read_text(&read_own_csv, "dates.csv", "birthDate,notes\n1970,a\n");
  ASSERT_FALSE(outcome.summary);
  EXPECT_EQ(outcome.summary.error().where, (Where{"dates.csv", 1, ""}));
}

TEST(OwnCsv, ColumnsCanBeMapped) {
  ReadOptions options;
  options.column_map = {{"CLIENT_NAME", "name"}, {"DOB", "birthDate"}, {"REF", "id"}};
  const ReadOutcome outcome = read_text(&read_own_csv, "mapped.csv", fixture_text("mapped.csv"), options);
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  ASSERT_EQ(outcome.sink.entities.size(), 1u);
  EXPECT_EQ(outcome.sink.entities[0].id, "17");
  EXPECT_EQ(outcome.sink.entities[0].schema, Schema::kLegalEntity);
  EXPECT_EQ(outcome.sink.entities[0].first(Property::kBirthDate), "1960-04-04");
}

TEST(OwnCsv, AMapThatDoesNotFitIsAnError) {
  ReadOptions options;
  options.column_map = {{"NO_SUCH", "name"}};
  auto outcome = read_text(&read_own_csv, "mapped.csv", fixture_text("mapped.csv"), options);
  ASSERT_FALSE(outcome.summary);
  EXPECT_EQ(outcome.summary.error().code, ErrorCode::kUsage);
  options.column_map = {{"DOB", "birthday"}};
  outcome = read_text(&read_own_csv, "mapped.csv", fixture_text("mapped.csv"), options);
  ASSERT_FALSE(outcome.summary);
  EXPECT_EQ(outcome.summary.error().where.field, "DOB");
}

TEST(OwnCsv, SimpleTargetsOfOpenSanctionsNeedNoMap) {
  const ReadOutcome outcome = read_text(&read_own_csv, "targets.simple.csv",
                                        "id,schema,name,aliases,birth_date,countries,identifiers\n"
                                        "x-1,Person,Jane Sample,A;B,1960-04,kp;cn,592667\n");
  ASSERT_EQ(outcome.sink.entities.size(), 1u);
  EXPECT_THAT(outcome.sink.entities[0].texts(Property::kAlias), ElementsAre("A", "B"));
  EXPECT_THAT(outcome.sink.entities[0].texts(Property::kCountry), ElementsAre("kp", "cn"));
}

TEST(OwnCsv, SurvivesCutsAndNoise) {
  expect_survives_cuts(&read_own_csv, fixture_text("small.csv"), 200);
  expect_survives_noise(&read_own_csv, fixture_text("small.csv"), 100);
}

}  // namespace
}  // namespace vedette::lists
