#include "story/tense.h"

#include <gtest/gtest.h>

#include "support/language_model.h"

namespace vedette::story {
namespace {

struct TenseCase {
  std::string text, expected;  // the text has one date
};

TEST(Tense, TurnsDatesTheRightWay) {
  VEDETTE_NEEDS_MODEL("sm");
  const auto model = language::Model::open(vedette::testing::language_model("sm").string());
  ASSERT_TRUE(model);
  language::Reader reader(*model);
  const std::vector<TenseCase> cases = {{"Kim met Putin on Friday.", "2023-09-08"},
                                        {"Kim will meet Putin on Friday.", "2023-09-15"},
                                        {"Kim is expected in Moscow on Friday.", "2023-09-15"},
                                        {"Kim plans to visit Moscow on Friday.", "2023-09-15"},
                                        {"The minister is due to arrive on Friday.", "2023-09-15"},
                                        {"Kim is going to meet Putin on Friday.", "2023-09-15"},
                                        {"Kim has arrived in Moscow on Friday.", "2023-09-08"},
                                        {"The ministry said on Friday that Kim will visit Moscow.", "2023-09-08"}};
  for (const auto& c : cases) {
    const auto document = reader.read(c.text);
    const auto times = find_times(c.text, {day_number(2023, 9, 13), tense_at(document), false});
    ASSERT_EQ(times.size(), 1U) << c.text;
    EXPECT_EQ(times[0].value, c.expected) << c.text;
  }
}

}  // namespace
}  // namespace vedette::story
