#include "entity/property.h"

#include <gtest/gtest.h>

namespace vedette {
namespace {

TEST(Property, NamesAreFoundAgain) {
  for (int i = 0; i < property_count(); ++i) {
    const auto property = static_cast<Property>(i);
    EXPECT_EQ(find_property(to_string(property)), property) << to_string(property);
  }
}

TEST(Property, UnknownNames) {
  EXPECT_FALSE(find_property(""));
  EXPECT_FALSE(find_property("Name"));
  EXPECT_FALSE(find_property("zzz"));
}

TEST(Property, Kinds) {
  EXPECT_EQ(kind_of(Property::kWeakAlias), PropertyKind::kName);
  EXPECT_EQ(kind_of(Property::kBirthDate), PropertyKind::kDate);
  EXPECT_EQ(kind_of(Property::kFlag), PropertyKind::kCountry);
  EXPECT_EQ(kind_of(Property::kImoNumber), PropertyKind::kIdentifier);
  EXPECT_EQ(kind_of(Property::kSourceUrl), PropertyKind::kText);
}

// The numbers are written into images: a change here breaks files that exist.
TEST(Property, NumbersStay) {
  EXPECT_EQ(static_cast<int>(Property::kName), 0);
  EXPECT_EQ(static_cast<int>(Property::kBirthDate), 12);
  EXPECT_EQ(static_cast<int>(Property::kAddress), 34);
  EXPECT_EQ(static_cast<int>(Property::kImoNumber), 53);
  EXPECT_EQ(static_cast<int>(Property::kListingDate), 83);
}

}  // namespace
}  // namespace vedette
