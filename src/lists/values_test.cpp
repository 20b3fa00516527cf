#include "lists/values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/names.h"

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(DocumentNumber, OutOfProse) {
  EXPECT_EQ(document_number("592667"), "592667");
  EXPECT_EQ(document_number("Passport No: 592667 (Qatari passport issued on 3 May 2007)."), "592667");
  EXPECT_EQ(document_number("D 000769 (Afghan). Issued on 2 Feb 1997"), "D 000769");
  EXPECT_EQ(document_number("H-135467 (Moroccan national identity card)"), "H-135467");
  EXPECT_EQ(document_number("96 03 464086"), "96 03 464086");
  EXPECT_EQ(document_number("35202- 4135948-7"), "35202- 4135948-7");
  EXPECT_EQ(document_number("SSN 156-92-9858 (United States of America)"), "156-92-9858");
  EXPECT_EQ(document_number("CV9157521(Pakistan) Issued 8.9.2008"), "CV9157521");
  EXPECT_EQ(document_number("Ration card no. 1729765"), "1729765");
  EXPECT_EQ(document_number("issued in 1993"), "");
  EXPECT_EQ(document_number("Uganda Passport."), "");
  EXPECT_EQ(document_number(""), "");
}

TEST(Document, CountryOutOfProse) {
  const auto country = [](std::string_view text) {
    Entity entity;
    add_document(entity, Property::kPassportNumber, text);
    return entity.values.empty() ? std::string("-") : entity.values[0].country;
  };
  EXPECT_EQ(country("K754050 (Tunisian). Issued on 26 May 1999"), "tn");
  EXPECT_EQ(country("Libyan passport No. 513519"), "ly");
  EXPECT_EQ(country("Jordan 654781"), "jo");
  EXPECT_EQ(country("Russian foreign travel passport number 515458008"), "ru");
  EXPECT_EQ(country("R00012098, South Sudan"), "ss");
  EXPECT_EQ(country("403062567 (US)"), "us");
  EXPECT_EQ(country("592667"), "");
}

TEST(SplitNumbered, AllForms) {
  EXPECT_THAT(split_numbered("(1) Kuwait (2) Pakistan"), ElementsAre("Kuwait", "Pakistan"));
  EXPECT_THAT(split_numbered("1) Mullah, 2) Maulavi, 3) Habji."), ElementsAre("Mullah", "Maulavi", "Habji."));
  EXPECT_THAT(split_numbered("a) X b) Y"), ElementsAre("X", "Y"));
  EXPECT_THAT(split_numbered("(1)-(2) Tunisia (3) Libya"), ElementsAre("Tunisia", "Libya"));
  EXPECT_THAT(split_numbered("(12)H-123259"), ElementsAre("H-123259"));
  EXPECT_THAT(split_numbered("Damascus"), ElementsAre("Damascus"));
  EXPECT_THAT(split_numbered("Iran (Islamic Republic of)"), ElementsAre("Iran (Islamic Republic of)"));
  EXPECT_THAT(split_numbered("see annex 1) above"), ElementsAre("see annex 1) above"));
  EXPECT_THAT(split_numbered(""), IsEmpty());
}

TEST(ShipNumber, CheckDigit) {
  EXPECT_TRUE(is_ship_number("9074729"));
  EXPECT_FALSE(is_ship_number("9074728"));
  EXPECT_FALSE(is_ship_number("5342883"));
  EXPECT_FALSE(is_ship_number("907472"));
}

TEST(ImoNumbers, AfterTheirLetters) {
  EXPECT_THAT(imo_numbers("(IMO number: 7303803). IMO: 8937675"), ElementsAre("7303803", "8937675"));
  EXPECT_THAT(imo_numbers("EKONOMIMO 7303803 IMO 12"), IsEmpty());
}

TEST(UnReferences, Anywhere) {
  EXPECT_THAT(un_references("UN Ref KPe.022. See (QDi.407), not QI.A.151.03 nor Xe.0221"),
              ElementsAre("KPe.022", "QDi.407"));
}

TEST(Values, SaysNothing) {
  Entity entity;
  for (const char* text : {"", " ", "-", "N/A", "na", "Unknown"}) {
    EXPECT_EQ(add_text(entity, Property::kTitle, text), nullptr);
    EXPECT_EQ(add_date(entity, Property::kBirthDate, text), nullptr);
  }
  EXPECT_NE(add_country(entity, Property::kCountry, "NA"), nullptr);  // Namibia
}

std::vector<std::string> names_in(std::string_view text) {
  Entity entity;
  add_names(entity, Property::kAlias, text);
  std::vector<std::string> names;
  for (const Value& value : entity.values) names.push_back(value.text);
  return names;
}

TEST(Names, TakenApart) {
  EXPECT_THAT(names_in("Azim Adhajani; Azim Agha-Jani"), ElementsAre("Azim Adhajani", "Azim Agha-Jani"));
  EXPECT_THAT(names_in("Jin Tiesan (金铁三)"), ElementsAre("Jin Tiesan", "金铁三"));
  EXPECT_THAT(names_in("Abubakar (original script: Абубакар)"), ElementsAre("Abubakar", "Абубакар"));
  EXPECT_THAT(names_in("أبو شيماء (Abu-Shaima; Abu- Shayma)"), ElementsAre("أبو شيماء", "Abu-Shaima", "Abu- Shayma"));
  EXPECT_THAT(names_in("Encep Nurjaman (birth name)"), ElementsAre("Encep Nurjaman"));
  EXPECT_THAT(names_in("Lord’s Resistance Movement (LRM)"), ElementsAre("Lord’s Resistance Movement (LRM)"));
  EXPECT_THAT(names_in(") Abdelrahman Juhan"), ElementsAre("Abdelrahman Juhan"));
  EXPECT_THAT(names_in("Akhter (اختر محمد ),"), ElementsAre("Akhter", "اختر محمد"));
  EXPECT_THAT(names_in(" ; ,"), IsEmpty());
  EXPECT_THAT(names_in("()"), ElementsAre("()"));
}

}  // namespace
}  // namespace vedette::lists
