#include "cli/read_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "cli/display_width.h"
#include "cli/labels.h"
#include "entity/country.h"

namespace vedette::cli {
namespace {

using story::ActorKind;
using story::Dossier;
using story::Status;

constexpr size_t kLeastWidth = 40;
constexpr size_t kMostListsNamed = 2;  // in one line
constexpr size_t kPlainWidth = 100;    // where there is no terminal to fit to

Tone tone_of(Status status) {
  switch (status) {
    case Status::kOccurred:
    case Status::kOngoing:
      return Tone::kStrong;
    case Status::kAgreed:
    case Status::kPlanned:
    case Status::kExpected:
      return Tone::kGood;
    case Status::kDenied:
      return Tone::kAlarm;
    default:
      return Tone::kCaution;
  }
}

Tone tone_of(rules::FlagLevel level) {
  if (level == rules::FlagLevel::kTouches) return Tone::kAlarm;
  return level == rules::FlagLevel::kDenied ? Tone::kFaint : Tone::kCaution;
}

std::string words_of(rules::FlagLevel level) {
  return level == rules::FlagLevel::kWouldTouch ? "would touch" : std::string(rules::to_string(level));
}

std::string names(const std::vector<story::Party>& parties) {
  std::string text;
  for (const auto& party : parties) text += (text.empty() ? "" : ", ") + party.words;
  return text;
}

bool is_symmetric(story::EventType type) {
  using story::EventType;
  return type == EventType::kMeet || type == EventType::kAgree || type == EventType::kCooperate ||
         type == EventType::kDrill;
}

std::string days(const story::TimeMention& time) {
  if (!time.start && !time.end) return "“" + time.text + "”";
  if (!time.end) return "from " + format_day(*time.start);
  if (!time.start) return "until " + format_day(*time.end);
  const std::string start = format_day(*time.start);
  return *time.start == *time.end ? start : start + " to " + format_day(*time.end);
}

std::string event_name(size_t index) {
  return fmt::format("e{}", index + 1);
}

// Absence is told with what was searched, never as "clear".
std::string lists_searched(const screen::ImageUsed& image) {
  if (image.lists.size() > kMostListsNamed) return fmt::format("the {} lists named below", image.lists.size());
  std::string text;
  for (const auto& list : image.lists) {
    text += (text.empty() ? "" : ", ") + list_label(list.name);
    if (!list.published.empty()) text += " of " + list.published;
  }
  return text;
}

class DossierText {
 public:
  DossierText(const Dossier& dossier, const Canvas& canvas)
      : dossier_(dossier),
        style_(canvas.style),
        width_(std::max(canvas.width == 0 ? kPlainWidth : canvas.width, kLeastWidth)),
        letters_(to_utf32(dossier.story.text)),
        searched_(lists_searched(dossier.listed.image)) {}

  std::string render() {
    head();
    flags();
    events();
    actors("People", ActorKind::kPerson);
    actors("Organisations", ActorKind::kOrganization);
    actors("Vessels", ActorKind::kVessel);
    places();
    goods();
    statements();
    searched();
    return std::move(out_);
  }

 private:
  // Wrapped to the width, each line indented and in one tone.
  void put(size_t indent, std::string_view text, Tone tone = Tone::kPlain) {
    const std::string margin(indent, ' ');
    for (const auto& line : wrap(printable(text), width_ - indent)) out_ += margin + style_.paint(tone, line) + "\n";
  }

  void heading(std::string_view name) { out_ += "\n" + style_.paint(Tone::kStrong, name) + "\n"; }

  void head() {
    const auto& story = dossier_.story;
    put(0, story.title.empty() ? story.id : story.title, Tone::kStrong);
    std::string line = story.outlet + (story.outlet.empty() ? "" : ", ");
    line += story.published ? format_day(*story.published) : "without a date";
    put(0, line, Tone::kFaint);
    for (const auto& notice : dossier_.notices) put(0, "! " + notice.text, Tone::kCaution);
  }

