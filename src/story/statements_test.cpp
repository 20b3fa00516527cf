#include "story/statements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "story/english_for_test.h"
#include "story/story_text.h"

namespace vedette::story {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Statements as "speaker > to < via [mode] quote".
class StatementsTest : public EnglishTest {
 protected:
  std::vector<Statement> statements(std::string_view text) {
    story_.emplace(*story_from_text(text, {}));
    const auto document = reader_->read(story_->plain);
    const auto reading = make_reading(*story_, document);
    return find_statements(reading, find_cast(reading));
  }

  std::vector<std::string> read(std::string_view text) {
    constexpr const char* kModes[] = {"direct", "partial", "indirect"};
    std::vector<std::string> lines;
    for (const auto& statement : statements(text)) {
      std::string line = statement.speaker.words;
      for (const auto& party : statement.to) line += " > " + party.words;
      for (const auto& party : statement.via) line += " < " + party.words;
      lines.push_back(line + " [" + kModes[static_cast<size_t>(statement.mode)] + "] " + statement.quote);
    }
    return lines;
  }

  std::optional<Story> story_;
};

TEST_F(StatementsTest, IndirectSpeech) {
  EXPECT_THAT(read("Ivan Lind said that the depot was empty."),
              ElementsAre("Ivan Lind [indirect] the depot was empty"));
  EXPECT_THAT(read("The depot was empty, Ivan Lind said."), ElementsAre("Ivan Lind [indirect] The depot was empty"));
  EXPECT_THAT(read("The depot, Ivan Lind said, was empty."), ElementsAre("Ivan Lind [indirect] The depot was empty"));
}

TEST_F(StatementsTest, DirectSpeech) {
  EXPECT_THAT(read("“The depot was empty,” said Ivan Lind."), ElementsAre("Ivan Lind [direct] The depot was empty"));
  EXPECT_THAT(read("Ivan Lind said: “The depot was empty.”"), ElementsAre("Ivan Lind [direct] The depot was empty"));
}

TEST_F(StatementsTest, BrokenQuotationIsTwo) {
  EXPECT_THAT(read("“The depot was empty,” Ivan Lind said. “We left at noon.”"),
              ElementsAre("Ivan Lind [direct] The depot was empty", "Ivan Lind [direct] We left at noon"));
}

TEST_F(StatementsTest, QuotationInTheNextParagraph) {
  EXPECT_THAT(read("Ivan Lind answered:\n\n“The depot was empty.”\n\n“We left at noon.”"),
              ElementsAre("Ivan Lind [direct] The depot was empty", "Ivan Lind [direct] We left at noon"));
}

TEST_F(StatementsTest, SomeWordsQuoted) {
  EXPECT_THAT(read("Ivan Lind called the verdict “a bad joke”."), ElementsAre("Ivan Lind [partial] a bad joke"));
  EXPECT_THAT(read("Ivan Lind said that the verdict was “a bad joke”."), ElementsAre("Ivan Lind [partial] a bad joke"));
}

TEST_F(StatementsTest, QuotedClauseBesideOneWithout) {
  EXPECT_THAT(read("Ivan Lind said that the guards had left but “never locked the door”."),
              ElementsAre("Ivan Lind [indirect] the guards had left", "Ivan Lind [partial] never locked the door"));
}

TEST_F(StatementsTest, WhomItIsSaidTo) {
  EXPECT_THAT(read("Ivan Lind told Reuters that the depot was empty."),
              ElementsAre("Ivan Lind > Reuters [indirect] the depot was empty"));
  EXPECT_THAT(read("Ivan Lind urged Norway to close the port."),
              ElementsAre("Ivan Lind > Norway [indirect] to close the port"));
}

TEST_F(StatementsTest, Chains) {
  EXPECT_THAT(read("The depot was empty, Ivan Lind said, Reuters reported."),
              ElementsAre("Ivan Lind < Reuters [indirect] The depot was empty"));
  EXPECT_THAT(read("Reuters quoted Ivan Lind as saying that the depot was empty."),
              ElementsAre("Ivan Lind < Reuters [indirect] the depot was empty"));
  EXPECT_THAT(read("Ivan Lind was quoted as saying that the depot was empty."),
              ElementsAre("Ivan Lind [indirect] the depot was empty"));
  EXPECT_THAT(read("The depot was empty, Reuters reported, citing Ivan Lind."),
              ElementsAre("Ivan Lind < Reuters [indirect] The depot was empty"));
}

TEST_F(StatementsTest, CitedByTheCited) {
  EXPECT_THAT(
      read("The depot was empty, the Turku Herald reported on Monday, citing the news agency Delta, which in turn "
           "quoted an officer."),
      ElementsAre("officer < Turku Herald < Delta [indirect] The depot was empty"));
}

TEST_F(StatementsTest, PressAtTheEnd) {
  EXPECT_THAT(read("Ivan Lind said the drill was “a rehearsal”, state media reported on Thursday."),
              ElementsAre("Ivan Lind < state media [partial] a rehearsal"));
}

TEST_F(StatementsTest, AccordingTo) {
  EXPECT_THAT(read("According to Ivan Lind, the depot was empty."),
              ElementsAre("Ivan Lind [indirect] the depot was empty"));
}

TEST_F(StatementsTest, JointSpeakersMakeOneEach) {
  EXPECT_THAT(read("Norway and Sweden said that the cable had been cut."),
              ElementsAre("Norway [indirect] the cable had been cut", "Sweden [indirect] the cable had been cut"));
}

TEST_F(StatementsTest, NobodySpeaks) {
  EXPECT_THAT(read("The ship reportedly sank off Malta. The depot was empty."), IsEmpty());
  EXPECT_THAT(read("Lind did not say when he would return."), IsEmpty());
}

TEST_F(StatementsTest, OneInsideAnother) {
  const auto found = statements("Ivan Lind said that the navy had accused Norway of spying.");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].inside, 0U);
}

