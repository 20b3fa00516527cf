#include "lists/activation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/store_testing.h"

namespace vedette::lists {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_version;

Version with(std::string_view published, uint64_t records, uint64_t rejected = 0) {
  Version version = make_version("us_ofac_sdn", published);
  version.records = records;
  version.rejected = rejected;
  return version;
}

TEST(Activation, TheFirstVersionMayBeActive) {
  EXPECT_THAT(reasons_against(with("2024-05-03", 1), nullptr), IsEmpty());
}

TEST(Activation, OneInAHundredRejectedIsTheLimit) {
  EXPECT_THAT(reasons_against(with("2024-05-03", 990, 10), nullptr), IsEmpty());
  EXPECT_THAT(reasons_against(with("2024-05-03", 989, 11), nullptr), HasSubstr("11 of its 1000 records were rejected"));
}

TEST(Activation, ATenthLostIsTheLimit) {
  const Version active = with("2024-05-03", 1000);
  EXPECT_THAT(reasons_against(with("2024-05-04", 900), &active), IsEmpty());
  EXPECT_THAT(reasons_against(with("2024-05-04", 899), &active),
              HasSubstr("899 records where the active version has 1000"));
}

TEST(Activation, AnOlderVersionIsHeld) {
  const Version active = with("2024-05-03", 100);
  EXPECT_THAT(reasons_against(with("2024-05-02", 100), &active), HasSubstr("before the active version of 2024-05-03"));
  EXPECT_THAT(reasons_against(with("2024-05-03", 100), &active), IsEmpty());
}

TEST(Activation, AVersionIsAsOldAsTheDayItWasLastConfirmedFor) {
  Version active = with("2024-05-03", 100);
  active.confirmed = with("2024-06-01", 100).published;
  EXPECT_THAT(reasons_against(with("2024-05-31", 100), &active), HasSubstr("before the active version of 2024-06-01"));
  EXPECT_THAT(reasons_against(with("2024-06-01", 100), &active), IsEmpty());
}

TEST(Activation, AMonthOrYearCountsAsItsLastDay) {
  const Version active = with("2024-05-03", 100);
  EXPECT_THAT(reasons_against(with("2024-05", 100), &active), IsEmpty());
  EXPECT_THAT(reasons_against(with("2024", 100), &active), IsEmpty());
  EXPECT_THAT(reasons_against(with("2024-04", 100), &active), HasSubstr("2024-04"));
}

TEST(Activation, GivesEveryReason) {
  const Version active = with("2024-05-03", 1000);
  EXPECT_THAT(reasons_against(with("2023", 10, 10), &active),
              AllOf(HasSubstr("rejected"), HasSubstr("; it was published"), HasSubstr("; it has 10 records")));
}

}  // namespace
}  // namespace vedette::lists
