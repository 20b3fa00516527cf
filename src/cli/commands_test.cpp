// The commands, run in the process.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_line_for_test.h"
#include "cli/small_lists_for_test.h"

namespace vedette::cli {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

// A store with the UN's list of April and of November, the latter active.
struct Loaded : CommandLine {
  Loaded() {
    EXPECT_EQ((*this)({"lists", "add", file("april.xml", spring_list())}).status, 0);
    EXPECT_EQ((*this)({"lists", "add", file("november.xml", autumn_list())}).status, 0);
  }
};

TEST(Screen, AnswersInJsonLinesByDefaultAwayFromATerminal) {
  Loaded vedette;
  const Outcome outcome = vedette({"screen", "Jo Chun Ryong", "Nobody Whatever"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  const auto lines = lines_of(outcome.out);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0], AllOf(StartsWith("{\"query_id\": \"Jo Chun Ryong\", \"status\": \"complete\", \"image\": {"),
                              HasSubstr("\"version\": \"un_sc_sanctions@2025-11-20\""), HasSubstr("\"un-KPi.033\""),
                              HasSubstr("\"listed_from\": \"2016-11-30\"")));
  EXPECT_THAT(lines[1], HasSubstr("\"hits\": []"));
}

TEST(Screen, ShowsATableOnATerminal) {
  Loaded vedette;
  vedette.terminal = true;
  const Outcome outcome = vedette({"screen", "Jo Chun Ryong", "Nobody Whatever", "--as-of", "2016-01-01"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("Jo Chun Ryong: 1 hit\n"), HasSubstr("LISTED SINCE"), HasSubstr("JO CHUN RYONG"),
                    HasSubstr("ON 2016-01-01"), HasSubstr("  no "), HasSubstr("Nobody Whatever: no hits\n"),
                    HasSubstr("Searched 3 records of 1 list: UN 2025-11-20")));
  EXPECT_THAT(outcome.out, Not(HasSubstr("\x1b"))) << "colour was not wanted";
  vedette.colour = true;
  EXPECT_THAT(vedette({"screen", "Jo Chun Ryong"}).out, HasSubstr("\x1b[1;31m"));
}

TEST(Screen, TakesJsonForAName) {
  Loaded vedette;
  const Outcome outcome =
      vedette({"screen", R"({"id": "q9", "schema": "Person", "properties": {"name": ["Jo Chun Ryong"]}})"});
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("\"query_id\": \"q9\""), HasSubstr("un-KPi.033")));
  EXPECT_EQ(vedette({"screen", "{\"properties\": {}}"}).status, 1);
}

TEST(Screen, HasItsExitStatuses) {
  Loaded vedette;
  EXPECT_EQ(vedette({"screen", "--fail-on-hit", "Jo Chun Ryong"}).status, 3);
  EXPECT_EQ(vedette({"screen", "--fail-on-hit", "Nobody Whatever"}).status, 0);
  EXPECT_EQ(vedette({"screen", "--fail-on-stale", "Nobody Whatever"}).status, 0);
  EXPECT_EQ(vedette({"screen"}).status, 2);
  EXPECT_EQ(vedette({"screen", ""}).status, 2);
  EXPECT_EQ(vedette({"screen", "x", "--threshold", "0.4"}).status, 2);
  EXPECT_EQ(vedette({"screen", "x", "--threshold", "1.1"}).status, 2);
  EXPECT_EQ(vedette({"screen", "x", "--threshold", "nan"}).status, 2);
  EXPECT_EQ(vedette({"screen", "x", "--limit", "-1"}).status, 2);
  EXPECT_EQ(vedette({"screen", "x", "--as-of", "2023-02-30"}).status, 2);
  EXPECT_EQ(vedette({"screen", "x", "--schema", "Persn"}).status, 2);
  EXPECT_EQ(vedette({"screen", "x", "--policy", "best"}).status, 2);
  EXPECT_EQ(vedette({"screen", "x", "--threads", "0"}).status, 2);
  EXPECT_EQ(vedette({"screen", "x", "--map", "A=name"}).status, 2);
  EXPECT_EQ(vedette({"screen", "--input", "absent.jsonl"}).status, 1);
  EXPECT_EQ(vedette({"screen", "--lists", "eu_fsf", "x"}).status, 4);
  EXPECT_EQ(vedette({"screen", "--store", vedette.folder.path() / "nowhere", "x"}).status, 4);
}