  void flags() {
    if (dossier_.flags.empty()) return;
    heading("Flags");
    for (const auto& found : dossier_.flags) {
      const auto& flag = found.flag;
      const std::string level = words_of(flag.level);
      out_ += "  " + style_.paint(tone_of(flag.level), level) +
              std::string(12 - std::min<size_t>(level.size(), 11), ' ') +
              style_.paint(Tone::kStrong, printable(flag.provision)) + "  " +
              style_.paint(Tone::kFaint, event_name(found.event)) + "\n";
      put(14, flag.why);
      put(14, "Exceptions: " + flag.exceptions + (flag.verified ? "" : ". The paragraph's number is not verified."),
          Tone::kFaint);
    }
    put(2, "A flag is a lead for a person to look at, never a finding that somebody broke a rule.", Tone::kFaint);
  }

  std::string who(const story::Event& event) const {
    std::string text = names(event.actors);
    if (text.empty() && !event.recipients.empty()) text = "(not named)";
    if (!event.recipients.empty()) text += (is_symmetric(event.type) ? " ↔ " : " → ") + names(event.recipients);
    std::string goods;
    for (const uint32_t good : event.goods) goods += (goods.empty() ? "" : ", ") + dossier_.goods[good].text;
    if (!goods.empty()) text += (text.empty() ? "" : ": ") + goods;
    return text;
  }

  void event(size_t index) {
    const auto& event = dossier_.events[index];
    out_ += "  " + style_.paint(Tone::kFaint, fmt::format("{:<4}", event_name(index))) +
            style_.paint(Tone::kStrong, to_string(event.type)) + "  " +
            style_.paint(tone_of(event.status), to_string(event.status));
    if (event.time) out_ += "  " + style_.paint(Tone::kLink, printable(days(dossier_.times[*event.time])));
    if (event.same_as) out_ += "  " + style_.paint(Tone::kFaint, "denies " + event_name(*event.same_as));
    out_ += "\n";
    if (const std::string line = who(event); !line.empty()) put(6, line);
    std::string rest = event.place ? "at " + dossier_.places[*event.place].name : "";
    if (!event.according_to.empty()) rest += (rest.empty() ? "" : "; ") + ("according to " + names(event.according_to));
    if (!rest.empty()) put(6, rest);
    put(6, "“" + sentence(dossier_.trigger_ranges[index]) + "”", Tone::kFaint);
  }

  void events() {
    if (dossier_.events.empty()) return;
    heading("Events");
    for (size_t i = 0; i < dossier_.events.size(); ++i) event(i);
  }

  // The sentence around a range, on one line.
  std::string sentence(story::Range range) const {
    const auto& all = dossier_.sentences;
    const auto after = std::upper_bound(all.begin(), all.end(), range.begin,
                                        [](uint32_t at, const story::Range& one) { return at < one.begin; });
    if (after != all.begin()) range = *(after - 1);
    const size_t end = std::min<size_t>(range.end, letters_.size());
    return range.begin < end ? to_utf8(letters_.substr(range.begin, end - range.begin)) : std::string();
  }

  void hits(size_t index) {
    if (index >= dossier_.listed.actors.size() || !dossier_.listed.actors[index].screened) return;
    const auto& listed = dossier_.listed.actors[index];
    if (listed.hits.empty() && listed.status != screen::Status::kPartial) {
      put(4, "not found in " + searched_, Tone::kFaint);
    }
    for (const auto& found : listed.hits) {
      const auto& hit = found.hit;
      std::string line = fmt::format("{} ({}), {}", hit.caption, score_label(hit.score), list_labels(hit.datasets));
      if (!hit.programs.empty()) line += fmt::format(", {}", fmt::join(hit.programs, ", "));
      line += ", listed " + listing_label(hit.listing);
      if (dossier_.story.published) {
        line += found.on_story_date ? *found.on_story_date ? "; on the story's day: yes" : "; on the story's day: no"
                                    : "; on the story's day: not known";
      }
      put(4, "≈ " + line, found.on_story_date.value_or(true) ? Tone::kAlarm : Tone::kCaution);
      if (!hit.explanation.empty()) put(6, hit.explanation, Tone::kFaint);
    }
    if (listed.status == screen::Status::kPartial)
      put(4, "The search hit a bound: a hit may be missing.", Tone::kCaution);
  }

