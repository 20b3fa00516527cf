#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/reader_testing.h"
#include "lists/readers.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string fixture_text() {
  return file_content(vedette::testing::fixture("ftm_jsonl/small.jsonl"));
}

TEST(FtmJsonl, JoinsFragmentsSanctionsAndDocuments) {
  const ReadOutcome outcome = read_text(&read_ftm_jsonl, "small.jsonl", fixture_text(), {.source = "own"});
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  ASSERT_EQ(outcome.sink.entities.size(), 2u);
  const Entity& person = outcome.sink.entities[0];
  EXPECT_EQ(person.id, "p-1");
  EXPECT_THAT(person.datasets, ElementsAre("own"));
  EXPECT_THAT(person.texts(Property::kName), ElementsAre("Jane Sample"));
  EXPECT_THAT(person.texts(Property::kAlias), ElementsAre("J. Sample"));
  EXPECT_THAT(person.texts(Property::kProgram), ElementsAre("Example programme"));
  EXPECT_THAT(person.texts(Property::kListingDate), ElementsAre("2020-01-02"));
  EXPECT_THAT(person.texts(Property::kPassportNumber), ElementsAre("592667"));
  EXPECT_FALSE(person.has(Property::kCountry));  // the authority's country is not the person's
  EXPECT_EQ(outcome.sink.entities[1].schema, Schema::kCryptoWallet);
}

TEST(FtmJsonl, SaysWhatItPassedOver) {
  const ReadOutcome outcome = read_text(&read_ftm_jsonl, "small.jsonl", fixture_text());
  EXPECT_THAT(outcome.summary->notes,
              ElementsAre(HasSubstr("1 entities of schema Ownership"), HasSubstr("belong to no entity")));
}

TEST(FtmJsonl, RejectsBadLinesWithTheirPlace) {
  const ReadOutcome outcome = read_text(&read_ftm_jsonl, "small.jsonl", fixture_text());
  ASSERT_EQ(outcome.sink.rejections.size(), 4u);
  EXPECT_EQ(outcome.sink.rejections[0].where, (Where{"small.jsonl", 8, "schema"}));
  EXPECT_EQ(outcome.sink.rejections[1].where, (Where{"small.jsonl", 9, "id"}));
  EXPECT_EQ(outcome.sink.rejections[2].where, (Where{"small.jsonl", 10, "birthDate"}));
  EXPECT_EQ(outcome.sink.rejections[3].where.line, 12u);
}

TEST(FtmJsonl, FragmentsOfOneEntityAreBounded) {
  ReadOptions options;
  options.limits.values_per_record = 3;
  std::string text;
  for (int i = 0; i < 5; ++i) {
    text += "{\"id\": \"a\", \"properties\": {\"name\": [\"" + std::to_string(i) + "\"]}}\n";
  }
  const ReadOutcome outcome = read_text(&read_ftm_jsonl, "a.jsonl", text, options);
  ASSERT_FALSE(outcome.summary);
  EXPECT_EQ(outcome.summary.error().code, ErrorCode::kLimit);
  EXPECT_EQ(outcome.summary.error().where.line, 4u);
}

TEST(FtmJsonl, SurvivesCutsAndNoise) {
  expect_survives_cuts(&read_ftm_jsonl, fixture_text(), 200);
  expect_survives_noise(&read_ftm_jsonl, fixture_text(), 100);
}

}  // namespace
}  // namespace vedette::lists
