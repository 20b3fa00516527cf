#include "story/events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/rule_book.h"
#include "story/english_for_test.h"
#include "story/story_reader.h"
#include "story/story_text.h"

namespace vedette::story {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

// Events as "TYPE actor + actor > recipient", which is what a sentence says of who did what to whom.
class EventsTest : public EnglishTest {
 protected:
  std::vector<std::string> read(std::string_view text) {
    const auto story = *story_from_text(text, {});
    const auto document = reader_->read(story.plain);
    const auto dossier = *read_parsed(story, document, {.reader = *reader_, .rules = *rules::RuleBook::built_in()});
    std::vector<std::string> lines;
    for (const auto& event : dossier.events) {
      lines.push_back(std::string(to_string(event.type)) + names(event.actors));
      if (!event.recipients.empty()) lines.back() += " >" + names(event.recipients);
    }
    return lines;
  }

  static std::string names(const std::vector<Party>& parties) {
    std::string all;
    for (const auto& party : parties) all += (all.empty() ? " " : " + ") + party.words;
    return all;
  }
};

TEST_F(EventsTest, ActiveAndPassive) {
  EXPECT_THAT(read("Iran delivered drones to Sudan."), ElementsAre("TRANSFER Iran > Sudan"));
  EXPECT_THAT(read("Drones were delivered to Sudan by Iran."), ElementsAre("TRANSFER Iran > Sudan"));
  EXPECT_THAT(read("Drones were delivered to Sudan."), ElementsAre("TRANSFER > Sudan"));
  EXPECT_THAT(read("Sudan was given drones by Iran last year."), ElementsAre("TRANSFER Iran > Sudan"));
}

TEST_F(EventsTest, WhoBuysReceives) {
  EXPECT_THAT(read("Algeria bought submarines from Russia."), ElementsAre("TRANSFER Russia > Algeria"));
  EXPECT_THAT(read("Algeria's purchase of submarines from Russia was announced."),
              ElementsAre("TRANSFER Russia > Algeria"));
  EXPECT_THAT(read("Syria has received missiles from Iran."), ElementsAre("TRANSFER Iran > Syria"));
}

TEST_F(EventsTest, ControlAndConjunction) {
  EXPECT_THAT(read("Iran promised to sell missiles to Syria."), Contains("TRANSFER Iran > Syria"));
  EXPECT_THAT(read("Poland arrested the banker and deported him."), Contains("ARREST Poland > banker"));
  EXPECT_THAT(read("Turkey and Qatar sent troops to Libya."), ElementsAre("DEPLOY Turkey + Qatar > Libya"));
  EXPECT_THAT(read("Ukraine accused Iran of selling drones to Russia."), Contains("TRANSFER Iran > Russia"));
}

TEST_F(EventsTest, RelativeClausesAndParticiples) {
  EXPECT_THAT(read("The missiles that Iran sold to Syria were old."), ElementsAre("TRANSFER Iran > Syria"));
  EXPECT_THAT(read("Sanctions imposed by Japan on Russia were discussed."), Contains("SANCTION Japan > Russia"));
  EXPECT_THAT(read("Iran, which has sold drones to Sudan, was silent."), ElementsAre("TRANSFER Iran > Sudan"));
}

TEST_F(EventsTest, NounsTell) {
  EXPECT_THAT(read("Russia's delivery of missiles to Syria was confirmed."), ElementsAre("TRANSFER Russia > Syria"));
  EXPECT_THAT(read("Talks between Iran and Iraq began on Monday."), ElementsAre("MEET > Iran + Iraq"));
  EXPECT_THAT(read("China held joint naval drills with Iran."), ElementsAre("DRILL China > Iran"));
}

TEST_F(EventsTest, WhatAnAccusationIsAbout) {
  EXPECT_THAT(read("Iran launched a missile on Sunday. Japan condemned the launch."),
              ElementsAre("LAUNCH Iran", "ACCUSE Japan > Iran"));
  EXPECT_THAT(read("Sweden rejected Iran's offer."), ElementsAre("REJECT Sweden > Iran"));
}

TEST_F(EventsTest, LightVerbsAndEfforts) {
  EXPECT_THAT(read("A protest lodged by Japan with Russia was published."), ElementsAre("ACCUSE Japan > Russia"));
  EXPECT_THAT(read("Drills were held by China with Iran."), ElementsAre("DRILL China > Iran"));
  EXPECT_THAT(read("India hosted the Nepali president for a visit."), Contains(::testing::StartsWith("MEET India")));
  EXPECT_THAT(read("Japan said that Russia must return the ship."), ElementsAre("REQUEST Japan > Russia"));
}

TEST_F(EventsTest, RequestsHoldWhatTheyAskFor) {
  EXPECT_THAT(read("Japan asked Russia to return the ship and to sell oil to China."),
              ElementsAre("REQUEST Japan > Russia"));
  EXPECT_THAT(read("Russia attacked Odesa, killing four people."), ElementsAre("ATTACK Russia > Odesa"));
}

TEST_F(EventsTest, ViolenceAtAConcertIsNoPlay) {
  EXPECT_THAT(
      read("Militants attacked a concert hall on Saturday during a film festival, killing an actor and two singers."),
      ElementsAre(::testing::StartsWith("ATTACK Militants")));
}

TEST_F(EventsTest, HabitsTellNothing) {
  EXPECT_THAT(read("Bakers sell bread to schools."), IsEmpty());
}

TEST_F(EventsTest, OneHappeningToldTwice) {
  EXPECT_THAT(read("Iran launched a satellite on Sunday. The launch was condemned."), Contains("LAUNCH Iran"));
  EXPECT_EQ(read("Iran met Iraq in Baghdad. The meeting lasted two hours.").size(), 1U);
}

TEST_F(EventsTest, OtherSensesTellNothing) {
  EXPECT_THAT(read("The firm launched a new phone."), IsEmpty());
  EXPECT_THAT(read("Readers bombarded the paper with questions."), IsEmpty());
  EXPECT_THAT(read("The minister delivered a speech in Rome."), IsEmpty());
  EXPECT_THAT(read("The sanctions on Iran remain in force."), IsEmpty());
  EXPECT_THAT(read("The striker fired a missile past the goalkeeper in the first half of the derby, and the visitors' "
                   "attack hit the post twice before the coach changed the midfielder."),
              Not(Contains(::testing::StartsWith("LAUNCH"))));
}

TEST_F(EventsTest, AnyTextIsRead) {
  EXPECT_THAT(read("\n\n . . . , ,"), IsEmpty());
  std::string attacks;
  for (int i = 0; i < 20000; ++i) attacks += "attack and strike, ";
  read(attacks);
}

TEST(PloverType, DependsOnPartiesAndTrade) {
  Event drill{.type = EventType::kDrill, .actors = {{std::nullopt, "Iran"}}};
  EXPECT_EQ(plover_type(drill), "MOBILIZE");
  drill.actors.push_back({std::nullopt, "China"});
  EXPECT_EQ(plover_type(drill), "COOPERATE");
  EXPECT_EQ(plover_type({.type = EventType::kTransfer, .trigger_text = "delivered"}), "AID");
  EXPECT_EQ(plover_type({.type = EventType::kTransfer, .trigger_text = "exports"}), "COOPERATE");
  EXPECT_EQ(plover_type({.type = EventType::kAppoint}), "");
}

}  // namespace
}  // namespace vedette::story
