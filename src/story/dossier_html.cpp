#include "story/dossier_html.h"

#include "story/dossier_html_escape.h"
#include "story/dossier_html_page.h"
#include "story/dossier_html_parts.h"

namespace vedette::story {

namespace {

std::string published_words(const Dossier& dossier) {
  std::string words = dossier.story.outlet.empty() ? "" : html_name(dossier.story.outlet) + ", ";
  const auto day = dossier.story.published;
  return words + (day ? "<time>" + format_day(*day) + "</time>" : "without a date");
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

}  // namespace

std::string dossier_html(const Dossier& dossier) {
  const DossierPage page(dossier);
  const std::string findings = flags_section(page) + events_section(page) + network_section(page) +
                               timeline_section(page) + parties_sections(page) + places_section(page) +
                               statements_section(page) + goods_section(page) + sources_section(page);
  const std::string language = html_escaped(dossier.language == "und" ? "" : dossier.language);
  return html_page({.title = title_of(dossier.story),
                    .brand = "Vedette dossier",
                    .subtitle = published_words(dossier),
                    .notices = notices(dossier),
                    .sections = {{"story", "Story"},
                                 {"flags", "Flags"},
                                 {"events", "Events"},
                                 {"network", "Network"},
                                 {"timeline", "Timeline"},
                                 {"people", "People"},
                                 {"organizations", "Organisations"},
                                 {"vessels", "Vessels"},
                                 {"others", "Others"},
                                 {"places", "Places"},
                                 {"statements", "Statements"},
                                 {"goods", "Goods"},
                                 {"sources", "Lists"}},
                    .main = "<div class=\"reading\" lang=\"" + language + "\">" + story_section(page) +
                            "</div>\n<div class=\"findings\">" + findings + "</div>"});
}

}  // namespace vedette::story
