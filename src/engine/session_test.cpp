#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "vedette/vedette.hpp"

namespace {

using ::testing::HasSubstr;

const vedette::SessionOptions kStarter = {.data = VEDETTE_SOURCE_DIR "/data"};

TEST(Session, ScreensAName) {
  const auto session = vedette::Session::open(kStarter);
  ASSERT_TRUE(session) << session.problem().message;
  EXPECT_TRUE(session->starter());
  const auto result = session->screen("Jo Chun Ryong", {.limit = 1, .explain = true});
  ASSERT_TRUE(result) << result.problem().message;
  ASSERT_EQ(result->hits.size(), 1u);
  EXPECT_TRUE(result->hits[0].match);
  EXPECT_EQ(result->hits[0].schema, "Person");
  EXPECT_FALSE(result->hits[0].explanation.empty());
  EXPECT_THAT(result->json, HasSubstr("\"hits\""));
}

TEST(Session, ScreensAnEntity) {
  const auto session = vedette::Session::open(kStarter);
  ASSERT_TRUE(session) << session.problem().message;
  const auto result = session->screen_json(R"({"schema": "Person", "properties": {"name": ["김정은"]}})");
  ASSERT_TRUE(result) << result.problem().message;
  EXPECT_FALSE(result->hits.empty());
  EXPECT_EQ(session->screen_json("{").problem().code, "invalid_input");
}

TEST(Session, SaysWhatStandsInTheWay) {
  EXPECT_EQ(vedette::Session::open({.store = "/nowhere"}).problem().code, "refused");
  EXPECT_EQ(vedette::Session::open({}).problem().code, "refused");
  EXPECT_EQ(vedette::Session::open({.data = kStarter.data, .policy = "none"}).problem().code, "usage");
  const auto session = vedette::Session::open(kStarter);
  ASSERT_TRUE(session);
  EXPECT_EQ(session->screen("x", {.threshold = 0.2}).problem().code, "usage");
  EXPECT_EQ(session->screen("  ").problem().code, "invalid_input");
  EXPECT_FALSE(session->screen("x", {.as_of = "yesterday"}));
}

TEST(Session, ManyThreadsGetTheSameAnswer) {
  const auto session = vedette::Session::open(kStarter);
  ASSERT_TRUE(session) << session.problem().message;
  const std::string expected = session->screen("KIM Jong-un")->json;
  std::vector<std::thread> threads;
  std::vector<int> different(4);
  for (size_t i = 0; i < different.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int turn = 0; turn < 20; ++turn) different[i] += session->screen("KIM Jong-un")->json != expected ? 1 : 0;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_THAT(different, ::testing::Each(0));
}

TEST(CompareNames, ScoresAPair) {
  EXPECT_TRUE(vedette::compare_names("Jo Chun Ryong", "JO, Chun-ryong", "Person")->match);
  EXPECT_FALSE(vedette::compare_names("Jo Chun Ryong", "Angela Merkel")->match);
  EXPECT_EQ(vedette::compare_names("a", "b", "Robot").problem().code, "usage");
}

}  // namespace
