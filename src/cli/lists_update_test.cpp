// `lists update`, run in the process, from a server on this machine.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_line_for_test.h"
#include "cli/small_lists_for_test.h"
#include "support/list_server.h"

namespace vedette::cli {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

class ListsUpdate : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(server.runs()) << "needs python3";
    server.put("un.xml", spring_list());
  }
  // Runs with a table of addresses; `how` says how the UN's list is served.
  Outcome update(std::vector<std::string> words = {}, const std::string& how = "good") {
    const std::string table = vedette.file("sources.txt", "un_sc_sanctions " + server.url("/" + how + "/un.xml") +
                                                              "\neu_fsf " + server.url("/page/eu.xml") + "\n");
    words.insert(words.begin(), {"lists", "update", "--sources", table});
    return vedette(words);
  }

  testing::ListServer server;
  CommandLine vedette;
};

TEST_F(ListsUpdate, GivesALineASourceWithStableFields) {
  const Outcome first = update({"un_sc_sanctions"});
  EXPECT_EQ(first.status, 0);
  EXPECT_EQ(first.err,
            "vedette: un_sc_sanctions: the newest file at its address is of 2025-04-19, longer ago than is usual: see "
            "whether the list has moved\n");
  ASSERT_THAT(lines_of(first.out), SizeIs(1));
  EXPECT_THAT(first.out,
              AllOf(StartsWith("{\"source\": \"un_sc_sanctions\", \"outcome\": \"activated\", \"url\": \"http"),
                    HasSubstr("\"before\": null, \"after\": \"un_sc_sanctions@2025-04-19\", "
                              "\"published\": \"2025-04-19\", \"dated_by\": \"file\", "
                              "\"records_before\": null, \"records_after\": 2, \"rejected\": 0, "
                              "\"added\": null, \"removed\": null, \"changed\": null, \"bytes\": "),
                    HasSubstr("\"reason\": null, \"advice\": null, \"notes\": [\"the newest file at its address")));
  server.put("un.xml", autumn_list());
  EXPECT_THAT(update({"un_sc_sanctions", "--format", "json"}).out,
              AllOf(StartsWith("[\n"), HasSubstr("\"before\": \"un_sc_sanctions@2025-04-19\""),
                    HasSubstr("\"added\": 1"), HasSubstr("\"removed\": 0")));
  EXPECT_THAT(update({"un_sc_sanctions"}).out, HasSubstr("\"outcome\": \"unchanged\""));
  EXPECT_THAT(vedette({"screen", "Pak Jong Chon"}).out, HasSubstr("un-KPi.902"));
}

TEST_F(ListsUpdate, OneThatFailsIsNamedAndTheOthersGoOn) {
  server.put("un.xml", autumn_list());
  const Outcome outcome = update();
  EXPECT_EQ(outcome.status, 1);
  ASSERT_THAT(lines_of(outcome.out), SizeIs(2));
  EXPECT_THAT(lines_of(outcome.out)[0], HasSubstr("\"outcome\": \"activated\""));
  EXPECT_THAT(
      lines_of(outcome.out)[1],
      HasSubstr("\"reason\": \"the server sent a web page in place of the list: \\\"Sign in to continue\\\"\""));
  EXPECT_THAT(lines_of(outcome.err),
              ElementsAre("vedette: eu_fsf: the server sent a web page in place of the list: \"Sign in to continue\"",
                          "vedette: eu_fsf: no version of it is active",
                          AllOf(StartsWith("  hint: look at what the address gives"),
                                HasSubstr("`lists add FILE --source eu_fsf`"))));
}

TEST_F(ListsUpdate, AFailureSaysWhichVersionStays) {
  update({"un_sc_sanctions"});
  const Outcome outcome = update({"un_sc_sanctions"}, "status-410");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, AllOf(StartsWith("vedette: un_sc_sanctions: the server answered 410, gone\n"
                                            "vedette: un_sc_sanctions: un_sc_sanctions@2025-04-19 stays active\n"
                                            "  hint: the list may have moved: fetch it yourself (see https://")));
}

