#include "story/cast.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "story/cast_lexicon.h"
#include "story/story_text.h"
#include "support/language_model.h"

namespace vedette::story {
namespace {

// A text, its parse and its cast, which hang together.
class Played {
 public:
  Played(const language::Model& model, std::string_view text)
      : story_(*story_from_text(text, std::array{StoryFacts{}})),
        document_(language::Reader(model).read(story_.plain)),
        reading_(make_reading(story_, document_)),
        cast_(find_cast(reading_)) {}

  const Cast& cast() const { return cast_; }
  const Actor* find(ActorKind kind, std::string_view name) const {
    for (const Actor& actor : cast_.actors) {
      if (actor.kind == kind && actor.name == name) return &actor;
    }
    return nullptr;
  }
  std::string actor_at(std::string_view word, int nth = 1) const {
    for (uint32_t token = 0; token < reading_.size(); ++token) {
      if (reading_.text(token) != word || --nth > 0) continue;
      const auto actor = cast_.actor_at(token);
      return actor ? cast_.actors[*actor].name : std::string();
    }
    return {};
  }

 private:
  Story story_;
  language::Document document_;
  Reading reading_;
  Cast cast_;
};

TEST(CastLexicon, IsRead) {
  const auto& lexicon = CastLexicon::built_in();
  EXPECT_EQ(lexicon.seats.at("Pyongyang"), "kp");
  EXPECT_EQ(lexicon.bodies.at("TASS").kind, "media");
  EXPECT_TRUE(lexicon.titles.contains("minister"));
}

TEST(CastTest, JoinsNamesRolesAndPronouns) {
  VEDETTE_NEEDS_MODEL("md");
  const auto model = *language::Model::open(testing::language_model("md"));
  const Played story(model,
                     "Norwegian Foreign Minister Erik Solberg arrived in Lisbon on Monday. Solberg said he would meet "
                     "traders. He left on Tuesday.");
  const Actor* person = story.find(ActorKind::kPerson, "Erik Solberg");
  ASSERT_NE(person, nullptr);
  ASSERT_FALSE(person->roles.empty());
  EXPECT_EQ(person->roles[0], (Role{"Foreign Minister", "Norway"}));
  EXPECT_EQ(story.actor_at("Solberg", 2), "Erik Solberg");
  EXPECT_EQ(story.actor_at("he"), "Erik Solberg");
  EXPECT_EQ(story.actor_at("He"), "Erik Solberg");
  EXPECT_NE(story.find(ActorKind::kGroup, "traders"), nullptr);
}

TEST(CastTest, TellsBodiesVesselsAndStates) {
  VEDETTE_NEEDS_MODEL("md");
  const auto model = *language::Model::open(testing::language_model("md"));
  const Played story(model,
                     "The Norwegian coast guard stopped the tanker Marlin Star (IMO 9123456) near Bergen, Reuters "
                     "reported. The vessel flies the flag of Panama.");
  const Actor* vessel = story.find(ActorKind::kVessel, "Marlin Star");
  ASSERT_NE(vessel, nullptr);
  EXPECT_EQ(vessel->imo, "9123456");
  EXPECT_EQ(story.actor_at("vessel"), "Marlin Star");
  EXPECT_NE(story.find(ActorKind::kOrganization, "Norwegian coast guard"), nullptr);
  EXPECT_NE(story.find(ActorKind::kCountry, "Panama"), nullptr);
}

TEST(CastTest, IndicesHoldOnAnyText) {
  VEDETTE_NEEDS_MODEL("sm");
  const auto model = *language::Model::open(testing::language_model("sm"));
  std::string text;
  uint32_t seed = 7;
  constexpr std::array<std::string_view, 16> kBits = {"Kim",  "the", "minister", "of", "Russia", "said", "he", ",",
                                                      "\n\n", "IMO", "1234567",  "'s", "tanker", "and",  "a",  "."};
  for (int i = 0; i < 4000; ++i) {
    seed = seed * 1664525 + 1013904223;
    text += std::string(kBits[(seed >> 20) % kBits.size()]) + ' ';
  }
  const Played story(model, text);
  const Cast& cast = story.cast();
  for (uint32_t i = 0; i < cast.mentions.size(); ++i) {
    const auto& mention = cast.mentions[i];
    EXPECT_LT(mention.actor, cast.actors.size());
    EXPECT_TRUE(mention.tokens.contains(mention.head));
    EXPECT_EQ(cast.mention_at[mention.head], static_cast<int32_t>(i));
  }
  for (const Actor& actor : cast.actors) EXPECT_FALSE(actor.mentions.empty());
}

}  // namespace
}  // namespace vedette::story
