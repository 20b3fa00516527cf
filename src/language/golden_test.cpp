// Every value of every token of our own texts, as Python spaCy has it (tests/fixtures/language/README.md).
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/language_model.h"
#include "support/test_data.h"
#include "vedette/language.hpp"

namespace vedette::language {
namespace {

namespace dom = simdjson::dom;
using ::testing::IsEmpty;

// One token as the golden file has it, and as the engine has it: field by field as text.
using Fields = std::map<std::string, std::string>;

struct Expected {
  std::string id, text;
  std::vector<Fields> tokens;
  std::vector<float> shared_rows, own_rows;  // of the encoders; few documents have them
};

std::string as_text(dom::element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? std::string(text) : simdjson::minify(value);
}

std::vector<float> read_rows(dom::element document, const char* name) {
  std::vector<float> values;
  dom::array rows;
  if (document[name].get(rows) != simdjson::SUCCESS) return values;
  for (dom::element row : rows) {
    for (dom::element value : dom::array(row)) values.push_back(static_cast<float>(double(value)));
  }
  return values;
}

std::vector<Expected> read_golden(const std::string& model) {
  dom::parser parser;
  std::vector<Expected> documents;
  for (dom::element row : parser.load_many(testing::fixture("language/golden_" + model + ".jsonl").string(), 1 << 20)) {
    Expected document{
        as_text(row["id"]), as_text(row["text"]), {}, read_rows(row, "tok2vec"), read_rows(row, "ner_tok2vec")};
    for (const auto& [field, values] : dom::object(row["columns"])) {
      const dom::array column(values);
      document.tokens.resize(column.size());
      size_t index = 0;
      for (dom::element value : column) document.tokens[index++][std::string(field)] = as_text(value);
    }
    documents.push_back(std::move(document));
  }
  return documents;
}

struct Input {
  std::string text;
  Words words;
  bool is_split = false;
};

std::map<std::string, Input> read_texts() {
  dom::parser parser;
  std::map<std::string, Input> inputs;
  for (dom::element row : parser.load_many(testing::fixture("language/texts.jsonl").string(), 1 << 20)) {
    Input input;
    dom::array words, spaces;
    input.is_split = row["words"].get(words) == simdjson::SUCCESS;
    if (!input.is_split) input.text = as_text(row["text"]);
    if (input.is_split) {
      for (dom::element word : words) input.words.words.push_back(as_text(word));
    }
    if (row["spaces"].get(spaces) == simdjson::SUCCESS) {
      for (dom::element space : spaces) input.words.spaces.push_back(bool(space));
    }
    inputs.emplace(as_text(row["id"]), std::move(input));
  }
  return inputs;
}

std::string place_name(EntityPlace place) {
  return place == EntityPlace::kBegin ? "B" : place == EntityPlace::kInside ? "I" : "O";
}

Fields fields_of(const Document& document, const Token& token) {
  return {{"text", std::string(document.text_of(token))},
          {"idx", std::to_string(token.code_point)},
          {"spacy", std::to_string(int{token.space_after})},
          {"tag", std::string(document.label(token.tag))},
          {"pos", std::string(document.label(token.pos))},
          {"morph", std::string(document.label(token.morph))},
          {"lemma", std::string(document.lemma_of(token))},
          {"head", std::to_string(token.head)},
          {"dep", std::string(document.label(token.dependency))},
          {"sent_start", std::to_string(int{token.sentence_start})},
          {"ent_iob", place_name(token.place)},
          {"ent_type", std::string(document.label(token.entity))}};
}

// One line for each value that differs.
std::vector<std::string> differences(const Expected& expected, const Document& document) {
  std::vector<std::string> found;
  if (expected.text != document.text) found.push_back(expected.id + ": another text: " + document.text);
  if (expected.tokens.size() != document.tokens.size()) {
    found.push_back(expected.id + ": " + std::to_string(document.tokens.size()) + " tokens, not " +
                    std::to_string(expected.tokens.size()));
  }
  for (size_t i = 0; i < std::min(expected.tokens.size(), document.tokens.size()); ++i) {
    const Fields actual = fields_of(document, document.tokens[i]);
    for (const auto& [field, value] : expected.tokens[i]) {
      const auto got = actual.find(field);
      if (got != actual.end() && got->second == value) continue;
      found.push_back(expected.id + " token " + std::to_string(i) + " (" + actual.at("text") + ") " + field + ": " +
                      (got == actual.end() ? "none" : got->second) + ", not " + value);
    }
  }
  return found;
}

class GoldenTest : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenTest, EveryValueOfEveryTokenIsThatOfSpacy) {
  VEDETTE_NEEDS_MODEL(GetParam());
  const auto model = Model::open(testing::language_model(GetParam()).string());
  ASSERT_TRUE(model) << model.problem().message;
  Reader reader(*model);
  const auto golden = read_golden(GetParam());
  auto inputs = read_texts();
  ASSERT_EQ(golden.size(), inputs.size());
  ASSERT_GT(golden.size(), 0U);
  size_t tokens = 0;
  for (const Expected& expected : golden) {
    const Input& input = inputs.at(expected.id);
    const Document document = input.is_split ? reader.read(input.words) : reader.read(input.text);
    EXPECT_THAT(differences(expected, document), IsEmpty());
    tokens += document.tokens.size();
  }
  EXPECT_EQ(tokens, 4592U);
}

TEST_P(GoldenTest, TextsReadTogetherAreReadTheSame) {
  VEDETTE_NEEDS_MODEL(GetParam());
  const auto model = Model::open(testing::language_model(GetParam()).string());
  ASSERT_TRUE(model) << model.problem().message;
  Reader reader(*model);
  const auto inputs = read_texts();
  std::vector<const Expected*> expected;
  std::vector<std::string_view> texts;
  const auto golden = read_golden(GetParam());
  for (const Expected& document : golden) {
    const Input& input = inputs.at(document.id);
    if (input.is_split) continue;
    expected.push_back(&document);
    texts.emplace_back(input.text);
  }
  const auto documents = reader.read_all(texts);
  ASSERT_EQ(documents.size(), expected.size());
  for (size_t i = 0; i < documents.size(); ++i) EXPECT_THAT(differences(*expected[i], documents[i]), IsEmpty());
}

TEST_P(GoldenTest, EncoderRowsAreThoseOfSpacy) {
  VEDETTE_NEEDS_MODEL(GetParam());
  const auto model = Model::open(testing::language_model(GetParam()).string());
  ASSERT_TRUE(model) << model.problem().message;
  Reader reader(*model);
  reader.keep_rows(true);
  const auto inputs = read_texts();
  size_t compared = 0;
  for (const Expected& expected : read_golden(GetParam())) {
    if (expected.shared_rows.empty()) continue;
    const Input& input = inputs.at(expected.id);
    const Document document = input.is_split ? reader.read(input.words) : reader.read(input.text);
    EXPECT_THAT(reader.rows().shared, ::testing::Pointwise(::testing::FloatNear(1e-4F), expected.shared_rows));
    EXPECT_THAT(reader.rows().own, ::testing::Pointwise(::testing::FloatNear(1e-4F), expected.own_rows));
    compared += document.tokens.size();
  }
  EXPECT_EQ(compared, 12U);
}

// The parts of a document that the golden files do not have follow from those that they have.
TEST_P(GoldenTest, SpansAndOffsetsAgreeWithTheTokens) {
  VEDETTE_NEEDS_MODEL(GetParam());
  const auto model = Model::open(testing::language_model(GetParam()).string());
  ASSERT_TRUE(model) << model.problem().message;
  Reader reader(*model);
  for (const auto& [id, input] : read_texts()) {
    SCOPED_TRACE(id);
    const Document document = input.is_split ? reader.read(input.words) : reader.read(input.text);
    std::vector<bool> starts(document.tokens.size());
    std::vector<uint16_t> entities(document.tokens.size());
    uint32_t end = 0;
    for (const Span& sentence : document.sentences) {
      ASSERT_EQ(sentence.begin, end);
      ASSERT_LT(sentence.begin, sentence.end);
      starts[sentence.begin] = true;
      end = sentence.end;
    }
    ASSERT_EQ(end, document.tokens.size());
    for (const Span& entity : document.entities) {
      EXPECT_EQ(document.tokens[entity.begin].place, EntityPlace::kBegin);
      for (uint32_t i = entity.begin; i < entity.end; ++i) entities[i] = entity.label;
    }
    for (size_t i = 0; i < document.tokens.size(); ++i) {
      const Token& token = document.tokens[i];
      EXPECT_EQ(token.sentence_start, starts[i]) << i;
      EXPECT_EQ(token.entity, entities[i]) << i;
      const auto before = std::string_view(document.text).substr(0, token.offset);
      const auto is_lead = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
      EXPECT_EQ(std::count_if(before.begin(), before.end(), is_lead), token.code_point) << i;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Models, GoldenTest, ::testing::Values("sm", "md"),
                         [](const auto& model) { return model.param; });

}  // namespace
}  // namespace vedette::language
