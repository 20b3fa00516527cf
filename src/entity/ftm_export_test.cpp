#include "entity/ftm_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace vedette {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Entity ship_owner() {
  Entity record{.id = "ofac-1", .schema = Schema::kPerson, .datasets = {"us_ofac_sdn"}};
  record.add(Property::kName, "Jane Sample");
  record.add({.property = Property::kPassportNumber, .text = "592667", .label = "diplomatic", .country = "kp"});
  record.add({.property = Property::kWalletAddress, .text = "1Example", .label = "XBT"});
  record.add(Property::kLinkedTo, "JOHN SAMPLE");
  record.add(Property::kOwner, "Somebody Else");
  record.add(Property::kProgram, "DPRK2");
  record.add(Property::kListingDate, "2016-11-30");
  record.add(Property::kTopics, "sanction");
  return record;
}

std::string find(std::string_view name) {
  return name == "JOHN SAMPLE" ? "ofac-2" : "";
}

std::vector<std::string> lines_of(const Entity& record, ValueDetails details = ValueDetails::kNo) {
  std::istringstream text(ftm_lines(record, find, details));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

TEST(FtmExport, WritesWhatHangsOnARecordAsEntities) {
  const auto lines = lines_of(ship_owner());
  EXPECT_THAT(
      lines,
      ElementsAre(
          R"({"id": "ofac-1", "schema": "Person", "properties": {"name": ["Jane Sample"], "passportNumber": ["592667"], "program": ["DPRK2"], "topics": ["sanction"]}, "datasets": ["us_ofac_sdn"]})",
          HasSubstr(
              R"("schema": "Passport", "properties": {"holder": ["ofac-1"], "number": ["592667"], "type": ["diplomatic"], "country": ["kp"]}, "datasets": ["us_ofac_sdn"])"),
          HasSubstr(
              R"("schema": "CryptoWallet", "properties": {"holder": ["ofac-1"], "publicKey": ["1Example"], "currency": ["XBT"], "topics": ["sanction"]})"),
          HasSubstr(
              R"("schema": "UnknownLink", "properties": {"subject": ["ofac-1"], "object": ["ofac-2"], "role": ["linked to"]})"),
          HasSubstr(
              R"("schema": "Note", "properties": {"entity": ["ofac-1"], "namesMentioned": ["Somebody Else"], "description": ["owner"]})"),
          HasSubstr(
              R"("schema": "Sanction", "properties": {"entity": ["ofac-1"], "program": ["DPRK2"], "listingDate": ["2016-11-30"]})")));
}

TEST(FtmExport, IdsAreDistinctAndTheSameEachTime) {
  const auto lines = lines_of(ship_owner());
  EXPECT_EQ(lines, lines_of(ship_owner()));
  std::vector<std::string> ids;
  for (const std::string& line : lines) ids.push_back(line.substr(0, line.find(", \"schema\"")));
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
}

TEST(FtmExport, ARecordThatSaysNothingOfItsListingHasNoSanction) {
  Entity record{.id = "a"};
  record.add(Property::kName, "Jane");
  EXPECT_THAT(lines_of(record),
              ElementsAre(R"({"id": "a", "schema": "LegalEntity", "properties": {"name": ["Jane"]}})"));
}

TEST(FtmExport, DetailsStandOnTheRecordOnRequest) {
  EXPECT_THAT(lines_of(ship_owner()), Each(Not(HasSubstr("details"))));
  EXPECT_THAT(
      lines_of(ship_owner(), ValueDetails::kYes)[0],
      HasSubstr(
          R"("details": [{"property": "passportNumber", "value": "592667", "label": "diplomatic", "country": "kp"}])"));
}

TEST(FtmExport, RolesComeBackAsProperties) {
  EXPECT_EQ(property_of_ftm_role("owner"), Property::kOwner);
  EXPECT_EQ(property_of_ftm_role("friend"), Property::kLinkedTo);
  EXPECT_EQ(ftm_role(Property::kName), "");
}

}  // namespace
}  // namespace vedette
