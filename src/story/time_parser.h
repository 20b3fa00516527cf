// The grammar of dates over words. Each rule reads at one word and says how far it got and what that means.
//
//   date      := [weekday ","] (month day ["," year] | day ["of"] month [year] | month [year] | ISO | d/m/y) | year |
//   decade | … relative  := "today" | shift unit | shift weekday | amount ("ago" | "earlier") | … clock     := hour
//   [":" minute] ("a.m." | "p.m.") | "noon" | part of a day whole     := [edge] (date | relative | clock) [("on" | ",")
//   date]
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/moment.h"
#include "story/time_words.h"
#include "story/times.h"

namespace vedette::story {

/// What a rule read: words [begin, end).
struct ParsedTime {
  size_t end = 0;
  TimeKind kind = TimeKind::kDate;
  std::optional<Moment> moment;             ///< of a date that is known
  std::string value;                        ///< where there is no moment: "P3M", "PAST_REF"
  std::string clock;                        ///< "T21:00", "NI": appended to the value of the moment
  std::optional<DayNumber> start, end_day;  ///< bounds where there is no moment: "the past three months"
  std::string edge;                         ///< "START", "MID", "END"
  bool has_year = false;                    ///< the words name the year, or are relative: nothing to guess
  bool day_of_month = false;                ///< a bare day may follow as the end of a range: "July 25 to 27"
};

class TimeParser {
 public:
  TimeParser(const std::vector<TimeWordAt>& words, const TimeContext& context) : words_(words), context_(context) {}

  /// The longest expression that begins at this word, without a preposition.
  std::optional<ParsedTime> read(size_t at) const;
  /// A bare day of the month at this word: "27", "27th"; 0 if there is none.
  int day_at(size_t at, size_t& end) const;
  /// Tells the parser what was read, so that "a day earlier" knows from when to count.
  void told(const ParsedTime& time, size_t at);

 private:
  using Answer = std::optional<ParsedTime>;

  // Words. Beyond the end stands an empty word.
  const TimeWordAt& word(size_t at) const;
  bool is(size_t at, std::string_view lower) const { return word(at).lower == lower; }
  const TimeTerm* term(size_t at, TimeWord kind) const;
  size_t skip(size_t at, std::string_view lower) const { return is(at, lower) ? at + 1 : at; }
  Tense tense(size_t at) const;
  std::optional<DayNumber> today() const { return context_.published; }

  // time_absolute.cpp
  Answer numeric(size_t at) const;
  Answer numeric_iso(size_t at) const;
  Answer month_day(size_t at) const;
  Answer day_month(size_t at) const;
  Answer weekday(size_t at) const;
  Answer year(size_t at) const;
  Answer decade(size_t at) const;
  Answer century(size_t at) const;
  Answer quarter(size_t at) const;
  Answer quarter_of(size_t end, Grain grain, int number, size_t at) const;
  Answer fiscal(size_t at) const;
  Answer juche(size_t at) const;
  Answer hijri(size_t at) const;
  Answer holiday(size_t at) const;
  Answer season(size_t at) const;
  int year_at(size_t at) const;
  size_t year_behind(size_t at, int& year) const;
  std::optional<Moment> nearest(int month, int day) const;
  std::optional<Moment> yearless(int month, int day, size_t at) const;

  // time_relative.cpp
  Answer near_day(size_t at) const;
  Answer reference(size_t at) const;
  Answer set(size_t at) const;
  Answer shift(size_t at) const;
  Answer shift_named(size_t at, int by, size_t begin) const;
  Answer shift_unit(size_t at, int by) const;
  Answer told_unit(size_t at) const;
  Answer amount(size_t at) const;
  Answer amount_away(size_t at, int count, bool vague, const TimeTerm& unit, size_t begin) const;
  Answer year_ago(size_t at) const;
  Answer boundary(size_t at) const;
  Answer edged(size_t at) const;
  Answer deictic(size_t at) const;
  std::optional<int> count_at(size_t at, size_t& end, bool& vague) const;
  std::optional<Moment> anchor(size_t at) const;
  bool quarter_told(size_t at) const;

  // time_clock.cpp
  Answer clock(size_t at) const;
  Answer hour(size_t at) const;
  size_t half_day(size_t at, int& hour) const;
  size_t zone(size_t at) const;
  Answer part(size_t at) const;
  Answer with_clock(ParsedTime time) const;
  Answer date(size_t at) const;

  struct Told {
    Moment moment;
    uint32_t paragraph = 0;
  };
  const std::vector<TimeWordAt>& words_;
  const TimeContext& context_;
  std::optional<Told> last_day_, last_quarter_;
};

/// A date whose moment is known.
ParsedTime dated(size_t end, Moment moment, bool has_year = true);
/// One that is a date, but of which day cannot be known.
ParsedTime undated(size_t end);
/// The grain of a TIMEX3 unit of the lexicon; kDay for units of hours and less.
Grain grain_of_unit(std::string_view unit);

}  // namespace vedette::story