TEST_F(StatementsTest, Spans) {
  const auto found = statements("Ivan Lind has said that the depot was empty.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].source, ElementsAre(Range{0, 9}));
  EXPECT_THAT(found[0].cue, ElementsAre(Range{10, 18}));
  EXPECT_THAT(found[0].content, ElementsAre(Range{19, 43}));
}

TEST_F(StatementsTest, PassiveWithAgent) {
  EXPECT_THAT(read("The raid was described by Ivan Lind as a “clean cut”."),
              ElementsAre("Ivan Lind [partial] clean cut"));
}

TEST_F(StatementsTest, AttributionWithinAQuotation) {
  EXPECT_THAT(read("“The harbour,” Ivan Lind warned, “is closed.”"),
              ElementsAre("Ivan Lind [direct] The harbour", "Ivan Lind [direct] is closed"));
}

TEST_F(StatementsTest, AttributionAtTheEndHoweverItIsHung) {
  EXPECT_THAT(
      read("Norway has secretly sold two ferries to Sudan, two customs officers told the Oslo Herald on Monday."),
      ElementsAre("two customs officers > Oslo Herald [indirect] "
                  "Norway has secretly sold two ferries to Sudan"));
}

TEST_F(StatementsTest, WhatShowsSomethingInsideOfSpeechIsNoSpeaker) {
  EXPECT_THAT(read("Ivan Lind stressed that the visit shows that the port is open."),
              ElementsAre("Ivan Lind [indirect] the visit shows that the port is open"));
  EXPECT_THAT(read("Ivan Lind said he believed that the port was open."),
              ElementsAre("Ivan Lind [indirect] he believed that the port was open"));
}

TEST_F(StatementsTest, AskedAndAnswering) {
  EXPECT_THAT(read("Asked why the port was closed, Ivan Lind answered: “Ask the navy.”"),
              ElementsAre("Ivan Lind [direct] Ask the navy"));
}

TEST_F(StatementsTest, NeitherConfirmedNorDenied) {
  EXPECT_THAT(read("Norway has neither confirmed nor denied the sale."), IsEmpty());
}

TEST_F(StatementsTest, NamesInQuotationMarksAreNoSpeech) {
  EXPECT_THAT(read("The ferry sailed as “Sea Lark”, Ivan Lind said."),
              ElementsAre("Ivan Lind [indirect] The ferry sailed as “Sea Lark”"));
}

TEST_F(StatementsTest, LongTextsTakeNoLonger) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "Ivan Lind said that he said that he knew, and that ";
  EXPECT_LE(statements(text).size(), 1200U);
}

TEST_F(StatementsTest, Interview) {
  EXPECT_THAT(read("DAILY: Why did you leave?\n\nLIND: The depot was empty.\n\nDAILY: And now?\n\nLIND: We wait."),
              Contains(HasSubstr("The depot was empty")));
}

}  // namespace
}  // namespace vedette::story
