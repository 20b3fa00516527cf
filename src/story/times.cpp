#include "story/times.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "story/time_parser.h"

namespace vedette::story {

namespace {

// What a preposition does to the bounds of its date.
enum class Reach : uint8_t { kIn, kSince, kUntil, kBefore, kAfter };

struct Preposition {
  std::string_view word;
  Reach reach;
};
constexpr Preposition kPrepositions[] = {
    {"on", Reach::kIn},         {"in", Reach::kIn},      {"at", Reach::kIn},     {"during", Reach::kIn},
    {"around", Reach::kIn},     {"about", Reach::kIn},   {"within", Reach::kIn}, {"since", Reach::kSince},
    {"until", Reach::kUntil},   {"till", Reach::kUntil}, {"by", Reach::kUntil},  {"through", Reach::kUntil},
    {"before", Reach::kBefore}, {"after", Reach::kAfter}};

const Preposition* preposition(const TimeWordAt& word) {
  for (const auto& known : kPrepositions) {
    if (word.lower == known.word) return &known;
  }
  return nullptr;
}

// Two dates as one stretch: "from July 25 to 27".
struct Span {
  size_t begin = 0;
  ParsedTime first;
  std::optional<ParsedTime> last;
  size_t end = 0;
};

class TimeFinder {
 public:
  TimeFinder(std::string_view text, const TimeContext& context)
      : context_(context),
        letters_(to_utf32(text)),
        words_(split_for_times(text, TimeLexicon::standard())),
        parser_(words_, context_) {}

  std::vector<TimeMention> find() {
    for (size_t at = 0; at < words_.size();) {
      auto span = range(at);
      if (!span) {
        if (auto time = parser_.read(at)) span = Span{at, *time, std::nullopt, time->end};
      }
      if (!span || span->end <= at) {
        ++at;
        continue;
      }
      keep(*span);
      at = span->end;
    }
    return std::move(found_);
  }

 private:
  bool is(size_t at, std::string_view lower) const { return at < words_.size() && words_[at].lower == lower; }

  static bool is_date(const std::optional<ParsedTime>& time) {
    return time && time->kind == TimeKind::kDate && time->moment && time->clock.empty() && time->edge.empty();
  }

  std::optional<Span> range(size_t at) const {
    const bool between = is(at, "between");
    const bool from = is(at, "from");
    const size_t first = between || from ? at + 1 : at;
    if (auto days = leading_day(first, between, from)) {
      days->begin = at;
      return days;
    }
    auto start = parser_.read(first);
    if (!is_date(start)) return std::nullopt;
    const auto behind = connector(start->end, between, from);
    if (behind == 0) return std::nullopt;
    auto end = parser_.read(behind);
    if (!is_date(end)) end = trailing_day(behind, *start);
    if (!end) end = trailing_year(behind, *start);
    if (!is_date(end)) return std::nullopt;
    return joined(at, *start, *end);
  }

  // The word behind "to", "and" or a dash; 0 if there is no connector here.
  size_t connector(size_t at, bool between, bool from) const {
    if (between) return is(at, "and") ? at + 1 : 0;
    if (is(at, "-") || is(at, "–") || is(at, "—")) return words_[at].glued || from ? at + 1 : 0;
    if (is(at, "to") || is(at, "through")) return at + 1;
    if (from && (is(at, "until") || is(at, "till"))) return at + 1;
    return 0;
  }

  // "25 to 27 July", "25-27 July 2023".
  std::optional<Span> leading_day(size_t at, bool between, bool from) const {
    size_t end = at;
    const int day = parser_.day_at(at, end);
    const auto behind = day == 0 ? 0 : connector(end, between, from);
    if (behind == 0) return std::nullopt;
    auto last = parser_.read(behind);
    if (!is_date(last) || last->moment->grain != Grain::kDay || parser_.day_at(behind, end) == 0) return std::nullopt;
    const auto date = calendar_date(last->moment->start);
    if (day >= date.day) return std::nullopt;
    const auto first = dated(behind - 1, moment_of(Grain::kDay, last->moment->start - date.day + day));
    return Span{at, first, last, last->end};
  }

  // "July 25 to 27": the month of the first holds for the second.
  std::optional<ParsedTime> trailing_day(size_t at, const ParsedTime& first) const {
    size_t end = at;
    const int day = first.day_of_month ? parser_.day_at(at, end) : 0;
    if (day == 0) return std::nullopt;
    const auto date = calendar_date(first.moment->start);
    if (day <= date.day || !is_valid_date(date.year, date.month, day)) return std::nullopt;
    // A year may follow the second: "July 25-27, 2023".
    int year = 0;
    const size_t comma = is(end, ",") ? end + 1 : end;
    if (comma < words_.size() && words_[comma].lower.size() == 4 && words_[comma].number >= 1500)
      year = words_[comma].number;
    if (year == 0 || !is_valid_date(year, date.month, day))
      return dated(end, moment_of(Grain::kDay, day_number(date.year, date.month, day)));
    return dated(comma + 1, moment_of(Grain::kDay, day_number(year, date.month, day)));
  }

