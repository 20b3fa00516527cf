// Whole documents through a small made-up model: the answer depends on the text alone.
#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "language/encoder_worker.h"
#include "language/model_access.h"
#include "language/tiny_model_for_test.h"
#include "vedette/language.hpp"

namespace vedette::language {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

const Model& tiny() {
  static const Model model = *ModelAccess::of(tiny_model(true));
  return model;
}

// All that a document says, as text, so that a difference can be read.
std::string told(const Document& document) {
  std::string out = document.text + "\n";
  for (const Token& token : document.tokens) {
    for (const std::string_view part :
         {document.text_of(token), document.lemma_of(token), document.label(token.tag), document.label(token.pos),
          document.label(token.morph), document.label(token.dependency), document.label(token.entity)}) {
      out += std::string(part) + "\t";
    }
    for (const uint32_t number : {token.offset, token.code_point, token.head, uint32_t(token.place),
                                  uint32_t(token.space_after), uint32_t(token.sentence_start)}) {
      out += std::to_string(number) + "\t";
    }
    out += "\n";
  }
  for (const auto& spans : {document.sentences, document.entities}) {
    for (const Span& span : spans) out += std::to_string(span.begin) + "-" + std::to_string(span.end) + " ";
  }
  return out;
}

std::string random_text(size_t words, std::mt19937& random) {
  static const char* const parts[] = {
      "Kim", "met",    "the",  "envoy",  ".",     "\"",  "don't", "U.S.",
      "(",   "ships)", "\n\n", "金正恩", "naïve", "3.5", "—",     "http://a.example/b?c",
      "the", "the",    "said", ","};
  std::string text;
  for (size_t i = 0; i < words; ++i)
    text += std::string(parts[random() % std::size(parts)]) + (random() % 4 ? " " : "");
  return text;
}

std::vector<std::string> some_texts() {
  std::mt19937 random(31);
  std::vector<std::string> texts = {"", " ", "Kim", random_text(1300, random)};
  for (int i = 0; i < 30; ++i) texts.push_back(random_text(random() % 90, random));
  texts.push_back(random_text(5000, random));
  return texts;
}

std::vector<std::string> read_alone(const std::vector<std::string>& texts, std::string_view kernel) {
  std::vector<std::string> answers;
  for (const std::string& text : texts) {
    Reader reader(tiny());
    EXPECT_TRUE(reader.use_kernel(kernel));
    answers.push_back(told(reader.read(text)));
  }
  return answers;
}

std::vector<std::string_view> views(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

TEST(Reader, GivesTheSameAnswerAloneAndBesideOthers) {
  const auto texts = some_texts();
  const auto alone = read_alone(texts, Reader::kernels().front());
  Reader reader(tiny());
  for (int round = 0; round < 2; ++round) {  // the second time with all caches filled
    const auto together = reader.read_all(views(texts));
    ASSERT_THAT(together, SizeIs(texts.size()));
    for (size_t i = 0; i < texts.size(); ++i) ASSERT_EQ(told(together[i]), alone[i]) << i;
  }
}

TEST(Reader, GivesTheSameAnswerOnEveryKernel) {
  auto texts = some_texts();
  texts.pop_back();  // the portable kernel is slow
  const auto fastest = read_alone(texts, Reader::kernels().front());
  for (const auto kernel : Reader::kernels()) EXPECT_EQ(read_alone(texts, kernel), fastest) << kernel;
}

TEST(ReaderPool, GivesTheSameAnswerOnManyThreads) {
  const auto texts = some_texts();
  std::vector<std::string_view> many;
  for (int i = 0; i < 4; ++i) {
    for (const auto& text : texts) many.push_back(text);
  }
  Reader reader(tiny());
  ReaderPool pool(tiny(), 3);
  const auto expected = reader.read_all(many);
  const auto documents = pool.read_all(many);
  ASSERT_THAT(documents, SizeIs(many.size()));
  for (size_t i = 0; i < many.size(); ++i) ASSERT_EQ(told(documents[i]), told(expected[i])) << i;
}

TEST(Reader, KeepsEveryByteOfTheText) {
  std::mt19937 random(32);
  Reader reader(tiny());
  for (int i = 0; i < 50; ++i) {
    const std::string text = random_text(random() % 60, random);
    const Document document = reader.read(text);
    std::string again;
    for (const Token& token : document.tokens) {
      EXPECT_EQ(token.offset, again.size());
      again += std::string(document.text_of(token)) + (token.space_after ? " " : "");
    }
    EXPECT_EQ(again, text);
  }
}

// Longer than the rings and passes of the engine, and larger than any news story.
TEST(Reader, ReadsLargeTexts) {
  std::mt19937 random(33);
  std::string text;
  while (text.size() < 400'000) text += random_text(1000, random) + ". ";
  Reader reader(tiny());
  const Document document = reader.read(text);
  EXPECT_GT(document.tokens.size(), 60'000u);
  EXPECT_EQ(
      document.tokens.back().offset + document.tokens.back().length + (document.tokens.back().space_after ? 1 : 0),
      text.size());
  EXPECT_EQ(document.sentences.back().end, document.tokens.size());
}

TEST(Reader, ReadsATokenOfAMillionCharacters) {
  Reader reader(tiny());
  const std::string token(1'000'000, 'a');
  const Document document = reader.read("Kim " + token + " met");
  ASSERT_THAT(document.tokens, SizeIs(3));
  EXPECT_EQ(document.tokens[1].length, token.size());
  const Document brackets = reader.read(std::string(20'000, '('));
  EXPECT_EQ(brackets.text.size(), 20'000u);
}

TEST(Reader, MendsBytesThatAreNotUtf8) {
  Reader reader(tiny());
  const Document document = reader.read("Kim \xFF\xC3 met");
  EXPECT_EQ(document.text, "Kim \xEF\xBF\xBD\xEF\xBF\xBD met");
  EXPECT_EQ(document.tokens.back().code_point, 7u);
  EXPECT_FALSE(document.cut);
}

TEST(Reader, TakesWordsAsTheyAre) {
  Reader reader(tiny());
  const Document document = reader.read(Words{{"do", "n't", "go", "(now"}, {false, true, true, false}});
  EXPECT_EQ(document.text, "don't go (now");
  ASSERT_THAT(document.tokens, SizeIs(4));
  EXPECT_EQ(document.text_of(document.tokens[3]), "(now");
  EXPECT_EQ(reader.read(Words{{"a", "b"}, {}}).text, "a b ");
  EXPECT_THAT(reader.read(Words{}).tokens, IsEmpty());
}

TEST(Reader, KeepsTheEncodersRowsWhenAsked) {
  Reader reader(tiny());
  reader.keep_rows(true);
  const Document document = reader.read("Kim met the envoy.");
  EXPECT_EQ(reader.rows().shared.size(), document.tokens.size() * reader.rows().width);
  EXPECT_EQ(reader.rows().own.size(), document.tokens.size() * reader.rows().width);
}

TEST(Reader, KeepsRowsOnAnotherKernelToo) {
  Reader reader(tiny());
  reader.keep_rows(true);
  ASSERT_TRUE(reader.use_kernel("portable"));
  reader.read("Kim met the envoy.");
  EXPECT_FALSE(reader.rows().shared.empty());
}

// The rows of the recogniser's encoder are those that it gives by itself.
TEST(Reader, EncodersMayDifferInWidth) {
  std::string text;  // longer than a pass
  for (int i = 0; i < 300; ++i) text += "Kim met the envoy . ";
  for (const uint32_t width : {16u, 64u}) {
    ModelArena arena;
    const auto bytes = tiny::kept_aligned(write_model(*make_tiny_draft({.width = 32, .own_width = width})), arena);
    const auto file = ModelFile::view(bytes, "tiny");
    ASSERT_TRUE(file.has_value()) << file.error().to_string();
    const auto& data = (*file)->data();
    const auto model = ModelAccess::of(*file);
    ASSERT_TRUE(model.has_value());
    Reader reader(*model);
    reader.keep_rows(true);
    const Document document = reader.read(text);
    EXPECT_EQ(reader.rows().own_width, width);
    LexemeTable lexemes(data.norms);
    EncoderWorker encoder(data.own, data.vectors, lexemes, portable_kernel());
    std::vector<RawToken> tokens;
    for (const Token& token : document.tokens) {
      tokens.push_back({lexemes.number(document.text_of(token)), token.offset, token.length, token.space_after});
    }
    const DocumentPart all{tokens, 0, static_cast<uint32_t>(tokens.size())};
    encoder.encode(std::span(&all, 1));
    const std::vector<float> want(encoder.rows(0), encoder.rows(0) + tokens.size() * width);
    EXPECT_EQ(reader.rows().own, want);
  }
}

TEST(Reader, RefusesAKernelThatIsNotThere) {
  Reader reader(tiny());
  const auto before = reader.kernel();
  EXPECT_FALSE(reader.use_kernel("abacus"));
  EXPECT_EQ(reader.kernel(), before);
}

}  // namespace
}  // namespace vedette::language
