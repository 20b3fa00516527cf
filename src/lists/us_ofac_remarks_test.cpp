#include "lists/us_ofac_remarks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/us_ofac_fields.h"

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Entity person(std::string_view remarks, RemarkEnd end = RemarkEnd::kStopped) {
  Entity entity;
  entity.schema = Schema::kPerson;
  read_ofac_remarks(entity, remarks, end);
  return entity;
}

Entity body(std::string_view remarks) {
  Entity entity;
  entity.schema = Schema::kOrganization;
  read_ofac_remarks(entity, remarks, RemarkEnd::kStopped);
  return entity;
}

const Value& only(const Entity& entity) {
  static const Value kNone;
  EXPECT_EQ(entity.values.size(), 1u);
  return entity.values.empty() ? kNone : entity.values.front();
}

TEST(OfacRemarks, ReadBirthDatesWithTheirPrecision) {
  const Entity entity = person(
      "DOB 08 Jan 1984; alt. DOB Sep 1985; alt. DOB 1986; alt. DOB circa 1960; alt. DOB 01 Jan 1948 to 31 Dec 1948; "
      "alt. DOB 01 Jan 1967 to 31 Dec 1969; alt. DOB 1951 to 1953; DOB: 10 October 1969.");
  EXPECT_THAT(entity.texts(Property::kBirthDate),
              ElementsAre("1984-01-08", "1985-09", "1986", "1960", "1948", "1967/1969", "1951/1953", "1969-10-10"));
  EXPECT_TRUE(entity.values[3].circa);
  EXPECT_EQ(entity.values[0].original, "08 Jan 1984");
  EXPECT_FALSE(entity.has(Property::kNotes));
}

TEST(OfacRemarks, KeepADateThatIsNoneAsANote) {
  EXPECT_THAT(person("DOB 31 Feb 1984.").texts(Property::kNotes), ElementsAre("DOB 31 Feb 1984"));
}

TEST(OfacRemarks, ReadPlacesAndCountries) {
  const Entity entity = person("POB Pyongyang, Korea, North; nationality Russia; citizen Cyprus.");
  EXPECT_EQ(entity.first(Property::kBirthPlace), "Pyongyang, Korea, North");
  EXPECT_EQ(entity.first(Property::kBirthCountry), "kp");
  EXPECT_EQ(entity.first(Property::kNationality), "ru");
  EXPECT_EQ(entity.first(Property::kCitizenship), "cy");
}

TEST(OfacRemarks, ReadQuotedAliasesAsWeak) {
  const Entity entity = person("a.k.a. 'CHAFFORI, Petit'; f.k.a. 'OLD'; n.k.a. 'NEW'; a.k.a. unquoted.");
  EXPECT_THAT(entity.texts(Property::kWeakAlias), ElementsAre("CHAFFORI, Petit", "NEW"));
  EXPECT_THAT(entity.texts(Property::kPreviousName), ElementsAre("OLD"));
  EXPECT_THAT(entity.texts(Property::kNotes), ElementsAre("a.k.a. unquoted"));
}

TEST(OfacRemarks, ReadDocumentsWithCountryAndTerm) {
  const Value value = only(person("alt. Passport 472220033 (Korea, North) issued 19 Jun 2013 expires 19 Jun 2023."));
  EXPECT_EQ(value.property, Property::kPassportNumber);
  EXPECT_EQ(value.text, "472220033");
  EXPECT_EQ(value.label, "Passport");
  EXPECT_EQ(value.country, "kp");
  EXPECT_EQ(value.original, "Passport 472220033 (Korea, North) issued 19 Jun 2013 expires 19 Jun 2023");
}

struct Case {
  std::string_view remarks;
  Property property;
  std::string_view text;
  std::string_view label;
  std::string_view country;
};

