#include "lists/xml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/input.h"

namespace vedette::lists {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;

struct Outcome {
  std::vector<XmlNode> records;
  std::optional<Error> error;
  XmlNode root;
};

Outcome read(const std::string& text, std::vector<std::string> names = {"r"}, const ReadLimits& limits = {}) {
  XmlRecordReader reader(std::make_unique<MemoryStream>("a.xml", text), std::move(names), limits);
  Outcome outcome;
  XmlNode record;
  for (;;) {
    const auto more = reader.next(record);
    if (!more) outcome.error = more.error();
    if (!more || !*more) break;
    outcome.records.push_back(std::move(record));
  }
  outcome.root = reader.root();
  return outcome;
}

TEST(Xml, GivesOneRecordAtATime) {
  const Outcome outcome = read(
      "<list date='2018-04-06'>\n<r id='1'><name> A\n B </name><alias/></r>\n<x><r "
      "id='2'>text<r>inner</r></r></x></list>");
  ASSERT_FALSE(outcome.error);
  ASSERT_EQ(outcome.records.size(), 2u);
  EXPECT_EQ(outcome.root.attribute("date"), "2018-04-06");
  EXPECT_EQ(outcome.records[0].attribute("id"), "1");
  EXPECT_EQ(outcome.records[0].line, 2u);
  EXPECT_EQ(outcome.records[0].text_of("name"), "A B");
  EXPECT_EQ(outcome.records[1].text, "text");
  EXPECT_EQ(outcome.records[1].child("r")->text, "inner");
}

TEST(Xml, FollowsPathsAndNamespaces) {
  const Outcome outcome = read("<a:l xmlns:a='urn:x'><a:r><a:b><a:c k='v'>1</a:c><a:c>2</a:c></a:b></a:r></a:l>");
  ASSERT_EQ(outcome.records.size(), 1u);
  const XmlNode& record = outcome.records[0];
  EXPECT_EQ(record.space, "urn:x");
  EXPECT_EQ(record.text_of("b/c"), "1");
  EXPECT_EQ(record.at("b/c")->attribute("k"), "v");
  EXPECT_EQ(record.at("b/missing"), nullptr);
  EXPECT_EQ(record.text_of("missing/c"), "");
  EXPECT_EQ(record.child("b")->all("c").size(), 2u);
}

TEST(Xml, RefusesBillionLaughs) {
  std::string text = "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'lol'>";
  for (char c = 'b'; c < 'k'; ++c) {
    text += std::string("<!ENTITY ") + c + " '";
    for (int i = 0; i < 10; ++i) text += std::string("&") + static_cast<char>(c - 1) + ";";
    text += "'>";
  }
  const Outcome outcome = read(text + "]><l><r>&j;</r></l>");
  ASSERT_TRUE(outcome.error);
  EXPECT_EQ(outcome.error->code, ErrorCode::kInvalidInput);
  EXPECT_THAT(outcome.error->message, HasSubstr("document type"));
  EXPECT_TRUE(outcome.records.empty());
}

TEST(Xml, RefusesExternalEntitiesAndUndeclaredOnes) {
  EXPECT_TRUE(read("<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><l><r>&x;</r></l>").error);
  EXPECT_TRUE(read("<!DOCTYPE l SYSTEM 'http://127.0.0.1/x.dtd'><l><r>&x;</r></l>").error);
  EXPECT_TRUE(read("<l><r>&x;</r></l>").error);
}

TEST(Xml, ReadsVeryLongNamesAndValuesWithinBounds) {
  const std::string long_name(size_t{64} << 10, 'n');
  const Outcome outcome = read("<l><r><" + long_name + ">" + long_name + "</" + long_name + "></r></l>");
  ASSERT_FALSE(outcome.error);
  EXPECT_EQ(outcome.records[0].text_of(long_name), long_name);
}

struct Excess {
  const char* what;
  std::string text;
};

TEST(Xml, HoldsItsBounds) {
  ReadLimits limits;
  limits.depth = 10;
  limits.field_bytes = 1000;
  limits.line_bytes = 3000;
  limits.values_per_record = 100;
  std::string deep;
  std::string many;
  std::string heavy;
  for (int i = 0; i < 20; ++i) deep += "<d>";
  for (int i = 0; i < 200; ++i) many += "<d/>";
  for (int i = 0; i < 5; ++i) heavy += "<d>" + std::string(900, 'x') + "</d>";
  const std::string huge(400'000, 'x');
  for (const Excess& excess : {Excess{"depth", "<l><r>" + deep}, Excess{"pieces", "<l><r>" + many},
                               Excess{"text", "<l><r>" + std::string(2000, 'x')}, Excess{"sum", "<l><r>" + heavy},
                               Excess{"attribute", "<l><r a='" + std::string(2000, 'x') + "'/>"},
                               Excess{"token", "<l><r a='" + huge}, Excess{"comment", "<l><!--" + huge}}) {
    const Outcome outcome = read(excess.text, {"r"}, limits);
    ASSERT_TRUE(outcome.error) << excess.what;
    EXPECT_EQ(outcome.error->code, ErrorCode::kLimit) << excess.what << ": " << outcome.error->to_string();
  }
}

TEST(Xml, NamesTheLineOfWhatIsNotWellFormed) {
  const Outcome outcome = read("<l>\n<r>1</r>\n<r>2</q>\n</l>");
  ASSERT_TRUE(outcome.error);
  EXPECT_EQ(outcome.error->code, ErrorCode::kInvalidInput);
  EXPECT_EQ(outcome.error->where.file, "a.xml");
  EXPECT_EQ(outcome.error->where.line, 3u);
  EXPECT_EQ(outcome.records.size(), 1u);
}

TEST(Xml, RefusesNulBytesAndBadUtf8) {
  EXPECT_TRUE(read("<l><r>a\0b</r></l>"s).error);
  EXPECT_TRUE(read("<l><r>a\xC3(b</r></l>").error);
}

TEST(Xml, SurvivesBeingCutAnywhere) {
  const std::string text = "<?xml version='1.0'?><l a='1'><r><n>Ünï</n><!-- c --><m x='&lt;'/></r><r>&amp;</r></l>";
  ASSERT_FALSE(read(text).error);
  for (size_t size = 0; size < text.size(); ++size) {
    const Outcome outcome = read(text.substr(0, size));
    ASSERT_TRUE(outcome.error) << size;
    EXPECT_EQ(outcome.error->code, ErrorCode::kInvalidInput);
  }
}

TEST(Xml, SaysTheSameErrorAgain) {
  XmlRecordReader reader(std::make_unique<MemoryStream>("a.xml", "<l><r></l>"), {"r"}, {});
  XmlNode record;
  EXPECT_FALSE(reader.next(record));
  EXPECT_FALSE(reader.next(record));
}

}  // namespace
}  // namespace vedette::lists
