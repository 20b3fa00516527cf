#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

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

TEST(FtmJsonl, WalletsAndLinksBelongToTheirHolders) {
  const ReadOutcome outcome = read_text(&read_ftm_jsonl, "a.jsonl", R"(
{"id": "w-1", "schema": "CryptoWallet", "properties": {"publicKey": ["1Example"], "currency": ["XBT"], "holder": ["a"]}}
{"id": "w-2", "schema": "CryptoWallet", "properties": {"publicKey": ["2Example"], "holder": ["nobody"]}}
{"id": "l-1", "schema": "UnknownLink", "properties": {"subject": ["a"], "object": ["b"], "role": ["friend"]}}
{"id": "l-2", "schema": "UnknownLink", "properties": {"subject": ["a"], "object": ["nobody"], "description": ["text"]}}
{"id": "n-1", "schema": "Note", "properties": {"entity": ["a"], "namesMentioned": ["Some Firm"], "description": ["owner"]}}
{"id": "n-2", "schema": "Note", "properties": {"entity": ["a"], "description": ["text"]}}
{"id": "n-3", "schema": "Note", "properties": {"entity": ["nobody"], "namesMentioned": ["Some Firm"]}}
{"id": "a", "schema": "Person", "properties": {"name": ["Jane Sample"]}}
{"id": "b", "schema": "Person", "properties": {"name": ["John Sample"]}}
)");
  ASSERT_TRUE(outcome.summary) << outcome.summary.error().to_string();
  ASSERT_EQ(outcome.sink.entities.size(), 3u) << "a wallet without a holder is a record";
  const Entity& jane = outcome.sink.entities[0];
  EXPECT_THAT(jane.texts(Property::kWalletAddress), ElementsAre("1Example"));
  EXPECT_THAT(jane.texts(Property::kLinkedTo), ElementsAre("John Sample"));
  EXPECT_THAT(jane.texts(Property::kOwner), ElementsAre("Some Firm"));
  for (const Value& value : jane.values) {
    const bool has_label = value.property == Property::kWalletAddress || value.property == Property::kLinkedTo;
    EXPECT_EQ(value.label, !has_label ? "" : value.property == Property::kLinkedTo ? "friend" : "XBT");
  }
  EXPECT_EQ(outcome.sink.entities[2].id, "w-2");
  EXPECT_THAT(outcome.summary->notes, ElementsAre(HasSubstr("2 entities of schema Note were passed over"),
                                                  HasSubstr("1 entities of schema UnknownLink were passed over")));
}

TEST(FtmJsonl, ADocumentSaysWhatANumberIsThatTheHolderHas) {
  const ReadOutcome outcome = read_text(&read_ftm_jsonl, "a.jsonl", R"(
{"id": "a", "schema": "Person", "properties": {"name": ["Jane"], "passportNumber": ["592667"], "idNumber": ["7"], "socialSecurityNumber": ["561-77"]}, "details": [{"property": "socialSecurityNumber", "value": "561-77", "country": "us"}]}
{"id": "s", "schema": "Identification", "properties": {"holder": ["a"], "number": ["561-77"], "country": ["us"]}}
{"id": "d", "schema": "Passport", "properties": {"holder": ["a"], "number": ["592667"], "type": ["diplomatic"], "country": ["kp"]}}
{"id": "e", "schema": "Identification", "properties": {"holder": ["a"], "number": ["592667"]}}
)");
  const Entity& jane = outcome.sink.entities.at(0);
  EXPECT_THAT(jane.texts(Property::kPassportNumber), ElementsAre("592667"));
  EXPECT_THAT(jane.texts(Property::kIdNumber), ElementsAre("7", "592667"));
  EXPECT_THAT(jane.texts(Property::kSocialSecurityNumber), ElementsAre("561-77"));
  for (const Value& value : jane.values) {
    if (value.property != Property::kPassportNumber) continue;
    EXPECT_EQ(value.label, "diplomatic");
    EXPECT_EQ(value.country, "kp");
  }
}

TEST(FtmJsonl, DetailsSayWhatFollowTheMoneyHasNoPlaceFor) {
  const ReadOutcome outcome = read_text(&read_ftm_jsonl, "a.jsonl", R"(
{"id": "a", "schema": "Person", "properties": {"name": ["Джейн"], "birthDate": ["1966"], "idNumber": ["7"]}, "details": [{"property": "name", "value": "Джейн", "script": "Cyrl", "language": "ru"}, {"property": "birthDate", "value": "1966", "circa": true}, {"property": "idNumber", "value": "7", "label": "National ID"}, {"property": "idNumber", "value": "7", "label": "Tax ID"}, {"property": "name", "value": "Nobody", "script": "Latn"}, {"property": 7}, 8]}
{"id": "b", "schema": "Person", "properties": {"name": ["Jane"]}, "details": "none"}
)");
  ASSERT_EQ(outcome.sink.entities.size(), 2u);
  std::map<std::string, const Value*> told;
  for (const Value& value : outcome.sink.entities[0].values) told[value.text + value.label] = &value;
  ASSERT_EQ(told.size(), 4u);
  EXPECT_EQ(told["Джейн"]->script, "Cyrl");
  EXPECT_EQ(told["Джейн"]->language, "ru");
  EXPECT_TRUE(told["1966"]->circa);
  EXPECT_TRUE(told.contains("7National ID") && told.contains("7Tax ID"));
}

TEST(FtmJsonl, WhatHangsOnOneEntityIsBounded) {
  ReadOptions options;
  options.limits.values_per_record = 3;
  std::string text = "{\"id\": \"a\", \"properties\": {\"name\": [\"Jane\"]}}\n";
  for (int i = 0; i < 5; ++i) {
    text += "{\"id\": \"d\", \"schema\": \"Passport\", \"properties\": {\"holder\": [\"a\"], \"number\": [\"" +
            std::to_string(i) + "\"]}}\n";
  }
  const ReadOutcome outcome = read_text(&read_ftm_jsonl, "a.jsonl", text, options);
  ASSERT_FALSE(outcome.summary);
  EXPECT_EQ(outcome.summary.error().code, ErrorCode::kLimit);
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
