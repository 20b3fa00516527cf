#include "base/error.h"

#include <gtest/gtest.h>

#include <set>

namespace vedette {
namespace {

Result<int> number(bool good) {
  if (good) return 7;
  return fail(ErrorCode::kNotFound, "no such number", {.file = "a.csv", .line = 12, .field = "type"});
}

Result<int> doubled(bool good) {
  VEDETTE_ASSIGN_OR_RETURN(const int value, number(good));
  return 2 * value;
}

Result<void> checked(bool good) {
  VEDETTE_RETURN_IF_ERROR(number(good));
  return {};
}

TEST(Error, TravelsThroughTheMacros) {
  EXPECT_EQ(*doubled(true), 14);
  EXPECT_TRUE(checked(true));
  EXPECT_EQ(doubled(false).error(), number(false).error());
  EXPECT_EQ(checked(false).error(), number(false).error());
}

TEST(Error, SaysWhere) {
  EXPECT_EQ(number(false).error().to_string(), "a.csv:12: field type: no such number");
  EXPECT_EQ((Error{ErrorCode::kIo, "cannot read", {.file = "a"}}.to_string()), "a: cannot read");
  EXPECT_EQ((Error{ErrorCode::kIo, "cannot read", {}}.to_string()), "cannot read");
}

TEST(Error, EveryCodeHasASentenceOfItsOwn) {
  std::set<std::string_view> sentences;
  for (int code = 0; code <= static_cast<int>(ErrorCode::kInternal); ++code) {
    sentences.insert(describe(static_cast<ErrorCode>(code)));
  }
  EXPECT_EQ(sentences.size(), static_cast<size_t>(ErrorCode::kInternal) + 1);
  EXPECT_FALSE(sentences.contains(""));
}

}  // namespace
}  // namespace vedette
