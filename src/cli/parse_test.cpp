// `vedette parse` and `vedette model`, run in the process on made-up models.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_line_for_test.h"
#include "engine/language_model_for_test.h"

namespace vedette::cli {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

// With a tiny model called sm.
struct Reading : CommandLine {
  Reading() { engine::write_tiny_model(models() / "sm.vedmodel"); }
  fs::path models() const { return folder.path() / "store" / "models"; }
};

// What stands for the member in each line of JSON.
std::vector<std::string> members(const std::string& jsonl, const std::string& name) {
  std::vector<std::string> values;
  for (const std::string& line : lines_of(jsonl)) {
    const size_t start = line.find("\"" + name + "\": ") + name.size() + 4;
    values.push_back(line.substr(start, line.find_first_of(",}", start) - start));
  }
  return values;
}

TEST(Parse, WritesOneLineADocumentWithAllMembers) {
  Reading vedette;
  const Outcome outcome = vedette({"parse", vedette.file("a.txt", "Dogs don't bark.")});
  EXPECT_EQ(outcome.status, 0);
  ASSERT_THAT(lines_of(outcome.out), SizeIs(1));
  EXPECT_THAT(outcome.out, StartsWith("{\"id\": \"a.txt\", \"text\": \"Dogs don't bark.\", \"tokens\": [{\"text\": "
                                      "\"Dogs\", \"idx\": 0, \"spacy\": true, \"tag\": \""));
  for (const char* member : {"pos", "morph", "lemma", "head", "dep", "sent_start", "ent_iob", "ent_type"}) {
    EXPECT_THAT(outcome.out, HasSubstr(std::string("\"") + member + "\": ")) << member;
  }
  EXPECT_THAT(outcome.err, HasSubstr("1 document, 5 tokens; en_tiny 1.0.0"));
}

TEST(Parse, CountsCodePointsAndKeepsTheText) {
  Reading vedette;
  EXPECT_THAT(vedette({"parse", vedette.file("a.txt", "Ким Чен\nЫн")}).out,
              AllOf(HasSubstr("\"text\": \"Ким Чен\\nЫн\""), HasSubstr("{\"text\": \"Ын\", \"idx\": 8,")));
}

TEST(Parse, KnowsDocumentsByFileLineOrTheirOwnName) {
  Reading vedette;
  const std::string lines = vedette.file("b.txt", "One.\n\n  \nTwo.\n");
  const std::string json = vedette.file("c.jsonl", "{\"text\": \"Three.\"}\n{\"id\": \"x\", \"words\": [\"don't\"]}\n");
  EXPECT_THAT(members(vedette({"parse", "--lines", lines, json, "-"}, "Four.").out, "id"),
              ElementsAre("\"b.txt:1\"", "\"b.txt:4\"", "\"c.jsonl:1\"", "\"x\"", "\"-:1\""));
  EXPECT_THAT(members(vedette({"parse", lines, "-"}, "Four.").out, "id"), ElementsAre("\"b.txt\"", "\"-\""));
  EXPECT_THAT(members(vedette({"parse", "--input-format", "jsonl", "-"}, "{\"id\": 7, \"text\": \"\"}\n").out, "id"),
              ElementsAre("\"7\""));
  EXPECT_THAT(vedette({"parse", json}).out, HasSubstr("[{\"text\": \"don't\"")) << "words stay whole";
}

TEST(Parse, GivesTheSameBytesOnAnyNumberOfThreads) {
  Reading vedette;
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "The dogs of house " + std::to_string(i * i) + " don't like cats.\n";
  const std::string file = vedette.file("many.txt", text);
  const std::string one = vedette({"parse", "--lines", "--threads", "1", file}).out;
  EXPECT_THAT(lines_of(one), SizeIs(3000));
  EXPECT_TRUE(one == vedette({"parse", "--lines", "--threads", "3", file}).out);
}

TEST(Parse, ReportsWhatItCannotReadAndReadsTheRest) {
  Reading vedette;
  const std::string json = vedette.file("c.jsonl", "{\"text\": \"One.\"}\n{\"text\": 5}\n{\"text\": \"Three.\"}\n");
  const Outcome outcome = vedette({"parse", vedette.file("no/such", "") + ".txt", json, vedette.folder.path().string(),
                                   vedette.file("d.txt", "F\xFFour. F\xFFive.")});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(members(outcome.out, "id"), ElementsAre("\"c.jsonl:1\"", "\"c.jsonl:3\"", "\"d.txt\""));
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("no/such.txt: cannot be read"), HasSubstr("c.jsonl:2: field text: not text"),
                    HasSubstr("Is a directory"), HasSubstr("d.txt: not all of it is UTF-8"), HasSubstr("3 could not")));
  EXPECT_THAT(outcome.out, HasSubstr("F\xEF\xBF\xBDour. F\xEF\xBF\xBDive."));
}

