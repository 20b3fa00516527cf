// The forms of a document that was read, on documents made by hand.
#include "cli/parsed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace vedette::cli {
namespace {

using language::Document;
using language::EntityPlace;
using language::Token;
using ::testing::HasSubstr;

struct Given {
  std::string text;
  std::string after;  // "" or " "
  uint32_t head;
  std::string dependency;
  std::string entity = "";  // "B-PERSON"
  bool starts_sentence = false;
};

// A document of such tokens, all of them nouns whose lemma is their text.
Document make(const std::vector<Given>& tokens) {
  Document document;
  std::vector<std::string> labels = {"", "NN", "NOUN", "Number=Sing"};
  const auto label = [&](const std::string& name) {
    const auto found = std::find(labels.begin(), labels.end(), name);
    if (found == labels.end()) labels.push_back(name);
    return static_cast<uint16_t>(std::find(labels.begin(), labels.end(), name) - labels.begin());
  };
  uint32_t code_point = 0;
  for (const Given& given : tokens) {
    Token token{.offset = static_cast<uint32_t>(document.text.size()),
                .length = static_cast<uint32_t>(given.text.size()),
                .code_point = code_point,
                .head = given.head,
                .lemma_offset = static_cast<uint32_t>(document.lemmas.size()),
                .lemma_length = static_cast<uint32_t>(given.text.size()),
                .tag = 1,
                .pos = 2,
                .morph = 3,
                .dependency = label(given.dependency),
                .space_after = !given.after.empty(),
                .sentence_start = given.starts_sentence || document.tokens.empty()};
    const auto number = static_cast<uint32_t>(document.tokens.size());
    if (!given.entity.empty()) {
      token.entity = label(given.entity.substr(2));
      token.place = given.entity[0] == 'B' ? EntityPlace::kBegin : EntityPlace::kInside;
      if (token.place == EntityPlace::kBegin) document.entities.push_back({number, number, token.entity});
      document.entities.back().end = number + 1;
    }
    if (token.sentence_start) document.sentences.push_back({number, number, 0});
    document.sentences.back().end = number + 1;
    document.text += given.text + given.after;
    document.lemmas += given.text;
    for (const char c : given.text + given.after) code_point += (c & 0xC0) != 0x80 ? 1 : 0;
    document.tokens.push_back(token);
  }
  document.labels = std::make_shared<const std::vector<std::string>>(labels);
  return document;
}

std::string jsonl(const Document& document, const language::Reader::Rows* rows = nullptr) {
  std::string out;
  append_parsed_jsonl(out, "d", document, rows);
  return out;
}

std::string conllu(const Document& document) {
  std::string out;
  append_parsed_conllu(out, "d", document);
  return out;
}

std::string displacy(const Document& document) {
  std::string out;
  append_parsed_displacy(out, "d", document);
  return out;
}

std::string people(const Document& document, const Canvas& canvas = {}) {
  std::string out;
  append_parsed_text(out, "d", document, canvas);
  return out;
}

const std::vector<Given> kPutin = {{"Пу", " ", 1, "nsubj", "B-PERSON"}, {"\"s\"", "", 1, "ROOT"}};

TEST(ParsedJsonLines, IsTheShapeThatComparersRead) {
  EXPECT_EQ(jsonl(make(kPutin)),
            "{\"id\": \"d\", \"text\": \"Пу \\\"s\\\"\", \"tokens\": ["
            "{\"text\": \"Пу\", \"idx\": 0, \"spacy\": true, \"tag\": \"NN\", \"pos\": \"NOUN\", \"morph\": "
            "\"Number=Sing\", \"lemma\": \"Пу\", \"head\": 1, \"dep\": \"nsubj\", \"sent_start\": true, \"ent_iob\": "
            "\"B\", \"ent_type\": \"PERSON\"}, "
            "{\"text\": \"\\\"s\\\"\", \"idx\": 3, \"spacy\": false, \"tag\": \"NN\", \"pos\": \"NOUN\", \"morph\": "
            "\"Number=Sing\", \"lemma\": \"\\\"s\\\"\", \"head\": 1, \"dep\": \"ROOT\", \"sent_start\": false, "
            "\"ent_iob\": \"O\", \"ent_type\": \"\"}]}\n");
  EXPECT_EQ(jsonl(Document{.labels = std::make_shared<const std::vector<std::string>>(1)}),
            "{\"id\": \"d\", \"text\": \"\", \"tokens\": []}\n");
}

TEST(ParsedJsonLines, GivesRowsWithNineDigits) {
  const language::Reader::Rows rows{
      .width = 2, .own_width = 2, .shared = {0.1F, -1.0F, 2.0F, 1e-10F}, .own = {1, 2, 3, 4}};
  EXPECT_THAT(jsonl(make(kPutin), &rows), HasSubstr(", \"tok2vec\": [[0.100000001, -1.0], [2.0, 1.00000001e-10]], "
                                                    "\"ner_tok2vec\": [[1.0, 2.0], [3.0, 4.0]]}\n"));
  EXPECT_THAT(jsonl(make({}), &rows), ::testing::Not(HasSubstr("tok2vec")));
}

TEST(ParsedConllu, WritesWordsWithHeadsAndEntities) {
  EXPECT_EQ(conllu(make({{"Kim", " ", 2, "compound", "B-PERSON"},
                         {"Un", " ", 2, "nsubj", "I-PERSON"},
                         {"met", "", 2, "ROOT"},
                         {".", "", 2, "punct"}})),
            "# newdoc id = d\n# sent_id = d-1\n# text = Kim Un met.\n"
            "1\tKim\tKim\tNOUN\tNN\tNumber=Sing\t3\tcompound\t_\tNER=B-PERSON\n"
            "2\tUn\tUn\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\tNER=I-PERSON\n"
            "3\tmet\tmet\tNOUN\tNN\tNumber=Sing\t0\troot\t_\tSpaceAfter=No\n"
            "4\t.\t.\tNOUN\tNN\tNumber=Sing\t3\tpunct\t_\tSpaceAfter=No\n\n");
}

// The last two columns but one of each word: head, relation and what is in MISC.
std::vector<std::string> hung(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t start = 0; start < text.size();) {
    const size_t end = text.find('\n', start);
    const std::string line = text.substr(start, end - start);
    const size_t head = line.find("Number=Sing\t");
    if (head != std::string::npos) lines.push_back(line.substr(head + 12));
    start = end + 1;
  }
  return lines;
}

