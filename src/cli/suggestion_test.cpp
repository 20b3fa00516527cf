#include "cli/suggestion.h"

#include <gtest/gtest.h>

namespace vedette::cli {
namespace {

const std::vector<std::string> kKnown = {"screen", "scan", "compare", "lists", "--threshold", "--explain"};

TEST(Nearest, FindsWhatWasMeant) {
  EXPECT_EQ(nearest("scren", kKnown), "screen");
  EXPECT_EQ(nearest("sacn", kKnown), "scan");
  EXPECT_EQ(nearest("list", kKnown), "lists");
  EXPECT_EQ(nearest("--treshold", kKnown), "--threshold");
  EXPECT_EQ(nearest("--thr", kKnown), "--threshold");
}

TEST(Nearest, KeepsSilentWhenNothingIsNear) {
  EXPECT_EQ(nearest("frobnicate", kKnown), "");
  EXPECT_EQ(nearest("", kKnown), "");
  EXPECT_EQ(nearest("--", kKnown), "");
  EXPECT_EQ(nearest(std::string(10'000, 'x'), kKnown), "");
}

}  // namespace
}  // namespace vedette::cli
