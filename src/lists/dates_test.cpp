#include "lists/dates.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace vedette::lists {
namespace {

// The date in ISO form, with "~" where it is approximate, or "none".
std::string read(std::string_view text, DateOrder order = DateOrder::kDayFirst) {
  const auto date = parse_list_date(text, order);
  if (!date) return "none";
  return (date->circa ? "~" : "") + date->to_string();
}

TEST(ListDates, IsoWithUnknownParts) {
  EXPECT_EQ(read("1984-01-08"), "1984-01-08");
  EXPECT_EQ(read("1984-01"), "1984-01");
  EXPECT_EQ(read("1984"), "1984");
  EXPECT_EQ(read("19840108"), "1984-01-08");
  EXPECT_EQ(read("1948-00-00"), "1948");
  EXPECT_EQ(read("1948-05-00"), "1948-05");
  EXPECT_EQ(read("1948-00-07"), "1948");
}

TEST(ListDates, TimeAndZoneAreCutOff) {
  EXPECT_EQ(read("2025-11-20T23:00:09.067Z"), "2025-11-20");
  EXPECT_EQ(read("2026-08-05T16:47:04.449+02:00"), "2026-08-05");
  EXPECT_EQ(read("2001-01-25-05:00"), "2001-01-25");
  EXPECT_EQ(read("2001-01-25 00:00:00"), "2001-01-25");
}

TEST(ListDates, NamedMonths) {
  EXPECT_EQ(read("08 Jan 1984"), "1984-01-08");
  EXPECT_EQ(read("15 Apr. 1960"), "1960-04-15");
  EXPECT_EQ(read("January 8, 1984"), "1984-01-08");
  EXPECT_EQ(read("8th of January 1984"), "1984-01-08");
  EXPECT_EQ(read("Sept. 1999"), "1999-09");
  EXPECT_EQ(read("1999 SEP"), "1999-09");
  EXPECT_EQ(read("1984 Jan 08"), "1984-01-08");
  EXPECT_EQ(read("DOB 08 Jan 1984"), "1984-01-08");
  EXPECT_EQ(read("born on 8 January 1984"), "1984-01-08");
}

TEST(ListDates, YearsOfTwoDigitsAreThoseOfSpreadsheets) {
  EXPECT_EQ(read("Sep-99"), "1999-09");
  EXPECT_EQ(read("Jun-04"), "2004-06");
  EXPECT_EQ(read("Jan-29"), "2029-01");
  EXPECT_EQ(read("Jan-30"), "1930-01");
  EXPECT_EQ(read("28-Jul-64"), "1964-07-28");
}

TEST(ListDates, NumbersInEitherOrder) {
  EXPECT_EQ(read("01/02/1967"), "1967-02-01");
  EXPECT_EQ(read("01/02/1967", DateOrder::kMonthFirst), "1967-01-02");
  EXPECT_EQ(read("09/23/2026"), "2026-09-23");
  EXPECT_EQ(read("23/09/2026", DateOrder::kMonthFirst), "2026-09-23");
  EXPECT_EQ(read("8.1.1984"), "1984-01-08");
  EXPECT_EQ(read("01/1984"), "1984-01");
}

TEST(ListDates, Placeholders) {
  EXPECT_EQ(read("dd/mm/1966"), "1966");
  EXPECT_EQ(read("dd/05/1966"), "1966-05");
  EXPECT_EQ(read("00/00/1966"), "1966");
  EXPECT_EQ(read("00/11/1966"), "1966-11");
  EXPECT_EQ(read("dd/mm/yyyy"), "none");
  EXPECT_EQ(read("00/00/0000"), "none");
}

TEST(ListDates, Circa) {
  EXPECT_EQ(read("circa 1960"), "~1960");
  EXPECT_EQ(read("c. 1960"), "~1960");
  EXPECT_EQ(read("c.1960"), "~1960");
  EXPECT_EQ(read("~1960"), "~1960");
  EXPECT_EQ(read("Approximately 1960"), "~1960");
  EXPECT_EQ(read("1960 (approximately)"), "~1960");
  EXPECT_EQ(read("Circa 07 Jul 1966"), "~1966-07-07");
  EXPECT_EQ(read("circa 1979-1982"), "~1979/1982");
}

TEST(ListDates, Ranges) {
  EXPECT_EQ(read("between 1960 and 1963"), "1960/1963");
  EXPECT_EQ(read("Between circa 1955 and 1957"), "~1955/1957");
  EXPECT_EQ(read("1960-1963"), "1960/1963");
  EXPECT_EQ(read("1960 \u2013 1963"), "1960/1963");
  EXPECT_EQ(read("1960/1963"), "1960/1963");
  EXPECT_EQ(read("01 Jan 1967 to 31 Dec 1969"), "1967/1969");
  EXPECT_EQ(read("Aug 1977 to Sep 1977"), "1977-08/1977-09");
  EXPECT_EQ(read("05 Mar 1967 to 09 Mar 1967"), "1967-03-05/1967-03-09");
}

TEST(ListDates, ARangeThatIsAWholeYearOrMonthIsThatYearOrMonth) {
  EXPECT_EQ(read("01 Jan 1948 to 31 Dec 1948"), "1948");
  EXPECT_EQ(read("01 Feb 1948 to 29 Feb 1948"), "1948-02");
  EXPECT_EQ(read("01 Feb 1948 to 28 Feb 1948"), "1948-02-01/1948-02-28");
  EXPECT_EQ(read("1960 to 1960"), "1960");
}

TEST(ListDates, Decades) {
  EXPECT_EQ(read("1960s"), "1960/1969");
  EXPECT_EQ(read("1960's"), "1960/1969");
  EXPECT_EQ(read("early 1960s"), "~1960/1969");
  EXPECT_EQ(read("mid-1950s"), "~1950/1959");
  EXPECT_EQ(read("born in the early 1970s"), "~1970/1979");
}

TEST(ListDates, WhatIsNoDate) {
  for (const char* text :
       {"",           "  ",    "unknown",      "1963 to 1960", "31/02/1967",    "30 Feb 1970", "0000",  "12",
        "1984-13-01", "19",    "may be",       "Jan Feb 1967", "1/2/3/1967",    "8 Jan",       "circa", "1965s",
        "19841308",   "99999", "between 1960", "32 Jan 1960",  "1960 and 1963", "\xff\xfe",    "a 1960"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
}

TEST(ListDates, TextOfAnyLengthIsBounded) {
  EXPECT_EQ(read(std::string(1000000, '~') + "1960"), "none");
}

RC_GTEST_PROP(ListDates, EveryDayReadsBackInEveryForm, ()) {
  const auto day = *rc::gen::inRange(day_number(1931, 1, 1), day_number(2029, 12, 31));
  const CalendarDate date = calendar_date(day);
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::string iso = date.to_string();
  const std::string two = iso.substr(8, 2);
  const std::string month = kMonths[date.month - 1];
  RC_ASSERT(read(iso) == iso);
  RC_ASSERT(read(two + " " + month + " " + iso.substr(0, 4)) == iso);
  RC_ASSERT(read(two + "-" + month + "-" + iso.substr(2, 2)) == iso);
  RC_ASSERT(read(two + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4)) == iso);
  RC_ASSERT(read(iso.substr(5, 2) + "/" + two + "/" + iso.substr(0, 4), DateOrder::kMonthFirst) == iso);
}

}  // namespace
}  // namespace vedette::lists
