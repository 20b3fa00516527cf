#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/reader_testing.h"
#include "lists/readers.h"
#include "lists/us_ofac_csv_file.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kNulls = "-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ";

ReadOutcome read_fixture() {
  ReadOptions options;
  options.source = "us_ofac_sdn";
  return read_streams(&read_us_ofac_csv, open_input(vedette::testing::fixture("us_ofac_csv"), {}).value(), options);
}

std::string record(const std::string& number, const std::string& name, const std::string& type = "-0- ") {
  return number + ",\"" + name + "\"," + type + ",\"TEST\"," + kNulls + "\r\n";
}

TEST(UsOfacCsv, JoinsTheFourFiles) {
  const ReadOutcome outcome = read_fixture();
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  EXPECT_EQ(outcome.summary->records, 7u);
  EXPECT_THAT(outcome.summary->notes, IsEmpty());
  EXPECT_FALSE(outcome.summary->published);
  const Entity* body = outcome.sink.find("ofac-101");
  ASSERT_NE(body, nullptr);
  EXPECT_EQ(body->schema, Schema::kOrganization);
  EXPECT_THAT(body->datasets, ElementsAre("us_ofac_sdn"));
  EXPECT_EQ(body->first(Property::kName), "EXAMPLE TRADING CO., LTD.");
  EXPECT_THAT(body->texts(Property::kAlias), ElementsAre("EXAMPLE TRADE"));
  EXPECT_THAT(body->texts(Property::kPreviousName), ElementsAre("EXAMPLE IMPORT", "OLD TRADING"));
  EXPECT_THAT(body->texts(Property::kWeakAlias), ElementsAre("ETC"));
  EXPECT_THAT(body->texts(Property::kAddress),
              ElementsAre("Ibex House, 1 Sample Street, London EC3N 1DY, United Kingdom", "Iran"));
  EXPECT_THAT(body->texts(Property::kCountry), ElementsAre("gb", "ir"));
  EXPECT_THAT(body->texts(Property::kLinkedTo), ElementsAre("PETROV, Ivan", "EXAMPLE HOLDING, S.A."));
  EXPECT_THAT(body->texts(Property::kNotes), ElementsAre("all offices worldwide"));
  EXPECT_THAT(body->texts(Property::kTopics), ElementsAre("sanction"));
}

TEST(UsOfacCsv, ReadsAPerson) {
  const ReadOutcome outcome = read_fixture();
  const Entity* person = outcome.sink.find("ofac-102");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->schema, Schema::kPerson);
  EXPECT_EQ(person->first(Property::kName), "Ivan Ivanovich PETROV");
  EXPECT_EQ(person->values.front().original, "PETROV, Ivan Ivanovich");
  EXPECT_THAT(person->texts(Property::kAlias), ElementsAre("Ivan PETROFF"));
  EXPECT_THAT(person->texts(Property::kWeakAlias), ElementsAre("Little VANYA"));
  EXPECT_THAT(person->texts(Property::kProgram), ElementsAre("SDGT", "RUSSIA-EO14024"));
  EXPECT_THAT(person->texts(Property::kPosition), ElementsAre("Minister of Examples"));
  EXPECT_THAT(person->texts(Property::kBirthDate), ElementsAre("1984-01-08", "1985", "1948"));
  EXPECT_THAT(person->texts(Property::kPassportNumber), ElementsAre("123456789", "RL # 1622378"));
  EXPECT_THAT(person->texts(Property::kCountry), ElementsAre("cy"));
  EXPECT_THAT(person->texts(Property::kNationality), ElementsAre("ru"));
  EXPECT_THAT(person->texts(Property::kNotes), ElementsAre("arrested 1 Feb 2020"));
  EXPECT_THAT(outcome.sink.find("ofac-103")->texts(Property::kTitle), ElementsAre("Haji"));
}

TEST(UsOfacCsv, ReadsVesselsAndAircraft) {
  const ReadOutcome outcome = read_fixture();
  const Entity* vessel = outcome.sink.find("ofac-104");
  ASSERT_NE(vessel, nullptr);
  EXPECT_EQ(vessel->schema, Schema::kVessel);
  EXPECT_EQ(vessel->first(Property::kCallSign), "HMXX");
  EXPECT_EQ(vessel->first(Property::kType), "General Cargo");
  EXPECT_EQ(vessel->first(Property::kTonnage), "5,000");
  EXPECT_EQ(vessel->first(Property::kGrossRegisteredTonnage), "3,000");
  EXPECT_EQ(vessel->first(Property::kFlag), "kp");
  EXPECT_EQ(vessel->first(Property::kPastFlags), "tv");
  EXPECT_EQ(vessel->first(Property::kOwner), "Sample Shipping Co");
  EXPECT_EQ(vessel->first(Property::kImoNumber), "9074729");
  EXPECT_EQ(vessel->first(Property::kMmsi), "572000001");
  EXPECT_EQ(vessel->first(Property::kBuildDate), "1999");
  const Entity* aircraft = outcome.sink.find("ofac-105");
  ASSERT_NE(aircraft, nullptr);
  EXPECT_EQ(aircraft->schema, Schema::kAirplane);
  EXPECT_EQ(aircraft->first(Property::kModel), "A300B4-622R");
  EXPECT_EQ(aircraft->first(Property::kRegistrationNumber), "EP-XYZ");
  EXPECT_EQ(aircraft->first(Property::kOperator), "Sample Air");
}

