// Flags, events, statements: what happened, what it would touch, who says so.
#include <map>

#include "story/dossier_html_escape.h"
#include "story/dossier_html_network.h"
#include "story/dossier_html_parts.h"
#include "story/dossier_html_timeline.h"

namespace vedette::story {

namespace {

constexpr size_t kMostPairs = 6;  // edges of one event in the network

std::string level_words(rules::FlagLevel level) {
  switch (level) {
    case rules::FlagLevel::kTouches:
      return "touches";
    case rules::FlagLevel::kWouldTouch:
      return "would touch";
    case rules::FlagLevel::kDenied:
      return "denied";
  }
  return {};
}

bool is_symmetric(EventType type) {
  return type == EventType::kMeet || type == EventType::kAgree || type == EventType::kCooperate ||
         type == EventType::kDrill;
}

std::string who_to_whom(const DossierPage& page, const Event& event) {
  if (event.actors.empty() && event.recipients.empty()) return {};
  std::string html = "<p class=\"who\">" + html_parties(page, event.actors);
  if (!event.recipients.empty()) {
    html += is_symmetric(event.type) ? " <span class=\"arrow\" aria-label=\"with\" role=\"img\">↔</span> "
                                     : " <span class=\"arrow\" aria-label=\"to\" role=\"img\">→</span> ";
    html += html_parties(page, event.recipients);
  }
  return html + "</p>";
}

// The sentence, with the word that tells of the event set off.
std::string sentence_html(const DossierPage& page, size_t index) {
  const Range trigger = page.dossier().trigger_ranges[index];
  const Range sentence = page.sentence_of(trigger);
  return "<blockquote dir=\"auto\">" + html_escaped(page.words({sentence.begin, trigger.begin})) + "<strong>" +
         html_escaped(page.words(trigger)) + "</strong>" + html_escaped(page.words({trigger.end, sentence.end})) +
         "</blockquote>";
}

std::string event_facts(const DossierPage& page, const Event& event) {
  const Dossier& dossier = page.dossier();
  std::string facts;
  const auto add = [&](std::string_view what, const std::string& html) {
    if (!html.empty()) facts += "<dt>" + std::string(what) + "</dt><dd>" + html + "</dd>";
  };
  std::string goods;
  for (const uint32_t i : event.goods) {
    goods += (goods.empty() ? "" : ", ") + html_link(goods_anchor(page.shown_goods(i)), dossier.goods[i].text);
  }
  add("Goods", goods);
  if (event.place) add("Where", html_link(place_anchor(*event.place), dossier.places[*event.place].name));
  if (event.time) {
    const TimeMention& time = dossier.times[*event.time];
    const std::string days = days_text(time);
    add("When", days.empty() ? html_escaped(time.text)
                             : days + " <span class=\"unnamed\">(“" + html_escaped(time.text) + "”)</span>");
  }
  if (!event.according_to.empty()) add("According to", html_parties(page, event.according_to));
  if (event.same_as) add("Denies", html_link(event_anchor(*event.same_as), event_anchor(*event.same_as)));
  return facts.empty() ? "" : "<dl>" + facts + "</dl>";
}

std::string event_card(const DossierPage& page, size_t index, size_t flags) {
  const Event& event = page.dossier().events[index];
  return "<article class=\"card event\" id=\"" + event_anchor(index) +
         "\" tabindex=\"-1\"><h3><span class=\"number\">" + event_anchor(index) + "</span> " +
         html_escaped(to_string(event.type)) + " " + html_status(to_string(event.status)) +
         (flags > 0 ? " <a class=\"chip flagged\" href=\"#flags\">" + std::to_string(flags) +
                          (flags == 1 ? " flag" : " flags") + "</a>"
                    : "") +
         "</h3>" + who_to_whom(page, event) + event_facts(page, event) + sentence_html(page, index) +
         "<p class=\"back\"><a href=\"#" + trigger_anchor(index) + "\">In the story</a></p></article>\n";
}

std::string flag_card(const StoryFlag& flag, const Dossier& dossier) {
  const Event& event = dossier.events[flag.event];
  const std::string level(rules::to_string(flag.flag.level));
  std::string facts = "<dt>Event</dt><dd>" + html_link(event_anchor(flag.event), event_anchor(flag.event)) + " " +
                      html_escaped(to_string(event.type)) + " " + html_status(to_string(event.status)) + "</dd>";
  facts += "<dt>Conduct</dt><dd>" + html_escaped(flag.flag.conduct) + "</dd><dt>Exceptions</dt><dd>" +
           html_escaped(flag.flag.exceptions) + "</dd>";
  if (flag.flag.rule != nullptr && !flag.flag.rule->source.empty()) {
    facts += "<dt>Source</dt><dd class=\"long\">" + html_escaped(flag.flag.rule->source) + "</dd>";
  }
  facts += std::string("<dt>Paragraph</dt><dd>") +
           (flag.flag.verified ? "seen in a published source" : "its number is not verified") + "</dd>";
  return "<article class=\"card flag " + level + "\"><h3><span class=\"chip " + level + "\">" +
         level_words(flag.flag.level) + "</span> " + html_escaped(flag.flag.provision) + "</h3><p>" +
         html_escaped(flag.flag.why) + "</p><dl>" + facts + "</dl></article>\n";
}

std::string speaker_line(const DossierPage& page, const Statement& statement) {
  std::string line = "<p class=\"who\">" + html_party(page, statement.speaker);
  if (!statement.verb.empty()) line += " <span class=\"unnamed\">" + html_escaped(statement.verb) + "</span>";
  if (!statement.to.empty()) {
    line += " <span class=\"arrow\" aria-label=\"to\" role=\"img\">→</span> " + html_parties(page, statement.to);
  }
  if (!statement.via.empty())
    line += " <span class=\"unnamed\">as reported by</span> " + html_parties(page, statement.via);
  return line + "</p>";
}

std::string label_of(const Event& event) {
  std::string label(to_string(event.type));
  const auto& parties = event.actors.empty() ? event.recipients : event.actors;
  if (!parties.empty()) label += ": " + parties.front().words;
  return label;
}

std::vector<NetworkEdge> edges_of(const Dossier& dossier) {
  std::vector<NetworkEdge> edges;
  for (size_t i = 0; i < dossier.events.size(); ++i) {
    const Event& event = dossier.events[i];
    const bool symmetric = is_symmetric(event.type);
    size_t pairs = 0;
    const auto add = [&](const Party& from, const Party& to, bool directed) {
      if (pairs++ < kMostPairs) {
        edges.push_back({from.words, to.words, std::string(to_string(event.type)), "#" + event_anchor(i),
                         std::string(to_string(event.status)), directed});
      }
    };
    for (const Party& from : event.actors) {
      for (const Party& to : event.recipients) add(from, to, !symmetric);
    }
    for (size_t j = 1; symmetric && event.recipients.empty() && j < event.actors.size(); ++j) {
      add(event.actors[0], event.actors[j], false);
    }
  }
  return edges;
}

}  // namespace

std::string events_section(const DossierPage& page) {
  const Dossier& dossier = page.dossier();
  std::vector<size_t> flags(dossier.events.size());
  for (const auto& flag : dossier.flags) ++flags[flag.event];
  std::string html;
  for (size_t i = 0; i < dossier.events.size(); ++i) html += event_card(page, i, flags[i]);
  return html_section("events", "Events", html.empty() ? "" : "<div class=\"cards\">" + html + "</div>");
}

std::string flags_section(const DossierPage& page) {
  const Dossier& dossier = page.dossier();
  std::string html;
  for (const auto& flag : dossier.flags) html += flag_card(flag, dossier);
  constexpr std::string_view kLead =
      "<p class=\"lead\">A flag joins what the story tells to a provision that was in force on that day. It is a lead "
      "for a "
      "person to look at, never a finding that anybody broke a rule.</p>";
  return html_section("flags", "Flags",
                      html.empty() ? "" : std::string(kLead) + "<div class=\"cards\">" + html + "</div>");
}

std::string statements_section(const DossierPage& page) {
  constexpr std::string_view kModes[] = {"in quotes", "partly in quotes", "in the story’s words"};
  std::string html;
  const auto& statements = page.dossier().statements;
  for (size_t i = 0; i < statements.size(); ++i) {
    html += "<article class=\"card\" id=\"" + statement_anchor(i) + "\" tabindex=\"-1\">" +
            speaker_line(page, statements[i]) + "<blockquote dir=\"auto\">" + html_escaped(statements[i].quote) +
            "</blockquote><p class=\"back\">" + std::string(kModes[static_cast<size_t>(statements[i].mode)]);
    if (statements[i].inside) {
      html += ", within " + html_link(statement_anchor(*statements[i].inside), "another statement");
    }
    html += "</p></article>\n";
  }
  return html_section("statements", "Statements", html.empty() ? "" : "<div class=\"cards\">" + html + "</div>");
}

std::string timeline_section(const DossierPage& page) {
  const Dossier& dossier = page.dossier();
  std::vector<TimelineMark> marks;
  for (size_t i = 0; i < dossier.events.size(); ++i) {
    const Event& event = dossier.events[i];
    if (!event.time) continue;
    const TimeMention& time = dossier.times[*event.time];
    if (!time.start && !time.end) continue;
    const DayNumber start = time.start ? *time.start : *time.end, end = time.end ? *time.end : *time.start;
    marks.push_back({label_of(event), "#" + event_anchor(i), std::string(to_string(event.status)), std::min(start, end),
                     std::max(start, end)});
  }
  if (marks.empty()) return {};
  if (const auto day = dossier.story.published) marks.push_back({"the story", "#story", "published", *day, *day});
  return html_section("timeline", "Timeline", "<figure>" + svg_timeline(std::move(marks)) + "</figure>");
}

std::string network_section(const DossierPage& page) {
  const auto edges = edges_of(page.dossier());
  const std::string drawing = svg_network(edges);
  if (drawing.empty()) return {};
  std::string rows;
  for (const auto& edge : edges) {
    rows += "<tr><td>" + html_name(edge.from) + "</td><td>" + html_escaped(edge.label) + "</td><td>" +
            html_name(edge.to) + "</td><td>" + html_status(edge.tone) + "</td><td><a href=\"" + edge.link + "\">" +
            edge.link.substr(1) + "</a></td></tr>";
  }
  return html_section(
      "network", "Who deals with whom",
      "<figure>" + drawing +
          "</figure><details><summary>As a table</summary><div class=\"scroll\" tabindex=\"0\" "
          "role=\"group\" aria-label=\"Who deals with whom\"><table><thead><tr><th scope=\"col\">Who</th>"
          "<th scope=\"col\">What</th><th scope=\"col\">To or with whom</th><th scope=\"col\">Status</th>"
          "<th scope=\"col\">Event</th></tr></thead><tbody>" +
          rows + "</tbody></table></div></details>");
}

}  // namespace vedette::story
