#include "screen/screener.h"

#include <gmock/gmock.h>

#include "support/small_lists.h"

namespace vedette::screen {
namespace {

using testing::make_entity;
using testing::make_image;
using testing::make_list_set;
using testing::make_source;
using testing::person;

Entity named(const std::string& name) {
  return person("", name);
}

TEST(Screener, BestFirstTiesById) {
  Screener screener(
      make_list_set({person("b", "Kim Jong Un"), person("a", "Kim Jong Un"), person("c", "Kim Jong Gak")}),
      match::default_policy());
  const auto answer = screener.screen(named("Kim Jong Un"), {});
  ASSERT_GE(answer.hits.size(), 2u);
  EXPECT_EQ(answer.hits[0].id, "a");
  EXPECT_EQ(answer.hits[1].id, "b");
  EXPECT_EQ(answer.status, Status::kComplete);
  EXPECT_EQ(answer.hits[0].matched_name, "Kim Jong Un");
}

TEST(Screener, TheLimitCutsAfterTheBest) {
  Screener screener(make_list_set({person("b", "Kim Jong Un"), person("a", "Kim Jong Un")}), match::default_policy());
  EXPECT_EQ(screener.screen(named("Kim Jong Un"), {.limit = 1}).hits.size(), 1u);
  EXPECT_EQ(screener.screen(named("Kim Jong Un"), {.limit = 0}).hits.size(), 2u);
}

TEST(Screener, AnEarlierVersionIsFoundAsOfItsDay) {
  const auto set = make_list_set({make_source("us", {{"2019-01-01", make_image({person("gone", "Oleg Deripaska")})},
                                                     {"2022-01-01", make_image({person("other", "Kim Jong Un")})}})});
  Screener screener(set, match::default_policy());
  EXPECT_TRUE(screener.screen(named("Oleg Deripaska"), {}).hits.empty());
  const auto answer = screener.screen(named("Oleg Deripaska"), {.as_of = *parse_day("2019-06-01")});
  ASSERT_EQ(answer.hits.size(), 1u);
  EXPECT_EQ(answer.hits[0].listing.to, "2022-01-01");
  EXPECT_TRUE(answer.hits[0].as_of_asked);
}

TEST(Screener, ARecordOfSeveralVersionsIsOneHit) {
  const auto set = make_list_set({make_source("us", {{"2019-01-01", make_image({person("kim", "Kim Jong Un")})},
                                                     {"2022-01-01", make_image({person("kim", "Kim Jong Un")})}})});
  Screener screener(set, match::default_policy());
  const auto answer = screener.screen(named("Kim Jong Un"), {.as_of = *parse_day("2020-01-01")});
  ASSERT_EQ(answer.hits.size(), 1u);
  EXPECT_EQ(answer.hits[0].listed_then, true);
}

TEST(Screener, StaleAndMissingListsShow) {
  auto source = make_source("us", {{"2019-01-01", make_image({person("kim", "Kim Jong Un")})}});
  source.stale = true;
  Screener stale(make_list_set({source}), match::default_policy());
  EXPECT_EQ(stale.screen(named("nobody"), {}).status, Status::kStale);
  SourceLists missing;
  missing.source = "eu_fsf";
  missing.missing = true;
  Screener without(make_list_set({missing}), match::default_policy());
  const auto answer = without.screen(named("nobody"), {});
  EXPECT_EQ(answer.status, Status::kStale);
  EXPECT_TRUE(answer.image.lists.front().missing);
}

TEST(Screener, ATruncatedQueryIsPartialNotClear) {
  auto source = make_source("us", {{"2019-01-01", make_image({person("kim", "Kim Jong Un")})}});
  source.stale = true;
  Screener screener(make_list_set({source}), match::default_policy());
  std::string name;
  for (int i = 0; i < 400; ++i) name += "word" + std::to_string(i) + " ";
  const auto answer = screener.screen(named(name), {});
  EXPECT_EQ(answer.status, Status::kPartial) << "partial wins over stale";
  EXPECT_FALSE(answer.partial_reason.empty());
}

TEST(Screener, TheSetAndThePolicyNameTheAnswer) {
  const auto set = make_list_set({person("kim", "Kim Jong Un")});
  const auto id_of = [&](const match::Policy& policy) { return Screener(set, policy).screen(named("x"), {}).image.id; };
  EXPECT_EQ(id_of(match::default_policy()), id_of(match::default_policy()));
  EXPECT_NE(id_of(match::default_policy()), id_of(match::ofac_policy()));
}

TEST(Screener, ExplainsWhenAsked) {
  Screener screener(make_list_set({person("kim", "Kim Jong Un")}), match::default_policy());
  EXPECT_EQ(screener.screen(named("Kim Jong Un"), {}).hits.front().explanation, "");
  EXPECT_THAT(screener.screen(named("Kim Jong Un"), {.explain = true}).hits.front().explanation,
              ::testing::HasSubstr("Kim Jong Un"));
}

TEST(AnswerJson, HasTheMembersInTheirOrder) {
  Answer answer;
  answer.query_id = "q1";
  answer.image = {"abc", {{"us", "us@2024", "2024", 1, true, false, false}}};
  Hit hit;
  hit.id = "kim";
  hit.caption = "Kim";
  hit.datasets = {"us"};
  hit.score = 0.5;
  hit.match = true;
  hit.listing = {"", "2019-01", "2022-02-28", "", Basis::kVersions};
  hit.as_of_asked = true;
  hit.features = {{"name", 0.5}};
  answer.hits = {hit};
  JsonWriter json;
  write_json(json, answer);
  EXPECT_EQ(
      json.text(),
      R"({"query_id": "q1", "status": "complete", "image": {"id": "abc", "lists": [{"name": "us", "version": "us@2024", )"
      R"("published": "2024", "records": 1, "stale": true}]}, "hits": [{"id": "kim", "caption": "Kim", "schema": "LegalEntity", )"
      R"("datasets": ["us"], "programs": [], "topics": [], "score": 0.5, "match": true, "matched_name": null, "listed_from": null, )"
      R"("listed_after": "2019-01", "listed_by": "2022-02-28", "listed_to": null, "basis": "versions", "listed_then": null, )"
      R"("features": {"name": 0.5}, "explanation": ""}]})");
}

}  // namespace
}  // namespace vedette::screen