TEST(UsOfacCsv, JoinsAnOverflowingRemarkInMidWord) {
  const ReadOutcome outcome = read_fixture();
  const Entity* person = outcome.sink.find("ofac-106");
  ASSERT_NE(person, nullptr);
  EXPECT_THAT(person->texts(Property::kWeakAlias), ElementsAre("LONG WEAK ALIAS THAT GOES ON AND ON AND ON AND ON"));
  EXPECT_THAT(person->texts(Property::kLinkedTo), ElementsAre("EXAMPLE GROUP"));
  EXPECT_FALSE(person->has(Property::kNotes));
}

TEST(UsOfacCsv, SaysWhereRemarksAreCut) {
  const ReadOutcome outcome =
      read_text(&read_us_ofac_csv, "sdn.csv", file_content(vedette::testing::fixture("us_ofac_csv/sdn.csv")));
  ASSERT_TRUE(outcome.summary);
  EXPECT_THAT(outcome.summary->notes,
              ElementsAre(AllOf(HasSubstr("1 records are cut"), HasSubstr("ofac-106"), HasSubstr("comments file")),
                          HasSubstr("without the file of its aliases and addresses")));
  const Entity* person = outcome.sink.find("ofac-106");
  EXPECT_FALSE(person->has(Property::kWeakAlias));
  EXPECT_THAT(person->texts(Property::kNotes), ElementsAre(HasSubstr("a.k.a. 'LONG WEAK")));
}

TEST(UsOfacCsv, RejectsWhatItCannotReadAndGoesOn) {
  const std::string text = record("1", "GOOD") + record("x", "BAD NUMBER") + record("2", "BAD KIND", "\"planet\"") +
                           record("3", "") + "4,\"SHORT\"\r\n" + record("1", "TWICE") + std::string("5,\"NUL\0\",", 9) +
                           "-0- ,\"TEST\"," + kNulls + "\r\n" + record("6", "GOOD");
  const ReadOutcome outcome = read_text(&read_us_ofac_csv, "sdn.csv", text);
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  EXPECT_EQ(outcome.sink.entities.size(), 2u);
  EXPECT_EQ(outcome.summary->records, 8u);
  std::vector<std::pair<uint64_t, std::string>> places;
  for (const Rejection& rejection : outcome.sink.rejections)
    places.emplace_back(rejection.where.line, rejection.where.field);
  EXPECT_THAT(places, ElementsAre(std::pair(2, "ent_num"), std::pair(3, "SDN_Type"), std::pair(4, "SDN_Name"),
                                  std::pair(5, "ent_num"), std::pair(6, "ent_num"), std::pair(7, "column 2")));
}

TEST(UsOfacCsv, ReportsSideRowsWithoutARecord) {
  Streams streams;
  streams.push_back(std::make_unique<MemoryStream>("sdn.csv", record("1", "GOOD")));
  streams.push_back(
      std::make_unique<MemoryStream>("alt.csv", "1,1,\"aka\",\"A\",-0- \r\n9,2,\"aka\",\"B\",-0- \r\nbad\r\n"));
  const ReadOutcome outcome = read_streams(&read_us_ofac_csv, std::move(streams));
  ASSERT_TRUE(outcome.summary);
  EXPECT_THAT(outcome.summary->notes,
              ElementsAre(HasSubstr("without the file of its addresses"), "1 aliases belong to no record of sdn.csv"));
  ASSERT_EQ(outcome.sink.rejections.size(), 1u);
  EXPECT_EQ(outcome.sink.rejections.front().where, (Where{"alt.csv", 3, "ent_num"}));
}

TEST(UsOfacCsv, NeedsTheMainFileOnce) {
  EXPECT_THAT(read_text(&read_us_ofac_csv, "alt.csv", "1,1,\"aka\",\"A\",-0- \r\n").summary.error().message,
              HasSubstr("main file"));
  Streams streams;
  streams.push_back(std::make_unique<MemoryStream>("a.csv", record("1", "GOOD")));
  streams.push_back(std::make_unique<MemoryStream>("b.csv", record("1", "GOOD")));
  EXPECT_EQ(read_streams(&read_us_ofac_csv, std::move(streams)).summary.error().code, ErrorCode::kRefused);
  EXPECT_EQ(read_text(&read_us_ofac_csv, "a", "hello").summary.error().code, ErrorCode::kInvalidInput);
}

TEST(UsOfacCsv, HoldsTheBoundOnRecords) {
  ReadOptions options;
  options.limits.records = 1;
  const auto outcome = read_text(&read_us_ofac_csv, "sdn.csv", record("1", "A") + record("2", "B"), options);
  EXPECT_EQ(outcome.summary.error().code, ErrorCode::kLimit);
}

TEST(UsOfacCsv, SurvivesCutsAndNoise) {
  const std::string text = file_content(vedette::testing::fixture("us_ofac_csv/sdn.csv"));
  expect_survives_cuts(&read_us_ofac_csv, text, 300);
  expect_survives_noise(&read_us_ofac_csv, text, 300);
}

TEST(OfacFile, IsToldFromContent) {
  EXPECT_EQ(ofac_file_of(record("1", "A"), "x"), OfacFile::kMain);
  EXPECT_EQ(ofac_file_of("1,2,\"aka\",\"A\",-0- \r\n", "add.csv"), OfacFile::kAlias);
  EXPECT_EQ(ofac_file_of("1,2,-0- ,\"A\",-0- ,-0- \r\n", "x"), OfacFile::kAddress);
  EXPECT_EQ(ofac_file_of("1,\"rest\"\r\n", "x"), OfacFile::kComments);
  EXPECT_EQ(ofac_file_of("", "cons_comments.csv"), OfacFile::kComments);
  EXPECT_EQ(ofac_file_of("id,name\r\n", "sdn.csv"), std::nullopt);
}

}  // namespace
}  // namespace vedette::lists
