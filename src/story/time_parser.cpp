#include "story/time_parser.h"

#include <utility>

namespace vedette::story {

namespace {

void keep_longer(std::optional<ParsedTime>& best, std::optional<ParsedTime> other) {
  if (other && (!best || other->end > best->end)) best = std::move(other);
}

}  // namespace

ParsedTime dated(size_t end, Moment moment, bool has_year) {
  ParsedTime time;
  time.end = end;
  time.moment = std::move(moment);
  time.has_year = has_year;
  return time;
}

ParsedTime undated(size_t end) {
  ParsedTime time;
  time.end = end;
  return time;
}

Grain grain_of_unit(std::string_view unit) {
  if (unit == "W") return Grain::kWeek;
  if (unit == "WE") return Grain::kWeekend;
  if (unit == "M") return Grain::kMonth;
  if (unit == "Q") return Grain::kQuarter;
  if (unit == "Y") return Grain::kYear;
  if (unit == "DE") return Grain::kDecade;
  if (unit == "CE") return Grain::kCentury;
  return Grain::kDay;
}

const TimeWordAt& TimeParser::word(size_t at) const {
  static const TimeWordAt none;
  return at < words_.size() ? words_[at] : none;
}

// Months and weekdays are names: "may" and "sat" in small letters are none.
const TimeTerm* TimeParser::term(size_t at, TimeWord kind) const {
  const bool name =
      kind == TimeWord::kMonth || kind == TimeWord::kWeekday || kind == TimeWord::kHoliday || kind == TimeWord::kHijri;
  if (name && !word(at).capital) return nullptr;
  for (const auto* candidate : word(at).terms) {
    if (candidate->word == kind) return candidate;
  }
  return nullptr;
}

Tense TimeParser::tense(size_t at) const {
  return context_.tense_at ? context_.tense_at(word(at).begin) : Tense::kUnknown;
}

std::optional<ParsedTime> TimeParser::date(size_t at) const {
  Answer best;
  keep_longer(best, numeric_iso(at));
  keep_longer(best, numeric(at));
  keep_longer(best, weekday(at));
  keep_longer(best, month_day(at));
  keep_longer(best, day_month(at));
  keep_longer(best, hijri(at));
  keep_longer(best, juche(at));
  keep_longer(best, holiday(at));
  keep_longer(best, fiscal(at));
  keep_longer(best, quarter(at));
  keep_longer(best, season(at));
  keep_longer(best, decade(at));
  keep_longer(best, century(at));
  keep_longer(best, year(at));
  keep_longer(best, near_day(at));
  keep_longer(best, shift(at));
  keep_longer(best, told_unit(at));
  keep_longer(best, year_ago(at));
  keep_longer(best, amount(at));
  return best;
}

std::optional<ParsedTime> TimeParser::read(size_t at) const {
  Answer best = date(at);
  if (best) best = with_clock(*std::move(best));
  keep_longer(best, clock(at));
  keep_longer(best, edged(at));
  keep_longer(best, boundary(at));
  keep_longer(best, reference(at));
  keep_longer(best, set(at));
  return best;
}

void TimeParser::told(const ParsedTime& time, size_t at) {
  if (!time.moment) return;
  const Told now{*time.moment, word(at).paragraph};
  if (time.moment->grain == Grain::kDay) last_day_ = now;
  if (time.moment->grain == Grain::kQuarter) last_quarter_ = now;
}

}  // namespace vedette::story