TEST(Parse, SaysOnceAFileThatBytesWereMended) {
  Reading vedette;
  const Outcome outcome = vedette({"parse", "--lines", vedette.file("a.txt", "\xFF\n\xFF\nb\n\xFF\n")});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(lines_of(outcome.err), SizeIs(2));
}

TEST(Parse, GivesRowsOfTheFirstDocuments) {
  Reading vedette;
  const std::string file = vedette.file("a.txt", "\n\nOne dog.\nTwo.\n");
  const auto lines = lines_of(vedette({"parse", "--lines", "--vectors", "1", file}).out);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0], AllOf(HasSubstr("\"tok2vec\": [["), HasSubstr("], ["), HasSubstr(", \"ner_tok2vec\": [[")));
  EXPECT_THAT(lines[1], Not(HasSubstr("tok2vec")));
  EXPECT_EQ(vedette({"parse", "--vectors", "1", "--format", "conllu", file}).status, 2);
}

TEST(Parse, WritesEachFormat) {
  Reading vedette;
  const std::string file = vedette.file("a.txt", "Dogs bark.");
  EXPECT_THAT(vedette({"parse", "--format", "conllu", file}).out,
              StartsWith("# newdoc id = a.txt\n# sent_id = a.txt-1\n"));
  EXPECT_THAT(vedette({"parse", "--format", "displacy", file}).out,
              StartsWith("{\"id\": \"a.txt\", \"dep\": {\"words\": "));
  EXPECT_THAT(vedette({"parse", "--format", "text", file}).out, StartsWith("a.txt: "));
  EXPECT_EQ(vedette({"parse", "--format", "xml", file}).status, 2);
  vedette.terminal = true;
  const Outcome plain = vedette({"parse", file});
  EXPECT_THAT(plain.out, AllOf(StartsWith("a.txt: "), Not(HasSubstr("\x1b"))));
  vedette.colour = true;
  EXPECT_THAT(vedette({"parse", file}).out, HasSubstr("\x1b["));
}

TEST(Parse, TakesSmElseTheOnlyModelElseAsks) {
  CommandLine vedette;
  const fs::path models = vedette.folder.path() / "store" / "models";
  const std::string file = vedette.file("a.txt", "Dogs bark.");
  const Outcome none = vedette({"parse", file});
  EXPECT_EQ(none.status, 4);
  EXPECT_EQ(none.out, "");
  EXPECT_THAT(none.err, HasSubstr("no language model \"sm\": get one with `scripts/get-model sm`"));
  engine::write_tiny_model(models / "one.vedmodel");
  EXPECT_EQ(vedette({"parse", file}).status, 0);
  engine::write_tiny_model(models / "two.vedmodel");
  const Outcome several = vedette({"parse", file});
  EXPECT_EQ(several.status, 2);
  EXPECT_THAT(several.err, HasSubstr("--model (one, two)"));
  EXPECT_EQ(vedette({"parse", "--model", "two", file}).status, 0);
  EXPECT_EQ(vedette({"parse", "--model", models / "one.vedmodel", file}).status, 0);
  engine::write_tiny_model(models / "sm.vedmodel");
  EXPECT_EQ(vedette({"parse", file}).status, 0);
}

TEST(Parse, RefusesADamagedModel) {
  Reading vedette;
  const fs::path model = vedette.models() / "sm.vedmodel";
  fs::resize_file(model, fs::file_size(model) - 1);
  const Outcome outcome = vedette({"parse", vedette.file("a.txt", "Dogs bark.")});
  EXPECT_EQ(outcome.status, 4);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("sm.vedmodel"), HasSubstr("hint: make the model anew")));
}

TEST(ModelAdd, ConvertsAWheelOrAFolder) {
  CommandLine vedette;
  const fs::path wheel = vedette.folder.path() / "made_up.whl";
  engine::write_made_up_wheel(wheel);
  const Outcome added = vedette({"model", "add", wheel.string()});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_THAT(added.out, AllOf(StartsWith("{\"name\": \"sm\", \"model\": \"core_web_sm_made_up\", \"version\": "
                                          "\"1.2.3\", \"language\": \"en\", \"licence\": \"MIT\""),
                               HasSubstr("sm.vedmodel"), HasSubstr("\"valid\": true")));
  engine::write_made_up_package(vedette.folder.path() / "package");
  vedette.terminal = true;
  EXPECT_THAT(vedette({"model", "add", vedette.folder.path() / "package", "--name", "mine"}).out,
              AllOf(StartsWith("mine: en_core_web_sm_made_up 1.2.3, licence MIT"), HasSubstr("mine.vedmodel")));
  EXPECT_EQ(vedette({"parse", "--model", "mine", vedette.file("a.txt", "Dogs bark.")}).status, 0);
  EXPECT_EQ(vedette({"model", "add", wheel.string(), "--name", "../x"}).status, 2);
  EXPECT_EQ(vedette({"model", "add", wheel.string(), "--name", ""}).status, 2);
}