TEST(Screen, NamesStaleListsAndCanRefuseThem) {
  Loaded vedette;
  vedette.clock = FixedClock{std::chrono::sys_days(std::chrono::year(2026) / 6 / 1)};
  const Outcome stale = vedette({"screen", "--format", "table", "Nobody Whatever"});
  EXPECT_EQ(stale.status, 0);
  EXPECT_THAT(stale.out, HasSubstr("no hits (on lists that are stale or missing)"));
  EXPECT_THAT(stale.err, AllOf(HasSubstr("warning: "), HasSubstr("un_sc_sanctions")));
  EXPECT_THAT(vedette({"screen", "Nobody Whatever"}).out, HasSubstr("\"status\": \"stale\""));
  const Outcome refused = vedette({"screen", "--fail-on-stale", "Nobody Whatever"});
  EXPECT_EQ(refused.status, 4);
  EXPECT_EQ(refused.out, "");
  EXPECT_THAT(refused.err, HasSubstr("hint: "));
}

TEST(Screen, SaysThatTheStarterListServed) {
  CommandLine vedette;
  for (const char* format : {"table", "json", "jsonl", "csv"}) {
    const Outcome outcome = vedette({"screen", "--format", format, "Kim Jong Un"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.err, HasSubstr("starter list, not for compliance use"));
  }
  for (const char* format : {"jsonl", "csv"}) {
    EXPECT_THAT(vedette({"screen", "--format", format, "Kim Jong Un"}).out,
                HasSubstr("starter list, not for compliance use"));
  }
  EXPECT_THAT(vedette({"lists", "history", "ofac-20157"}).err, HasSubstr("starter list, not for compliance use"));
}

TEST(Batch, KeepsOrderAndCountAndReportsBadRows) {
  Loaded vedette;
  const std::string book = vedette.file("book.csv",
                                        "WHO,BORN\nJo Chun Ryong,\nNobody Whatever,31.12.1999\nNobody Whatever,1999\n"
                                        "x,1,2\n\"Pak Jong Chon\",\n");
  for (const char* threads : {"1", "3"}) {
    const Outcome outcome =
        vedette({"screen", "--input", book, "--map", "WHO=name,BORN=birthDate", "--threads", threads});
    EXPECT_EQ(outcome.status, 1);
    const auto lines = lines_of(outcome.out);
    ASSERT_THAT(lines, SizeIs(5));
    EXPECT_THAT(lines[0], AllOf(StartsWith("{\"query_id\": \"1\", \"status\""), HasSubstr("un-KPi.033")));
    EXPECT_THAT(lines[1], AllOf(StartsWith("{\"query_id\": \"2\", \"error\": {\"code\": \"invalid_input\""),
                                HasSubstr("\"line\": 3, \"field\": \"BORN\"")));
    EXPECT_THAT(lines[2], HasSubstr("\"hits\": []"));
    EXPECT_THAT(lines[3], StartsWith("{\"query_id\": \"4\", \"error\""));
    EXPECT_THAT(lines[4], HasSubstr("un-KPi.902"));
    EXPECT_THAT(outcome.err,
                AllOf(HasSubstr("vedette: book.csv:3: field BORN: "), HasSubstr("vedette: book.csv:5: "),
                      HasSubstr("3 rows screened, 2 with hits; 2 rows could not be read and NOT screened")));
  }
}

TEST(Batch, GivesTheSameBytesOnAnyNumberOfThreads) {
  Loaded vedette;
  std::string book = "id,schema,name\n";
  for (int i = 0; i < 3000; ++i) {
    book +=
        "c" + std::to_string(i) + ",Person," + (i % 7 == 0 ? "Jo Chun Ryong" : "Somebody " + std::to_string(i)) + "\n";
  }
  for (const char* format : {"jsonl", "json", "csv", "table"}) {
    const Outcome one = vedette({"screen", "--input", "-", "--threads", "1", "--format", format}, book);
    const Outcome four = vedette({"screen", "--input", "-", "--threads", "4", "--format", format}, book);
    EXPECT_EQ(one.status, 0) << one.err;
    EXPECT_EQ(one.out, four.out) << format;
    EXPECT_EQ(one.err, four.err) << format;
  }
}

TEST(Batch, ReadsJsonLinesFromStandardInput) {
  Loaded vedette;
  const Outcome outcome = vedette({"screen", "--input", "-", "--fail-on-hit"},
                                  "{\"id\": \"a\", \"properties\": {\"name\": \"Jo Chun Ryong\"}}\n\nbroken\n");
  EXPECT_EQ(outcome.status, 1) << "a row that was not screened outweighs a hit";
  EXPECT_THAT(lines_of(outcome.out), ElementsAre(HasSubstr("\"a\""), HasSubstr("\"error\"")));
  EXPECT_THAT(outcome.err, HasSubstr("standard input:3: "));
}

TEST(Batch, WritesOneArrayAsJson) {
  Loaded vedette;
  EXPECT_EQ(vedette({"screen", "--input", "-", "--format", "json"}, "name\n").out, "[]\n");
  const std::string two = vedette({"screen", "--input", "-", "--format", "json"}, "name\nA\nB\n").out;
  EXPECT_TRUE(two.starts_with("[\n{") && two.ends_with("}\n]\n")) << two;
}

TEST(Batch, SurvivesHostileInput) {
  Loaded vedette;
  const std::string hostile = "name\n" + std::string(3'000'000, 'x') + "\n" + std::string("a\0b\n", 4) +
                              "\xFF\xFE\xFD\n\"never closed\n" + std::string(70'000, 'y') + "\n\x1b[31mred\n";
  const Outcome outcome = vedette({"screen", "--input", "-", "--format", "table"}, hostile);
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("2 rows screened, 0 with hits; 4 rows could not be read"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("\x1b")));
  for (const std::string& input : {std::string("[1,2]\n"), std::string("\0\0\0\n", 4), std::string("a,b\n1,2\n")}) {
    const Outcome refused = vedette({"screen", "--input", "-"}, input);
    EXPECT_EQ(refused.status, 1);
    EXPECT_EQ(refused.out, "");
    EXPECT_THAT(refused.err, StartsWith("vedette: standard input:1: "));
  }
}

TEST(Compare, ScoresTwoNames) {
  CommandLine vedette;
  const Outcome outcome = vedette({"compare", "Kim Jong Un", "KIM Jong-un"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "") << "no list is needed";
  EXPECT_THAT(outcome.out, AllOf(StartsWith("{\"score\": "), HasSubstr("\"match\": true, \"features\": {"),
                                 HasSubstr("\"explanation\": ")));
  vedette.terminal = true;
  EXPECT_THAT(vedette({"compare", "Kim Jong Un", "KIM Jong-un"}).out, HasSubstr("  a match\n"));
  EXPECT_EQ(vedette({"compare", "Kim Jong Un"}).status, 2);
}

TEST(Compare, ReadsPairsInOrder) {
  CommandLine vedette;
  const Outcome outcome = vedette(
      {"compare"},
      "{\"query\": {\"properties\": {\"name\": [\"Kim Jong Un\"]}}, \"candidate\": \"Kim Jong Un\"}\n"
      "{\"query\": \"A\"}\n"
      "{\"query\": \"Kim Jong Un\", \"candidate\": {\"schema\": \"Person\", \"properties\": {\"name\": \"Xu Li\"}}}\n");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(lines_of(outcome.out),
              ElementsAre(HasSubstr("\"match\": true"), HasSubstr("\"error\""), HasSubstr("\"match\": false")));
  EXPECT_THAT(outcome.err, HasSubstr("standard input:2: field candidate: is missing"));
}

TEST(Scan, FindsListedNamesInText) {
  Loaded vedette;
  const std::string story = vedette.file("story.txt", "«Встреча»: Jo Chun Ryong met the press. Jo Chun Ryong left.\n");
  const Outcome outcome = vedette({"scan", story, "--as-of", "2020-01-01"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("\"text\": \"Jo Chun Ryong\", \"span\": [11, 24]"), HasSubstr("un-KPi.033"),
                                 HasSubstr("\"listed_then\": true")));
  vedette.terminal = true;
  EXPECT_THAT(vedette({"scan", story, "--as-of", "2020-01-01"}).out,
              AllOf(HasSubstr("1 listed name found"), HasSubstr("Jo Chun Ryong (2 times)"), HasSubstr("yes")));
}

TEST(Scan, GoesOnAfterAFileThatCannotBeRead) {
  Loaded vedette;
  const Outcome outcome = vedette({"scan", "absent.txt", vedette.file("empty.txt", "")});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(lines_of(outcome.out),
              ElementsAre(StartsWith("{\"file\": \"absent.txt\", \"error\": {\"code\": \"not_found\""),
                          HasSubstr("\"found\": []")));
  const Outcome csv = vedette({"scan", "--format", "csv", "absent.txt"});
  EXPECT_THAT(lines_of(csv.out),
              ElementsAre(StartsWith("file,status,error,"), StartsWith("absent.txt,error,absent.txt: ")));
}

TEST(ListsAdd, SaysWhatWasLoaded) {
  CommandLine vedette;
  vedette.terminal = true;
  const Outcome outcome = vedette({"lists", "add", vedette.file("un.xml", autumn_list())});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("un_sc_sanctions@2025-11-20: now active"),
                                 HasSubstr("3 records, 0 rejected"), HasSubstr("Person")));
}

