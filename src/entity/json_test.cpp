#include "entity/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"

namespace vedette {
namespace {

using ::testing::ElementsAre;

TEST(EntityJson, ReadsAnEntity) {
  const auto entity = parse_entity_json(R"({"id": "un-KPi.038", "schema": "Person", "datasets": ["un_sc_sanctions"],
      "properties": {"name": ["JO  CHUN\nRYONG"], "birthDate": ["1960-04-04", "~1961"], "nationality": "kp"}})");
  ASSERT_TRUE(entity) << entity.error().to_string();
  EXPECT_EQ(entity->id, "un-KPi.038");
  EXPECT_EQ(entity->schema, Schema::kPerson);
  EXPECT_THAT(entity->datasets, ElementsAre("un_sc_sanctions"));
  EXPECT_THAT(entity->texts(Property::kName), ElementsAre("JO CHUN RYONG"));
  EXPECT_EQ(entity->values[0].original, "JO  CHUN\nRYONG");
  EXPECT_THAT(entity->texts(Property::kBirthDate), ElementsAre("1960-04-04", "1961"));
  EXPECT_FALSE(entity->values[1].circa);
  EXPECT_TRUE(entity->values[2].circa);
  EXPECT_THAT(entity->texts(Property::kNationality), ElementsAre("kp"));
}

TEST(EntityJson, AQueryNeedsNeitherIdNorSchema) {
  const auto entity = parse_entity_json(R"({"properties": {"name": "X"}})");
  ASSERT_TRUE(entity);
  EXPECT_EQ(entity->id, "");
  EXPECT_EQ(entity->schema, Schema::kLegalEntity);
  EXPECT_TRUE(parse_entity_json("{}"));
}

TEST(EntityJson, NumbersBecomeTheirText) {
  const auto entity =
      parse_entity_json(R"({"id": 7, "properties": {"imoNumber": [9888182 , "x"], "birthDate": 1964}})");
  ASSERT_TRUE(entity) << entity.error().to_string();
  EXPECT_EQ(entity->id, "7");
  EXPECT_THAT(entity->texts(Property::kImoNumber), ElementsAre("9888182", "x"));
  EXPECT_THAT(entity->texts(Property::kBirthDate), ElementsAre("1964"));
}

TEST(EntityJson, ValuesTakeFollowTheMoneysForm) {
  const auto entity = parse_entity_json(
      R"({"properties": {"country": ["North Korea", "Atlantis"], "gender": ["M"], "birthDate": ["1964-01-02T00:00:00", ""],
          "name": ["", "  "], "alias": ["A", "A", null], "notes": ["two\nlines"]}})");
  ASSERT_TRUE(entity) << entity.error().to_string();
  EXPECT_THAT(entity->texts(Property::kCountry), ElementsAre("kp", "Atlantis"));
  EXPECT_EQ(entity->values[0].original, "North Korea");
  EXPECT_THAT(entity->texts(Property::kGender), ElementsAre("male"));
  EXPECT_THAT(entity->texts(Property::kBirthDate), ElementsAre("1964-01-02"));
  EXPECT_FALSE(entity->has(Property::kName));
  EXPECT_THAT(entity->texts(Property::kAlias), ElementsAre("A"));
  EXPECT_THAT(entity->texts(Property::kNotes), ElementsAre("two\nlines"));
}

TEST(EntityJson, UnknownMembersArePassedOver) {
  IgnoredProperties ignored;
  const auto entity = parse_entity_json(
      R"({"caption": {"a": [1, {"b": "]}"}]}, "properties": {"shoeSize": [{"x": 1}], "name": ["N"]}, "target": true})",
      {}, &ignored);
  ASSERT_TRUE(entity) << entity.error().to_string();
  EXPECT_THAT(ignored.names, ElementsAre("shoeSize"));
  EXPECT_EQ(entity->first(Property::kName), "N");
}

TEST(EntityJson, EscapesInKeysAndValues) {
  const auto entity = parse_entity_json(R"({"properties": {"n\u0061me": ["\uae40\uc815\uc740 \ud83d\ude80"]}})");
  ASSERT_TRUE(entity) << entity.error().to_string();
  EXPECT_EQ(entity->first(Property::kName), "김정은 🚀");
}

