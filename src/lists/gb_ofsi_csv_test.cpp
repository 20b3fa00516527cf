#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/reader_testing.h"
#include "lists/readers.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;

std::string fixture_text() {
  return file_content(vedette::testing::fixture("gb_ofsi_csv/small.csv"));
}

class GbOfsiCsv : public ::testing::Test {
 protected:
  void SetUp() override {
    outcome_ = read_text(&read_gb_ofsi_csv, "small.csv", fixture_text());
    ASSERT_TRUE(outcome_.summary) << outcome_.summary.error().to_string();
    person_ = outcome_.sink.find("ofsi-90001");
    ASSERT_NE(person_, nullptr);
  }
  ReadOutcome outcome_;
  const Entity* person_ = nullptr;
};

TEST_F(GbOfsiCsv, FirstLineIsThePublishedDate) {
  EXPECT_EQ(outcome_.summary->published->to_string(), "2018-04-13");
}

TEST_F(GbOfsiCsv, AGroupIsOneEntity) {
  EXPECT_EQ(outcome_.sink.entities.size(), 4u);
  EXPECT_EQ(person_->schema, Schema::kPerson);
  EXPECT_THAT(person_->texts(Property::kName), ElementsAre("John Quincy SAMPLE"));
  EXPECT_THAT(person_->texts(Property::kAlias), ElementsAre("Jon SAMPEL"));
  EXPECT_THAT(person_->texts(Property::kTitle), ElementsAre("Mullah", "Haji"));
}

TEST_F(GbOfsiCsv, NumberedCellsAreTakenApart) {
  EXPECT_THAT(person_->texts(Property::kNationality), ElementsAre("uz", "af"));
  EXPECT_THAT(person_->texts(Property::kBirthCountry), ElementsAre("tn", "ly"));
  EXPECT_THAT(person_->texts(Property::kBirthPlace), ElementsAre("Old Town"));
  EXPECT_THAT(person_->texts(Property::kIdNumber), ElementsAre("00405771", "540763"));
}

TEST_F(GbOfsiCsv, BirthDatesWithUnknownPartsAreYears) {
  EXPECT_THAT(person_->texts(Property::kBirthDate), ElementsAre("1966", "1967-06-05"));
  for (const Value& value : person_->values) {
    if (value.property == Property::kBirthDate) {
      EXPECT_TRUE(value.circa);  // "DOB is approximate"
    }
  }
}

TEST_F(GbOfsiCsv, PassportsOutOfProse) {
  for (const Value& value : person_->values) {
    if (value.property != Property::kPassportNumber) continue;
    EXPECT_EQ(value.text, "592667");
    EXPECT_EQ(value.country, "qa");
    EXPECT_EQ(value.original, "Passport No: 592667 (Qatari passport issued on 3 May 2007).");
  }
  EXPECT_TRUE(person_->has(Property::kPassportNumber));
}

TEST_F(GbOfsiCsv, SeveralRegimesTheEarliestListingFirst) {
  EXPECT_THAT(person_->texts(Property::kProgram), ElementsAre("Example regime", "Second regime"));
  EXPECT_THAT(person_->texts(Property::kListingDate), ElementsAre("2001-11-08", "2016-04-01"));
  EXPECT_THAT(person_->texts(Property::kModifiedAt), ElementsAre("2017-04-01"));
  EXPECT_THAT(person_->texts(Property::kUnscReference), ElementsAre("QDe.904"));
  EXPECT_THAT(person_->texts(Property::kAddress), ElementsAre("1 Example Road, Kabul, W12, Afghanistan (since 2009)"));
  EXPECT_THAT(person_->texts(Property::kCountry), ElementsAre("af"));
}

TEST_F(GbOfsiCsv, AnEntityWithOneShipNumberIsAShip) {
  const Entity* ship = outcome_.sink.find("ofsi-90002");
  ASSERT_NE(ship, nullptr);
  EXPECT_EQ(ship->schema, Schema::kVessel);
  EXPECT_THAT(ship->texts(Property::kImoNumber), ElementsAre("9074729"));
  EXPECT_THAT(ship->texts(Property::kMmsi), ElementsAre("445539000"));
  EXPECT_THAT(ship->texts(Property::kPreviousName), ElementsAre("OLD EXAMPLE"));
  const Entity* owner = outcome_.sink.find("ofsi-90003");
  ASSERT_NE(owner, nullptr);
  EXPECT_EQ(owner->schema, Schema::kOrganization);
  EXPECT_FALSE(owner->has(Property::kImoNumber));
}

TEST_F(GbOfsiCsv, OldBytesAreWindows1252) {
  EXPECT_EQ(outcome_.sink.find("ofsi-90004")->first(Property::kName), "CAFÉ EXAMPLE");
  EXPECT_EQ(outcome_.summary->notes.size(), 1u);
}

TEST_F(GbOfsiCsv, ARowWithoutGroupIsRejected) {
  ASSERT_EQ(outcome_.sink.rejections.size(), 1u);
  EXPECT_EQ(outcome_.sink.rejections[0].where, (Where{"small.csv", 9, "Group ID"}));
}

TEST(GbOfsiCsvDamage, NoHeaderIsAnError) {
  const ReadOutcome outcome = read_text(&read_gb_ofsi_csv, "x.csv", "a,b\n1,2\n");
  ASSERT_FALSE(outcome.summary);
  EXPECT_EQ(outcome.summary.error().where.field, "Group ID");
}

TEST(GbOfsiCsvDamage, ValuesOfAGroupAreBounded) {
  ReadOptions options;
  options.limits.values_per_record = 5;
  const ReadOutcome outcome = read_text(&read_gb_ofsi_csv, "small.csv", fixture_text(), options);
  ASSERT_FALSE(outcome.summary);
  EXPECT_EQ(outcome.summary.error().code, ErrorCode::kLimit);
}

TEST(GbOfsiCsvDamage, SurvivesCutsAndNoise) {
  expect_survives_cuts(&read_gb_ofsi_csv, fixture_text(), 200);
  expect_survives_noise(&read_gb_ofsi_csv, fixture_text(), 100);
}

}  // namespace
}  // namespace vedette::lists
