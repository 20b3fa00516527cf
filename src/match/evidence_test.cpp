#include "match/evidence.h"

#include <gtest/gtest.h>

#include "match/identifier.h"

namespace vedette::match {
namespace {

Evidence evidence(std::initializer_list<std::pair<Property, const char*>> values, bool circa = false) {
  Entity entity;
  for (const auto& [property, text] : values) {
    Value* value = entity.add(property, text);
    if (value != nullptr) value->circa = circa;
  }
  return prepare_evidence(entity);
}

EvidenceComparison births(const char* a, const char* b, bool circa = false) {
  return compare_evidence(evidence({{Property::kBirthDate, a}}).view(),
                          evidence({{Property::kBirthDate, b}}, circa).view());
}

TEST(BirthDates, AgreeByTheCoarserPrecision) {
  EXPECT_DOUBLE_EQ(births("1970-09-12", "1970-09-12").birth_date_detail, 1.0);
  EXPECT_DOUBLE_EQ(births("1970-09-12", "1970-09").birth_date_detail, 0.7);
  EXPECT_DOUBLE_EQ(births("1970", "1970-09-12").birth_date_detail, 0.5);
  EXPECT_DOUBLE_EQ(births("1967/1971", "1970-09-12").birth_date_detail, 0.4);
  EXPECT_EQ(births("1970-09-12", "1970").birth_date, Agreement::kAgrees);
}

TEST(BirthDates, CircaReachesTwoYears) {
  EXPECT_EQ(births("1972", "1970", true).birth_date, Agreement::kAgrees);
  EXPECT_EQ(births("1976", "1970", true).birth_date, Agreement::kContradicts);
}

TEST(BirthDates, SwappedDayAndMonthAgreeSomewhat) {
  const EvidenceComparison c = births("1970-09-12", "1970-12-09");
  EXPECT_EQ(c.birth_date, Agreement::kAgrees);
  EXPECT_TRUE(c.swapped_day_month);
  EXPECT_DOUBLE_EQ(c.birth_date_detail, 0.6);
}

TEST(BirthDates, ContradictByDistance) {
  EXPECT_EQ(births("1970-09-12", "1970-09-20").birth_date, Agreement::kClose);
  EXPECT_DOUBLE_EQ(births("1970-09-12", "1971-05-20").birth_date_detail, 0.3);
  EXPECT_DOUBLE_EQ(births("1970", "1974").birth_date_detail, 0.6);
  EXPECT_DOUBLE_EQ(births("1970", "1990").birth_date_detail, 1.0);
}

TEST(BirthDates, AbsenceIsNotContradiction) {
  EXPECT_EQ(compare_evidence(evidence({}).view(), evidence({{Property::kBirthDate, "1970"}}).view()).birth_date,
            Agreement::kUnknown);
}

TEST(BirthDates, TheBestOfSeveralCounts) {
  const Evidence several = evidence({{Property::kBirthDate, "1964"}, {Property::kBirthDate, "1970-09-12"}});
  EXPECT_DOUBLE_EQ(
      compare_evidence(several.view(), evidence({{Property::kBirthDate, "1970-09-12"}}).view()).birth_date_detail, 1.0);
}

TEST(Countries, ArePooled) {
  const Evidence a = evidence({{Property::kNationality, "kp"}});
  EXPECT_EQ(compare_evidence(a.view(), evidence({{Property::kCountry, "kp"}}).view()).country, Agreement::kAgrees);
  EXPECT_EQ(compare_evidence(a.view(), evidence({{Property::kCountry, "ru"}}).view()).country, Agreement::kContradicts);
  EXPECT_EQ(unpack_country(pack_country("suhh")), "suhh");
}

TEST(Genders, ContradictOnlyWhenBothAreKnown) {
  const Evidence male = evidence({{Property::kGender, "male"}});
  EXPECT_EQ(compare_evidence(male.view(), evidence({{Property::kGender, "female"}}).view()).gender,
            Agreement::kContradicts);
  EXPECT_EQ(compare_evidence(male.view(), evidence({{Property::kGender, "other"}}).view()).gender, Agreement::kUnknown);
}

Agreement identifiers(Property a, const char* x, Property b, const char* y) {
  return compare_evidence(evidence({{a, x}}).view(), evidence({{b, y}}).view()).identifier;
}

TEST(Identifiers, AreNormalised) {
  EXPECT_EQ(normalise_identifier(Property::kPassportNumber, "ab 12-34.567"), "AB1234567");
  EXPECT_EQ(normalise_identifier(Property::kImoNumber, "IMO 9187629"), "9187629");
  EXPECT_EQ(normalise_identifier(Property::kSwiftBic, "sabrrummxxx"), "SABRRUMM");
  EXPECT_EQ(normalise_identifier(Property::kWalletAddress, " 0xAbC1 "), "0xabc1");
  EXPECT_EQ(normalise_identifier(Property::kWalletAddress, "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"),
            "1BoatSLRHtKNngkdXEeobR76b53LETtpyT");
  EXPECT_EQ(normalise_identifier(Property::kName, "x"), "");
}

TEST(Identifiers, AgreeWithinTheirFamily) {
  EXPECT_EQ(identifiers(Property::kPassportNumber, "AB1234567", Property::kIdNumber, "ab-1234567"), Agreement::kAgrees);
  EXPECT_EQ(identifiers(Property::kInnCode, "7707083893", Property::kTaxNumber, "7707083893"), Agreement::kAgrees);
  EXPECT_EQ(identifiers(Property::kIdNumber, "7707083893", Property::kTaxNumber, "7707083893"), Agreement::kAgrees);
  EXPECT_EQ(identifiers(Property::kPassportNumber, "7707083893", Property::kInnCode, "7707083893"),
            Agreement::kUnknown);
}

TEST(Identifiers, ShortOrDullOnesCorroborateOnly) {
  EXPECT_EQ(identifiers(Property::kPassportNumber, "12345", Property::kPassportNumber, "12345"), Agreement::kClose);
  EXPECT_EQ(identifiers(Property::kPassportNumber, "00000000", Property::kPassportNumber, "00000000"),
            Agreement::kClose);
  EXPECT_EQ(identifiers(Property::kCallSign, "HMYW7", Property::kCallSign, "HMYW7"), Agreement::kClose);
}

TEST(Identifiers, ImoNumbersHaveACheckDigit) {
  EXPECT_TRUE(is_valid_imo("9074729"));
  EXPECT_FALSE(is_valid_imo("9074728"));
  EXPECT_FALSE(is_valid_imo("907472"));
  EXPECT_EQ(identifiers(Property::kImoNumber, "IMO 9074729", Property::kImoNumber, "9074729"), Agreement::kAgrees);
  EXPECT_EQ(identifiers(Property::kImoNumber, "9074728", Property::kImoNumber, "9074728"), Agreement::kClose);
  EXPECT_EQ(identifiers(Property::kImoNumber, "9074729", Property::kImoNumber, "9187629"), Agreement::kContradicts);
}

TEST(Identifiers, StrongOnesAreLookedUp) {
  int count = 0;
  for_each_identifier_key(evidence({{Property::kPassportNumber, "AB1234567"}, {Property::kCallSign, "HMYW7"}}).view(),
                          [&](uint64_t) { ++count; });
  EXPECT_EQ(count, 1);
}

}  // namespace
}  // namespace vedette::match
