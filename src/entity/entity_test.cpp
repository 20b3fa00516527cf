#include "entity/entity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vedette {
namespace {

using ::testing::ElementsAre;

TEST(Entity, AddsEachValueOnce) {
  Entity entity;
  EXPECT_EQ(entity.add(Property::kName, ""), nullptr);
  Value* first = entity.add(Property::kName, "A");
  ASSERT_NE(first, nullptr);
  first->language = "fr";
  EXPECT_EQ(entity.add(Property::kName, "A")->language, "fr");
  entity.add(Property::kAlias, "A");
  entity.add(Property::kName, "B");
  EXPECT_THAT(entity.texts(Property::kName), ElementsAre("A", "B"));
  EXPECT_EQ(entity.values.size(), 3u);
  EXPECT_EQ(entity.first(Property::kName), "A");
  EXPECT_EQ(entity.first(Property::kTitle), "");
  EXPECT_TRUE(entity.has(Property::kAlias));
  EXPECT_FALSE(entity.has(Property::kTitle));
}

TEST(Entity, LabelsTellEqualTextsApart) {
  Entity entity;
  entity.add({.property = Property::kWalletAddress, .text = "1abc", .label = "XBT"});
  entity.add({.property = Property::kWalletAddress, .text = "1abc", .label = "BCH"});
  entity.add({.property = Property::kWalletAddress, .text = "1abc", .label = "BCH"});
  EXPECT_EQ(entity.values.size(), 2u);
}

TEST(Entity, CaptionIsTheBestNameThereIs) {
  Entity entity{.id = "x-1"};
  EXPECT_EQ(entity.caption(), "x-1");
  entity.add(Property::kWeakAlias, "W");
  EXPECT_EQ(entity.caption(), "W");
  entity.add(Property::kAlias, "A");
  EXPECT_EQ(entity.caption(), "A");
  entity.add(Property::kName, "N");
  EXPECT_EQ(entity.caption(), "N");
}

TEST(FoldSpaces, RunsBecomeOne) {
  EXPECT_EQ(fold_spaces("  a\t\r\n b\xC2\xA0\xC2\xA0"
                        "c  "),
            "a b c");
  EXPECT_EQ(fold_spaces("\xC2\xA0"), "");
  EXPECT_EQ(fold_spaces(""), "");
  EXPECT_EQ(fold_spaces("é\xC2"), "é\xC2");
}

}  // namespace
}  // namespace vedette
