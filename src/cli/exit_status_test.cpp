#include "cli/exit_status.h"

#include <gtest/gtest.h>

namespace vedette::cli {
namespace {

TEST(ExitStatus, HasTheNumbersThatScriptsRelyOn) {
  EXPECT_EQ(static_cast<int>(ExitStatus::kDone), 0);
  EXPECT_EQ(static_cast<int>(ExitStatus::kFailed), 1);
  EXPECT_EQ(static_cast<int>(ExitStatus::kUsage), 2);
  EXPECT_EQ(static_cast<int>(ExitStatus::kHits), 3);
  EXPECT_EQ(static_cast<int>(ExitStatus::kNoLists), 4);
  EXPECT_EQ(static_cast<int>(ExitStatus::kOurBug), 70);
}

TEST(ExitStatus, DependsOnWhatWasBeingDone) {
  EXPECT_EQ(exit_status(ErrorCode::kUsage, During::kOpeningLists), ExitStatus::kUsage);
  EXPECT_EQ(exit_status(ErrorCode::kInternal, During::kReadingInput), ExitStatus::kOurBug);
  EXPECT_EQ(exit_status(ErrorCode::kLimit, During::kReadingInput), ExitStatus::kFailed);
  EXPECT_EQ(exit_status(ErrorCode::kUnsupported, During::kManagingLists), ExitStatus::kFailed);
  EXPECT_EQ(exit_status(ErrorCode::kCorrupt, During::kReadingInput), ExitStatus::kFailed);
  EXPECT_EQ(exit_status(ErrorCode::kCorrupt, During::kOpeningLists), ExitStatus::kNoLists);
  EXPECT_EQ(exit_status(ErrorCode::kNotFound, During::kOpeningLists), ExitStatus::kNoLists);
  EXPECT_EQ(exit_status(ErrorCode::kNotFound, During::kManagingLists), ExitStatus::kFailed);
  EXPECT_EQ(exit_status(ErrorCode::kRefused, During::kOpeningLists), ExitStatus::kNoLists);
}

TEST(ExitStatus, OfTwoTheWorseIsTold) {
  EXPECT_EQ(worse(ExitStatus::kDone, ExitStatus::kHits), ExitStatus::kHits);
  EXPECT_EQ(worse(ExitStatus::kHits, ExitStatus::kFailed), ExitStatus::kFailed);
  EXPECT_EQ(worse(ExitStatus::kNoLists, ExitStatus::kFailed), ExitStatus::kNoLists);
  EXPECT_EQ(worse(ExitStatus::kOurBug, ExitStatus::kUsage), ExitStatus::kOurBug);
  EXPECT_EQ(worse(ExitStatus::kDone, ExitStatus::kDone), ExitStatus::kDone);
}

}  // namespace
}  // namespace vedette::cli
