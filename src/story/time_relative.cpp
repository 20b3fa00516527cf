// Rules for dates that are told from another day: the story's, or the one last told.
#include <fmt/format.h>

#include <algorithm>

#include "story/time_parser.h"

namespace vedette::story {

namespace {

constexpr uint32_t kQuarterMemory = 3;  // paragraphs over which "a year earlier" still means the quarter told before

bool is_clock_unit(std::string_view unit) {
  return unit == "TH" || unit == "TM" || unit == "TS";
}

// The TIMEX3 duration of a count of units: P3M, PT6H, PXY; quarters and weekends as they are written there.
std::string duration(int count, bool vague, std::string_view unit) {
  const bool clock = is_clock_unit(unit);
  if (clock) unit.remove_prefix(1);
  return fmt::format("P{}{}{}", clock ? "T" : "", vague ? "X" : std::to_string(count), unit);
}

int season_month(std::string_view season) {
  return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12;
}

}  // namespace

TimeParser::Answer TimeParser::near_day(size_t at) const {
  const auto* day = term(at, TimeWord::kDay);
  if (day == nullptr) return std::nullopt;
  auto time = undated(at + day->words);
  if (today()) time = dated(time.end, moment_of(Grain::kDay, shifted_day(*today(), Grain::kDay, day->number)));
  if (is(at, "tonight")) time.clock = "NI";
  return time;
}

TimeParser::Answer TimeParser::reference(size_t at) const {
  const auto* name = term(at, TimeWord::kReference);
  if (name == nullptr) return std::nullopt;
  auto time = undated(at + name->words);
  time.value = name->value;
  if (name->value == "PRESENT_REF") time.start = time.end_day = today();
  return time;
}

TimeParser::Answer TimeParser::set(size_t at) const {
  ParsedTime time;
  time.kind = TimeKind::kSet;
  if (const auto* name = term(at, TimeWord::kSet)) {
    time.end = at + name->words;
    time.value = name->value;
    return time;
  }
  if (!is(at, "every") && !is(at, "each")) return std::nullopt;
  if (const auto* day = term(at + 1, TimeWord::kWeekday)) {
    time.end = at + 2;
    time.value = fmt::format("XXXX-WXX-{}", day->number);
    return time;
  }
  bool vague = false;
  size_t end = at + 1;
  const int count = count_at(at + 1, end, vague).value_or(1);
  const auto* unit = term(end, TimeWord::kUnit);
  if (unit == nullptr || unit->value == "WE") return std::nullopt;
  time.end = end + unit->words;
  time.value = duration(count, vague, unit->value);
  return time;
}

// "last year", "this week", "next Tuesday", "last March", "last night", "the past three months".
TimeParser::Answer TimeParser::shift(size_t at) const {
  const size_t here = skip(at, "the");
  const auto* by = term(here, TimeWord::kShift);
  if (by == nullptr) return std::nullopt;
  size_t next = here + by->words;
  if (by->number == 0 && is(next, "past")) {
    return shift_named(next + 1, -1, at);
  }
  next = skip(next, "fiscal");
  auto named = shift_named(next, by->number, at);
  return named ? named : shift_unit(next, by->number);
}

TimeParser::Answer TimeParser::shift_named(size_t at, int by, size_t begin) const {
  if (const auto* day = term(at, TimeWord::kWeekday)) {
    if (!today()) return undated(at + 1);
    auto found = by < 0 ? weekday_until(*today() - 1, day->number) : weekday_from(*today() + 1, day->number);
    if (by == 0)
      found = tense(begin) == Tense::kPast ? weekday_until(*today(), day->number) : weekday_from(*today(), day->number);
    return dated(at + 1, moment_of(Grain::kDay, found));
  }
  if (const auto* month = term(at, TimeWord::kMonth)) {
    size_t end = at + 1;
    if (word(at).lower.size() <= 4 && word(end).glued && word(at).lower != "may") end = skip(end, ".");
    if (!today()) return undated(end);
    const auto now = moment_of(Grain::kMonth, *today());
    auto found = moment_of(Grain::kMonth, day_number(calendar_date(*today()).year, month->number, 1));
    if (by < 0 && found.start >= now.start) found = shifted(found, -12);
    if (by > 0 && found.start <= now.start) found = shifted(found, 12);
    size_t behind_day = end;
    const int day = day_at(end, behind_day);
    if (day != 0 && found.start + day - 1 <= found.end)
      return dated(behind_day, moment_of(Grain::kDay, found.start + day - 1));
    return dated(end, found);
  }
  if (const auto* season = term(at, TimeWord::kSeason)) {
    if (!today()) return undated(at + 1);
    const auto now = moment_of(Grain::kSeason, *today());
    auto found = moment_of(Grain::kSeason, day_number(calendar_date(*today()).year, season_month(season->value), 1));
    if (by < 0 && found.start >= now.start)
      found = moment_of(Grain::kSeason, shifted_day(found.start, Grain::kYear, -1));
    if (by > 0 && found.start <= now.start)
      found = moment_of(Grain::kSeason, shifted_day(found.start, Grain::kYear, 1));
    return dated(at + 1, found);
  }
  if (const auto* part = term(at, TimeWord::kPart); part != nullptr && part->value.size() == 2 && by <= 0) {
    auto time = undated(at + 1);
    if (today()) time = dated(at + 1, moment_of(Grain::kDay, shifted_day(*today(), Grain::kDay, by)));
    time.clock = part->value;
    return time;
  }
  return std::nullopt;
}

TimeParser::Answer TimeParser::shift_unit(size_t at, int by) const {
  bool vague = false;
  size_t end = at;
  const auto count = count_at(at, end, vague);
  const auto* unit = term(end, TimeWord::kUnit);
  // "the second half" has a second that is no time.
  if (unit == nullptr || (!count && is_clock_unit(unit->value))) return std::nullopt;
  const auto grain = grain_of_unit(unit->value);
  const size_t after = end + unit->words;
  if (count) {
    ParsedTime time;
    time.end = after;
    time.kind = TimeKind::kDuration;
    time.value = duration(*count, vague, unit->value);
    if (today() && !vague && by != 0 && !is_clock_unit(unit->value)) {
      const auto other = shifted_day(*today(), grain, int64_t{by} * *count);
      time.start = std::min(*today(), other);
      time.end_day = std::max(*today(), other);
    }
    return time;
  }
  if (word(end).lower.ends_with("s") && by != 0) {  // "recent years", "coming months"
    ParsedTime time;
    time.end = after;
    time.kind = TimeKind::kDuration;
    time.value = duration(0, true, unit->value);
    return time;
  }
  // "the next day" is seen from the day last told.
  if (unit->value == "D" && by != 0) return std::nullopt;
  if (!today()) return undated(after);
  // "last weekend" is behind, "this weekend" may be either.
  auto found = shifted(moment_of(grain, *today()), by);
  if (unit->value == "WE" && by < 0) found = moment_of(grain, shifted_day(*today(), Grain::kWeek, -1));
  // "this year's third quarter", "last year's fourth quarter".
  if (grain == Grain::kYear && is(after, "'s")) {
    if (const auto part = quarter(after + 1); part && part->moment) {
      const auto month = calendar_date(part->moment->start).month;
      return dated(part->end, moment_of(part->moment->grain, day_number(calendar_date(found.start).year, month, 1)));
    }
  }
  return dated(after, found);
}

// "the previous month", "the following day", "the day before": seen from the day last told in this paragraph.
TimeParser::Answer TimeParser::told_unit(size_t at) const {
  const size_t here = skip(at, "the");
  const auto* by = term(here, TimeWord::kTold);
  if (by != nullptr) {
    const size_t next = here + by->words;
    if (const auto* day = term(next, TimeWord::kWeekday)) {
      const auto from = anchor(at);
      if (!from) return undated(next + 1);
      const auto found =
          by->number < 0 ? weekday_until(from->start - 1, day->number) : weekday_from(from->start + 1, day->number);
      return dated(next + 1, moment_of(Grain::kDay, found));
    }
    const auto* unit = term(next, TimeWord::kUnit);
    if (unit == nullptr || is_clock_unit(unit->value) || word(next).lower.ends_with("s")) return std::nullopt;
    const auto from = anchor(at);
    if (!from) return undated(next + unit->words);
    return dated(next + unit->words, shifted(moment_of(grain_of_unit(unit->value), from->start), by->number));
  }
  // "the quarter" told before; "the weekend" behind or ahead.
  if (here != at && is(here, "quarter") && last_quarter_) return dated(here + 1, last_quarter_->moment);
  if (here != at && is(here, "weekend") && today()) {
    const int back = tense(at) == Tense::kFuture || weekday_of(*today()) >= 6 ? 0 : -1;
    return dated(here + 1, moment_of(Grain::kWeekend, shifted_day(*today(), Grain::kWeek, back)));
  }
  const bool before = is(here + 1, "before") || is(here + 1, "earlier");
  const bool after = is(here + 1, "after");
  if (here == at || (!before && !after) || !is(here, "day")) return std::nullopt;
  const auto from = anchor(at);
  if (!from) return undated(here + 2);
  return dated(here + 2, moment_of(Grain::kDay, shifted_day(from->start, Grain::kDay, before ? -1 : 1)));
}

// A count before a unit: "three", "a", "a few", "several", "a couple of", "24", "more than"... not read here.
std::optional<int> TimeParser::count_at(size_t at, size_t& end, bool& vague) const {
  vague = false;
  if (const auto* number = term(at, TimeWord::kNumber)) {
    end = at + number->words;
    vague = number->value == "X";
    int count = number->number;
    // "twenty-five", "two dozen"
    if (const auto* unit = term(skip(end, "-"), TimeWord::kNumber);
        unit != nullptr && count >= 20 && count % 10 == 0 && unit->number < 10 && unit->value != "X") {
      count += unit->number;
      end = skip(end, "-") + unit->words;
    }
    return count;
  }
  const bool part_of_number = at > 0 && word(at).glued && (is(at - 1, ",") || is(at - 1, ".") || is(at - 1, "$"));
  if (word(at).number < 0 || word(at).number > 9999 || part_of_number) return std::nullopt;
  end = at + 1;
  return word(at).number;
}

TimeParser::Answer TimeParser::amount(size_t at) const {
  bool vague = false;
  size_t end = at;
  const size_t here = skip(at, "the");
  const auto count = count_at(here, end, vague);
  if (!count) return std::nullopt;
  const bool hyphen = is(end, "-");
  const auto* unit = term(skip(end, "-"), TimeWord::kUnit);
  if (unit == nullptr || unit->value == "WE") return std::nullopt;
  end = skip(end, "-") + unit->words;
  if (is(end, "-") && is(end + 1, "old")) return std::nullopt;
  const auto& name = word(end - 1).lower;
  const bool plural = name.ends_with("s");
  if (*count > 1 && !hyphen && !plural && name != "century") return std::nullopt;
  if (auto away = amount_away(end, *count, vague, *unit, at)) return away;
  // "a day", "a year" and "one second" alone are rates and idioms more often than spans of time.
  const bool article = *count == 1 && !vague && (is(here, "a") || is(here, "an"));
  if (article && !hyphen) return std::nullopt;
  if (is(end, "old")) return std::nullopt;
  ParsedTime time;
  time.end = end;
  time.kind = TimeKind::kDuration;
  time.value = duration(*count, vague, unit->value);
  return time;
}

TimeParser::Answer TimeParser::amount_away(size_t at, int count, bool vague, const TimeTerm& unit, size_t begin) const {
  const auto* fixed = term(at, TimeWord::kAway);
  const auto* told = term(at, TimeWord::kAwayTold);
  if (fixed == nullptr && told == nullptr) return std::nullopt;
  // "a day before the summit" counts from the summit, whose day nobody told here.
  if (is(at, "before") || is(at, "after")) {
    const auto& next = word(at + 1).lower;
    if (!next.empty() && next != "." && next != "," && next != ";" && next != ")" && next != "\"" && next != "”")
      return std::nullopt;
  }
  const int by = fixed != nullptr ? fixed->number : told->number;
  const size_t end = at + (fixed != nullptr ? fixed->words : told->words);
  auto time = undated(end);
  if (vague) {
    time.value = by < 0 ? "PAST_REF" : "FUTURE_REF";
    return time;
  }
  if (unit.value == "Y" && count == 1 && by < 0 && quarter_told(begin)) {
    return dated(end, shifted(last_quarter_->moment, -4));
  }
  auto from = fixed != nullptr ? std::nullopt : anchor(begin);
  if (!from && today()) from = moment_of(Grain::kDay, *today());
  if (!from) return time;
  if (is_clock_unit(unit.value)) return dated(end, moment_of(Grain::kDay, from->start));
  const auto grain = grain_of_unit(unit.value);
  return dated(end, moment_of(grain, shifted_day(from->start, grain, int64_t{by} * count)));
}

// "the year-ago quarter", "the year-earlier period", "a year-earlier".
TimeParser::Answer TimeParser::year_ago(size_t at) const {
  size_t here = is(at, "the") || is(at, "a") ? at + 1 : at;
  if (!is(here, "year") || !is(here + 1, "-") || (!is(here + 2, "ago") && !is(here + 2, "earlier")))
    return std::nullopt;
  size_t end = here + 3;
  const auto part = quarter(end);
  if (part && part->moment) return dated(part->end, shifted(moment_of(part->moment->grain, part->moment->start), -4));
  const bool quarters = is(end, "quarter");
  if (quarters || is(end, "period")) ++end;
  if (!today()) return undated(end);
  if (last_quarter_ && (quarters || quarter_told(at))) return dated(end, shifted(last_quarter_->moment, -4));
  return dated(end, moment_of(quarters ? Grain::kQuarter : Grain::kYear, shifted_day(*today(), Grain::kYear, -1)));
}

// "the year", "the month" behind "end of": those of the story's date.
TimeParser::Answer TimeParser::deictic(size_t at) const {
  if (auto found = date(at); found && found->moment) return found;
  const size_t here = skip(at, "the");
  const auto* unit = term(here, TimeWord::kUnit);
  if (unit == nullptr || is_clock_unit(unit->value) || word(here).lower.ends_with("s")) return std::nullopt;
  const size_t end = here + unit->words;
  if (unit->value == "D") return std::nullopt;
  return today() ? dated(end, moment_of(grain_of_unit(unit->value), *today())) : undated(end);
}

// "the end of the year", "early in 2023", "the middle of July", "year-end".
TimeParser::Answer TimeParser::boundary(size_t at) const {
  if ((is(at, "year") || is(at, "month")) && is(skip(at + 1, "-"), "end")) {
    const auto grain = is(at, "year") ? Grain::kYear : Grain::kMonth;
    auto time = undated(skip(at + 1, "-") + 1);
    if (today()) time = dated(time.end, moment_of(grain, *today()));
    time.edge = "END";
    return time;
  }
  const size_t here = skip(at, "the");
  const auto* edge = term(here, TimeWord::kBoundary);
  if (edge == nullptr || !is(here + edge->words, "of")) return std::nullopt;
  auto time = deictic(here + edge->words + 1);
  if (!time || time->kind != TimeKind::kDate) return std::nullopt;
  time->edge = edge->value;
  return time;
}

// "late July", "mid-November", "early Tuesday", "the early 1980s", "late in the year", "early this month".
TimeParser::Answer TimeParser::edged(size_t at) const {
  const size_t here = skip(at, "the");
  const auto* edge = term(here, TimeWord::kEdge);
  if (edge == nullptr) return std::nullopt;
  size_t next = skip(here + edge->words, "-");
  const bool of = is(next, "in") || is(next, "on");
  if (of) ++next;
  auto time = of ? deictic(next) : date(next);
  if (!time || time->kind != TimeKind::kDate || !time->value.empty()) return std::nullopt;
  // "the late 17 May" is nobody's date, but "early on 17 May" is; a day has parts of its own.
  if (time->moment && time->moment->grain == Grain::kDay) return with_clock(*time);
  time->edge = edge->value;
  return time;
}

// The day from which "a day earlier" counts: the last one told in the same paragraph, else the story's.
std::optional<Moment> TimeParser::anchor(size_t at) const {
  if (last_day_ && last_day_->paragraph == word(at).paragraph) return last_day_->moment;
  if (!today()) return std::nullopt;
  return moment_of(Grain::kDay, *today());
}

bool TimeParser::quarter_told(size_t at) const {
  return last_quarter_ && word(at).paragraph - last_quarter_->paragraph <= kQuarterMemory;
}

}  // namespace vedette::story
