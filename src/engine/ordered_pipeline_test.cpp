#include "engine/ordered_pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>

namespace vedette::engine {
namespace {

using ::testing::ElementsAre;

// Counts up to `end` and remembers what came out.
struct Count {
  int end = 0;
  unsigned threads = 1;
  size_t window = 0;
  int next = 0;
  std::vector<std::string> out = {};
  std::optional<int> produce_fails_at = {};
  std::optional<int> work_fails_at = {};
  std::optional<int> consume_fails_at = {};

  Result<void> go() {
    return run_ordered_pipeline<int, std::string>(
        {threads, window},
        [this]() -> Result<std::optional<int>> {
          if (next == produce_fails_at) return fail(ErrorCode::kIo, "produce");
          if (next == end) return std::optional<int>();
          return std::optional<int>(next++);
        },
        [this](unsigned) {
          return [fails_at = work_fails_at](int item) -> Result<std::string> {
            if (item == fails_at) return fail(ErrorCode::kLimit, "work");
            // Later items finish first, so that order is earned.
            std::this_thread::sleep_for(std::chrono::microseconds((item * 7919) % 97));
            return std::to_string(item);
          };
        },
        [this](std::string text) -> Result<void> {
          if (consume_fails_at && text == std::to_string(*consume_fails_at)) return fail(ErrorCode::kIo, "consume");
          out.push_back(std::move(text));
          return {};
        });
  }
};

std::vector<std::string> numbers(int end) {
  std::vector<std::string> texts;
  for (int i = 0; i < end; ++i) texts.push_back(std::to_string(i));
  return texts;
}

class OrderedPipeline : public ::testing::TestWithParam<unsigned> {};

TEST_P(OrderedPipeline, KeepsOrderAndCount) {
  Count run{.end = 2000, .threads = GetParam()};
  ASSERT_TRUE(run.go());
  EXPECT_EQ(run.out, numbers(2000));
}

TEST_P(OrderedPipeline, TakesAnEmptyInput) {
  Count run{.end = 0, .threads = GetParam()};
  ASSERT_TRUE(run.go());
  EXPECT_TRUE(run.out.empty());
}

TEST_P(OrderedPipeline, WorksWithAWindowOfOne) {
  Count run{.end = 50, .threads = GetParam(), .window = 1};
  ASSERT_TRUE(run.go());
  EXPECT_EQ(run.out, numbers(50));
}

TEST_P(OrderedPipeline, ConsumesEverythingBeforeAnErrorOfTheInput) {
  Count run{.end = 100, .threads = GetParam(), .produce_fails_at = 40};
  const auto result = run.go();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "produce");
  EXPECT_EQ(run.out, numbers(40));
}

TEST_P(OrderedPipeline, ReportsAWorkersErrorInItsTurn) {
  Count run{.end = 100, .threads = GetParam(), .work_fails_at = 30};
  const auto result = run.go();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "work");
  EXPECT_EQ(run.out, numbers(30));
}

TEST_P(OrderedPipeline, StopsWhenTheConsumerCannotGoOn) {
  Count run{.end = 1'000'000'000, .threads = GetParam(), .consume_fails_at = 20};
  const auto result = run.go();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "consume");
  EXPECT_EQ(run.out, numbers(20));
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedPipeline, ::testing::Values(1u, 2u, 3u, 8u));

TEST(OrderedPipelineBounds, NeverHoldsMoreThanItsWindow) {
  std::atomic<int> in_flight = 0;
  int most = 0;
  int next = 0;
  const auto result = run_ordered_pipeline<int, int>(
      {4, 6},
      [&]() -> Result<std::optional<int>> {
        if (next == 500) return std::optional<int>();
        most = std::max(most, ++in_flight);
        return std::optional<int>(next++);
      },
      [](unsigned) { return [](int item) -> Result<int> { return item; }; },
      [&](int) -> Result<void> {
        --in_flight;
        return {};
      });
  ASSERT_TRUE(result);
  EXPECT_LE(most, 6);
}

TEST(OrderedPipelineBounds, TurnsAnExceptionOfAWorkerIntoAnError) {
  for (unsigned threads : {1u, 2u}) {
    bool done = false;
    const auto result = run_ordered_pipeline<int, int>(
        {threads, 0},
        [&]() -> Result<std::optional<int>> {
          return std::exchange(done, true) ? std::optional<int>() : std::optional<int>(1);
        },
        [](unsigned) { return [](int) -> Result<int> { throw std::runtime_error("boom"); }; },
        [](int) -> Result<void> { return {}; });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kInternal);
    EXPECT_EQ(result.error().message, "boom");
  }
}

TEST(OrderedPipelineBounds, GivesEachThreadAWorkerOfItsOwn) {
  std::vector<unsigned> made;
  const auto result = run_ordered_pipeline<int, int>(
      {3, 0}, []() -> Result<std::optional<int>> { return std::optional<int>(); },
      [&](unsigned index) {
        made.push_back(index);
        return [](int item) -> Result<int> { return item; };
      },
      [](int) -> Result<void> { return {}; });
  ASSERT_TRUE(result);
  EXPECT_THAT(made, ElementsAre(0u, 1u, 2u));
}

}  // namespace
}  // namespace vedette::engine
