#include "story/event_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/ascii.h"
#include "rules/rule_book.h"
#include "story/event_grammar.h"
#include "story/story_text.h"
#include "support/language_model.h"

namespace vedette::story {
namespace {

TEST(EventLexicon, KeepsToItsGrammar) {
  EXPECT_THAT(EventLexicon::standard().problems(), ::testing::IsEmpty());
  EXPECT_GT(EventLexicon::standard().entries().size(), 400U);
}

// Whether the example's word tells of an event of its line's type, or of none.
bool holds(const EventPattern& pattern, language::Reader& reader, const rules::GoodsVocabulary& goods) {
  const auto story = *story_from_text(pattern.example, {});
  const auto document = reader.read(story.plain);
  const auto reading = make_reading(story, document);
  const auto cast = find_cast(reading);
  const auto places = resolve_places(reading, cast);
  const auto mentions = find_goods(reading, goods);
  const auto statements = find_statements(reading, cast);
  const auto statuses = statuses_of(reading);
  const auto events = find_events({reading, cast, places, mentions, statements, statuses});
  const bool found = std::any_of(events.begin(), events.end(), [&](const Event& event) {
    if (!pattern.type) return lower_lemma(reading, event.trigger) == pattern.lemma;
    return event.type == *pattern.type;
  });
  return found == pattern.type.has_value();
}

TEST(EventLexicon, EveryExampleHolds) {
  VEDETTE_NEEDS_MODEL("md");
  const auto model = language::Model::open(vedette::testing::language_model("md").string());
  ASSERT_TRUE(model);
  language::Reader reader(*model);
  const auto rules = rules::RuleBook::built_in();
  ASSERT_TRUE(rules);
  for (const auto& pattern : EventLexicon::standard().entries()) {
    EXPECT_TRUE(holds(pattern, reader, (*rules)->goods)) << pattern.lemma << ": " << pattern.example;
  }
}

}  // namespace
}  // namespace vedette::story
