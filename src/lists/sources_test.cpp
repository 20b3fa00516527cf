#include "lists/sources.h"

#include <gtest/gtest.h>

#include <set>

#include "base/clock.h"
#include "lists/version_name.h"

namespace vedette::lists {
namespace {

CalendarDate date(std::string_view text) {
  return parse_published(text).value();
}

DayNumber day(std::string_view text) {
  return parse_day(text).value();
}

TEST(Sources, EveryLineOfTheTableIsWhole) {
  std::set<std::string_view> names;
  for (const Source& source : known_sources()) {
    EXPECT_TRUE(check_source_name(source.name)) << source.name;
    EXPECT_TRUE(names.insert(source.name).second) << source.name;
    EXPECT_EQ(find_source(source.name), &source);
    EXPECT_FALSE(source.title.empty() || source.authority.empty() || source.licence.empty()) << source.name;
    EXPECT_TRUE(source.url.starts_with("https://")) << source.name;
    EXPECT_GT(source.stale_after_days, 0) << source.name;
    EXPECT_TRUE(source.closed_on.empty() || parse_day(source.closed_on)) << source.name;
  }
  EXPECT_EQ(names.size(), 11u);
  EXPECT_EQ(find_source("mine"), nullptr);
}

TEST(Sources, OwnNamesFollowTheRule) {
  for (const char* name : {"mine", "a", "customers_2024", "0"}) EXPECT_TRUE(check_source_name(name)) << name;
  for (const std::string& name : {std::string(), std::string("Mine"), std::string("a-b"), std::string("a/b"),
                                  std::string(".."), std::string("a@b"), std::string("é"), std::string(65, 'a')}) {
    EXPECT_EQ(check_source_name(name).error().code, ErrorCode::kUsage) << name;
  }
}

TEST(Age, CountsFromTheLastDayThatTheDateCanMean) {
  const FixedClock clock(std::chrono::sys_days(std::chrono::year(2026) / 1 / 31) + std::chrono::hours(23));
  EXPECT_EQ(age_in_days(date("2026-01-31"), clock.today()), 0);
  EXPECT_EQ(age_in_days(date("2026-01-01"), clock.today()), 30);
  EXPECT_EQ(age_in_days(date("2025-12"), clock.today()), 31);
  EXPECT_EQ(age_in_days(date("2025"), clock.today()), 31);
  EXPECT_EQ(age_in_days(date("2026"), clock.today()), 0) << "a day to come";
}

TEST(Stale, BeginsTheDayAfterTheRhythm) {
  const int days = find_source("us_ofac_sdn")->stale_after_days;
  const DayNumber published = day("2026-03-01");
  EXPECT_FALSE(is_stale("us_ofac_sdn", date("2026-03-01"), published + days));
  EXPECT_TRUE(is_stale("us_ofac_sdn", date("2026-03-01"), published + days + 1));
}

TEST(Stale, AClosedListIsStaleFromThatDay) {
  EXPECT_FALSE(is_stale("gb_hmt_sanctions", date("2026-01-27"), day("2026-01-27")));
  EXPECT_TRUE(is_stale("gb_hmt_sanctions", date("2026-01-27"), day("2026-01-28")));
}

TEST(Stale, AnOwnListNeverIs) {
  EXPECT_FALSE(is_stale("mine", date("1999"), day("2026-01-01")));
}

}  // namespace
}  // namespace vedette::lists
