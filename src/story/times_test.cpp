#include "story/times.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "base/utf8.h"
#include "story/moment.h"
#include "story/time_lexicon.h"

namespace vedette::story {
namespace {

// A Wednesday.
constexpr std::string_view kPublished = "2023-09-13";

std::vector<TimeMention> find(const std::string& text, Tense tense = Tense::kPast,
                              std::string_view published = kPublished) {
  TimeContext context;
  if (!published.empty()) context.published = parse_day(published).value();
  context.tense_at = [tense](uint32_t) { return tense; };
  return find_times(text, context);
}

// "text | value | start | end", for each.
std::vector<std::string> told(const std::vector<TimeMention>& times) {
  std::vector<std::string> result;
  const auto day = [](const std::optional<DayNumber>& bound) { return bound ? format_day(*bound) : "-"; };
  for (const auto& time : times) {
    result.push_back(fmt::format("{} | {} | {} | {}", time.text, time.value, day(time.start), day(time.end)));
  }
  return result;
}

std::string one(const std::string& text, Tense tense = Tense::kPast, std::string_view published = kPublished) {
  const auto all = told(find(text, tense, published));
  return all.size() == 1 ? all[0] : fmt::format("{} dates", all.size());
}

TEST(TimeLexicon, EveryExampleGivesItsValue) {
  ASSERT_GT(TimeLexicon::standard().entries().size(), 200U);
  for (const auto& entry : TimeLexicon::standard().entries()) {
    const auto times = find(entry.example, Tense::kUnknown, entry.published);
    EXPECT_EQ(times.empty() ? "none" : times.back().value, entry.expected) << entry.term << ": " << entry.example;
  }
}

struct TimeCase {
  std::string text, expected;
};

void check(const std::vector<TimeCase>& cases, Tense tense = Tense::kPast) {
  for (const auto& c : cases) EXPECT_EQ(one(c.text, tense), c.expected) << c.text;
}

TEST(Times, ReadsDatesInAllForms) {
  for (const std::string text :
       {"13 September 2023", "Sept. 13, 2023", "September 13, 2023", "13 Sept 2023", "2023-09-13", "13.09.2023",
        "9/13/2023", "the 13th of September 2023", "September 13th, 2023", "Wednesday, Sept. 13, 2023",
        "Wednesday, 13 September 2023", "13th September, 2023", "2023/09/13", "13/09/23"}) {
    EXPECT_EQ(one("They met " + text + "."), text + " | 2023-09-13 | 2023-09-13 | 2023-09-13") << text;
    EXPECT_EQ(one("They met " + text + ".", Tense::kPast, ""), text + " | 2023-09-13 | 2023-09-13 | 2023-09-13")
        << text;
  }
}

TEST(Times, TakesTheOrderOfNumbersFromTheOutlet) {
  TimeContext context;
  EXPECT_EQ(find_times("9/8/2023", context).at(0).value, "2023-09-08");
  context.day_first = true;
  EXPECT_EQ(find_times("9/8/2023", context).at(0).value, "2023-08-09");
}

TEST(Times, ReadsPartsOfTheCalendar) {
  check({{"in July 2021", "in July 2021 | 2021-07 | 2021-07-01 | 2021-07-31"},
         {"In 2021 they met", "In 2021 | 2021 | 2021-01-01 | 2021-12-31"},
         {"in the 1980s", "in the 1980s | 198 | 1980-01-01 | 1989-12-31"},
         {"in the 19th century", "in the 19th century | 18 | 1800-01-01 | 1899-12-31"},
         {"the third quarter of 2022", "the third quarter of 2022 | 2022-Q3 | 2022-07-01 | 2022-09-30"},
         {"in Q3 2022", "in Q3 2022 | 2022-Q3 | 2022-07-01 | 2022-09-30"},
         {"the first half of 2022", "the first half of 2022 | 2022-H1 | 2022-01-01 | 2022-06-30"},
         {"last year's fourth quarter", "last year's fourth quarter | 2022-Q4 | 2022-10-01 | 2022-12-31"},
         {"in fiscal year 2022", "in fiscal year 2022 | FY2022 | - | -"},
         {"in FY2022", "in FY2022 | FY2022 | - | -"},
         {"in Juche 112 (2023)", "in Juche 112 (2023) | 2023 | 2023-01-01 | 2023-12-31"},
         {"1 Ramadan 1444", "1 Ramadan 1444 | 2023-03-23 | 2023-03-23 | 2023-03-23"},
         {"winter 2022", "winter 2022 | 2022-WI | 2022-12-01 | 2023-02-28"}});
}

TEST(Times, LooksBackFromTheStory) {
  check({{"He came on Wednesday", "on Wednesday | 2023-09-13 | 2023-09-13 | 2023-09-13"},
         {"He came on Thursday", "on Thursday | 2023-09-07 | 2023-09-07 | 2023-09-07"},
         {"last Tuesday", "last Tuesday | 2023-09-12 | 2023-09-12 | 2023-09-12"},
         {"last March", "last March | 2023-03 | 2023-03-01 | 2023-03-31"},
         {"last September", "last September | 2022-09 | 2022-09-01 | 2022-09-30"},
         {"last autumn", "last autumn | 2022-FA | 2022-09-01 | 2022-11-30"},
         {"in July", "in July | 2023-07 | 2023-07-01 | 2023-07-31"},
         {"in November", "in November | 2022-11 | 2022-11-01 | 2022-11-30"},
         {"on Oct. 3", "on Oct. 3 | 2022-10-03 | 2022-10-03 | 2022-10-03"},
         {"two weeks ago", "two weeks ago | 2023-W35 | 2023-08-28 | 2023-09-03"},
         {"three months ago", "three months ago | 2023-06 | 2023-06-01 | 2023-06-30"},
         {"last weekend", "last weekend | 2023-W36-WE | 2023-09-09 | 2023-09-10"},
         {"the past three months", "the past three months | P3M | 2023-06-13 | 2023-09-13"}});
}

TEST(Times, LooksAheadWhereTheTenseDoes) {
  check({{"on Wednesday", "on Wednesday | 2023-09-13 | 2023-09-13 | 2023-09-13"},
         {"on Friday", "on Friday | 2023-09-15 | 2023-09-15 | 2023-09-15"},
         {"in July", "in July | 2024-07 | 2024-07-01 | 2024-07-31"},
         {"in mid-November", "in mid-November | 2023-11 | 2023-11-11 | 2023-11-20"},
         {"next spring", "next spring | 2024-SP | 2024-03-01 | 2024-05-31"},
         {"next week", "next week | 2023-W38 | 2023-09-18 | 2023-09-24"},
         {"Friday next week", "Friday next week | 2023-09-22 | 2023-09-22 | 2023-09-22"},
         {"two days from now", "two days from now | 2023-09-15 | 2023-09-15 | 2023-09-15"}},
        Tense::kFuture);
}

TEST(Times, CutsEarlyMidAndLate) {
  check({{"in early September", "in early September | 2023-09 | 2023-09-01 | 2023-09-10"},
         {"in mid-July", "in mid-July | 2023-07 | 2023-07-11 | 2023-07-20"},
         {"in late July", "in late July | 2023-07 | 2023-07-21 | 2023-07-31"},
         {"since the beginning of the month", "since the beginning of the month | 2023-09 | 2023-09-01 | 2023-09-13"},
         {"before the end of the year", "before the end of the year | 2023 | 2023-09-13 | 2023-12-31"},
         {"in the early 1980s", "in the early 1980s | 198 | 1980-01-01 | 1983-05-01"}});
}

TEST(Times, ReadsRanges) {
  check({{"from July 25 to 27", "from July 25 to 27 | 2023-07-25/2023-07-27 | 2023-07-25 | 2023-07-27"},
         {"July 25-27, 2021", "July 25-27, 2021 | 2021-07-25/2021-07-27 | 2021-07-25 | 2021-07-27"},
         {"25 to 27 July 2021", "25 to 27 July 2021 | 2021-07-25/2021-07-27 | 2021-07-25 | 2021-07-27"},
         {"between October and December", "between October and December | 2022-10/2022-12 | 2022-10-01 | 2022-12-31"},
         {"between July and May", "between July and May | 2022-07/2023-05 | 2022-07-01 | 2023-05-31"},
         {"2019-2021", "2019-2021 | 2019/2021 | 2019-01-01 | 2021-12-31"},
         {"2019-21", "2019-21 | 2019/2021 | 2019-01-01 | 2021-12-31"},
         {"from March to May 2021", "from March to May 2021 | 2021-03/2021-05 | 2021-03-01 | 2021-05-31"},
         {"from Monday to Wednesday", "from Monday to Wednesday | 2023-09-11/2023-09-13 | 2023-09-11 | 2023-09-13"},
         {"from May 30 to June 2, 2021",
          "from May 30 to June 2, 2021 | 2021-05-30/2021-06-02 | 2021-05-30 | 2021-06-02"}});
}

TEST(Times, CountsFromTheDayLastToldInTheParagraph) {
  EXPECT_THAT(told(find("He came on Sunday. Two days earlier he had left.")),
              testing::ElementsAre("on Sunday | 2023-09-10 | 2023-09-10 | 2023-09-10",
                                   "Two days earlier | 2023-09-08 | 2023-09-08 | 2023-09-08"));
  EXPECT_THAT(told(find("He came on Sunday.\nTokyo protested a day earlier.")).back(),
              "a day earlier | 2023-09-12 | 2023-09-12 | 2023-09-12");
  EXPECT_THAT(told(find("He came on May 3, 2021. He had left the previous month.")).back(),
              "the previous month | 2021-04 | 2021-04-01 | 2021-04-30");
}

TEST(Times, ReadsTimesOfDay) {
  check({{"at dawn on Tuesday", "at dawn on Tuesday | 2023-09-12TMO | 2023-09-12 | 2023-09-12"},
         {"at 9 p.m. on Tuesday", "at 9 p.m. on Tuesday | 2023-09-12T21:00 | 2023-09-12 | 2023-09-12"},
         {"at 11:43 a.m. Tuesday", "at 11:43 a.m. Tuesday | 2023-09-12T11:43 | 2023-09-12 | 2023-09-12"},
         {"on Tuesday at 9pm", "on Tuesday at 9pm | 2023-09-12T21:00 | 2023-09-12 | 2023-09-12"},
         {"at 14:00 GMT", "at 14:00 GMT | 2023-09-13T14:00 | 2023-09-13 | 2023-09-13"},
         {"on Tuesday night", "on Tuesday night | 2023-09-12TNI | 2023-09-12 | 2023-09-12"},
         {"last night", "last night | 2023-09-12TNI | 2023-09-12 | 2023-09-12"},
         {"this morning", "this morning | 2023-09-13TMO | 2023-09-13 | 2023-09-13"}});
}

TEST(Times, UndatedStoriesGiveOnlyWhatIsAbsolute) {
  const auto undated = [](const std::string& text) { return one(text, Tense::kPast, ""); };
  EXPECT_EQ(undated("He came on Wednesday"), "on Wednesday |  | - | -");
  EXPECT_EQ(undated("He came last year"), "last year |  | - | -");
  EXPECT_EQ(undated("He came two days ago"), "two days ago |  | - | -");
  EXPECT_EQ(undated("He came in July"), "in July |  | - | -");
  EXPECT_EQ(undated("He came today"), "today |  | - | -");
  EXPECT_EQ(undated("He came in July 2021"), "in July 2021 | 2021-07 | 2021-07-01 | 2021-07-31");
}

TEST(Times, LeavesOtherNumbersAlone) {
  for (const std::string text : {"Resolution 2270 bans it.", "about 1,000 kilometers", "2,000 troops", "He may go.",
                                 "They march on.", "a $1.5 billion deal", "12 missiles", "S-400 and Su-35",
                                 "1500 people left", "a 155mm shell", "the 38th parallel", "They won 2-1.",
                                 "a day at the races", "the second missile", "$2023", "1999.5 tons", "version 13.9"}) {
    EXPECT_THAT(told(find(text)), testing::IsEmpty()) << text;
  }
}

TEST(Times, CountsInCodePoints) {
  const auto times = find("“Señor” left on Wednesday.");
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].range, (Range{13, 25}));
}