  // "2019-21": two digits that go on from the first year.
  std::optional<ParsedTime> trailing_year(size_t at, const ParsedTime& first) const {
    if (first.moment->grain != Grain::kYear || at >= words_.size() || words_[at].lower.size() != 2) return std::nullopt;
    const int year = calendar_date(first.moment->start).year;
    const int last = words_[at].number < 0 ? 0 : year / 100 * 100 + words_[at].number;
    if (last <= year || !words_[at].glued) return std::nullopt;
    return dated(at + 1, moment_of(Grain::kYear, day_number(last, 1, 1)));
  }

  // The two must be of one kind and in order; the year of the one that names it holds for the other.
  std::optional<Span> joined(size_t at, ParsedTime first, ParsedTime last) const {
    if (first.moment->grain != last.moment->grain) return std::nullopt;
    const auto years = int64_t{calendar_date(last.moment->start).year} - calendar_date(first.moment->start).year;
    const auto move = [](Moment& moment, int64_t count) {
      const auto start = shifted_day(moment.start, Grain::kYear, count);
      moment = moment_of(moment.grain, start);
    };
    const bool months = first.moment->grain == Grain::kMonth || first.moment->grain == Grain::kDay;
    if (months && last.has_year && !first.has_year) move(*first.moment, years);
    if (months && last.moment->start < first.moment->start) {
      const bool passed = context_.published && shifted_day(last.moment->start, Grain::kYear, 1) > *context_.published;
      if (!first.has_year && !last.has_year && !first.day_of_month && !passed) {
        move(*last.moment, 1);
      } else if (!first.has_year) {
        move(*first.moment, -1);
      }
    }
    if (first.moment->grain == Grain::kDay && last.moment->start < first.moment->start)
      move_week(*last.moment, first.moment->start);
    if (last.moment->start <= first.moment->start) return std::nullopt;
    const size_t end = last.end;
    return Span{at, std::move(first), std::move(last), end};
  }

  // "from Monday to Friday" told on a Wednesday.
  static void move_week(Moment& moment, DayNumber after) {
    if (after - moment.start < 7) moment = moment_of(Grain::kDay, moment.start + 7);
  }

  void keep(const Span& span) {
    auto mention = mention_of(span);
    size_t begin = span.begin;
    if (!span.last && begin > 0 && words_[begin - 1].paragraph == words_[begin].paragraph) {
      const auto* before = preposition(words_[begin - 1]);
      const bool duration = mention.kind == TimeKind::kDuration;
      if (before != nullptr && mention.kind != TimeKind::kSet && before_end(begin - 1) &&
          (!duration || before->reach == Reach::kIn)) {
        --begin;
        if (!duration) reach(mention, before->reach, span.first);
      }
    }
    mention.range = {words_[begin].begin, words_[span.end - 1].end};
    mention.text =
        to_utf8(std::u32string_view(letters_).substr(mention.range.begin, mention.range.end - mention.range.begin));
    if (found_.empty() || found_.back().range.end <= mention.range.begin) found_.push_back(std::move(mention));
    parser_.told(span.last ? *span.last : span.first, span.begin);
  }

  bool before_end(size_t word) const { return found_.empty() || found_.back().range.end <= words_[word].begin; }

  static TimeMention mention_of(const Span& span) {
    TimeMention mention;
    const auto& first = span.first;
    mention.kind = first.kind;
    mention.value = first.moment ? value_of(first) : first.value;
    mention.start = first.moment ? std::optional(first.moment->start) : first.start;
    mention.end = first.moment ? std::optional(first.moment->end) : first.end_day;
    if (first.moment && !first.edge.empty()) {
      const auto part = part_of(*first.moment, first.edge);
      mention.start = part.start;
      mention.end = part.end;
    }
    if (span.last) {
      mention.value += "/" + span.last->moment->value;
      mention.end = span.last->moment->end;
    }
    return mention;
  }

  static std::string value_of(const ParsedTime& time) {
    // An interval of another calendar has no time of day.
    if (time.clock.empty() || time.moment->grain != Grain::kDay) return time.moment->value;
    return time.moment->value + (time.clock[0] == 'T' ? "" : "T") + time.clock;
  }

  void reach(TimeMention& mention, Reach reach, const ParsedTime& time) const {
    const auto today = context_.published;
    if (!mention.start || !mention.end || !time.moment) return;
    switch (reach) {
      case Reach::kIn:
        return;
      case Reach::kSince:
        mention.end = today && *today >= *mention.start ? today : std::nullopt;
        return;
      case Reach::kUntil:
      case Reach::kBefore:
        // "before the end of the year" reaches to that end; "before Friday" to the day before.
        if (reach == Reach::kBefore && time.edge.empty()) mention.end = *mention.start - 1;
        mention.start = today && *today <= *mention.end ? today : std::nullopt;
        return;
      case Reach::kAfter:
        mention.start = *mention.end + (time.moment->grain == Grain::kDay ? 0 : 1);
        mention.end = std::nullopt;
        return;
    }
  }

  const TimeContext& context_;
  std::u32string letters_;
  std::vector<TimeWordAt> words_;
  TimeParser parser_;
  std::vector<TimeMention> found_;
};

}  // namespace

std::vector<TimeMention> find_times(std::string_view text, const TimeContext& context) {
  return TimeFinder(text, context).find();
}

}  // namespace vedette::story
