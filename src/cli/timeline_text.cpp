#include "cli/timeline_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "cli/csv.h"
#include "cli/display_width.h"
#include "cli/labels.h"

namespace vedette::cli {
namespace {

using story::JoinedEvent;
using story::Timeline;

constexpr size_t kLeastWidth = 40;
constexpr size_t kPlainWidth = 100;

std::string names(const Timeline& timeline, const std::vector<uint32_t>& parties, std::string_view between) {
  std::string text;
  for (const uint32_t party : parties)
    text += (text.empty() ? "" : std::string(between)) + timeline.parties[party].name;
  return text;
}

std::string day(const std::optional<DayNumber>& of) {
  return of ? format_day(*of) : std::string();
}

std::string days(const JoinedEvent& event) {
  std::string start = day(event.start);
  const std::string end = day(event.end);
  if (start.empty() && end.empty()) return "no date";
  if (start == end || end.empty()) return start;
  return start.empty() ? "until " + end : start + " to " + end;
}

std::string ids(const std::vector<uint32_t>& events) {
  std::string text;
  for (const uint32_t event : events) text += (text.empty() ? "" : ", ") + story::timeline_event_id(event);
  return text;
}

class TimelineText {
 public:
  TimelineText(const Timeline& timeline, const Canvas& canvas)
      : timeline_(timeline),
        style_(canvas.style),
        width_(std::max(canvas.width == 0 ? kPlainWidth : canvas.width, kLeastWidth)) {}

  std::string render() {
    out_ = style_.paint(Tone::kStrong, "Events") + "\n";
    for (size_t i = 0; i < timeline_.events.size(); ++i) event(i);
    out_ += "\n" + style_.paint(Tone::kStrong, "What each story adds") + "\n";
    for (size_t i = 0; i < timeline_.stories.size(); ++i) story(i);
    listed();
    return std::move(out_);
  }

 private:
  void put(size_t indent, std::string_view text, Tone tone = Tone::kPlain) {
    const std::string margin(indent, ' ');
    for (const auto& line : wrap(printable(text), width_ - indent)) out_ += margin + style_.paint(tone, line) + "\n";
  }

  void event(size_t index) {
    const JoinedEvent& event = timeline_.events[index];
    out_ += "  " + style_.paint(Tone::kFaint, fmt::format("{:<5}", story::timeline_event_id(index))) +
            style_.paint(Tone::kLink, days(event)) + "  " + style_.paint(Tone::kStrong, to_string(event.type)) + "  " +
            std::string(to_string(event.status)) + "\n";
    std::string who = names(timeline_, event.actors, ", ");
    if (!event.recipients.empty()) {
      who += (who.empty() ? "(not named) → " : " → ") + names(timeline_, event.recipients, ", ");
    }
    if (!event.goods.empty()) who += fmt::format(": {}", fmt::join(event.goods, ", "));
    if (event.place) who += " at " + timeline_.places[*event.place].place.name;
    if (!who.empty()) put(7, who);
    const std::string history = status_history(timeline_, event);
    put(7, fmt::format("{}: {}", counted(std::max<size_t>(event.outlets.size(), 1), "source"), history), Tone::kFaint);
    if (event.same_as) put(7, "denies " + story::timeline_event_id(*event.same_as), Tone::kFaint);
    for (const auto& flag : event.flags) put(7, "! " + flag.provision + " (" + flag.level + ")", Tone::kCaution);
  }

  void story(size_t index) {
    const auto& told = timeline_.stories[index];
    const auto& news = timeline_.news[index];
    put(2, fmt::format("{}  {}{}", told.published ? day(told.published) : "no date   ",
                       told.title.empty() ? told.id : told.title, told.outlet.empty() ? "" : " (" + told.outlet + ")"));
    if (!news.first_told.empty()) put(14, "new: " + ids(news.first_told), Tone::kGood);
    if (!news.changed.empty()) put(14, "changed: " + ids(news.changed), Tone::kCaution);
    if (!news.repeated.empty()) put(14, "told before: " + ids(news.repeated), Tone::kFaint);
  }

  void listed() {
    bool any = false;
    for (const auto& party : timeline_.parties) {
      if (party.listed.empty()) continue;
      if (!any) out_ += "\n" + style_.paint(Tone::kStrong, "On a list?") + "\n";
      any = true;
      const auto& hit = party.listed.front();
      put(2,
          fmt::format("{} ≈ {} ({}), {}; in {}", party.name, hit.caption, score_label(hit.score), list_label(hit.list),
                      party.stories.size() == 1 ? "1 story" : fmt::format("{} stories", party.stories.size())));
    }
  }

  const Timeline& timeline_;
  Style style_;
  size_t width_;
  std::string out_;
};

}  // namespace

std::string timeline_text(const Timeline& timeline, const Canvas& canvas) {
  return TimelineText(timeline, canvas).render();
}

std::string timeline_csv(const Timeline& timeline) {
  std::string text = csv_line({"id", "type", "start", "end", "actors", "recipients", "goods", "place", "lat", "lon",
                               "status", "history", "sources", "outlets", "first_told", "same_as", "flags"});
  for (size_t i = 0; i < timeline.events.size(); ++i) {
    const JoinedEvent& event = timeline.events[i];
    const auto* place = event.place ? &timeline.places[*event.place].place : nullptr;
    std::string flags;
    for (const auto& flag : event.flags)
      flags += (flags.empty() ? "" : "; ") + flag.provision + " (" + flag.level + ")";
    text +=
        csv_line({story::timeline_event_id(i), std::string(to_string(event.type)), day(event.start), day(event.end),
                  names(timeline, event.actors, "; "), names(timeline, event.recipients, "; "),
                  fmt::format("{}", fmt::join(event.goods, "; ")), place != nullptr ? place->name : "",
                  place != nullptr && place->at ? fmt::format("{}", place->at->latitude) : "",
                  place != nullptr && place->at ? fmt::format("{}", place->at->longitude) : "",
                  std::string(to_string(event.status)), status_history(timeline, event),
                  std::to_string(std::max<size_t>(event.outlets.size(), 1)),
                  fmt::format("{}", fmt::join(event.outlets, "; ")), timeline.stories[event.tellings.front().story].id,
                  event.same_as ? story::timeline_event_id(*event.same_as) : "", flags});
  }
  return text;
}

}  // namespace vedette::cli
