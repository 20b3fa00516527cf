#include "story/status.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "story/story_text.h"
#include "support/language_model.h"

namespace vedette::story {
namespace {

struct Sure {
  std::string_view sentence, word, status;
};

TEST(StatusTest, IsCarriedDownTheTree) {
  VEDETTE_NEEDS_MODEL("md");
  const auto model = *language::Model::open(testing::language_model("md"));
  language::Reader reader(model);
  for (const auto& [sentence, word, status] : std::array<Sure, 16>{{
           {"Norway delivered boats to Chile.", "delivered", "occurred"},
           {"Norway will deliver boats to Chile.", "deliver", "planned"},
           {"Norway did not deliver boats to Chile.", "deliver", "denied"},
           {"Norway denied delivering boats to Chile.", "delivering", "denied"},
           {"Norway plans to deliver boats to Chile.", "deliver", "planned"},
           {"Norway is expected to deliver boats to Chile.", "deliver", "expected"},
           {"Norway agreed to deliver boats to Chile.", "deliver", "agreed"},
           {"Norway offered to deliver boats to Chile.", "deliver", "proposed"},
           {"Norway may deliver boats to Chile.", "deliver", "possible"},
           {"If Norway delivers boats, Chile will pay.", "delivers", "conditional"},
           {"Norway is delivering boats to Chile.", "delivering", "ongoing"},
           {"Norway said it had delivered boats to Chile.", "delivered", "occurred"},
           {"The mayor said no boats had been delivered to Chile.", "delivered", "denied"},
           {"The boats are being sold in Lima.", "sold", "ongoing"},
           {"The admiral called off the exercise.", "exercise", "denied"},
           {"The minister ruled out a visit.", "visit", "denied"},
       }}) {
    const Story story = *story_from_text(sentence, std::array{StoryFacts{}});
    const auto document = reader.read(story.plain);
    const Reading reading = make_reading(story, document);
    const auto statuses = statuses_of(reading);
    for (uint32_t token = 0; token < reading.size(); ++token) {
      if (reading.text(token) != word) continue;
      EXPECT_EQ(to_string(statuses[token]), status) << sentence;
    }
  }
}

}  // namespace
}  // namespace vedette::story