TEST(ParsedConllu, KeepsWhiteSpaceInMiscAndHangsWordsPastIt) {
  const std::string text = conllu(make({{" ", "", 1, "dep"},
                                        {"a", " ", 2, "nsubj"},
                                        {"\n", "", 3, "dep"},
                                        {"b", "", 3, "ROOT"},
                                        {"\t|", "", 3, "dep"},
                                        {"\n\n", "", 5, "ROOT", "", true}}));
  EXPECT_THAT(hung(text), ::testing::ElementsAre("2\tnsubj\t_\tSpacesAfter=\\s\\n|SpacesBefore=\\s",
                                                 "0\troot\t_\tSpaceAfter=No", "2\tdep\t_\tSpacesAfter=\\n\\n"));
  EXPECT_THAT(text, HasSubstr("# text = a b |\n"));
  EXPECT_THAT(text, ::testing::Not(HasSubstr("d-2"))) << "a sentence of white space is none";
}

TEST(ParsedConllu, GivesEachSentenceOneRoot) {
  EXPECT_THAT(hung(conllu(make({{"a", " ", 0, "ROOT"}, {"b", " ", 1, "ROOT"}, {"c", " ", 1, "dobj"}}))),
              ::testing::ElementsAre("0\troot\t_\t_", "1\tdep\t_\t_", "2\tdobj\t_\t_"));
  EXPECT_THAT(hung(conllu(make({{"\n", "", 0, "ROOT"}, {"b", " ", 0, "amod"}, {"c", " ", 0, "dobj"}}))),
              ::testing::ElementsAre("0\troot\t_\tSpacesBefore=\\n", "1\tdobj\t_\t_"))
      << "where white space was the root, the first word takes its place";
  EXPECT_THAT(hung(conllu(make({{"a", " ", 1, "nsubj"}, {"b", " ", 1, "ROOT", "", true}}))),
              ::testing::ElementsAre("0\troot\t_\t_", "0\troot\t_\t_"))
      << "a head in another sentence is none";
}

TEST(ParsedConllu, NeverBreaksAColumn) {
  EXPECT_THAT(conllu(make({{"a\tb\nc", "", 0, "ROOT"}})), HasSubstr("1\ta b c\ta b c\t"));
  EXPECT_EQ(conllu(make({})), "");
}

TEST(ParsedDisplacy, IsWhatDisplacyDraws) {
  EXPECT_EQ(
      displacy(make({{"Пу", " ", 1, "nsubj", "B-PERSON"}, {"is", " ", 1, "ROOT"}, {"ill", "", 1, "acomp"}})),
      "{\"id\": \"d\", \"dep\": {\"words\": [{\"text\": \"Пу\", \"tag\": \"NOUN\", \"lemma\": \"Пу\"}, {\"text\": "
      "\"is\", \"tag\": \"NOUN\", \"lemma\": \"is\"}, {\"text\": \"ill\", \"tag\": \"NOUN\", \"lemma\": \"ill\"}], "
      "\"arcs\": [{\"start\": 0, \"end\": 1, \"label\": \"nsubj\", \"dir\": \"left\"}, {\"start\": 1, \"end\": 2, "
      "\"label\": \"acomp\", \"dir\": \"right\"}]}, \"ent\": {\"text\": \"Пу is ill\", \"ents\": [{\"start\": 0, "
      "\"end\": 2, \"label\": \"PERSON\"}], \"title\": null}}\n");
}

TEST(ParsedText, AlignsTokensAndShowsHeads) {
  EXPECT_EQ(people(make({{"Kim", " ", 1, "nsubj", "B-PERSON"}, {"won", "", 1, "ROOT"}, {"\n", "", 1, "dep"}})),
            "d: 1 sentence, 3 tokens, 1 entity\n\n"
            "Kim won\n"
            "  1  Kim  Kim  NOUN  NN  → 2 won  nsubj  B-PERSON\n"
            "  2  won  won  NOUN  NN  root     ROOT\n"
            "  3  ⏎    ⏎    NOUN  NN  ← 2 won  dep\n\n");
}

TEST(ParsedText, LetsNothingReachTheTerminalButColours) {
  const Document document = make({{"a\x1b[2J", "", 0, "ROOT"}});
  EXPECT_THAT(people(document), ::testing::Not(HasSubstr("\x1b")));
  EXPECT_THAT(people(document, {80, Style(true)}),
              ::testing::AllOf(HasSubstr("\x1b[1m"), ::testing::Not(HasSubstr("\x1b[2J"))));
}

}  // namespace
}  // namespace vedette::cli
