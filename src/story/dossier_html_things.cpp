// Places, distances and goods; and what the reading rests on.
#include <fmt/format.h>

#include "entity/country.h"
#include "story/dossier_html_escape.h"
#include "story/dossier_html_map.h"
#include "story/dossier_html_parts.h"

namespace vedette::story {

namespace {

std::string table(std::string_view label, std::string_view head, const std::string& rows) {
  return rows.empty() ? ""
                      : "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + std::string(label) +
                            "\"><table><thead><tr>" + std::string(head) + "</tr></thead><tbody>" + rows +
                            "</tbody></table></div>";
}

std::string place_row(const Place& place, size_t index) {
  return "<tr id=\"" + place_anchor(index) + "\" tabindex=\"-1\"><td>" + html_name(place.name) + "</td><td>" +
         html_escaped(place.kind) + "</td><td>" + html_escaped(country_name(place.country)) + "</td><td>" +
         (place.at ? fmt::format("{:.3f}, {:.3f}", place.at->latitude, place.at->longitude) : "not known") +
         "</td></tr>";
}

std::string distance_line(const Distance& distance) {
  std::string line = "<li>“" + html_escaped(distance.text) + "”: ";
  if (!distance.measured_km) return line + "cannot be checked</li>";
  line += html_name(distance.from) + " to " + html_name(distance.to) +
          fmt::format(" is {:.0f} km by the coordinates", *distance.measured_km);
  if (distance.agrees) line += *distance.agrees ? ", which agrees" : ", which does not agree";
  return line + "</li>";
}

std::string amount(const GoodsMention& goods) {
  if (!goods.count) return "–";
  return fmt::format("{:g}", *goods.count) + (goods.unit.empty() ? "" : " " + html_escaped(goods.unit));
}

}  // namespace

std::string places_section(const DossierPage& page) {
  const Dossier& dossier = page.dossier();
  std::vector<MapPoint> points;
  std::string rows, distances;
  for (size_t i = 0; i < dossier.places.size(); ++i) {
    const Place& place = dossier.places[i];
    rows += place_row(place, i);
    if (place.at) {
      points.push_back({place.name, "#" + place_anchor(i), place.at->latitude, place.at->longitude});
    }
  }
  for (const auto& distance : dossier.distances) distances += distance_line(distance);
  std::string html = points.empty() ? "" : "<figure>" + svg_map(points) + "</figure>";
  html += table("Places",
                "<th scope=\"col\">Place</th><th scope=\"col\">Kind</th><th scope=\"col\">Country</th><th "
                "scope=\"col\">Latitude, longitude</th>",
                rows);
  if (!distances.empty()) html += "<h3>Distances</h3><ul>" + distances + "</ul>";
  return html_section("places", "Places", html);
}

std::string goods_section(const DossierPage& page) {
  std::string rows;
  const auto& all = page.dossier().goods;
  for (uint32_t i = 0; i < all.size(); ++i) {
    if (page.shown_goods(i) != i) continue;
    std::string codes;
    if (all[i].good != nullptr) {
      for (const auto& code : all[i].good->codes) codes += (codes.empty() ? "" : ", ") + html_escaped(code);
    }
    rows += "<tr id=\"" + goods_anchor(i) + "\" tabindex=\"-1\"><td>" + html_name(all[i].text) + "</td><td>" +
            html_escaped(all[i].good != nullptr ? all[i].good->term : "") + "</td><td>" + codes + "</td><td>" +
            amount(all[i]) + "</td><td>" + html_escaped(all[i].calibre) + "</td></tr>";
  }
  return html_section(
      "goods", "Goods",
      table("Goods",
            "<th scope=\"col\">In the story</th><th scope=\"col\">Term</th><th scope=\"col\">Control-list "
            "codes</th><th scope=\"col\">Amount</th><th scope=\"col\">Calibre</th>",
            rows));
}

std::string sources_section(const DossierPage& page) {
  const Dossier& dossier = page.dossier();
  std::string rows;
  for (const auto& list : dossier.listed.image.lists) {
    rows += "<tr><td>" + html_escaped(list.name) + "</td><td>" + html_escaped(list.version) + "</td><td>" +
            (list.missing   ? "missing"
             : list.starter ? "starter list"
             : list.stale   ? "stale"
                            : "current") +
            "</td></tr>";
  }
  std::string html = table(
      "Lists searched", "<th scope=\"col\">List</th><th scope=\"col\">Version</th><th scope=\"col\">State</th>", rows);
  html += "<p class=\"hash\">SHA-256 of the story: " + html_escaped(dossier.story.sha256) + "</p>";
  return html_section("sources", "What this rests on", html);
}

}  // namespace vedette::story
