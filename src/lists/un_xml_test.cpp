#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/reader_testing.h"
#include "lists/readers.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;

std::string fixture_text() {
  return file_content(vedette::testing::fixture("un_xml/small.xml"));
}

class UnXml : public ::testing::Test {
 protected:
  void SetUp() override {
    outcome_ = read_text(&read_un_xml, "small.xml", fixture_text(), {.source = "un_sc_sanctions"});
    ASSERT_TRUE(outcome_.summary) << outcome_.summary.error().to_string();
    person_ = outcome_.sink.find("un-KPi.901");
    body_ = outcome_.sink.find("un-GBe.901");
    ASSERT_NE(person_, nullptr);
    ASSERT_NE(body_, nullptr);
  }
  std::vector<const Value*> values(Property property) const {
    std::vector<const Value*> found;
    for (const Value& value : person_->values) {
      if (value.property == property) found.push_back(&value);
    }
    return found;
  }
  ReadOutcome outcome_;
  const Entity* person_ = nullptr;
  const Entity* body_ = nullptr;
};

TEST_F(UnXml, TheFilesDateIsThePublishedDate) {
  EXPECT_EQ(outcome_.summary->published->to_string(), "2025-01-31");
  EXPECT_EQ(outcome_.summary->records, 4u);
}

TEST_F(UnXml, NamesAreJoinedAndFolded) {
  EXPECT_EQ(person_->schema, Schema::kPerson);
  EXPECT_THAT(person_->texts(Property::kName), ElementsAre("JANE van DER SAMPLE", "제인 샘플"));
  EXPECT_THAT(person_->datasets, ElementsAre("un_sc_sanctions"));
}

TEST_F(UnXml, TheScriptOfTheOriginalNameIsKept) {
  EXPECT_EQ(values(Property::kName)[0]->script, "") << "of this name the list says nothing";
  EXPECT_EQ(values(Property::kName)[1]->script, "Hang");
  EXPECT_EQ(values(Property::kName)[1]->label, "");
}

TEST_F(UnXml, AliasesHaveTheirQuality) {
  EXPECT_THAT(person_->texts(Property::kAlias),
              ElementsAre("Jane Cho’ng-Sample", "J. Sampel", "Jin Sample", "金样本", "Other Name"));
  EXPECT_THAT(person_->texts(Property::kWeakAlias), ElementsAre("The Tester"));
  EXPECT_EQ(values(Property::kWeakAlias)[0]->label, "nom de guerre");
}

TEST_F(UnXml, BirthDatesKeepTheirPrecision) {
  EXPECT_THAT(person_->texts(Property::kBirthDate),
              ElementsAre("1960", "1960-04-04", "1959", "1957/1958", "1973-11", "1974-09", "1961-05-06"));
  EXPECT_FALSE(values(Property::kBirthDate)[0]->circa);
  EXPECT_TRUE(values(Property::kBirthDate)[2]->circa);
  EXPECT_EQ(values(Property::kBirthDate)[6]->label, "as Other Name");
}

TEST_F(UnXml, WhatIsNoDateIsKeptAsANote) {
  const auto notes = values(Property::kNotes);
  ASSERT_GE(notes.size(), 1u);
  EXPECT_EQ(notes[0]->text, "30-35 years old");
  EXPECT_EQ(notes[0]->label, "birthDate");
}

TEST_F(UnXml, DocumentsGiveTheirNumberAndCountry) {
  const auto passports = values(Property::kPassportNumber);
  ASSERT_EQ(passports.size(), 2u);
  EXPECT_EQ(passports[0]->text, "513519");
  EXPECT_EQ(passports[0]->country, "ly");
  EXPECT_EQ(passports[0]->original, "Libyan passport No. 513519");
  EXPECT_EQ(passports[1]->text, "D 000769");
  EXPECT_EQ(passports[1]->country, "af");
  EXPECT_THAT(person_->texts(Property::kIdNumber), ElementsAre("04643632"));
}

TEST_F(UnXml, TheRest) {
  EXPECT_THAT(person_->texts(Property::kPosition), ElementsAre("Director of the Bureau of Examples", "Vice Chair"));
  EXPECT_THAT(person_->texts(Property::kNationality), ElementsAre("kp"));
  EXPECT_THAT(person_->texts(Property::kGender), ElementsAre("female"));
  EXPECT_THAT(person_->texts(Property::kListingDate), ElementsAre("2016-11-30"));
  EXPECT_THAT(person_->texts(Property::kModifiedAt), ElementsAre("2018-01-02", "2022-07-26"));
  EXPECT_THAT(person_->texts(Property::kProgram), ElementsAre("DPRK"));
  EXPECT_THAT(person_->texts(Property::kProgramId), ElementsAre("UN-SC1718"));
  EXPECT_THAT(person_->texts(Property::kUnscReference), ElementsAre("KPi.901"));
  EXPECT_THAT(person_->texts(Property::kTopics), ElementsAre("sanction"));
  EXPECT_THAT(person_->texts(Property::kCountry), ElementsAre("kp", "cn"));
  EXPECT_THAT(person_->texts(Property::kAddress),
              ElementsAre("1 Example Street, Pyongyang, Democratic People's Republic of Korea"));
  EXPECT_THAT(person_->texts(Property::kBirthPlace),
              ElementsAre("Musan, North Province, Democratic People's Republic of Korea", "Naples, Italy"));
}

TEST_F(UnXml, BodiesUseTheSameElementForFormerNames) {
  EXPECT_EQ(body_->schema, Schema::kOrganization);
  EXPECT_THAT(body_->texts(Property::kAlias), ElementsAre("Example Traders"));
  EXPECT_THAT(body_->texts(Property::kPreviousName), ElementsAre("Old Example Company"));
  EXPECT_THAT(body_->texts(Property::kCountry), ElementsAre("gw"));
  EXPECT_THAT(body_->texts(Property::kProgramId), ElementsAre("UN-SC2048"));  // GB is Guinea-Bissau
}

TEST_F(UnXml, RecordsWithoutKeyOrNameAreRejected) {
  ASSERT_EQ(outcome_.sink.rejections.size(), 2u);
  EXPECT_EQ(outcome_.sink.rejections[0].where, (Where{"small.xml", 48, "REFERENCE_NUMBER"}));
  EXPECT_EQ(outcome_.sink.rejections[1].reason, "the record has no name");
}

TEST(UnXmlDamage, SurvivesCutsAndNoise) {
  expect_survives_cuts(&read_un_xml, fixture_text(), 200);
  expect_survives_noise(&read_un_xml, fixture_text(), 100);
}

}  // namespace
}  // namespace vedette::lists
