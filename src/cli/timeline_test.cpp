// `vedette timeline`, run in the process on dossiers made by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_line_for_test.h"
#include "cli/timeline_text.h"
#include "engine/story_dossier_for_test.h"

namespace vedette::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

struct Dossiers : CommandLine {
  Dossiers() {
    JsonWriter json;
    write_json(json, story::made_up_dossier());
    file("in/port.json", json.text());
    file(
        "in/later.json",
        R"({"story": {"id": "later", "outlet": "Harbour Post", "published": "2024-06-20", "text": "The shells came. <b>"},
             "people": [{"name": "Ilja Torvald", "listed": [{"id": "un-1", "list": "un_sc_sanctions", "caption": "TORVALD Ilja", "score": 0.97}]}],
             "places": [{"name": "Port Solano", "kind": "city", "lat": 38.7, "lon": -9.1}],
             "events": [{"id": "e1", "type": "TRANSFER", "actors": ["Northland"], "recipients": ["Esperia"], "goods": ["shells"],
                         "place": "Port Solano", "when": {"text": "Tuesday", "start": "2024-06-18", "end": "2024-06-18"},
                         "status": "occurred", "evidence": [0, 20]}]})");
    file("in/port.meta.json", "{}");
  }
  std::string in() const { return (folder.path() / "in").string(); }
};

TEST(TimelineCommand, TellsHowAPlanCameTrue) {
  Dossiers vedette;
  const auto outcome = vedette({"timeline", "--format", "text", vedette.in()});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(
      outcome.out,
      AllOf(HasSubstr("2024-06-18  TRANSFER  occurred\n       Northland → Esperia: artillery shells at Port Solano"),
            HasSubstr("2 sources: planned (Quay News, 2024-05-15), occurred (Harbour Post, 2024-06-20)"),
            HasSubstr("changed: t3"), HasSubstr("Ilja Torvald ≈ TORVALD Ilja"), HasSubstr("in 2 stories")));
  EXPECT_THAT(outcome.err, HasSubstr("2 stories, 4 events"));
}

TEST(TimelineCommand, WritesEachFormat) {
  Dossiers vedette;
  const auto in = vedette.in();
  EXPECT_THAT(vedette({"timeline", in}).out,
              AllOf(StartsWith("{\"stories\": [{\"id\": \"port\""), HasSubstr("\"sources\": 2")));
  EXPECT_THAT(vedette({"timeline", "--format", "geojson", in}).out,
              AllOf(StartsWith("{\"type\": \"FeatureCollection\""), HasSubstr("\"coordinates\": [-9.1, 38.7]")));
  const auto csv = lines_of(vedette({"timeline", "--format", "csv", in}).out);
  ASSERT_THAT(csv, SizeIs(5));
  EXPECT_THAT(csv[0], StartsWith("id,type,start,end,actors"));
  const auto ftm = vedette({"timeline", "--format", "ftm", in}).out;
  EXPECT_THAT(ftm, AllOf(HasSubstr("\"schema\": \"Person\""), HasSubstr("\"schema\": \"Event\""),
                         HasSubstr("\"involved\": [\"vedette-")));
  const auto html = vedette({"timeline", "--format", "html", in}).out;
  EXPECT_THAT(html, AllOf(StartsWith("<!doctype html>"), HasSubstr("&lt;b&gt;"), Not(HasSubstr("<script"))));
  EXPECT_EQ(vedette({"timeline", "--format", "xml", in}).status, 2);
}

TEST(TimelineCommand, ReadsJsonLinesAndReportsWhatItCannotRead) {
  Dossiers vedette;
  const std::string lines =
      vedette.file("all.jsonl", "{\"story\": {\"id\": \"a\"}}\n\n{\"story\": 5}\n{\"story\": {\"id\": \"b\"}}\n");
  const auto outcome = vedette({"timeline", lines, vedette.file("bad.json", "no"), "absent.json"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("\"id\": \"a\""), HasSubstr("\"id\": \"b\"")));
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("all.jsonl:3: field story"), HasSubstr("bad.json"), HasSubstr("absent.json"),
                                 HasSubstr("3 could not be read")));
  EXPECT_EQ(vedette({"timeline", vedette.folder.path() / "store"}).status, 1);
}

TEST(TimelineCommand, CannotDisturbATerminal) {
  Dossiers vedette;
  const std::string bad = vedette.file(
      "bad.json",
      R"({"story": {"id": "a\u001b[2J", "title": "\u202e"}, "events": [{"type": "MEET", "actors": ["x\u001b]0;"]}]})");
  EXPECT_THAT(vedette({"timeline", "--format", "text", bad}).out,
              AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\u202E"))));
}

}  // namespace
}  // namespace vedette::cli
