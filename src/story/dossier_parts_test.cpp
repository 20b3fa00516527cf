#include "story/flags.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "story/dossier.h"
#include "story/story_reader.h"
#include "story/story_text.h"
#include "support/language_model.h"

namespace vedette::story {
namespace {

Dossier read(std::string_view text) {
  const auto model = *language::Model::open(testing::language_model("md"));
  language::Reader reader(model);
  const StoryFacts facts{.published = day_number(2023, 9, 13)};
  return *read_story(*story_from_text(text, std::array{facts}),
                     {.reader = reader, .rules = *rules::RuleBook::built_in()});
}

TEST(GoodsTest, HaveNumbersAndUnits) {
  VEDETTE_NEEDS_MODEL("md");
  const Dossier dossier = read("Chile sold three ballistic missiles and 30,000 tonnes of coal to Peru on Monday.");
  ASSERT_EQ(dossier.goods.size(), 2U);
  EXPECT_EQ(dossier.goods[0].text, "ballistic missiles");
  EXPECT_EQ(dossier.goods[0].count, 3);
  EXPECT_EQ(dossier.goods[1].text, "coal");
  EXPECT_EQ(dossier.goods[1].count, 30000);
  EXPECT_EQ(dossier.goods[1].unit, "tonne");
}

TEST(FlagsTest, ComeFromConductAndStatus) {
  VEDETTE_NEEDS_MODEL("md");
  const Dossier done = read("North Korea launched two ballistic missiles on Wednesday.");
  EXPECT_TRUE(std::any_of(done.flags.begin(), done.flags.end(), [](const StoryFlag& flag) {
    return flag.flag.provision.starts_with("S/RES/1718") && flag.flag.level == rules::FlagLevel::kTouches;
  }));
  const Dossier planned = read("Russia plans to supply artillery shells to North Korea.");
  ASSERT_FALSE(planned.flags.empty());
  for (const auto& flag : planned.flags) EXPECT_EQ(flag.flag.level, rules::FlagLevel::kWouldTouch);
  EXPECT_TRUE(read("Norway sold three bicycles to Chile on Monday.").flags.empty());
}

TEST(DistancesTest, AreCheckedAgainstTheMap) {
  VEDETTE_NEEDS_MODEL("md");
  const Dossier dossier = read("They met at the Vostochny Cosmodrome, about 1,000 kilometers from Vladivostok.");
  ASSERT_EQ(dossier.distances.size(), 1U);
  EXPECT_EQ(dossier.distances[0].from, "Vladivostok");
  EXPECT_EQ(dossier.distances[0].measured_km, 1011);
  EXPECT_EQ(dossier.distances[0].agrees, true);
}

TEST(PlacesTest, AreWhereSomethingHappens) {
  VEDETTE_NEEDS_MODEL("md");
  const Dossier dossier = read("Moscow said on Monday that a ship had burnt in Busan.");
  ASSERT_EQ(dossier.places.size(), 1U);
  EXPECT_EQ(dossier.places[0].name, "Busan");
  EXPECT_EQ(dossier.places[0].country, "kr");
}

}  // namespace
}  // namespace vedette::story
