#include "story/timeline_html.h"

#include <algorithm>

#include "story/dossier_html_escape.h"
#include "story/dossier_html_map.h"
#include "story/dossier_html_network.h"
#include "story/dossier_html_page.h"
#include "story/dossier_html_parts.h"
#include "story/dossier_html_timeline.h"
#include "story/timeline_json.h"

namespace vedette::story {

namespace {

constexpr size_t kMostEvents = 2000;
constexpr size_t kMostParties = 2000;
constexpr size_t kMostStories = 2000;

std::string story_name(const ToldStory& story) {
  std::string name = story.title.empty() ? story.id : story.title;
  std::string from = story.outlet;
  if (story.published) from += (from.empty() ? "" : ", ") + format_day(*story.published);
  return html_name(name) + (from.empty() ? "" : " <span class=\"unnamed\">(" + html_escaped(from) + ")</span>");
}

std::string names(const Timeline& timeline, const std::vector<uint32_t>& parties) {
  std::string text;
  for (const uint32_t party : parties) text += (text.empty() ? "" : ", ") + html_name(timeline.parties[party].name);
  return text.empty() ? "<span class=\"unnamed\">not named</span>" : text;
}

std::string links(const std::vector<uint32_t>& events) {
  std::string text;
  for (const uint32_t event : events) {
    if (event >= kMostEvents) break;
    const std::string id = timeline_event_id(event);
    text += text.empty() ? "" : ", ";
    text += "<a href=\"#";
    text += id;
    text += "\">";
    text += id;
    text += "</a>";
  }
  return text.empty() ? "–" : text;
}

std::string when_text(const JoinedEvent& event) {
  if (!event.start && !event.end) return {};
  std::string start = event.start ? format_day(*event.start) : "";
  const std::string end = event.end ? format_day(*event.end) : "";
  if (start == end || end.empty()) return start;
  return start.empty() ? "until " + end : start + " to " + end;
}

std::string tellings(const Timeline& timeline, const JoinedEvent& event) {
  std::string items;
  for (const auto& telling : event.tellings) {
    const ToldStory& story = timeline.stories[telling.story];
    const ToldEvent& told = story.events[telling.event];
    items += "<li>" + html_status(to_string(told.status)) + " " + story_name(story);
    if (!told.words.empty()) items += "<blockquote dir=\"auto\">" + html_escaped(told.words) + "</blockquote>";
    items += "</li>";
  }
  return "<ul class=\"tellings\">" + items + "</ul>";
}

std::string event_card(const Timeline& timeline, size_t index) {
  const JoinedEvent& event = timeline.events[index];
  std::string facts;
  const auto add = [&](std::string_view what, const std::string& html) {
    if (!html.empty()) facts += "<dt>" + std::string(what) + "</dt><dd>" + html + "</dd>";
  };
  std::string goods, flags;
  for (const auto& item : event.goods) goods += (goods.empty() ? "" : ", ") + html_escaped(item);
  for (const auto& flag : event.flags)
    flags += (flags.empty() ? "" : "; ") + html_escaped(flag.provision + " (" + flag.level + ")");
  add("When", when_text(event));
  if (event.place) add("Where", html_name(timeline.places[*event.place].place.name));
  add("Goods", goods);
  add("Sources", std::to_string(std::max<size_t>(event.outlets.size(), 1)));
  if (event.tellings.size() > 1) add("So far", html_escaped(status_history(timeline, event)));
  if (event.same_as) add("Denies", links({*event.same_as}));
  add("Flags", flags);
  std::string who = names(timeline, event.actors);
  if (!event.recipients.empty()) {
    who +=
        " <span class=\"arrow\" aria-label=\"to or with\" role=\"img\">→</span> " + names(timeline, event.recipients);
  }
  return "<article class=\"card\" id=\"" + timeline_event_id(index) + "\" tabindex=\"-1\"><h3><span class=\"number\">" +
         timeline_event_id(index) + "</span> " + html_escaped(to_string(event.type)) + " " +
         html_status(to_string(event.status)) + "</h3><p class=\"who\">" + who + "</p><dl>" + facts + "</dl>" +
         tellings(timeline, event) + "</article>\n";
}

std::string events(const Timeline& timeline) {
  std::string html;
  for (size_t i = 0; i < std::min(timeline.events.size(), kMostEvents); ++i) html += event_card(timeline, i);
  if (html.empty()) return {};
  const std::string cut = timeline.events.size() > kMostEvents
                              ? "<p class=\"warning\">The first " + std::to_string(kMostEvents) + " of " +
                                    std::to_string(timeline.events.size()) + " events are shown.</p>"
                              : "";
  return html_section("events", "Events", cut + "<div class=\"cards\">" + html + "</div>");
}

std::string what_is_new(const Timeline& timeline) {
  std::string rows;
  for (size_t i = 0; i < std::min(timeline.stories.size(), kMostStories); ++i) {
    const auto& news = timeline.news[i];
    rows += "<tr><td>" + story_name(timeline.stories[i]) + "</td><td>" + links(news.first_told) + "</td><td>" +
            links(news.changed) + "</td><td>" + links(news.repeated) + "</td></tr>";
  }
  if (rows.empty()) return {};
  return html_section(
      "stories", "What each story adds",
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Stories\"><table><thead><tr><th "
      "scope=\"col\">Story</th><th scope=\"col\">New</th><th scope=\"col\">Changed</th><th "
      "scope=\"col\">Told before</th></tr></thead><tbody>" +
          rows + "</tbody></table></div>");
}

std::string line(const Timeline& timeline) {
  std::vector<TimelineMark> marks;
  for (size_t i = 0; i < std::min(timeline.events.size(), kMostEvents); ++i) {
    const JoinedEvent& event = timeline.events[i];
    if (!event.start && !event.end) continue;
    const auto& side = event.actors.empty() ? event.recipients : event.actors;
    const std::string label =
        std::string(to_string(event.type)) + (side.empty() ? "" : ": " + timeline.parties[side[0]].name);
    marks.push_back({label, "#" + timeline_event_id(i), std::string(to_string(event.status)),
                     event.start.value_or(event.end.value_or(0)), event.end.value_or(event.start.value_or(0))});
  }
  const std::string drawing = svg_timeline(std::move(marks));
  return html_section("timeline", "Timeline", drawing.empty() ? "" : "<figure>" + drawing + "</figure>");
}

std::string map(const Timeline& timeline) {
  std::vector<MapPoint> points;
  for (const auto& joined : timeline.places) {
    if (joined.place.at) {
      points.push_back({joined.place.name, "#places", joined.place.at->latitude, joined.place.at->longitude});
    }
  }
  return html_section("places", "Places", points.empty() ? "" : "<figure>" + svg_map(points) + "</figure>");
}

std::string network(const Timeline& timeline) {
  std::vector<NetworkEdge> edges;
  for (size_t i = 0; i < std::min(timeline.events.size(), kMostEvents); ++i) {
    const JoinedEvent& event = timeline.events[i];
    if (event.actors.empty() || event.recipients.empty()) continue;
    edges.push_back({timeline.parties[event.actors[0]].name, timeline.parties[event.recipients[0]].name,
                     std::string(to_string(event.type)), "#" + timeline_event_id(i),
                     std::string(to_string(event.status))});
  }
  const std::string drawing = svg_network(edges);
  return html_section("network", "Who deals with whom", drawing.empty() ? "" : "<figure>" + drawing + "</figure>");
}

std::string parties(const Timeline& timeline) {
  std::string rows;
  for (size_t i = 0; i < std::min(timeline.parties.size(), kMostParties); ++i) {
    const JoinedParty& party = timeline.parties[i];
    std::string hits;
    for (const auto& hit : party.listed)
      hits += (hits.empty() ? "" : "; ") + html_escaped(hit.caption + ", " + hit.list);
    rows += "<tr><td>" + html_name(party.name) + "</td><td>" + html_escaped(party.kind) + "</td><td>" +
            std::to_string(party.stories.size()) + "</td><td>" + hits + "</td></tr>";
  }
  if (rows.empty()) return {};
  return html_section(
      "parties", "Parties",
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Parties\"><table><thead><tr><th "
      "scope=\"col\">Name</th><th scope=\"col\">Kind</th><th scope=\"col\">Stories</th><th "
      "scope=\"col\">On a list?</th></tr></thead><tbody>" +
          rows + "</tbody></table></div>");
}

}  // namespace

std::string timeline_html(const Timeline& timeline) {
  HtmlPage page{.title = "Timeline of " + std::to_string(timeline.stories.size()) +
                         (timeline.stories.size() == 1 ? " story" : " stories")};
  page.brand = "Vedette timeline";
  if (!timeline.stories.empty()) {
    const auto& first = timeline.stories.front().published;
    const auto last = std::find_if(timeline.stories.rbegin(), timeline.stories.rend(),
                                   [](const auto& story) { return story.published.has_value(); });
    if (first && last != timeline.stories.rend()) {
      page.subtitle = format_day(*first) + " to " + format_day(*last->published);
    }
  }
  page.sections = {{"stories", "Stories"}, {"timeline", "Timeline"}, {"events", "Events"},
                   {"network", "Network"}, {"places", "Places"},     {"parties", "Parties"}};
  page.main =
      what_is_new(timeline) + line(timeline) + events(timeline) + network(timeline) + map(timeline) + parties(timeline);
  page.main = "<div class=\"findings whole\">" + page.main + "</div>";
  return html_page(page);
}

}  // namespace vedette::story
