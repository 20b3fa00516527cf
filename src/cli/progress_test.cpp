#include "cli/progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vedette::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Desk {
  StringSink out, err;
  FixedClock clock{std::chrono::sys_seconds()};
  Environment environment{
      .out = out, .err = err, .in = {}, .err_is_terminal = true, .err_columns = 100, .clock = clock};
  std::chrono::steady_clock::time_point time{};
  Progress bar{environment, "Screening", "rows", [this] { return time; }};
};

TEST(Progress, ShowsNothingForShortWork) {
  Desk desk;
  desk.bar.update(1, 10, 1);
  EXPECT_THAT(desk.err.text(), IsEmpty());
}

TEST(Progress, IsDrawnAtMostTenTimesASecond) {
  Desk desk;
  for (int i = 0; i < 1000; ++i) {
    desk.time += std::chrono::milliseconds(1);
    desk.bar.update(static_cast<uint64_t>(i), 1000, static_cast<uint64_t>(i));
  }
  const std::string text = desk.err.text();
  EXPECT_LE(std::count(text.begin(), text.end(), '\r'), 10);
  EXPECT_GE(std::count(text.begin(), text.end(), '\r'), 5);
  EXPECT_THAT(text, HasSubstr("left"));
}

TEST(Progress, SaysWhatIsDoneAndWhatIsLeft) {
  Desk desk;
  desk.time += std::chrono::seconds(10);
  desk.bar.update(500, 1000, 20'000);
  EXPECT_THAT(desk.err.text(), HasSubstr("Screening"));
  EXPECT_THAT(desk.err.text(), HasSubstr(" 50%  20,000 rows  2,000/s  10 s left"));
}

TEST(Progress, IsSilentAwayFromATerminal) {
  Desk desk;
  desk.environment.err_is_terminal = false;
  desk.time += std::chrono::seconds(10);
  desk.bar.update(500, 1000, 20'000);
  EXPECT_THAT(desk.err.text(), IsEmpty());
}

TEST(Grouped, PutsCommasBetweenThousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1'000), "1,000");
  EXPECT_EQ(grouped(12'345'678), "12,345,678");
}

}  // namespace
}  // namespace vedette::cli