TEST(ListsAdd, KeepsAnOlderVersionWithoutActivatingIt) {
  CommandLine vedette;
  vedette({"lists", "add", vedette.file("november.xml", autumn_list())});
  const Outcome outcome = vedette({"lists", "add", vedette.file("april.xml", spring_list())});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("\"active\": false, \"outcome\": \"held\", \"reason\": \""));
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("not active: "), HasSubstr("lists activate un_sc_sanctions@2025-04-19")));
  EXPECT_EQ(vedette({"lists", "activate", "un_sc_sanctions@2025-04-19"}).status, 0);
  EXPECT_THAT(vedette({"screen", "Pak Jong Chon"}).out, HasSubstr("\"version\": \"un_sc_sanctions@2025-04-19\""));
}

TEST(ListsAdd, LeavesTheStoreAloneWhenTheInputIsBad) {
  Loaded vedette;
  const Outcome broken = vedette({"lists", "add", vedette.file("broken.xml", autumn_list().substr(0, 300))});
  EXPECT_EQ(broken.status, 1);
  EXPECT_THAT(broken.err, StartsWith("vedette: broken.xml:"));
  EXPECT_EQ(vedette({"lists", "add", "absent.xml"}).status, 1);
  EXPECT_EQ(vedette({"lists", "add", vedette.file("x.xml", autumn_list()), "--source", "Bad Name"}).status, 2);
  EXPECT_THAT(lines_of(vedette({"lists", "status"}).out), SizeIs(2));
}