TEST_F(ListsUpdate, ShowsATableOnATerminal) {
  vedette.terminal = true;
  update();
  server.put("un.xml", autumn_list());
  const Outcome outcome = update();
  EXPECT_THAT(lines_of(outcome.out),
              ElementsAre("SOURCE           WAS         NEWEST      RECORDS  CHANGE    OUTCOME",
                          "un_sc_sanctions  2025-04-19  2025-11-20        3  +1 -0 ~0  now active",
                          "eu_fsf           -           -                              FAILED"));
}

TEST_F(ListsUpdate, WhatIsHeldIsSaidAndIsNoFailure) {
  server.put("un.xml", autumn_list());
  update({"un_sc_sanctions"});
  server.put("un.xml", spring_list());
  const Outcome outcome = update({"un_sc_sanctions"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("\"outcome\": \"held\""));
  EXPECT_THAT(lines_of(outcome.err),
              ElementsAre(HasSubstr("warning: un_sc_sanctions: it was published on 2025-04-19, before the active"),
                          "  hint: if it is right all the same: `lists activate un_sc_sanctions@2025-04-19`"));
}

TEST_F(ListsUpdate, CheckChangesNothing) {
  vedette.terminal = true;
  const Outcome outcome = update({"--check", "un_sc_sanctions"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("would become active"));
  EXPECT_THAT(vedette({"lists", "status"}).err, HasSubstr("starter list")) << "there is still no store";
}

TEST_F(ListsUpdate, SaysWhereADateComesFrom) {
  server.put("own.csv", "id,name\n1,Somebody Ofourown\n");
  const std::string table = vedette.file("own.txt", "own_list " + server.url("/good/own.csv") + "\n");
  const Outcome outcome = vedette({"lists", "update", "--sources", table});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("\"published\": \"2025-11-21\", \"dated_by\": \"last_modified\""));
  EXPECT_THAT(outcome.err, HasSubstr("own_list: the file has no date of its own: it is taken from the server's "
                                     "Last-Modified"));
}

TEST_F(ListsUpdate, NamesWhatNoProgramCanFetch) {
  const Outcome outcome = vedette({"lists", "update", "us_bis_denied"});
  EXPECT_EQ(outcome.status, 1) << "it was asked for and is not done";
  EXPECT_THAT(outcome.out, HasSubstr("\"outcome\": \"by_hand\""));
  EXPECT_THAT(outcome.err, HasSubstr("`lists add FILE --source us_bis_denied`"));
}

TEST_F(ListsUpdate, RefusesWrongUsage) {
  EXPECT_EQ(vedette({"lists", "update", "no_such_list"}).status, 2);
  EXPECT_EQ(update({"gb_fcdo_sanctions"}).status, 2) << "not in the table";
  EXPECT_EQ(update({"--timeout", "soon"}).status, 2);
  EXPECT_EQ(vedette({"lists", "update", "--sources", ""}).status, 2);
  EXPECT_EQ(vedette({"lists", "update", "--sources", "absent.txt"}).status, 1);
  const Outcome wrong = vedette({"lists", "update", "--sources", vedette.file("wrong.txt", "eu_fsf\n")});
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.err, HasSubstr("wrong.txt:1: a line is a source's name, a blank, and an address"));
  EXPECT_THAT(server.requests(), IsEmpty());
}

TEST_F(ListsUpdate, GivesUpInTime) {
  const Outcome outcome = update({"un_sc_sanctions", "--timeout", "0.3"}, "silence");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("not done within the limit of 0.3 s"));
  ASSERT_THAT(server.requests(), SizeIs(1));
  EXPECT_THAT(server.requests()[0].user_agent,
              AllOf(StartsWith("vedette/"), HasSubstr("(+https://"), Not(HasSubstr(" )"))));
}

}  // namespace
}  // namespace vedette::cli
