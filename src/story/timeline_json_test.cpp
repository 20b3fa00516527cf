#include "story/timeline_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story/timeline_html.h"

namespace vedette::story {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Timeline two_stories() {
  const std::string hostile = "\"><script>x</script>";
  std::vector<ToldStory> stories;
  for (int i = 0; i < 2; ++i) {
    stories.push_back({.id = "s" + std::to_string(i),
                       .title = hostile,
                       .outlet = hostile,
                       .published = day_number(2024, 6, 10 + i),
                       .parties = {{.name = "Ana Torwald",
                                    .kind = "person",
                                    .country = "KP",
                                    .titles = {"Minister"},
                                    .listed = {{"id-1", "un", "TORWALD", 0.99}}},
                                   {.name = "Blue Heron", .kind = "vessel", .imo = "9179842"}},
                       .places = {{"Port", "city", "ES", Coordinates{38.7, -9.1}}},
                       .events = {{.id = "e1",
                                   .type = EventType::kMeet,
                                   .actors = {"Ana Torwald"},
                                   .recipients = {"Russia"},
                                   .place = "Port",
                                   .start = day_number(2024, 6, 9),
                                   .end = day_number(2024, 6, 9),
                                   .words = hostile}}});
  }
  return join_stories(std::move(stories));
}

TEST(TimelineJson, CountsSourcesAndKeepsEachTelling) {
  JsonWriter json;
  write_json(json, two_stories());
  EXPECT_THAT(json.text(),
              AllOf(HasSubstr("\"when\": {\"start\": \"2024-06-09\", \"end\": \"2024-06-09\"}"),
                    HasSubstr("\"first_told\": \"s0\""), HasSubstr("\"repeated\": [\"t1\"]"),
                    HasSubstr("\"tellings\": [{\"story\": \"s0\""), HasSubstr("\"stories\": [\"s0\", \"s1\"]")));
}

TEST(TimelineJson, GivesGeojsonLongitudeFirst) {
  JsonWriter json;
  write_geojson(json, two_stories());
  EXPECT_THAT(json.text(), AllOf(HasSubstr("\"geometry\": {\"type\": \"Point\", \"coordinates\": [-9.1, 38.7]}"),
                                 HasSubstr("\"id\": \"t1\"")));
}

TEST(TimelineJson, GivesFollowTheMoneyWithStableIds) {
  const std::string lines = timeline_ftm(two_stories());
  EXPECT_THAT(lines, AllOf(HasSubstr("\"schema\": \"Person\", \"properties\": {\"name\": [\"Ana Torwald\"], "
                                     "\"country\": [\"kp\"], \"position\": [\"Minister\"]"),
                           HasSubstr("\"imoNumber\": [\"9179842\"]"), HasSubstr("\"schema\": \"PublicBody\""),
                           HasSubstr("\"startDate\": [\"2024-06-09\"]"), HasSubstr("\"location\": [\"Port\"]")));
  EXPECT_EQ(lines, timeline_ftm(two_stories()));
}

TEST(TimelineHtml, NothingInAStoryBecomesMarkup) {
  const std::string html = timeline_html(two_stories());
  EXPECT_THAT(html, AllOf(Not(HasSubstr("<script")), HasSubstr("&lt;script&gt;"), HasSubstr("id=\"t1\""),
                          HasSubstr("2024-06-10 to 2024-06-11")));
  EXPECT_THAT(timeline_html({}), HasSubstr("Timeline of 0 stories"));
}

}  // namespace
}  // namespace vedette::story
