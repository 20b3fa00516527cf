#include <array>
#include <utility>

#include "story/dossier_html.h"
#include "story/dossier_html_escape.h"
#include "story/dossier_html_parts.h"
#include "text/embed.h"

VEDETTE_EMBED(story_dossier_style, VEDETTE_STORY_DATA "/dossier.css")

namespace vedette::story {

namespace {

// Nothing may be fetched and nothing may run, whatever the story holds.
constexpr std::string_view kPolicy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri "
    "'none'; form-action 'none'\">";

std::string published_words(const Dossier& dossier) {
  std::string words = html_name(dossier.story.outlet);
  if (dossier.story.outlet.empty()) words.clear();
  const auto day = dossier.story.published;
  words +=
      (words.empty() ? "" : ", ") + (day ? "<time>" + format_day(*day) + "</time>" : std::string("without a date"));
  return words;
}

std::string notices(const Dossier& dossier) {
  std::string items;
  for (const auto& notice : dossier.notices) items += "<li>" + html_escaped(notice.text) + "</li>";
  return items.empty() ? "" : "<ul class=\"notices\" aria-label=\"Notices\">" + items + "</ul>";
}

std::string title_of(const Story& story) {
  if (!story.title.empty()) return story.title;
  return story.id.empty() ? "A story" : story.id;
}

// Links to the sections that are there.
std::string navigation(const std::string& body) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kNames = {{{"story", "Story"},
                                                                                     {"flags", "Flags"},
                                                                                     {"people", "People"},
                                                                                     {"organizations", "Organisations"},
                                                                                     {"vessels", "Vessels"},
                                                                                     {"events", "Events"},
                                                                                     {"network", "Network"},
                                                                                     {"timeline", "Timeline"},
                                                                                     {"places", "Places"},
                                                                                     {"statements", "Statements"},
                                                                                     {"goods", "Goods"},
                                                                                     {"others", "Others"},
                                                                                     {"sources", "Lists"}}};
  std::string links;
  for (const auto& [id, name] : kNames) {
    if (body.find("<section id=\"" + std::string(id) + "\"") == std::string::npos) continue;
    links += "<li><a href=\"#" + std::string(id) + "\">" + std::string(name) + "</a></li>";
  }
  return "<nav aria-label=\"Sections\"><ul>" + links + "</ul></nav>";
}

}  // namespace

std::string dossier_html(const Dossier& dossier) {
  const DossierPage page(dossier);
  const std::string story = story_section(page);
  const std::string rest = flags_section(page) + events_section(page) + network_section(page) + timeline_section(page) +
                           parties_sections(page) + places_section(page) + statements_section(page) +
                           goods_section(page) + sources_section(page);
  const std::string title = html_escaped(title_of(dossier.story));
  const std::string language = html_escaped(dossier.language == "und" ? "" : dossier.language);
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" + std::string(kPolicy) +
         "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" "
         "content=\"light dark\">\n<meta name=\"generator\" content=\"Vedette\">\n<title>" +
         title + " – dossier</title>\n<style>\n" + std::string(story_dossier_style()) +
         "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the dossier</a>\n<header><p "
         "class=\"brand\">Vedette "
         "dossier</p><h1 dir=\"auto\">" +
         title + "</h1><p class=\"published\">" + published_words(dossier) + "</p>" + notices(dossier) + "</header>\n" +
         navigation(story + rest) + "\n<main id=\"main\" tabindex=\"-1\">\n<div class=\"reading\" lang=\"" + language +
         "\">" + story + "</div>\n<div class=\"findings\">" + rest +
         "</div>\n</main>\n<footer><p>Found by machine in the words of the story. A hit on a list is a name to look "
         "at, "
         "not an identity; a flag is a lead, not a finding.</p></footer>\n</body>\n</html>\n";
}

}  // namespace vedette::story
