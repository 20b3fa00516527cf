#include "story/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/json_writer.h"
#include "story/dossier_for_test.h"
#include "story/dossier_json.h"

namespace vedette::story {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

ToldStory story(std::string id, int day, std::vector<ToldEvent> events, std::vector<ToldParty> parties = {}) {
  return {.id = id,
          .outlet = "Outlet " + id,
          .sha256 = id,
          .published = day_number(2024, 6, day),
          .parties = std::move(parties),
          .events = std::move(events)};
}

ToldEvent event(EventType type, std::vector<std::string> actors, std::vector<std::string> recipients, int day,
                Status status = Status::kOccurred) {
  ToldEvent made{
      .id = "e1", .type = type, .actors = std::move(actors), .recipients = std::move(recipients), .status = status};
  if (day > 0) made.start = made.end = day_number(2024, 6, day);
  return made;
}

TEST(ReadDossier, GivesBackWhatWasWritten) {
  JsonWriter json;
  write_json(json, made_up_dossier());
  const auto told = read_dossier(json.text(), "port.json");
  ASSERT_TRUE(told) << told.error().to_string();
  EXPECT_EQ(told->id, "port");
  EXPECT_EQ(told->published, day_number(2024, 5, 15));
  ASSERT_THAT(told->events, SizeIs(4));
  EXPECT_EQ(told->events[1].type, EventType::kTransfer);
  EXPECT_EQ(told->events[1].status, Status::kPlanned);
  EXPECT_THAT(told->events[1].actors, ElementsAre("Northland"));
  EXPECT_EQ(told->events[1].end, day_number(2024, 6, 30));
  EXPECT_EQ(told->events[2].same_as, "e2");
  ASSERT_THAT(told->parties, SizeIs(5));
  EXPECT_EQ(told->parties[0].listed.at(0).id, "un-1");
  EXPECT_THAT(told->parties[0].titles, ElementsAre("Defence Minister, Northland"));
  EXPECT_EQ(told->places.at(0).at->latitude, 38.7);
  EXPECT_EQ(told->flags.at(0).level, "would_touch");
}

TEST(ReadDossier, NamesFileLineAndMember) {
  const auto wrong = [](std::string_view json) { return read_dossier(json, "a.jsonl", 3).error().to_string(); };
  EXPECT_THAT(wrong("{"), HasSubstr("a.jsonl:3"));
  EXPECT_THAT(wrong("[]"), HasSubstr("no JSON object"));
  EXPECT_THAT(wrong("{}"), HasSubstr("field story"));
  EXPECT_THAT(wrong(R"({"story": 5})"), HasSubstr("field story"));
  EXPECT_THAT(wrong(R"({"story": {"published": "May"}})"), HasSubstr("field story.published"));
  EXPECT_THAT(wrong(R"({"story": {}, "events": [{"type": "MEET"}, {"type": "DANCE"}]})"),
              HasSubstr("field events[1].type"));
  EXPECT_THAT(wrong(R"({"story": {}, "events": [{"type": "MEET", "actors": ["A", 7]}]})"),
              HasSubstr("field events[0].actors[1]"));
  EXPECT_THAT(wrong(R"({"story": {}, "events": [{"type": "MEET", "status": "sure"}]})"), HasSubstr("events[0].status"));
  EXPECT_THAT(wrong(R"({"story": {}, "events": [{"type": "MEET", "evidence": [4, 2]}]})"),
              HasSubstr("events[0].evidence"));
  EXPECT_THAT(wrong(R"({"story": {}, "people": [{"listed": []}]})"), HasSubstr("people[0].name"));
  EXPECT_THAT(wrong(R"({"story": {}, "people": {}})"), HasSubstr("field people"));
  EXPECT_THAT(wrong(R"({"story": {}, "places": [{"lat": 91}]})"), HasSubstr("places[0].lat"));
}

TEST(ReadDossier, BoundsTheDepth) {
  const std::string deep = "{\"story\": {}, \"more\": " + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  const auto told = read_dossier(deep, "deep.json");
  ASSERT_FALSE(told);
  EXPECT_EQ(told.error().code, ErrorCode::kLimit);
}

TEST(Timeline, JoinsAnEventAndKeepsHowItsStatusChanged) {
  const auto timeline =
      join_stories({story("b", 12, {event(EventType::kTransfer, {"Northland"}, {"Esperia"}, 11)}),
                    story("a", 3, {event(EventType::kTransfer, {"Northland"}, {"Esperia"}, 10, Status::kPlanned)}),
                    story("c", 13, {event(EventType::kTransfer, {"NORTHLAND"}, {}, 11)})});
  ASSERT_THAT(timeline.events, SizeIs(1));
  const auto& joined = timeline.events[0];
  EXPECT_THAT(joined.tellings, SizeIs(3));
  EXPECT_THAT(joined.outlets, ElementsAre("Outlet a", "Outlet b", "Outlet c"));
  EXPECT_EQ(joined.status, Status::kOccurred);
  EXPECT_EQ(status_history(timeline, joined), "planned (Outlet a, 2024-06-03), occurred (Outlet b, 2024-06-12)");
  EXPECT_THAT(timeline.news[0].first_told, ElementsAre(0));
  EXPECT_THAT(timeline.news[1].changed, ElementsAre(0));
  EXPECT_THAT(timeline.news[2].repeated, ElementsAre(0));
}

TEST(Timeline, KeepsDifferentEventsApart) {
  const auto first = event(EventType::kTransfer, {"Northland"}, {"Esperia"}, 10);
  const auto apart = [&](const ToldEvent& other) {
    return join_stories({story("a", 11, {first}), story("b", 12, {other})}).events.size() == 2;
  };
  EXPECT_TRUE(apart(event(EventType::kTransfer, {"Northland"}, {"Esperia"}, 20))) << "another day";
  EXPECT_TRUE(apart(event(EventType::kTransfer, {"Esperia"}, {"Northland"}, 10))) << "the other way";
  EXPECT_TRUE(apart(event(EventType::kTransfer, {"Northland"}, {"Southland"}, 10))) << "to another";
  EXPECT_TRUE(apart(event(EventType::kMeet, {"Northland"}, {"Esperia"}, 10))) << "something else";
  EXPECT_TRUE(apart(event(EventType::kTransfer, {}, {}, 10))) << "nobody named";
  EXPECT_FALSE(apart(event(EventType::kTransfer, {"Northland"}, {"Esperia"}, 11))) << "a day later is near";
  auto shells = first, rockets = first;
  shells.goods = {"artillery shells"};
  rockets.goods = {"rockets"};
  EXPECT_THAT(join_stories({story("a", 11, {shells}), story("b", 12, {rockets})}).events, SizeIs(2));
  rockets.goods = {"40,000 shells"};
  EXPECT_THAT(join_stories({story("a", 11, {shells}), story("b", 12, {rockets})}).events, SizeIs(1));
}

TEST(Timeline, JoinsWithoutADayOnlyWhereMoreAgrees) {
  const auto undated = event(EventType::kMeet, {"Northland", "Esperia"}, {}, 0);
  EXPECT_THAT(join_stories({story("a", 3, {undated}), story("b", 8, {undated})}).events, SizeIs(1));
  EXPECT_THAT(join_stories({story("a", 3, {undated}), story("b", 20, {undated})}).events, SizeIs(2)) << "long after";
  const auto one = event(EventType::kTransfer, {"Northland"}, {}, 0);
  EXPECT_THAT(join_stories({story("a", 3, {one}), story("b", 4, {one})}).events, SizeIs(2)) << "only one side";
}

TEST(Timeline, KeepsAStorysOwnEventsApart) {
  auto again = event(EventType::kLaunch, {"Northland"}, {}, 10);
  again.id = "e2";
  EXPECT_THAT(join_stories({story("a", 11, {event(EventType::kLaunch, {"Northland"}, {}, 10), again})}).events,
              SizeIs(2));
}

TEST(Timeline, LooksHowFarApartPlacesAre) {
  auto first = event(EventType::kLaunch, {"Northland"}, {}, 10), second = first;
  first.place = "West Range";
  second.place = "East Range";
  auto a = story("a", 11, {first}), b = story("b", 11, {second});
  a.places = {{"West Range", "facility", "", Coordinates{40, 10}}};
  b.places = {{"East Range", "facility", "", Coordinates{40, 11}}};
  EXPECT_THAT(join_stories({a, b}).events, SizeIs(1));
  b.places[0].at = Coordinates{40, 20};
  EXPECT_THAT(join_stories({a, b}).events, SizeIs(2));
}

TEST(Timeline, KeepsADenialAndWhatItDeniesApartButACalledOffPlanTogether) {
  const auto sent = event(EventType::kTransfer, {"Northland"}, {"Esperia"}, 10);
  const auto not_sent = event(EventType::kTransfer, {"Northland"}, {"Esperia"}, 10, Status::kDenied);
  const auto denied = join_stories({story("a", 11, {sent}), story("b", 12, {not_sent})});
  ASSERT_THAT(denied.events, SizeIs(2));
  EXPECT_EQ(denied.events[1].same_as, 0u);
  const auto planned = event(EventType::kTransfer, {"Northland"}, {"Esperia"}, 10, Status::kPlanned);
  const auto off = join_stories({story("a", 3, {planned}), story("b", 12, {not_sent})});
  ASSERT_THAT(off.events, SizeIs(1));
  EXPECT_EQ(off.events[0].status, Status::kDenied);
}

TEST(Timeline, JoinsPartiesByNameAliasAndListEntry) {
  const ToldHit hit{"un-1", "un_sc_sanctions", "TORVALD Ilja", 0.98};
  const auto timeline = join_stories(
      {story(
           "a", 1, {},
           {{.name = "Ilja Torvald", .kind = "person", .listed = {hit}}, {.name = "Torvald", .kind = "organization"}}),
       story("b", 2, {}, {{.name = "Ilya Torwald", .kind = "person", .listed = {hit}}}),
       story("c", 3, {}, {{.name = "I. Torwald", .kind = "person", .aliases = {"Ilya Torwald", "Torwald"}}}),
       story("d", 4, {}, {{.name = "Ana Torwald", .kind = "person", .aliases = {"Torwald"}}})});
  ASSERT_THAT(timeline.parties, SizeIs(3));
  EXPECT_THAT(timeline.parties[0].stories, ElementsAre(0, 1, 2));
  EXPECT_THAT(timeline.parties[0].listed, SizeIs(1));
  EXPECT_EQ(timeline.parties[1].kind, "organization");
  EXPECT_EQ(timeline.parties[2].name, "Ana Torwald");
}

TEST(Timeline, DoesNotJoinByAnUnsureHit) {
  const ToldHit hit{"un-1", "un_sc_sanctions", "SAEED Ali", 0.80};
  EXPECT_THAT(join_stories({story("a", 1, {}, {{.name = "Ali Saeed", .kind = "person", .listed = {hit}}}),
                            story("b", 2, {}, {{.name = "Alia Said", .kind = "person", .listed = {hit}}})})
                  .parties,
              SizeIs(2));
}

TEST(Timeline, CountsAStoryThatIsThereTwiceOnce) {
  const auto one = story("a", 11, {event(EventType::kLaunch, {"Northland"}, {}, 10)});
  const auto timeline = join_stories({one, one});
  EXPECT_THAT(timeline.stories, SizeIs(1));
  EXPECT_EQ(timeline.repeats, 1u);
}

TEST(Timeline, DoesNotDependOnTheOrderOfFiles) {
  std::vector<ToldStory> stories;
  for (int i = 0; i < 6; ++i) {
    stories.push_back(story(
        std::string(1, static_cast<char>('a' + i)), 10 + i,
        {event(EventType::kMeet, {"A", "B"}, {}, 9 + i / 2, i % 2 == 0 ? Status::kExpected : Status::kOccurred)}));
  }
  const auto summary = [](const Timeline& timeline) {
    std::string text;
    for (const auto& joined : timeline.events) text += status_history(timeline, joined) + "\n";
    return text;
  };
  const std::string expected = summary(join_stories(stories));
  std::reverse(stories.begin(), stories.end());
  EXPECT_EQ(summary(join_stories(stories)), expected);
}

TEST(Timeline, StaysFastWithVeryManyAlikeEvents) {
  std::vector<ToldStory> stories;
  for (int i = 0; i < 3000; ++i) {
    auto one = story(std::to_string(i), 1 + i % 28, {event(EventType::kLaunch, {"Northland"}, {}, 0)});
    stories.push_back(std::move(one));
  }
  EXPECT_THAT(join_stories(std::move(stories)).events, SizeIs(3000));
}

TEST(Timeline, OfNothingIsEmpty) {
  EXPECT_THAT(join_stories({}).events, IsEmpty());
}

}  // namespace
}  // namespace vedette::story