TEST(ListsStatus, ShowsVersionsWithAgeInWords) {
  Loaded vedette;
  EXPECT_THAT(vedette({"lists", "status", "--format", "jsonl"}).out,
              HasSubstr("{\"source\": \"un_sc_sanctions\", \"version\": \"un_sc_sanctions@2025-11-20\", \"published\": "
                        "\"2025-11-20\", "));
  vedette.terminal = true;
  EXPECT_THAT(vedette({"lists", "status"}).out,
              AllOf(HasSubstr("11 days"), HasSubstr("7 months"), HasSubstr("active"), HasSubstr("kept")));
  EXPECT_THAT(vedette({"lists", "status", "--format", "json"}).out, StartsWith("[\n"));
  EXPECT_THAT(lines_of(vedette({"lists", "status", "--format", "csv"}).out), SizeIs(3));
}

TEST(ListsShow, CountsRecordsAndValues) {
  Loaded vedette;
  EXPECT_THAT(vedette({"lists", "show", "un_sc_sanctions"}).out, HasSubstr("\"schemata\": {\"Person\": 3"));
  EXPECT_EQ(vedette({"lists", "show", "un_sc_sanctions@1999"}).status, 1);
  EXPECT_EQ(vedette({"lists", "show", "un_sc_sanctions", "--rejected"}).out, "");
}

