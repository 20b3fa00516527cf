// The words of time: data/story/times.tsv, embedded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vedette::story {

enum class TimeWord : uint8_t {
  kMonth,      ///< 1–12
  kWeekday,    ///< 1–7, Monday first
  kSeason,     ///< SP, SU, FA, WI
  kUnit,       ///< a TIMEX3 unit: D, W, M, Q, Y, DE (decade), CE (century), WE (weekend), TH, TM, TS
  kNumber,     ///< 1…; X for "several"
  kOrdinal,    ///< 1…
  kDay,        ///< days from the story's: -1
  kReference,  ///< PRESENT_REF, PAST_REF, FUTURE_REF
  kPart,       ///< part of a day: MO, AF, EV, NI, or a time: T12:00
  kEdge,       ///< START, MID, END: "early", "late"
  kBoundary,   ///< START, MID, END, before "of": "beginning of"
  kShift,      ///< -1, 0, 1: "last", "this", "next"
  kTold,       ///< -1, 1, seen from the time last told: "previous", "following"
  kAway,       ///< -1, 1, behind an amount: "ago", "from now"
  kAwayTold,   ///< -1, 1, behind an amount, seen from the time last told: "earlier", "later"
  kHoliday,    ///< MM-DD
  kHijri,      ///< month 1–12 of the Hijri calendar
  kSet,        ///< a TIMEX3 duration: P1D
  kDecade,     ///< 20–90: "eighties"
};

struct TimeTerm {
  TimeWord word = TimeWord::kMonth;
  std::string value;
  int number = 0;    ///< of `value`, if it is one
  size_t words = 1;  ///< how many the term has
};

/// One line of the table.
struct TimeEntry {
  std::string term, kind, value, example, published, expected;
};

class TimeLexicon {
 public:
  /// The embedded one.
  static const TimeLexicon& standard();
  /// The terms that are exactly these words, in small letters, with one blank between; null if none.
  const std::vector<TimeTerm>* find(const std::string& words) const;
  const std::vector<TimeEntry>& entries() const { return entries_; }
  size_t longest() const { return longest_; }

 private:
  explicit TimeLexicon(std::string_view table);
  std::vector<TimeEntry> entries_;
  std::unordered_map<std::string, std::vector<TimeTerm>> terms_;
  size_t longest_ = 1;
};

}  // namespace vedette::story
