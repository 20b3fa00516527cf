#include "engine/load_sink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vedette::engine {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

Entity person(std::string id, std::string name) {
  Entity entity{.id = std::move(id), .schema = Schema::kPerson};
  entity.add(Property::kName, name);
  return entity;
}

TEST(LoadSink, CountsSchemataAndValues) {
  LoadSink sink({});
  Entity first = person("a", "Anna");
  first.add(Property::kAlias, "Ann");
  ASSERT_TRUE(sink.accept(std::move(first)));
  ASSERT_TRUE(sink.accept(person("b", "Bert")));
  EXPECT_EQ(sink.records(), 2u);
  EXPECT_EQ(sink.schemata(), (std::map<std::string, uint64_t>{{"Person", 2}}));
  EXPECT_EQ(sink.values(), (std::map<std::string, uint64_t>{{"alias", 1}, {"name", 2}}));
}

TEST(LoadSink, AnIdStandsOnce) {
  LoadSink sink({});
  ASSERT_TRUE(sink.accept(person("a", "Anna")));
  ASSERT_TRUE(sink.accept(person("a", "Bert")));
  ASSERT_TRUE(sink.accept(person("", "Carl")));
  EXPECT_EQ(sink.records(), 1u);
  EXPECT_EQ(sink.rejected(), 2u);
  EXPECT_THAT(sink.rejected_records(), HasSubstr("the id 'a' stood before"));
  EXPECT_THAT(sink.rejected_records(), HasSubstr("the record of 'Carl' has no id"));
}

TEST(LoadSink, WritesOutRejectedRecordsUpToABound) {
  LoadSink sink({});
  const std::string reason(1 << 20, 'x');
  for (uint64_t i = 0; i < 40; ++i) sink.reject({{"list.csv", i + 1, "name"}, reason});
  EXPECT_EQ(sink.rejected(), 40u);
  EXPECT_LT(sink.rejected_records().size(), kRejectedBytes + 1024);
  EXPECT_THAT(sink.rejected_records(), HasSubstr("and 25 more that are not written out"));
  EXPECT_THAT(sink.rejected_examples(), SizeIs(kRejectedExamples));
  EXPECT_THAT(sink.rejected_examples().front(), HasSubstr("list.csv:1: field name: xxx"));
}

}  // namespace
}  // namespace vedette::engine