TEST(ListsDiff, ShowsWhatChanged) {
  Loaded vedette;
  EXPECT_EQ(vedette({"lists", "diff", "un_sc_sanctions@2025-04-19", "un_sc_sanctions"}).out,
            "{\"added\": [\"un-KPi.902\"], \"removed\": [], \"changed\": []}\n");
  vedette.terminal = true;
  EXPECT_EQ(vedette({"lists", "diff", "un_sc_sanctions@2025-04-19", "un_sc_sanctions"}).out,
            "1 added, 0 removed, 0 changed\n+ un-KPi.902\n");
}

TEST(ListsHistory, FollowsARecord) {
  Loaded vedette;
  EXPECT_THAT(lines_of(vedette({"lists", "history", "un-KPi.033"}).out), SizeIs(2));
  EXPECT_EQ(vedette({"lists", "history", "un-KPi.000"}).status, 1);
  vedette.terminal = true;
  EXPECT_THAT(vedette({"lists", "history", "un-KPi.033"}).out, AllOf(HasSubstr("first seen"), HasSubstr("no change")));
}

TEST(ListsVerify, FindsDamage) {
  Loaded vedette;
  EXPECT_EQ(vedette({"lists", "verify"}).status, 0);
  for (const auto& entry : std::filesystem::directory_iterator(vedette.folder.path() / "store" / "images")) {
    std::filesystem::resize_file(entry.path(), std::filesystem::file_size(entry.path()) - 1);
  }
  const Outcome damaged = vedette({"lists", "verify"});
  EXPECT_EQ(damaged.status, 4);
  EXPECT_THAT(damaged.err, StartsWith("vedette: "));
  EXPECT_EQ(vedette({"screen", "Jo Chun Ryong"}).status, 4) << "a damaged list is never a shorter one";
}