std::string field_of_error(std::string_view json, ErrorCode code = ErrorCode::kInvalidInput) {
  const auto entity = parse_entity_json(json);
  if (entity) return "(no error)";
  EXPECT_EQ(entity.error().code, code);
  return entity.error().where.field;
}

TEST(EntityJson, SaysWhichFieldIsWrong) {
  EXPECT_EQ(field_of_error(R"({"schema": "Robot"})"), "schema");
  EXPECT_EQ(field_of_error(R"({"schema": ["Person"]})"), "schema");
  EXPECT_EQ(field_of_error(R"({"id": {}})"), "id");
  EXPECT_EQ(field_of_error(R"({"datasets": [["a"]]})"), "datasets");
  EXPECT_EQ(field_of_error(R"({"properties": ["a"]})"), "properties");
  EXPECT_EQ(field_of_error(R"({"properties": {"name": {"a": 1}}})"), "name");
  EXPECT_EQ(field_of_error(R"({"properties": {"name": [["a"]]}})"), "name");
  EXPECT_EQ(field_of_error(R"({"properties": {"name": [true]}})"), "name");
  EXPECT_EQ(field_of_error(R"({"properties": {"birthDate": ["08 Jan 1984"]}})"), "birthDate");
}

TEST(EntityJson, RefusesWhatIsNotOneJsonObject) {
  for (const char* json : {"",
                           " ",
                           "x",
                           "[]",
                           "1",
                           "\"a\"",
                           "null",
                           "{",
                           "}",
                           "{]",
                           "{\"a\"}",
                           "{\"id\": \"a\" \"b\"}",
                           "{} {}",
                           "{}x",
                           "{\"id\": \"\xff\"}",
                           "{\"properties\": {\"name\": [\"a\" \"b\"]}}",
                           "{\"properties\": {\"name\": [\"a\"}}",
                           "{\"id\": nul}",
                           "{\"id\": 01}",
                           "{\"id\": \"\\ud800\"}",
                           "{\"id\": 1.2.3}"}) {
    const auto entity = parse_entity_json(json);
    ASSERT_FALSE(entity) << json;
    EXPECT_EQ(entity.error().code, ErrorCode::kInvalidInput) << json;
  }
  EXPECT_FALSE(parse_entity_json(std::string_view("{\"id\": \"a\0\"}", 11)));
}

TEST(EntityJson, IsBounded) {
  EXPECT_EQ(parse_entity_json("{}", {.bytes = 1}).error().code, ErrorCode::kLimit);
  const auto many = parse_entity_json(R"({"properties": {"name": ["a", "b", "c"]}})", {.values = 2});
  EXPECT_EQ(many.error().code, ErrorCode::kLimit);
  EXPECT_EQ(many.error().where.field, "name");
  EXPECT_EQ(parse_entity_json(R"({"id": "abc"})", {.value_bytes = 2}).error().code, ErrorCode::kLimit);
}

TEST(EntityJson, DeepNestingIsAnErrorNotACrash) {
  std::string json = R"({"x": )" + std::string(200'000, '[') + std::string(200'000, ']') + "}";
  const auto entity = parse_entity_json(json);
  if (!entity) {
    EXPECT_EQ(entity.error().code, ErrorCode::kInvalidInput);
  }
}

TEST(EntityJson, WritesInTheOrderOfProperties) {
  Entity entity{.id = "x-1", .schema = Schema::kVessel, .datasets = {"d"}};
  entity.add(Property::kImoNumber, "9888182");
  entity.add(Property::kName, "B");
  entity.add(Property::kName, "A");
  EXPECT_EQ(entity_json(entity),
            R"({"id": "x-1", "schema": "Vessel", "properties": {"name": ["B", "A"], "imoNumber": ["9888182"]}, )"
            R"("datasets": ["d"]})");
  EXPECT_EQ(entity_json({}), R"({"schema": "LegalEntity", "properties": {}})");
}

// Names come back in order, each once.
RC_GTEST_PROP(EntityJson, WhatIsWrittenReadsBack, (const std::vector<std::string>& names)) {
  Entity entity{.id = "x"};
  for (const auto& name : names) entity.add(Property::kName, fold_spaces(mend_utf8(name)));
  const std::string first = entity_json(entity);
  const auto back = parse_entity_json(first);
  RC_ASSERT(back.has_value());
  RC_ASSERT(entity_json(*back) == first);
}

}  // namespace
}  // namespace vedette