TEST(ModelAdd, LeavesWhatIsThereIfThePackageIsDamaged) {
  Reading vedette;
  const Outcome outcome = vedette({"model", "add", vedette.file("damaged.whl", "no zip at all"), "--name", "sm"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("damaged.whl"));
  EXPECT_EQ(vedette({"model", "verify", "sm"}).status, 0);
  EXPECT_EQ(vedette({"model", "add", "no/such/package"}).status, 1);
}

TEST(ModelList, ShowsEachAndWhyOneIsNoGood) {
  Reading vedette;
  vedette.file("store/models/bad.vedmodel", "nonsense");
  const auto lines = lines_of(vedette({"model", "list"}).out);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0], AllOf(StartsWith("{\"name\": \"bad\", \"model\": null"), HasSubstr("\"valid\": false")));
  EXPECT_THAT(lines[1], AllOf(HasSubstr("\"model\": \"tiny\""), HasSubstr("\"licence\": \"CC0-1.0\""),
                              HasSubstr("\"vectors\": false"), HasSubstr("\"problem\": null")));
  vedette.terminal = true;
  EXPECT_THAT(vedette({"model", "list"}).out, AllOf(HasSubstr("NAME"), HasSubstr("en_tiny"), HasSubstr("valid")));
}

TEST(ModelList, TellsOfPatternsThatDoNotCompile) {
  CommandLine vedette;
  engine::write_tiny_model(vedette.folder.path() / "store" / "models" / "bad.vedmodel",
                           [](language::ModelDraft& draft) { draft.data.tokenizer.prefix = "^(("; });
  const std::string listed = vedette({"model", "list"}).out;
  EXPECT_THAT(listed, AllOf(StartsWith("{\"name\": \"bad\", \"model\": null"), HasSubstr("\"valid\": false"),
                            Not(HasSubstr("\"problem\": null"))));
  EXPECT_EQ(vedette({"model", "verify"}).out, listed);
}

TEST(ModelList, SaysHowToGetOneWhereThereIsNone) {
  CommandLine vedette;
  const Outcome outcome = vedette({"model", "list", "--format", "json"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "[]\n");
  EXPECT_THAT(outcome.err, HasSubstr("scripts/get-model sm"));
}

TEST(ModelVerify, FindsDamage) {
  Reading vedette;
  EXPECT_EQ(vedette({"model", "verify"}).status, 0);
  vedette.file("store/models/bad.vedmodel", "nonsense");
  const Outcome all = vedette({"model", "verify"});
  EXPECT_EQ(all.status, 4);
  EXPECT_THAT(lines_of(all.out), SizeIs(2));
  EXPECT_THAT(all.err, HasSubstr("bad.vedmodel"));
  EXPECT_EQ(vedette({"model", "verify", "sm"}).status, 0);
  EXPECT_EQ(vedette({"model", "verify", "absent"}).status, 4);
  CommandLine empty;
  EXPECT_EQ(empty({"model", "verify"}).status, 4);
}

TEST(ModelLicence, PrintsTheTexts) {
  Reading vedette;
  EXPECT_EQ(vedette({"model", "licence", "sm"}).out, "tiny\n\nMade up for tests; CC0 1.0.\n\n");
  EXPECT_EQ(vedette({"model", "licence", "absent"}).status, 4);
}

TEST(ModelLicence, CannotDisturbATerminalAndIsLeftAsItIsElsewhere) {
  CommandLine vedette;
  engine::write_tiny_model(vedette.folder.path() / "store" / "models" / "sm.vedmodel", [](language::ModelDraft& draft) {
    draft.licences = {{"a\x1b[2Jb", "One\r\n\n\x1b]0;owned\x07Two\n"}};
  });
  EXPECT_EQ(vedette({"model", "licence", "sm"}).out, "a\x1b[2Jb\n\nOne\r\n\n\x1b]0;owned\x07Two\n\n");
  vedette.terminal = true;
  const std::string shown = vedette({"model", "licence", "sm"}).out;
  EXPECT_THAT(shown, HasSubstr("a [2Jb"));
  EXPECT_THAT(shown, HasSubstr("\n\nOne\n\n ]0;owned Two\n\n"));
  EXPECT_THAT(shown, Not(HasSubstr("\r")));
}

TEST(Inspect, ShowsWhatIsInAModel) {
  Reading vedette;
  EXPECT_THAT(vedette({"inspect", vedette.models() / "sm.vedmodel"}).out,
              AllOf(HasSubstr("\"sections\""), HasSubstr("\"tiny\"")));
}

}  // namespace
}  // namespace vedette::cli
