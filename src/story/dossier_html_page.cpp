#include "story/dossier_html_page.h"

#include <string_view>

#include "story/dossier_html_escape.h"
#include "text/embed.h"

VEDETTE_EMBED(story_dossier_style, VEDETTE_STORY_DATA "/dossier.css")

namespace vedette::story {

namespace {

// Nothing may be fetched and nothing may run, whatever the story holds.
constexpr std::string_view kPolicy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri "
    "'none'; form-action 'none'\">";

std::string navigation(const HtmlPage& page) {
  std::string links;
  for (const auto& [id, name] : page.sections) {
    if (page.main.find("<section id=\"" + id + "\"") == std::string::npos) continue;
    links += "<li><a href=\"#" + id + "\">" + html_escaped(name) + "</a></li>";
  }
  return links.empty() ? "" : "<nav aria-label=\"Sections\"><ul>" + links + "</ul></nav>\n";
}

}  // namespace

std::string html_page(const HtmlPage& page) {
  const std::string title = html_escaped(page.title), brand = html_escaped(page.brand);
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" + std::string(kPolicy) +
         "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" "
         "content=\"light dark\">\n<meta name=\"generator\" content=\"Vedette\">\n<title>" +
         title + " – " + brand + "</title>\n<style>\n" + std::string(story_dossier_style()) +
         "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header><p "
         "class=\"brand\">" +
         brand + "</p><h1 dir=\"auto\">" + title + "</h1><p class=\"published\">" + page.subtitle + "</p>" +
         page.notices + "</header>\n" + navigation(page) + "<main id=\"main\" tabindex=\"-1\">\n" + page.main +
         "\n</main>\n<footer><p>Found by machine in the words of the story. A hit on a list is a name to look at, not "
         "an "
         "identity; a flag is a lead, not a finding.</p></footer>\n</body>\n</html>\n";
}

}  // namespace vedette::story
