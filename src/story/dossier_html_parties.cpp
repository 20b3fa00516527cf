// People, organisations, vessels and other parties with their list hits.
#include <fmt/format.h>

#include "entity/country.h"
#include "story/dossier_html_escape.h"
#include "story/dossier_html_parts.h"

namespace vedette::story {

namespace {

constexpr size_t kMostListsNamed = 2;  // in one line

std::string listed_on_day(const ListedHit& hit, bool dated) {
  if (!dated) return "the story has no date";
  if (!hit.on_story_date) return "not known from the versions loaded";
  return *hit.on_story_date ? "yes" : "no";
}

std::string since(const screen::Listing& listing) {
  if (!listing.from.empty()) return listing.from;
  if (!listing.after.empty() && !listing.by.empty()) return "between " + listing.after + " and " + listing.by;
  return listing.by.empty() ? "not known" : "by " + listing.by;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + html_escaped(word);
  return text.empty() ? "–" : text;
}

std::string hit_rows(const Listed& listed, bool dated) {
  std::string rows;
  for (const ListedHit& hit : listed.hits) {
    rows += "<tr><td>" + html_name(hit.hit.caption) + "</td><td>" + joined(hit.hit.datasets) + "</td><td>" +
            joined(hit.hit.programs) + "</td><td>" + fmt::format("{:.2f}", hit.hit.score) + "</td><td>" +
            html_escaped(since(hit.hit.listing)) + "</td><td>" + listed_on_day(hit, dated) + "</td></tr>";
    if (!hit.hit.explanation.empty()) {
      rows += "<tr class=\"why\"><td colspan=\"6\">" + html_escaped(hit.hit.explanation) + "</td></tr>";
    }
  }
  return rows;
}

// Absence is told with what was searched, never as "clear".
std::string not_found(const Dossier& dossier) {
  const auto& all = dossier.listed.image.lists;
  if (all.empty()) return {};
  std::string lists;
  for (const auto& list : all) {
    lists += (lists.empty() ? "" : ", ") + html_escaped(list.name) +
             (list.published.empty() ? "" : " of " + html_escaped(list.published));
  }
  if (all.size() > kMostListsNamed) lists = std::to_string(all.size()) + " <a href=\"#sources\">lists</a>";
  return "<p class=\"unnamed\">Not found in " + lists + ".</p>";
}

std::string hits_of(const DossierPage& page, size_t actor) {
  const auto& all = page.dossier().listed.actors;
  if (actor >= all.size() || !all[actor].screened) return {};
  const Listed& listed = all[actor];
  std::string note = listed.status == screen::Status::kPartial
                         ? "<p class=\"warning\">The search hit a bound: a hit may be missing.</p>"
                         : "";
  if (listed.hits.empty()) return note.empty() ? not_found(page.dossier()) : note;
  return note + "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"List hits of " +
         html_escaped(page.dossier().cast.actors[actor].name) +
         "\"><table><thead><tr><th scope=\"col\">Listed name</th><th scope=\"col\">List</th><th scope=\"col\">Programme"
         "</th><th scope=\"col\">Score</th><th scope=\"col\">Listed since</th><th scope=\"col\">On the story’s "
         "day</th></tr></thead><tbody>" +
         hit_rows(listed, page.dossier().story.published.has_value()) + "</tbody></table></div>";
}

std::string facts_of(const Actor& actor) {
  std::string facts;
  const auto add = [&](std::string_view what, const std::string& html) {
    if (!html.empty()) facts += "<dt>" + std::string(what) + "</dt><dd>" + html + "</dd>";
  };
  std::string roles;
  for (const Role& role : actor.roles) {
    roles += (roles.empty() ? "" : "; ") + html_name(role.title) + (role.of.empty() ? "" : ", " + html_name(role.of));
  }
  std::string aliases;
  for (const auto& alias : actor.aliases) aliases += (aliases.empty() ? "" : ", ") + html_name(alias);
  add("Office", roles);
  add("Also", aliases);
  add("Kind", html_escaped(actor.class_name));
  add(actor.kind == ActorKind::kVessel ? "Flag" : "Country", html_escaped(country_name(actor.country)));
  add("IMO number", html_escaped(actor.imo));
  return facts.empty() ? "" : "<dl>" + facts + "</dl>";
}

std::string card(const DossierPage& page, size_t index) {
  const Actor& actor = page.dossier().cast.actors[index];
  const auto& all = page.dossier().listed.actors;
  const bool hit = index < all.size() && !all[index].hits.empty();
  const size_t mentions = actor.mentions.size();
  return std::string("<article class=\"card") + (hit ? " wide" : "") + "\" id=\"" + actor_anchor(index) +
         "\" tabindex=\"-1\"><h3>" + html_name(actor.name) +
         (hit ? " <span class=\"chip listed\">on a list?</span>" : "") + "</h3>" + facts_of(actor) +
         hits_of(page, index) + "<p class=\"back\"><a href=\"#" + first_mention_anchor(index) +
         "\">In the story</a>, " + std::to_string(mentions) + (mentions == 1 ? " mention" : " mentions") +
         "</p></article>\n";
}

template <typename Keep>
std::string cards(const DossierPage& page, const Keep& keep) {
  std::string html;
  const auto& actors = page.dossier().cast.actors;
  for (size_t i = 0; i < actors.size(); ++i) html += keep(actors[i]) ? card(page, i) : "";
  return html.empty() ? "" : "<div class=\"cards\">" + html + "</div>";
}

std::string others(const DossierPage& page) {
  std::string html;
  const auto& actors = page.dossier().cast.actors;
  for (size_t i = 0; i < actors.size(); ++i) {
    if (actors[i].kind != ActorKind::kCountry && actors[i].kind != ActorKind::kGroup) continue;
    html += "<li id=\"" + actor_anchor(i) + "\" tabindex=\"-1\"><a href=\"#" + first_mention_anchor(i) + "\">" +
            html_name(actors[i].name) + "</a></li>";
  }
  return html.empty() ? "" : "<ul class=\"inline\">" + html + "</ul>";
}

}  // namespace

std::string parties_sections(const DossierPage& page) {
  const auto of = [](ActorKind kind) { return [kind](const Actor& actor) { return actor.kind == kind; }; };
  return html_section("people", "People", cards(page, of(ActorKind::kPerson))) +
         html_section("organizations", "Organisations", cards(page, of(ActorKind::kOrganization))) +
         html_section("vessels", "Vessels", cards(page, of(ActorKind::kVessel))) +
         html_section("others", "Countries and groups", others(page));
}

}  // namespace vedette::story
