#include "story/speech_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "story/statements.h"
#include "story/story_text.h"
#include "support/language_model.h"

namespace vedette::story::speech {
namespace {

std::vector<Statement> read(language::Reader& reader, const std::string& text) {
  const auto story = *story_from_text(text, {});
  const auto document = reader.read(story.plain);
  const auto reading = make_reading(story, document);
  return find_statements(reading, find_cast(reading));
}

std::string told(const std::vector<Statement>& statements) {
  std::string all;
  for (const auto& statement : statements) all += statement.speaker.words + " | " + statement.quote + "\n";
  return all;
}

// Every example gives its statement with most models; a parse may miss a few.
void expect_examples(const std::string& model_name, size_t allowed) {
  const auto model = language::Model::open(vedette::testing::language_model(model_name).string());
  ASSERT_TRUE(model);
  language::Reader reader(*model);
  std::string missed;
  size_t count = 0;
  for (const auto& word : SpeechLexicon::standard().words()) {
    const auto statements = read(reader, word.example);
    const bool found = std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
      return statement.speaker.words.find(word.speaker) != std::string::npos &&
             statement.quote.find(word.content) != std::string::npos;
    });
    if (found) continue;
    ++count;
    missed += word.term + ": " + word.example + "\n" + told(statements);
  }
  EXPECT_LE(count, allowed) << missed;
}

TEST(SpeechLexicon, HasItsWords) {
  const auto& lexicon = SpeechLexicon::standard();
  EXPECT_GT(lexicon.words().size(), 180U);
  EXPECT_THAT(lexicon.find("point", SpeechKind::kVerb), ::testing::SizeIs(2));
  EXPECT_THAT(lexicon.find("harbour", SpeechKind::kVerb), ::testing::IsEmpty());
  EXPECT_TRUE(lexicon.is_outlet_word("newspaper"));
}

TEST(SpeechLexicon, EveryExampleHolds) {
  VEDETTE_NEEDS_MODEL("md");
  expect_examples("md", 0);
}

TEST(SpeechLexicon, MostExamplesHoldWithTheSmallModel) {
  VEDETTE_NEEDS_MODEL("sm");
  expect_examples("sm", SpeechLexicon::standard().words().size() / 10);
}

TEST(SpeechLexicon, EveryOutletPassesOn) {
  VEDETTE_NEEDS_MODEL("md");
  const auto model = language::Model::open(vedette::testing::language_model("md").string());
  ASSERT_TRUE(model);
  language::Reader reader(*model);
  for (const auto& [word, outlet] : SpeechLexicon::standard().outlets()) {
    const auto statements = read(reader, outlet.example);
    const bool via = std::any_of(statements.begin(), statements.end(), [](const auto& statement) {
      return statement.speaker.words == "engineer" && statement.via.size() == 1;
    });
    EXPECT_TRUE(via) << outlet.example << "\n" << told(statements);
  }
}

}  // namespace
}  // namespace vedette::story::speech