TEST(OfacRemarks, KnowWhatEachLabelMeans) {
  for (const Case& item : {
           Case{"Tax ID No. 100036386 (Serbia).", Property::kTaxNumber, "100036386", "Tax ID No.", "rs"},
           Case{"V.A.T. Number BG 121024920 (Bulgaria).", Property::kVatCode, "BG 121024920", "V.A.T. Number", "bg"},
           Case{"Registration Number HRA 738077 (Stuttgart) (Germany).", Property::kRegistrationNumber,
                "HRA 738077 (Stuttgart)", "Registration Number", "de"},
           Case{"Trade License No. C 50905 (Malta).", Property::kRegistrationNumber, "C 50905", "Trade License No.",
                "mt"},
           Case{"Business Registration Document # CUD: A2014 (Mexico).", Property::kRegistrationNumber, "CUD: A2014",
                "Business Registration Document #", "mx"},
           Case{"Unified Social Credit Code (USCC) 9113100033607322XK (China).", Property::kUscCode,
                "9113100033607322XK", "Unified Social Credit Code (USCC)", "cn"},
           Case{"SWIFT/BIC BMJIIRTH.", Property::kSwiftBic, "BMJIIRTH", "SWIFT/BIC", ""},
           Case{"BIK (RU) 044030707.", Property::kBikCode, "044030707", "BIK (RU)", ""},
           Case{"Legal Entity Number 253400V1H6ART1UQ0N98 (Russia).", Property::kLeiCode, "253400V1H6ART1UQ0N98",
                "Legal Entity Number", "ru"},
           Case{"D-U-N-S Number 542957624.", Property::kDunsCode, "542957624", "D-U-N-S Number", ""},
           Case{"ISIN CND100020NC4.", Property::kIsin, "CND100020NC4", "ISIN", ""},
           Case{"Identification Number IMO 5342883.", Property::kImoNumber, "5342883", "Identification Number", ""},
           Case{"Company Number IMO 5055293.", Property::kImoNumber, "5055293", "Company Number", ""},
           Case{"Vessel Registration Identification IMO  9074729.", Property::kImoNumber, "9074729",
                "Vessel Registration Identification", ""},
           Case{"Vessel Registration Identification 9074729.", Property::kImoNumber, "9074729",
                "Vessel Registration Identification", ""},
           Case{"Vessel Registration Identification 9074728.", Property::kRegistrationNumber, "9074728",
                "Vessel Registration Identification", ""},
           Case{"Company Number 9074729.", Property::kRegistrationNumber, "9074729", "Company Number", ""},
           Case{"MMSI 572469210.", Property::kMmsi, "572469210", "MMSI", ""},
           Case{"Aircraft Tail Number EP-MMH.", Property::kRegistrationNumber, "EP-MMH", "Aircraft Tail Number", ""},
           Case{"Aircraft Manufacturer's Serial Number (MSN) 1023.", Property::kSerialNumber, "1023",
                "Aircraft Manufacturer's Serial Number (MSN)", ""},
           Case{"Dubai Chamber of Commerce Membership No. 42988 (United Arab Emirates).", Property::kRegistrationNumber,
                "42988", "Dubai Chamber of Commerce Membership No.", "ae"},
           Case{"Digital Currency Address - XBT 1Kuf2Rd8.", Property::kWalletAddress, "1Kuf2Rd8", "XBT", ""},
           Case{"Telephone (357)(22660766).", Property::kPhone, "(357)(22660766)", "Telephone", ""},
           Case{"Secondary sanctions risk: section 1(b).", Property::kProvisions, "section 1(b)",
                "Secondary sanctions risk", ""},
           Case{"Organization Established Date 12 Mar 1999.", Property::kIncorporationDate, "1999-03-12", "", ""},
           Case{"Nationality of Registration Korea, North.", Property::kJurisdiction, "kp", "", ""},
           Case{"Former Vessel Flag Tuvalu.", Property::kPastFlags, "tv", "", ""},
           Case{"Listing Date (CMIC) 03 Jun 2021.", Property::kListingDate, "2021-06-03", "Listing Date (CMIC)", ""},
           Case{"Listing Date (EO 14024 Directive 2): 24 Feb 2022.", Property::kStartDate, "2022-02-24",
                "Listing Date (EO 14024 Directive 2)", ""},
           Case{"Linked To: RED MUNDIAL, S.A..", Property::kLinkedTo, "RED MUNDIAL, S.A.", "", ""},
       }) {
    const Value value = only(body(item.remarks));
    EXPECT_EQ(value.property, item.property) << item.remarks;
    EXPECT_EQ(value.text, item.text) << item.remarks;
    EXPECT_EQ(value.label, item.label) << item.remarks;
    EXPECT_EQ(value.country, item.country) << item.remarks;
  }
}

