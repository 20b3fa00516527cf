#include "entity/gender.h"

#include <gtest/gtest.h>

namespace vedette {
namespace {

TEST(Gender, KnownWords) {
  EXPECT_EQ(gender_code("M"), "male");
  EXPECT_EQ(gender_code(" Male "), "male");
  EXPECT_EQ(gender_code("F."), "female");
  EXPECT_EQ(gender_code("FEMALE"), "female");
  EXPECT_EQ(gender_code("other"), "other");
  EXPECT_EQ(gender_code("N/A"), "");
  EXPECT_EQ(gender_code(""), "");
}

}  // namespace
}  // namespace vedette