RC_GTEST_PROP(Times, AreInOrderAndTheirTextIsTheStorys, (const std::vector<uint16_t>& choices)) {
  constexpr std::array<std::string_view, 34> kParts = {
      "Sept.",   "13",    "2023", ",",   "-",        "to",      "from", "Wednesday", "last",  "the",   "year", "end",
      "of",      "early", "a",    "day", "ago",      "earlier", "9",    "p.m.",      "next",  "May",   "in",   "since",
      "quarter", "third", "'s",   "29",  "February", "9999",    "\n",   "é",         "Juche", "FY2023"};
  std::string text;
  for (const auto choice : choices) text += std::string(kParts[choice % kParts.size()]) + " ";
  const auto letters = to_utf32(text);
  uint32_t last = 0;
  for (const auto& time : find(text)) {
    RC_ASSERT(time.range.begin >= last);
    RC_ASSERT(time.range.end > time.range.begin);
    RC_ASSERT(to_utf8(letters.substr(time.range.begin, time.range.end - time.range.begin)) == time.text);
    RC_ASSERT(!time.start || !time.end || *time.start <= *time.end);
    last = time.range.end;
  }
}

TEST(Moment, KnowsWeeksAtTheTurnOfTheYear) {
  EXPECT_EQ(moment_of(Grain::kWeek, day_number(2021, 1, 1)).value, "2020-W53");
  EXPECT_EQ(moment_of(Grain::kWeek, day_number(2024, 12, 31)).value, "2025-W01");
}

TEST(Moment, ShiftsByMonthsToTheLastDayThereIs) {
  EXPECT_EQ(shifted_day(day_number(2023, 5, 31), Grain::kMonth, -3), day_number(2023, 2, 28));
  EXPECT_EQ(shifted_day(day_number(2024, 2, 29), Grain::kYear, 1), day_number(2025, 2, 28));
  EXPECT_EQ(shifted_day(day_number(2023, 1, 1), Grain::kYear, -100000), day_number(1, 1, 1));
}

TEST(Moment, TurnsHijriDates) {
  EXPECT_EQ(day_of_hijri(1, 1, 1), day_number(622, 7, 19));
  EXPECT_EQ(day_of_hijri(1444, 9, 1), day_number(2023, 3, 23));
  EXPECT_FALSE(day_of_hijri(1444, 13, 1));
  EXPECT_FALSE(day_of_hijri(1444, 2, 30));
}

}  // namespace
}  // namespace vedette::story
