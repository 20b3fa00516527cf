#include "base/json_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <limits>

namespace vedette {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(JsonWriter, OneLine) {
  JsonWriter json;
  json.begin_object();
  json.member("score", 0.93);
  json.member("match", true);
  json.key("hits");
  json.begin_array();
  json.value(1);
  json.null();
  json.value("x");
  json.end_array();
  json.member_strings("names", {"a", "b"});
  json.key("none");
  json.begin_array();
  json.end_array();
  json.end_object();
  EXPECT_EQ(json.text(), R"({"score": 0.93, "match": true, "hits": [1, null, "x"], "names": ["a", "b"], "none": []})");
}

TEST(JsonWriter, Indented) {
  JsonWriter json(2);
  json.begin_object();
  json.member("a", 1);
  json.key("b");
  json.begin_array();
  json.end_array();
  json.end_object();
  EXPECT_EQ(json.take(), "{\n  \"a\": 1,\n  \"b\": []\n}");
}

TEST(JsonWriter, EscapesAndMendsStrings) {
  EXPECT_EQ(quoted("a\"b\\c\n\t\r"), R"("a\"b\\c\n\t\r")");
  EXPECT_EQ(quoted(std::string_view("\0\x1f\x7f", 3)), R"("\u0000\u001f\u007f")");
  EXPECT_EQ(quoted("김정은"), "\"김정은\"");
  EXPECT_EQ(quoted("a\xFF"), "\"a\uFFFD\"");
}

TEST(JsonWriter, DoublesAreShortAndNeverInvalid) {
  EXPECT_EQ(shortest_double(0.1), "0.1");
  EXPECT_EQ(shortest_double(1), "1.0");
  EXPECT_EQ(shortest_double(1e300), "1e+300");
  JsonWriter json;
  json.begin_array();
  json.value(std::numeric_limits<double>::quiet_NaN());
  json.value(std::numeric_limits<double>::infinity());
  json.end_array();
  EXPECT_EQ(json.text(), "[null, null]");
}

RC_GTEST_PROP(JsonWriter, DoublesReadBackTheSame, (double number)) {
  RC_ASSERT(std::strtod(shortest_double(number).c_str(), nullptr) == number);
}

TEST(JsonWriter, AnEmptyTextCanBeNull) {
  JsonWriter json;
  json.begin_object();
  json.member_or_null("a", "");
  json.member_or_null("b", "text");
  json.end_object();
  EXPECT_EQ(json.text(), "{\"a\": null, \"b\": \"text\"}");
}

}  // namespace
}  // namespace vedette
