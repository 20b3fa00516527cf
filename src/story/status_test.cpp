#include "story/status.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "base/file.h"
#include "base/table.h"
#include "story/story_text.h"
#include "support/language_model.h"

namespace vedette::story {
namespace {

// A row that the reader would pass over is a mistake in the table.
TEST(StatusTest, EveryOperatorIsKnown) {
  const auto text = *read_file(std::string(VEDETTE_SOURCE_DIR) + "/data/story/operators.tsv", 1 << 20);
  const std::array<std::string_view, 3> columns = {"term", "kind", "status"};
  const auto rows = parse_table("operators.tsv", text, columns);
  ASSERT_TRUE(rows) << rows.error().to_string();
  EXPECT_GT(rows->size(), 100U);
  for (const TableRow& row : *rows) {
    bool known = false;
    for (int i = 0; i <= static_cast<int>(Status::kDenied); ++i) known |= to_string(static_cast<Status>(i)) == row[2];
    EXPECT_TRUE(known) << row[0] << ": " << row[2];
    EXPECT_NE(std::string_view("vnar").find(row[1]), std::string_view::npos) << row[0] << ": " << row[1];
  }
}

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
