#include "base/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace vedette {
namespace {

TEST(Utf8, DecodesEveryLength) {
  EXPECT_EQ(to_utf32("aé朝🚀"), U"aé朝🚀");
  EXPECT_EQ(to_utf8(U"aé朝🚀"), "aé朝🚀");
  EXPECT_EQ(count_code_points("aé朝🚀"), 4u);
}

TEST(Utf8, RefusesWhatUnicodeForbids) {
  EXPECT_FALSE(is_valid_utf8("\xC0\x80"));          // overlong NUL
  EXPECT_FALSE(is_valid_utf8("\xE0\x80\xAF"));      // overlong
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));      // surrogate
  EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));  // above U+10FFFF
  EXPECT_FALSE(is_valid_utf8("\xE6\x9C"));          // ends early
  EXPECT_FALSE(is_valid_utf8("\x80"));              // continuation alone
  EXPECT_TRUE(is_valid_utf8(std::string_view("\0\xF4\x8F\xBF\xBF", 5)));
}

TEST(Utf8, SaysWhereTheFirstFaultIs) {
  EXPECT_EQ(first_invalid_utf8("ab\xFFz\xFF"), 2u);
  EXPECT_EQ(first_invalid_utf8("abc"), std::string_view::npos);
}

TEST(Utf8, AFaultIsOneByteLong) {
  EXPECT_EQ(mend_utf8("a\xE6\x9Cz"), "a\uFFFD\uFFFDz");
  EXPECT_EQ(count_code_points("a\xE6\x9Cz"), 4u);
  EXPECT_EQ(mend_utf8("朝鲜"), "朝鲜");
}

TEST(Utf8, AppendMendsWhatIsNoScalar) {
  std::string text;
  append_code_point(text, 0xD800);
  append_code_point(text, 0x110000);
  append_code_point(text, 0x10FFFF);
  EXPECT_EQ(text, "\uFFFD\uFFFD\U0010FFFF");
}

RC_GTEST_PROP(Utf8, ScalarsSurviveTheRoundTrip, ()) {
  const auto numbers = *rc::gen::container<std::vector<uint32_t>>(
      rc::gen::suchThat(rc::gen::inRange<uint32_t>(0, 0x110000), [](uint32_t c) { return c < 0xD800 || c > 0xDFFF; }));
  std::u32string wide;
  for (uint32_t c : numbers) wide += static_cast<char32_t>(c);
  const std::string narrow = to_utf8(wide);
  RC_ASSERT(is_valid_utf8(narrow));
  RC_ASSERT(to_utf32(narrow) == wide);
  RC_ASSERT(count_code_points(narrow) == wide.size());
}

RC_GTEST_PROP(Utf8, WhateverIsMendedIsValid, (const std::vector<uint8_t>& bytes)) {
  const std::string text(bytes.begin(), bytes.end());
  RC_ASSERT(is_valid_utf8(mend_utf8(text)));
  RC_ASSERT(is_valid_utf8(text) == (mend_utf8(text) == text));
}

}  // namespace
}  // namespace vedette
