#include "cli/read_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_line_for_test.h"
#include "cli/display_width.h"
#include "engine/story_dossier_for_test.h"

namespace vedette::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(DossierText, TellsWhoWhatWhenAndHowSure) {
  const std::string text = dossier_text(story::made_up_dossier(), {});
  EXPECT_THAT(
      text,
      AllOf(HasSubstr("Northland minister visits Esperia port\nQuay News, 2024-05-15\n"),
            HasSubstr("! screened against the starter list"),
            HasSubstr("e1  MEET  occurred  2024-05-14\n      Ilja Torvald ↔ Amaro Quintela\n      at Port Solano"),
            HasSubstr("e2  TRANSFER  planned  2024-06-01 to 2024-06-30\n      Northland → Esperia: artillery shells\n"
                      "      according to Ilja Torvald\n"),
            HasSubstr("e3  TRANSFER  denied  denies e2\n      (not named) → Esperia: rockets")));
  EXPECT_THAT(text, AllOf(HasSubstr("Ilja Torvald → Quay News\n    “The shells are on their way,”"),
                          HasSubstr("Haven Bay to Port Solano is 526 km, which agrees")));
}

TEST(DossierText, TellsHitsAndWhereNothingWasFound) {
  const std::string text = dossier_text(story::made_up_dossier(), {});
  EXPECT_THAT(text, AllOf(HasSubstr("Ilja Torvald, Defence Minister of Northland (also Torvald)\n"),
                          HasSubstr("TORVALD Ilja (0.97), UN, NORTH, listed 2016-03-02; on the story's day: yes"),
                          HasSubstr("not found in UN of 2024-05-01"), Not(HasSubstr("clear"))));
}

TEST(DossierText, TellsThatAFlagIsALead) {
  const std::string text = dossier_text(story::made_up_dossier(), {});
  EXPECT_THAT(text, AllOf(HasSubstr("would touch S/RES/0000 (2020) OP7  e2\n"), HasSubstr("Exceptions: none"),
                          HasSubstr("a lead for a person to look at, never a finding")));
}

TEST(DossierText, FitsTheTerminalAndIsColouredOnlyThere) {
  for (const size_t width : {40u, 60u, 100u}) {
    const std::string plain = dossier_text(story::made_up_dossier(), {.width = width});
    EXPECT_THAT(plain, Not(HasSubstr("\x1b")));
    for (const auto& line : lines_of(plain)) EXPECT_LE(display_width(line), std::max<size_t>(width, 54)) << line;
  }
  EXPECT_THAT(dossier_text(story::made_up_dossier(), {.width = 80, .style = Style(true)}), HasSubstr("\x1b["));
}

TEST(DossierText, CannotDisturbATerminal) {
  story::DossierBuilder b("Bad \x1b[2J words \u202E here.", {.title = "T\x1b]0;x\x07", .outlet = "O\x1b[1m"});
  const auto person = b.actor({.kind = story::ActorKind::kPerson, .name = "P\x1b[31m", .roles = {{"R\x1b", "O\x9b"}}});
  b.event({.actors = {b.party(person)}, .according_to = {{std::nullopt, "S\x1b"}}}, "words");
  b.dossier().statements.push_back({.speaker = {std::nullopt, "S\x1b"}, .quote = "Q\x1b\u202E"});
  b.dossier().flags.push_back({0, {.provision = "F\x1b", .why = "W\x1b", .exceptions = "E\x1b"}});
  const std::string text = dossier_text(b.dossier(), {});
  EXPECT_THAT(text, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\u202E")), Not(HasSubstr("\x07"))));
}

}  // namespace
}  // namespace vedette::cli
