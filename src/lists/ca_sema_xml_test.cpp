#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/reader_testing.h"
#include "lists/readers.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;

std::string fixture_text(const std::string& name) {
  return file_content(vedette::testing::fixture("ca_sema_xml/" + name));
}

class CaSemaXml : public ::testing::Test {
 protected:
  void SetUp() override {
    outcome_ = read_text(&read_ca_sema_xml, "old.xml", fixture_text("old_tags.xml"));
    ASSERT_TRUE(outcome_.summary) << outcome_.summary.error().to_string();
  }
  const Entity& entity(std::string_view id) const {
    const Entity* found = outcome_.sink.find(id);
    EXPECT_NE(found, nullptr) << id;
    static const Entity none;
    return found == nullptr ? none : *found;
  }
  ReadOutcome outcome_;
};

TEST_F(CaSemaXml, TheKeyIsTheCitation) {
  const Entity& person = entity("ca-by-1part1-1");
  EXPECT_EQ(person.schema, Schema::kPerson);
  EXPECT_THAT(person.texts(Property::kName), ElementsAre("Jan Janovich Sample"));
  EXPECT_THAT(person.texts(Property::kLastName), ElementsAre("Sample"));
  EXPECT_THAT(person.texts(Property::kTitle), ElementsAre("Major General", "major-général"));
  EXPECT_THAT(person.texts(Property::kProgram), ElementsAre("Belarus"));
  EXPECT_THAT(person.texts(Property::kListingDate), ElementsAre("2020-09-28"));
  EXPECT_THAT(person.texts(Property::kProvisions), ElementsAre("1, Part 1 item 1"));
}

TEST_F(CaSemaXml, ASecondRecordOfOneCitationHasItsNameInTheKey) {
  ASSERT_GE(outcome_.sink.entities.size(), 2u);
  const Entity& second = outcome_.sink.entities[1];
  EXPECT_EQ(second.id.substr(0, 15), "ca-by-1part1-1-");
  EXPECT_EQ(second.id.size(), 23u);
}

TEST_F(CaSemaXml, AliasesAreTakenApart) {
  EXPECT_THAT(entity("ca-by-1part1-1").texts(Property::kAlias),
              ElementsAre("Ян Янович Сэмпл", "Yan Sampl", "Jan Sampel"));
  EXPECT_THAT(entity("ca-ru-1part2-5").texts(Property::kAlias),
              ElementsAre("\"Пример\"", "ООО Пример", "Арабик", "مثال"));
  EXPECT_THAT(entity("ca-ir-1part1-136").texts(Property::kAlias),
              ElementsAre("Example JV, LLC", "ESA", "ASE", "سازمان نمونه"));
}

TEST_F(CaSemaXml, FamilyNameFirstIsOneName) {
  const Entity& person = entity("ca-justiceforvictimsjv-7");
  EXPECT_THAT(person.texts(Property::kAlias), ElementsAre("Ivanov, Ivan"));
  EXPECT_THAT(person.texts(Property::kBirthDate), ElementsAre("1970/1979"));
}

TEST_F(CaSemaXml, TwoDatesInOneField) {
  EXPECT_THAT(entity("ca-by-1part1-1").texts(Property::kBirthDate), ElementsAre("1963", "1964"));
}

TEST_F(CaSemaXml, NamesInBothLanguages) {
  const Entity& body = entity("ca-ir-1part1-136");
  EXPECT_EQ(body.schema, Schema::kOrganization);
  EXPECT_THAT(body.texts(Property::kName), ElementsAre("Example Space Agency", "Agence spatiale exemple"));
  EXPECT_EQ(body.values[0].language, "en");
  EXPECT_EQ(body.values[1].language, "fr");
  EXPECT_THAT(entity("ca-ru-1part2-5").texts(Property::kName), ElementsAre("Example Steel Mills (One/Two/Three)"));
}

TEST_F(CaSemaXml, Ships) {
  const Entity& ship = entity("ca-ru-1.1-2");
  EXPECT_EQ(ship.schema, Schema::kVessel);
  EXPECT_THAT(ship.texts(Property::kImoNumber), ElementsAre("9074729"));
  EXPECT_THAT(ship.texts(Property::kBuildDate), ElementsAre("1980"));
  EXPECT_THAT(ship.texts(Property::kType), ElementsAre("Oil Tanker"));
}

TEST_F(CaSemaXml, ARecordWithoutANameIsRejected) {
  ASSERT_EQ(outcome_.sink.rejections.size(), 1u);
  EXPECT_EQ(outcome_.sink.rejections[0].reason, "the record has no name");
}

TEST(CaSemaXmlNewTags, AreTheSameFields) {
  const ReadOutcome outcome = read_text(&read_ca_sema_xml, "new.xml", fixture_text("new_tags.xml"));
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  const Entity* person = outcome.sink.find("ca-ru-1part1-1114");
  ASSERT_NE(person, nullptr);
  EXPECT_THAT(person->texts(Property::kName), ElementsAre("Kirill SAMPLE"));
  EXPECT_THAT(person->texts(Property::kAlias), ElementsAre("Кирилл Сэмпл"));
  EXPECT_THAT(person->texts(Property::kBirthDate), ElementsAre("1999-09"));
  const Entity* ship = outcome.sink.find("ca-ru-1.1-634");
  ASSERT_NE(ship, nullptr);
  EXPECT_EQ(ship->schema, Schema::kVessel);
  EXPECT_THAT(ship->texts(Property::kType), ElementsAre("Bunkering Tanker (LNG)", "Navire-citerne"));
}

TEST(CaSemaXmlDamage, SurvivesCutsAndNoise) {
  expect_survives_cuts(&read_ca_sema_xml, fixture_text("old_tags.xml"), 200);
  expect_survives_noise(&read_ca_sema_xml, fixture_text("old_tags.xml"), 100);
}

}  // namespace
}  // namespace vedette::lists