TEST(ListsRemove, ForgetsAKeptVersion) {
  Loaded vedette;
  const Outcome refused = vedette({"lists", "remove", "un_sc_sanctions"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("un_sc_sanctions@2025-11-20 is what is screened against"));
  const Outcome outcome = vedette({"lists", "remove", "un_sc_sanctions@2025-04-19"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("un_sc_sanctions@2025-04-19 is removed, 2 records"));
  EXPECT_THAT(lines_of(vedette({"lists", "status"}).out), SizeIs(1));
  EXPECT_EQ(vedette({"lists", "remove", "un_sc_sanctions@2025-04-19"}).status, 1);
}

TEST(ListsRemove, TakesTheActiveVersionOnlyWhenTold) {
  Loaded vedette;
  const Outcome outcome = vedette({"lists", "remove", "un_sc_sanctions", "--even-if-active"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("un_sc_sanctions is not screened against any more"));
  EXPECT_EQ(vedette({"screen", "Jo Chun Ryong"}).status, 4) << "an absent list is never an empty one";
}

TEST(ListsExport, WritesFollowTheMoneyThatReadsBack) {
  Loaded vedette;
  const Outcome outcome = vedette({"lists", "export", "un_sc_sanctions"});
  EXPECT_EQ(outcome.status, 0);
  const auto lines = lines_of(outcome.out);
  ASSERT_THAT(lines, SizeIs(6)) << "three persons, and the listing of each";
  EXPECT_THAT(lines[0], HasSubstr("\"id\": \"un-KPi.033\", \"schema\": \"Person\""));
  EXPECT_THAT(lines[1], AllOf(HasSubstr("\"schema\": \"Sanction\""), HasSubstr("\"listingDate\": [\"2016-11-30\"]")));
  const std::string copy = vedette.file("copy.jsonl", outcome.out);
  EXPECT_EQ(vedette({"lists", "add", copy, "--source", "copy", "--published", "2025-11-20"}).status, 0);
  EXPECT_THAT(vedette({"lists", "diff", "un_sc_sanctions", "copy"}).out,
              HasSubstr("\"added\": [], \"removed\": [], \"changed\": []"));
}

TEST(ListsExport, WritesAFileAndAllActiveLists) {
  Loaded vedette;
  const std::string path = vedette.file("out.jsonl", "old");
  const Outcome outcome = vedette({"lists", "export", "--active", "--output", path});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(read_file(path, 1 << 20).value(), vedette({"lists", "export", "un_sc_sanctions"}).out);
  EXPECT_EQ(vedette({"lists", "export"}).status, 2);
  EXPECT_EQ(vedette({"lists", "export", "un_sc_sanctions", "--active"}).status, 2);
  EXPECT_EQ(vedette({"lists", "export", "un_sc_sanctions@1999", "--output", path}).status, 1);
  EXPECT_NE(read_file(path, 1 << 20).value(), "") << "what cannot be written leaves the file alone";
}

TEST(ListsExport, GivesTheStarterListWithItsWarning) {
  CommandLine vedette;
  const Outcome outcome = vedette({"lists", "export", "--active"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("not for compliance use"));
  EXPECT_THAT(outcome.out, HasSubstr("\"schema\": \"Sanction\""));
}

TEST(ListsAdd, SaysWhyAKnownVersionStaysInactive) {
  CommandLine vedette;
  const std::string april = vedette.file("april.xml", spring_list());
  const std::string november = vedette.file("november.xml", autumn_list());
  vedette({"lists", "add", april});
  vedette({"lists", "add", november});
  EXPECT_EQ(vedette({"lists", "activate", "un_sc_sanctions@2025-04-19"}).status, 0);
  const Outcome again = vedette({"lists", "add", november});
  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.err, HasSubstr("warning: not active: it was loaded before"));
}

TEST(ListsSources, NamesEachInEveryFormat) {
  CommandLine vedette;
  for (const char* format : {"table", "json", "jsonl", "csv"}) {
    EXPECT_THAT(vedette({"lists", "sources", "--format", format}).out, HasSubstr("un_sc_sanctions"));
  }
}

TEST(Inspect, ShowsWhatVedetteWrote) {
  Loaded vedette;
  EXPECT_THAT(vedette({"inspect", vedette.folder.path() / "store" / "manifest.json"}).out,
              HasSubstr("un_sc_sanctions"));
  EXPECT_EQ(vedette({"inspect", vedette.file("other.txt", "nothing of ours")}).status, 1);
}

// Takes a few bytes and then nothing, as a pipe to `head` does.
class ShutSink final : public Sink {
 public:
  bool write(std::string_view) override { return ++writes_ < 3; }
  bool flush() override { return false; }
  int writes() const { return writes_; }

 private:
  int writes_ = 0;
};

TEST(Output, EndsQuietlyWhenNobodyReadsAnyMore) {
  Loaded vedette;
  ShutSink out;
  StringSink err;
  std::string book = "name\n";
  for (int i = 0; i < 5000; ++i) book += "Somebody\n";
  Environment environment{.out = out,
                          .err = err,
                          .in = {},
                          .cores = 2,
                          .default_store = vedette.folder.path() / "store",
                          .clock = vedette.clock};
  EXPECT_EQ(run({"screen", "--input", vedette.file("book.csv", book)}, environment), ExitStatus::kDone);
  EXPECT_EQ(err.text(), "");
  EXPECT_LT(out.writes(), 1000) << "the rest is not screened in vain";
}

}  // namespace
}  // namespace vedette::cli
