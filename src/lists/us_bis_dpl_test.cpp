#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/reader_testing.h"
#include "lists/readers.h"
#include "lists/unique_id.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;

std::string fixture_text() {
  return file_content(vedette::testing::fixture("us_bis_dpl/small.txt"));
}

TEST(UsBisDpl, ReadsARowAsOneRecord) {
  const ReadOutcome outcome = read_text(&read_us_bis_dpl, "small.txt", fixture_text());
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  ASSERT_EQ(outcome.sink.entities.size(), 3u);
  const Entity& person = outcome.sink.entities[0];
  EXPECT_EQ(person.schema, Schema::kLegalEntity);
  EXPECT_EQ(person.first(Property::kName), "JOHN EXAMPLE");
  EXPECT_EQ(person.first(Property::kAddress), "1 SAMPLE AVENUE, EL PASO, TX, 79905, US");
  EXPECT_EQ(person.first(Property::kCountry), "us");
  EXPECT_EQ(person.first(Property::kListingDate), "2002-03-04");
  EXPECT_EQ(person.first(Property::kEndDate), "2056-06-29");
  EXPECT_EQ(person.first(Property::kModifiedAt), "2006-07-11");
  EXPECT_EQ(person.first(Property::kProvisions), "67 F.R. 1");
  EXPECT_EQ(person.first(Property::kTopics), "export.control");
  EXPECT_EQ(outcome.sink.entities[1].id, person.id + "-2");
}

TEST(UsBisDpl, KeepsWhatIsNoDateAsANote) {
  const ReadOutcome outcome = read_text(&read_us_bis_dpl, "small.txt", fixture_text());
  EXPECT_FALSE(outcome.sink.entities[2].has(Property::kListingDate));
  EXPECT_THAT(outcome.sink.entities[2].texts(Property::kNotes),
              ElementsAre("Effective_Date: 13/13/2020", "Standard_Order: N"));
}

TEST(UsBisDpl, RejectsRowsWithPlace) {
  const ReadOutcome outcome = read_text(&read_us_bis_dpl, "small.txt", fixture_text());
  ASSERT_EQ(outcome.sink.rejections.size(), 2u);
  EXPECT_EQ(outcome.sink.rejections[0].where, (Where{"small.txt", 5, "Name"}));
  EXPECT_EQ(outcome.sink.rejections[1].where.line, 6u);
}

TEST(UsBisDpl, SurvivesCutsAndNoise) {
  expect_survives_cuts(&read_us_bis_dpl, fixture_text(), 200);
  expect_survives_noise(&read_us_bis_dpl, fixture_text(), 200);
}

TEST(UniqueIds, NeverGivesAnIdTwice) {
  UniqueIds ids;
  EXPECT_EQ(ids.of("a"), "a");
  EXPECT_EQ(ids.of("a-2"), "a-2");
  EXPECT_EQ(ids.of("a"), "a-3");
  EXPECT_EQ(ids.of("a"), "a-4");
  EXPECT_EQ(ids.of("a-2"), "a-2-2");
}

}  // namespace
}  // namespace vedette::lists
