#include "base/partial_date.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <chrono>

namespace vedette {
namespace {

TEST(PartialDate, ReadsWhatItWrites) {
  for (const char* text : {"1984", "1984-01", "1984-01-08", "1967/1969", "1967-03/1967-04", "1967-03-05/1967-03-09"}) {
    const auto date = parse_partial_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->to_string(), text);
    EXPECT_FALSE(date->circa);
  }
}

TEST(PartialDate, Precision) {
  EXPECT_EQ(parse_partial_date("1984")->precision(), DatePrecision::kYear);
  EXPECT_EQ(parse_partial_date("1984-01")->precision(), DatePrecision::kMonth);
  EXPECT_EQ(parse_partial_date("1984-01-08")->precision(), DatePrecision::kDay);
  EXPECT_EQ(parse_partial_date("1984/1986")->precision(), DatePrecision::kRange);
  EXPECT_EQ(to_string(DatePrecision::kRange), "range");
}

TEST(PartialDate, CircaIsReadButNotWritten) {
  for (const char* text : {"~1984", "c. 1984", "1984~"}) {
    const auto date = parse_partial_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_TRUE(date->circa);
    EXPECT_EQ(date->to_string(), "1984");
  }
}

TEST(PartialDate, SpansTheDaysItCanMean) {
  EXPECT_EQ(parse_partial_date("1984")->first_day(), day_number(1984, 1, 1));
  EXPECT_EQ(parse_partial_date("1984")->last_day(), day_number(1984, 12, 31));
  EXPECT_EQ(parse_partial_date("1984-02")->last_day(), day_number(1984, 2, 29));
  EXPECT_EQ(parse_partial_date("1967/1969")->last_day(), day_number(1969, 12, 31));
}

TEST(PartialDate, RefusesEverythingElse) {
  for (const char* text : {"", "84", "1984-1-8", "1984-13", "1984-00-00", "1985-02-29", "0000", "08 Jan 1984",
                           "1969/1967", "1984/", "/1984", "1984-01-08T00:00", "19840108", " 1984"}) {
    const auto date = parse_partial_date(text);
    ASSERT_FALSE(date) << text;
    EXPECT_EQ(date.error().code, ErrorCode::kInvalidInput);
  }
}

TEST(Days, LeapYears) {
  EXPECT_TRUE(is_valid_date(2000, 2, 29));
  EXPECT_FALSE(is_valid_date(1900, 2, 29));
  EXPECT_TRUE(is_valid_date(2024, 2, 29));
  EXPECT_FALSE(is_valid_date(2023, 2, 29));
  EXPECT_FALSE(is_valid_date(0, 1, 1));
  EXPECT_FALSE(is_valid_date(10000, 1, 1));
  EXPECT_FALSE(is_valid_date(2024, 4, 31));
}

TEST(Days, ParseAndFormat) {
  EXPECT_EQ(*parse_day("1970-01-01"), 0);
  EXPECT_EQ(*parse_day("1969-12-31"), -1);
  EXPECT_EQ(format_day(*parse_day("2023-09-13")), "2023-09-13");
  EXPECT_FALSE(parse_day("2023-09"));
  EXPECT_FALSE(parse_day("2023-09-31"));
}

// The standard library's calendar is the reference.
RC_GTEST_PROP(Days, AgreeWithTheStandardCalendar, ()) {
  const int day = *rc::gen::inRange(-700'000, 2'900'000);
  const std::chrono::year_month_day expected{std::chrono::sys_days{std::chrono::days{day}}};
  const CalendarDate date = calendar_date(day);
  RC_ASSERT(date.year == static_cast<int>(expected.year()));
  RC_ASSERT(date.month == static_cast<unsigned>(expected.month()));
  RC_ASSERT(date.day == static_cast<unsigned>(expected.day()));
  RC_ASSERT(day_number(date.year, date.month, date.day) == day);
}

}  // namespace
}  // namespace vedette