TEST(OfacRemarks, TellDocumentsOfPersonsFromThoseOfBodies) {
  EXPECT_EQ(only(person("Kenyan ID No. 12773667.")).property, Property::kIdNumber);
  EXPECT_EQ(only(body("Kenyan ID No. 12773667.")).property, Property::kRegistrationNumber);
}

TEST(OfacRemarks, LoseNothing) {
  const Entity entity = person(
      "Judge, Head of Tehran Revolutionary Court, Branch 15; arrested 30 Sep 2002; Chinese Commercial Code 1728 4320; "
      "member of 2nd Battalion");
  EXPECT_THAT(entity.texts(Property::kNotes),
              ElementsAre("Judge, Head of Tehran Revolutionary Court, Branch 15", "arrested 30 Sep 2002",
                          "Chinese Commercial Code 1728 4320", "member of 2nd Battalion"));
}

TEST(OfacRemarks, SplitLinksInParentheses) {
  const Entity entity = person("(Linked To: EXAMPLE, S.A.; Linked To: EXAMPLE (RUSSIA))", RemarkEnd::kUnstopped);
  EXPECT_THAT(entity.texts(Property::kLinkedTo), ElementsAre("EXAMPLE, S.A.", "EXAMPLE (RUSSIA)"));
}

TEST(OfacRemarks, NeverTakeACutEndForAFact) {
  const Entity entity = person("Gender Male; Digital Currency Address - XBT 1Kuf2Rd8", RemarkEnd::kCut);
  EXPECT_THAT(entity.texts(Property::kWalletAddress), IsEmpty());
  EXPECT_THAT(entity.texts(Property::kNotes), ElementsAre("Digital Currency Address - XBT 1Kuf2Rd8"));
  EXPECT_TRUE(person("Digital Currency Address - XBT 1Kuf2Rd8;", RemarkEnd::kCut).has(Property::kWalletAddress));
}

TEST(OfacNames, AreWrittenInNaturalOrder) {
  EXPECT_EQ(natural_order("PUTIN, Vladimir Vladimirovich", false), "Vladimir Vladimirovich PUTIN");
  EXPECT_EQ(natural_order("KIM, Jong Un", true), "KIM Jong Un");
  EXPECT_EQ(natural_order("REYES, Feliciano, Jr.", false), "Feliciano REYES, Jr.");
  EXPECT_EQ(natural_order("HAJI  ABDUL", false), "HAJI ABDUL");
  EXPECT_EQ(natural_order(", Only", false), "Only");
  EXPECT_EQ(natural_order("", false), "");
}

TEST(OfacNames, OfEastAsiansHaveTheFamilyNameFirst) {
  Entity entity;
  entity.schema = Schema::kPerson;
  entity.add(Property::kName, "KIM, Il Sample");
  read_ofac_remarks(entity, "nationality Korea, North; a.k.a. 'KIM, Il Samp'.", RemarkEnd::kStopped);
  finish_ofac_names(entity);
  EXPECT_EQ(entity.first(Property::kName), "KIM Il Sample");
  EXPECT_EQ(entity.values.front().original, "KIM, Il Sample");
  EXPECT_EQ(entity.first(Property::kWeakAlias), "KIM Il Samp");
  EXPECT_EQ(entity.first(Property::kLastName), "KIM");
  EXPECT_EQ(entity.first(Property::kFirstName), "Il Sample");
}

TEST(OfacAddresses, AreOneLineWithTheirCountry) {
  Entity entity;
  add_ofac_address(entity, {"Ibex House", "London EC3N 1DY", "United Kingdom", "", "25"});
  add_ofac_address(entity, {"", "", "", "", "26"});
  EXPECT_THAT(entity.texts(Property::kAddress), ElementsAre("Ibex House, London EC3N 1DY, United Kingdom"));
  EXPECT_THAT(entity.texts(Property::kCountry), ElementsAre("gb"));
  EXPECT_EQ(entity.values.back().source_id, "25");
}

}  // namespace
}  // namespace vedette::lists
