#include "base/ascii.h"

#include <gtest/gtest.h>

namespace vedette {
namespace {

TEST(Ascii, LowersLettersAndNothingElse) {
  EXPECT_EQ(ascii_lower("AZ az [@] É"), "az az [@] É");
}

TEST(Ascii, ComparesWithoutCase) {
  EXPECT_TRUE(equal_ignoring_case("ETag", "etag"));
  EXPECT_FALSE(equal_ignoring_case("etag", "etags"));
  EXPECT_FALSE(equal_ignoring_case("[", "{"));
}

TEST(Ascii, TrimsBothEnds) {
  EXPECT_EQ(trimmed(" \ta b\r\n"), "a b");
  EXPECT_EQ(trimmed(" \n"), "");
  EXPECT_EQ(trimmed("(a).", ".()"), "a");
}

}  // namespace
}  // namespace vedette
