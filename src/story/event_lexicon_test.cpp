#include "story/event_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/ascii.h"
#include "rules/rule_book.h"
#include "story/story_reader.h"
#include "story/story_text.h"
#include "support/language_model.h"

namespace vedette::story {
namespace {

TEST(EventLexicon, KeepsToItsGrammar) {
  EXPECT_THAT(EventLexicon::standard().problems(), ::testing::IsEmpty());
  EXPECT_GT(EventLexicon::standard().entries().size(), 400U);
}

// Whether the example's word tells of an event of its line's type, or of none.
bool holds(const EventPattern& pattern, language::Reader& reader) {
  const auto story = *story_from_text(pattern.example, {});
  const auto document = reader.read(story.plain);
  const auto dossier = *read_parsed(story, document, {.reader = reader, .rules = *rules::RuleBook::built_in()});
  const bool found = std::any_of(dossier.events.begin(), dossier.events.end(), [&](const Event& event) {
    if (!pattern.type) return ascii_lower(document.lemma_of(document.tokens[event.trigger])) == pattern.lemma;
    return event.type == *pattern.type;
  });
  return found == pattern.type.has_value();
}

TEST(EventLexicon, EveryExampleHolds) {
  VEDETTE_NEEDS_MODEL("md");
  const auto model = language::Model::open(vedette::testing::language_model("md").string());
  ASSERT_TRUE(model);
  language::Reader reader(*model);
  for (const auto& pattern : EventLexicon::standard().entries()) {
    EXPECT_TRUE(holds(pattern, reader)) << pattern.lemma << ": " << pattern.example;
  }
}

}  // namespace
}  // namespace vedette::story
