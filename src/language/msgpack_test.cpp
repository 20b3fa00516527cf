#include "language/msgpack.h"

#include <gmock/gmock.h>

#include <limits>

namespace vedette::language {
namespace {

using namespace std::string_view_literals;
using Kind = MsgpackReader::Kind;

TEST(Msgpack, ReadsEveryFormOfAnInteger) {
  EXPECT_EQ(MsgpackReader("\x07"sv).integer(), 7);
  EXPECT_EQ(MsgpackReader("\x7F"sv).integer(), 127);
  EXPECT_EQ(MsgpackReader("\xFF"sv).integer(), -1);
  EXPECT_EQ(MsgpackReader("\xE0"sv).integer(), -32);
  EXPECT_EQ(MsgpackReader("\xCC\xFF"sv).integer(), 255);
  EXPECT_EQ(MsgpackReader("\xCD\x01\x00"sv).integer(), 256);
  EXPECT_EQ(MsgpackReader("\xCE\xFF\xFF\xFF\xFF"sv).integer(), 4294967295);
  EXPECT_EQ(MsgpackReader("\xCF\x00\x00\x00\x01\x00\x00\x00\x00"sv).integer(), 4294967296);
  EXPECT_EQ(MsgpackReader("\xD0\x80"sv).integer(), -128);
  EXPECT_EQ(MsgpackReader("\xD1\x80\x00"sv).integer(), -32768);
  EXPECT_EQ(MsgpackReader("\xD2\xFF\xFF\xFF\xFE"sv).integer(), -2);
  EXPECT_EQ(MsgpackReader("\xD3\x80\x00\x00\x00\x00\x00\x00\x00"sv).integer(), std::numeric_limits<int64_t>::min());
  EXPECT_EQ(MsgpackReader("\xCF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"sv).unsigned_number(), ~uint64_t{0});
}

TEST(Msgpack, ReadsTextBinaryFloatsAndTruthValues) {
  EXPECT_EQ(MsgpackReader("\xA3"
                          "abc"sv)
                .text(),
            "abc");
  EXPECT_EQ(MsgpackReader("\xD9\x02"
                          "ab"sv)
                .text(),
            "ab");
  EXPECT_EQ(MsgpackReader("\xDA\x00\x01"
                          "a"sv)
                .text(),
            "a");
  EXPECT_EQ(MsgpackReader("\xDB\x00\x00\x00\x01"
                          "a"sv)
                .text(),
            "a");
  EXPECT_EQ(MsgpackReader("\xC4\x02\x00\xFF"sv).text(), "\x00\xFF"sv);
  EXPECT_EQ(MsgpackReader("\xCA\x3F\x80\x00\x00"sv).number(), 1.0);
  EXPECT_EQ(MsgpackReader("\xCB\x3F\xB9\x99\x99\x99\x99\x99\x9A"sv).number(), 0.1);
  EXPECT_EQ(MsgpackReader("\xFE"sv).number(), -2.0);
  EXPECT_TRUE(MsgpackReader("\xC3"sv).boolean());
  EXPECT_TRUE(MsgpackReader("\xC0"sv).nil());
}

TEST(Msgpack, WalksMapsAndArraysInAnyOrder) {
  // {"a": [1, nil], 65: "x", b"k": {}}
  MsgpackReader reader(
      "\x83\xA1"
      "a\x92\x01\xC0\x41\xA1x\xC4\x01k\x80"sv);
  EXPECT_EQ(reader.map(), 3u);
  EXPECT_EQ(reader.text(), "a");
  EXPECT_EQ(reader.skip(), "\x92\x01\xC0"sv);
  EXPECT_EQ(reader.integer(), 65);
  EXPECT_EQ(reader.text(), "x");
  EXPECT_EQ(reader.text(), "k");
  EXPECT_EQ(reader.peek(), Kind::kMap);
  EXPECT_EQ(reader.map(), 0u);
  EXPECT_TRUE(reader.ok());
  EXPECT_TRUE(reader.at_end());
}

TEST(Msgpack, SaysWhatIsWrongAndWhere) {
  MsgpackReader reader("\x92\x01\xA1x"sv);
  reader.array();
  EXPECT_EQ(reader.integer(), 1);
  EXPECT_EQ(reader.integer(), 0);
  EXPECT_EQ(reader.problem(), "byte 2: text where an integer is due");
  EXPECT_EQ(reader.text(), "") << "nothing is read after a problem";
}

TEST(Msgpack, CountsAreHeldAgainstTheBytesThatAreLeft) {
  const auto problem = [](std::string_view bytes) {
    MsgpackReader reader(bytes);
    reader.skip();
    return reader.problem();
  };
  EXPECT_EQ(problem("\xDD\xFF\xFF\xFF\xFF"sv), "byte 0: an array of 4294967295 is longer than the file");
  EXPECT_EQ(problem("\x82\x01\x02\x03"sv), "byte 0: a map of 2 is longer than the file");
  EXPECT_EQ(problem("\xA5"
                    "abc"sv),
            "byte 0: text of 5 is longer than the file");
  EXPECT_EQ(problem("\xCE\x00"sv), "byte 0: the end or a cut value where a value is due");
  EXPECT_EQ(problem(""sv), "byte 0: the end or a cut value where a value is due");
  EXPECT_EQ(problem("\x91\xC7\x01\x02\x03"sv), "byte 1: an extension type where a value is due");
  EXPECT_EQ(problem("\xC1"sv), "byte 0: an extension type where a value is due");
}

TEST(Msgpack, DeepNestingTakesNoStack) {
  const std::string deep(1000000, '\x91');
  MsgpackReader reader(deep);
  reader.skip();
  EXPECT_FALSE(reader.ok());
}

TEST(Msgpack, NumbersOutOfRangeAreProblems) {
  MsgpackReader large("\xCF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"sv);
  large.integer();
  EXPECT_EQ(large.problem(), "byte 0: an integer that is too large");
  MsgpackReader negative("\xFF"sv);
  negative.unsigned_number();
  EXPECT_EQ(negative.problem(), "byte 0: a negative number");
}

}  // namespace
}  // namespace vedette::language