  static std::string described(const story::Actor& actor) {
    std::string line = actor.name;
    for (const auto& role : actor.roles) line += ", " + role.title + (role.of.empty() ? "" : " of " + role.of);
    if (!actor.class_name.empty()) line += ", " + actor.class_name;
    if (!actor.imo.empty()) line += ", IMO " + actor.imo;
    if (!actor.country.empty()) line += ", " + std::string(country_name(actor.country));
    if (!actor.aliases.empty()) line += fmt::format(" (also {})", fmt::join(actor.aliases, ", "));
    return line;
  }

  void actors(std::string_view name, ActorKind kind) {
    bool any = false;
    for (size_t i = 0; i < dossier_.cast.actors.size(); ++i) {
      const auto& actor = dossier_.cast.actors[i];
      if (actor.kind != kind) continue;
      if (!std::exchange(any, true)) heading(name);
      put(2, described(actor));
      hits(i);
    }
  }

  void places() {
    if (dossier_.places.empty()) return;
    heading("Places");
    for (const auto& place : dossier_.places) {
      std::string line = place.name + (place.kind.empty() ? "" : ", " + place.kind);
      if (!place.country.empty()) line += ", " + std::string(country_name(place.country));
      if (place.at) line += fmt::format(" ({:.2f}, {:.2f})", place.at->latitude, place.at->longitude);
      put(2, line);
    }
    for (const auto& distance : dossier_.distances) {
      std::string line = "“" + distance.text + "”: ";
      if (distance.measured_km) {
        line += fmt::format("{} to {} is {:.0f} km, which {}", distance.from, distance.to, *distance.measured_km,
                            distance.agrees.value_or(true) ? "agrees" : "does not agree");
      } else {
        line += "cannot be checked";
      }
      put(2, line);
    }
  }

  void goods() {
    if (dossier_.goods.empty()) return;
    heading("Goods");
    for (const auto& group : goods_groups(dossier_)) {
      const auto& goods = dossier_.goods[group.front()];
      std::string line = goods.text;
      if (goods.count) line += fmt::format(": {:g}{}", *goods.count, goods.unit.empty() ? "" : " " + goods.unit);
      if (!goods.calibre.empty()) line += ", " + goods.calibre;
      if (goods.good != nullptr && !goods.good->codes.empty())
        line += fmt::format(" [{}]", fmt::join(goods.good->codes, ", "));
      put(2, line);
    }
  }

  void statements() {
    if (dossier_.statements.empty()) return;
    heading("Statements");
    for (const auto& statement : dossier_.statements) {
      std::string line = statement.speaker.words.empty() ? "(not named)" : statement.speaker.words;
      if (!statement.to.empty()) line += " → " + names(statement.to);
      if (!statement.via.empty()) line += ", as reported by " + names(statement.via);
      put(2, line, Tone::kStrong);
      const bool quoted = statement.mode == story::SpeechMode::kDirect;
      put(4, quoted ? "“" + statement.quote + "”" : statement.quote);
    }
  }

  void searched() {
    if (dossier_.listed.image.lists.empty()) return;
    heading("Lists");
    put(2, searched_label(dossier_.listed.image), Tone::kFaint);
  }

  const Dossier& dossier_;
  Style style_;
  size_t width_;
  std::u32string letters_;
  std::string searched_;
  std::string out_;
};

}  // namespace

std::string dossier_text(const Dossier& dossier, const Canvas& canvas) {
  return DossierText(dossier, canvas).render();
}

}  // namespace vedette::cli
