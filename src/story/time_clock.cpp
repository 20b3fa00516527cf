// Rules for times of day, alone and with their date.
#include <fmt/format.h>

#include <array>

#include "story/time_parser.h"

namespace vedette::story {

namespace {

constexpr std::array<std::string_view, 15> kZones = {"gmt", "utc", "est", "edt", "pst",   "pdt",    "cet", "cest",
                                                     "kst", "jst", "msk", "bst", "local", "moscow", "et"};

}  // namespace

// "p.m.", "pm", "a.m."; moves the hour to 0–23. 0 if there is none.
size_t TimeParser::half_day(size_t at, int& hour) const {
  const bool dotted = (is(at, "a") || is(at, "p")) && is(at + 1, ".") && is(at + 2, "m");
  const bool plain = is(at, "am") || is(at, "pm");
  if ((!dotted && !plain) || hour < 1 || hour > 12) return 0;
  hour = hour % 12 + (word(at).lower[0] == 'p' ? 12 : 0);
  if (plain) return at + 1;
  return is(at + 3, ".") && word(at + 3).glued ? at + 4 : at + 3;
}

size_t TimeParser::zone(size_t at) const {
  for (const auto name : kZones) {
    if (!is(at, name)) continue;
    return is(at + 1, "time") ? at + 2 : at + 1;
  }
  return at;
}

TimeParser::Answer TimeParser::hour(size_t at) const {
  int hour = word(at).number;
  size_t end = at + 1;
  int minute = 0;
  bool has_minutes = false;
  const auto& text = word(at).lower;
  // "9pm" is one word.
  const bool joined = text.size() >= 3 && text.size() <= 4 && (text.ends_with("am") || text.ends_with("pm")) &&
                      text[0] >= '0' && text[0] <= '9';
  if (joined) {
    hour = text.size() == 3 ? text[0] - '0' : (text[0] - '0') * 10 + (text[1] - '0');
    if (hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + (text[text.size() - 2] == 'p' ? 12 : 0);
  } else {
    if (hour < 0 || hour > 24 || text.size() > 2) return std::nullopt;
    if (is(end, ":") && word(end).glued && word(end + 1).glued && word(end + 1).lower.size() == 2 &&
        word(end + 1).number >= 0 && word(end + 1).number < 60) {
      minute = word(end + 1).number;
      has_minutes = true;
      end += 2;
      if (is(end, ":") && word(end).glued && word(end + 1).number >= 0) end += 2;
    }
    const size_t after = half_day(end, hour);
    if (after == 0 && !has_minutes) return std::nullopt;
    // "2:30" alone may be a score or a verse: it wants a zone, a half of the day, or two digits.
    if (after == 0 && text.size() < 2 && zone(end) == end) return std::nullopt;
    if (after != 0) end = after;
  }
  ParsedTime time;
  time.end = zone(end);
  time.clock = fmt::format("T{:02}:{:02}", hour, minute);
  return time;
}

TimeParser::Answer TimeParser::part(size_t at) const {
  const size_t here = skip(at, "the");
  const auto* name = term(here, TimeWord::kPart);
  if (name == nullptr) return std::nullopt;
  auto time = undated(here + name->words);
  time.clock = name->value;
  return time;
}

// "9 p.m. Wednesday", "dawn on Wednesday", "the morning of Sept. 13"; without a date that of the story.
TimeParser::Answer TimeParser::clock(size_t at) const {
  auto time = hour(at);
  const bool exact = time.has_value();
  if (!time) time = part(at);
  if (!time) return std::nullopt;
  size_t next = time->end;
  if (is(next, "on") || is(next, "of") || is(next, ",")) ++next;
  if (auto found = date(next); found && found->kind == TimeKind::kDate && found->value.empty() &&
                               (!found->moment || found->moment->grain == Grain::kDay)) {
    found->clock = time->clock;
    return found;
  }
  const bool placed = at > 0 && (is(at - 1, "at") || is(at - 1, "before") || is(at - 1, "after") || is(at - 1, "by") ||
                                 is(at - 1, "around"));
  const bool in_part = at > 0 && is(at - 1, "in") && is(at, "the");
  if (!exact && !placed && !in_part) return std::nullopt;
  if (today()) time->moment = anchor(at);
  return time;
}

// "Wednesday night", "Wednesday at 9 p.m.", "July 4, at noon".
TimeParser::Answer TimeParser::with_clock(ParsedTime time) const {
  if (time.kind != TimeKind::kDate || !time.clock.empty() || (time.moment && time.moment->grain != Grain::kDay))
    return time;
  if (!time.value.empty()) return time;
  if (auto behind = part(time.end); behind && !is(time.end, "the")) {
    time.end = behind->end;
    time.clock = behind->clock;
    return time;
  }
  size_t next = time.end;
  if (is(next, ",") || is(next, "at")) ++next;
  next = skip(next, "at");
  if (next == time.end) return time;
  auto behind = hour(next);
  if (!behind && is(next - 1, "at")) behind = part(next);
  if (!behind) return time;
  time.end = behind->end;
  time.clock = behind->clock;
  return time;
}

}  // namespace vedette::story
