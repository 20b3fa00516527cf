#include "entity/schema.h"

#include <gtest/gtest.h>

namespace vedette {
namespace {

TEST(Schema, NamesAreFoundAgain) {
  for (int i = 0; i < kSchemaCount; ++i) {
    const auto schema = static_cast<Schema>(i);
    EXPECT_EQ(find_schema(to_string(schema)), schema);
  }
  EXPECT_FALSE(find_schema("person"));
  EXPECT_FALSE(find_schema(""));
}

TEST(Schema, Family) {
  EXPECT_TRUE(is_a(Schema::kCompany, Schema::kOrganization));
  EXPECT_TRUE(is_a(Schema::kCompany, Schema::kAsset));
  EXPECT_TRUE(is_a(Schema::kVessel, Schema::kThing));
  EXPECT_TRUE(is_a(Schema::kPassport, Schema::kIdentification));
  EXPECT_FALSE(is_a(Schema::kPerson, Schema::kOrganization));
  EXPECT_FALSE(is_a(Schema::kThing, Schema::kPerson));
}

TEST(Schema, WhatCanBeTheSame) {
  EXPECT_TRUE(can_be_same(Schema::kLegalEntity, Schema::kPerson));
  EXPECT_TRUE(can_be_same(Schema::kCompany, Schema::kPublicBody));
  EXPECT_TRUE(can_be_same(Schema::kThing, Schema::kVessel));
  EXPECT_FALSE(can_be_same(Schema::kPerson, Schema::kVessel));
  EXPECT_FALSE(can_be_same(Schema::kPerson, Schema::kCompany));
  EXPECT_FALSE(can_be_same(Schema::kVessel, Schema::kAirplane));
  EXPECT_TRUE(can_be_same(Schema::kLegalEntity, Schema::kVessel));
}

TEST(Schema, CanBeSameIsSymmetric) {
  for (int a = 0; a < kSchemaCount; ++a) {
    for (int b = 0; b < kSchemaCount; ++b) {
      EXPECT_EQ(can_be_same(static_cast<Schema>(a), static_cast<Schema>(b)),
                can_be_same(static_cast<Schema>(b), static_cast<Schema>(a)));
    }
  }
}

}  // namespace
}  // namespace vedette
