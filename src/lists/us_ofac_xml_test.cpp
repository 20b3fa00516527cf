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
  return file_content(vedette::testing::fixture("us_ofac_xml/sdn.xml"));
}

TEST(UsOfacXml, ReadsAPerson) {
  const ReadOutcome outcome = read_text(&read_us_ofac_xml, "sdn.xml", fixture_text());
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  EXPECT_EQ(outcome.summary->published->to_string(), "2018-04-06");
  EXPECT_EQ(outcome.summary->declared_records, 3u);
  EXPECT_EQ(outcome.summary->records, 4u);
  EXPECT_THAT(outcome.summary->notes, ElementsAre(HasSubstr("<newList>"), HasSubstr("3 records; 4 were read")));
  const Entity* person = outcome.sink.find("ofac-102");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->first(Property::kName), "Ivan Ivanovich PETROV");
  EXPECT_EQ(person->values.front().original, "PETROV, Ivan Ivanovich");
  EXPECT_THAT(person->texts(Property::kAlias), ElementsAre("Ivan PETROFF"));
  EXPECT_THAT(person->texts(Property::kWeakAlias), ElementsAre("VANYA"));
  EXPECT_THAT(person->texts(Property::kPreviousName), ElementsAre("Ivan SIDOROV"));
  EXPECT_THAT(person->texts(Property::kProgram), ElementsAre("SDGT", "RUSSIA-EO14024"));
  EXPECT_THAT(person->texts(Property::kBirthDate), ElementsAre("1984-01-08", "1985"));
  EXPECT_THAT(person->texts(Property::kNationality), ElementsAre("ru"));
  EXPECT_THAT(person->texts(Property::kCitizenship), ElementsAre("cy"));
  EXPECT_THAT(person->texts(Property::kCountry), ElementsAre("gb"));
  EXPECT_THAT(person->texts(Property::kAddress), ElementsAre("1 Sample Street, London EC3N 1DY, United Kingdom"));
  EXPECT_THAT(person->texts(Property::kPassportNumber), ElementsAre("123456789"));
  EXPECT_THAT(person->texts(Property::kWalletAddress), ElementsAre("1ExampleExampleExampleExample"));
  EXPECT_THAT(person->texts(Property::kGender), ElementsAre("male"));
  EXPECT_THAT(person->texts(Property::kLinkedTo), ElementsAre("EXAMPLE HOLDING, S.A.", "EXAMPLE (RUSSIA)"));
  EXPECT_THAT(
      person->texts(Property::kNotes),
      ElementsAre("DOB unknown", "For more information, please see: https://example.com/faq", "HAMAS - Example"));
}

TEST(UsOfacXml, ReadsAVesselAndRejectsWhatItCannotRead) {
  const ReadOutcome outcome = read_text(&read_us_ofac_xml, "sdn.xml", fixture_text());
  const Entity* vessel = outcome.sink.find("ofac-104");
  ASSERT_NE(vessel, nullptr);
  EXPECT_EQ(vessel->first(Property::kImoNumber), "9074729");
  EXPECT_EQ(vessel->first(Property::kFlag), "kp");
  EXPECT_EQ(vessel->first(Property::kGrossRegisteredTonnage), "3000");
  ASSERT_EQ(outcome.sink.rejections.size(), 2u);
  EXPECT_EQ(outcome.sink.rejections[0].where.field, "uid");
  EXPECT_EQ(outcome.sink.rejections[1].where.field, "sdnType");
  EXPECT_GT(outcome.sink.rejections[0].where.line, 40u);
}

TEST(UsOfacXml, TakesBothNamespaces) {
  for (const char* space : {"http://tempuri.org/sdnList.xsd",
                            "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"}) {
    const std::string text =
        std::string("<sdnList xmlns='") + space +
        "'><sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>";
    EXPECT_EQ(read_text(&read_us_ofac_xml, "a.xml", text).sink.entities.size(), 1u);
  }
}

TEST(UsOfacXml, RefusesOtherDocumentsAndEntities) {
  EXPECT_EQ(read_text(&read_us_ofac_xml, "a.xml", "<other/>").summary.error().code, ErrorCode::kInvalidInput);
  EXPECT_FALSE(read_text(&read_us_ofac_xml, "a.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><sdnList/>").summary);
}

TEST(UsOfacXml, SurvivesCutsAndNoise) {
  expect_survives_cuts(&read_us_ofac_xml, fixture_text(), 300);
  expect_survives_noise(&read_us_ofac_xml, fixture_text(), 300);
}

}  // namespace
}  // namespace vedette::lists
