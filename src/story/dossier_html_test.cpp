#include "story/dossier_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>

#include "story/dossier_for_test.h"
#include "story/dossier_html_escape.h"
#include "story/dossier_html_map.h"
#include "story/dossier_html_network.h"
#include "story/dossier_html_timeline.h"

namespace vedette::story {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

size_t count_of(const std::string& text, std::string_view words) {
  size_t count = 0;
  for (size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++count;
  return count;
}

std::vector<std::string> captures(const std::string& text, const char* pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) found.push_back((*it)[1]);
  return found;
}

// Tags that are open at the end, or closed without being open: none in a sound page.
std::string unbalanced_tag(const std::string& html) {
  const std::set<std::string> empty = {"meta", "path", "circle", "rect", "br", "link"};
  const std::regex tag("<(/?)([a-zA-Z0-9]+)([^>]*)>");
  std::vector<std::string> open;
  const std::string body = html.substr(html.find("<body>"));
  for (std::sregex_iterator it(body.begin(), body.end(), tag), end; it != end; ++it) {
    const std::string name = (*it)[2];
    if (empty.contains(name)) continue;
    if ((*it)[1].length() == 0) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      if (name == "html") continue;
      return "</" + name + ">";
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back();
}

TEST(DossierHtml, ShowsEverythingWithItsWords) {
  const std::string html = dossier_html(made_up_dossier());
  for (const char* id : {"story", "flags", "people", "organizations", "vessels", "events", "network", "timeline",
                         "places", "statements", "goods", "others", "sources"}) {
    EXPECT_EQ(count_of(html, "<section id=\"" + std::string(id) + "\""), 1u) << id;
    EXPECT_EQ(count_of(html, "<li><a href=\"#" + std::string(id) + "\">"), 1u) << id;
  }
  EXPECT_THAT(html, AllOf(HasSubstr("would touch"), HasSubstr("a lead for a person to look at"),
                          HasSubstr("Not found in un_sc_sanctions of 2024-05-01."), HasSubstr("2016-03-02"),
                          HasSubstr("2024-06-01 to 2024-06-30"), HasSubstr("<strong>send</strong>"),
                          HasSubstr("526 km by the coordinates, which agrees")));
  EXPECT_THAT(html, Not(HasSubstr("clear")));
}

TEST(DossierHtml, IsSoundAndItsLinksLeadSomewhere) {
  const std::string html = dossier_html(made_up_dossier());
  EXPECT_EQ(unbalanced_tag(html), "");
  const auto ids = captures(html, " id=\"([^\"]+)\"");
  const std::set<std::string> known(ids.begin(), ids.end());
  EXPECT_EQ(known.size(), ids.size()) << "an id stands twice";
  for (const auto& link : captures(html, "href=\"#([^\"]*)\"")) EXPECT_TRUE(known.contains(link)) << link;
  for (const auto& label : captures(html, "aria-labelledby=\"([^\"]*)\"")) EXPECT_TRUE(known.contains(label)) << label;
}

TEST(DossierHtml, NeedsNothingFromElsewhere) {
  const std::string html = dossier_html(made_up_dossier());
  for (const char* word : {"<script", "http://", "https://", "@import", "url(h", "<img", "<iframe", "<link", " src="}) {
    EXPECT_THAT(html, Not(HasSubstr(word)));
  }
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
}

TEST(DossierHtml, NothingInAStoryBecomesMarkup) {
  const std::string hostile =
      "</style><script>alert(1)</script> \"><img src=x onerror=alert(2)> &lt;b&gt; ]]> <!-- "
      "' onfocus='alert(3)";
  const std::string text =
      "He said <script>alert(0)</script> & \"so\" to \u202Egnp.exe\u202C and \u2067right\u2069 \x01.";
  DossierBuilder b(text + "\n\n" + hostile, {.id = hostile, .title = hostile, .outlet = hostile});
  const auto person =
      b.actor({.kind = ActorKind::kPerson, .name = hostile, .aliases = {hostile}, .roles = {{hostile, hostile}}});
  const auto body = b.actor({.kind = ActorKind::kOrganization, .name = hostile + "2", .class_name = hostile});
  const auto place = b.place(hostile, hostile, hostile, {10, 10});
  const auto goods = b.goods(hostile);
  const auto time = b.time("said", 1, 2);
  b.event({.actors = {b.party(person)},
           .recipients = {b.party(body)},
           .goods = {goods},
           .place = place,
           .time = time,
           .according_to = {{std::nullopt, hostile}}},
          "said");
  auto& dossier = b.dossier();
  dossier.statements.push_back({.speaker = {std::nullopt, hostile}, .verb = hostile, .quote = hostile});
  dossier.flags.push_back({0, {.provision = hostile, .conduct = hostile, .why = hostile, .exceptions = hostile}});
  dossier.distances.push_back({hostile, {}, hostile, hostile, 1, 2, false});
  dossier.notices.push_back({"language", hostile});
  dossier.listed.image.lists.push_back({.name = hostile, .version = hostile});
  dossier.listed.actors[person].screened = dossier.listed.actors[body].screened = true;
  ListedHit hit;
  hit.hit.caption = hit.hit.explanation = hit.hit.listing.from = hostile;
  hit.hit.programs = hit.hit.datasets = {hostile};
  dossier.listed.actors[person].hits.push_back(hit);
  dossier.language = hostile;
  const std::string html = dossier_html(dossier);
  EXPECT_THAT(html, AllOf(Not(HasSubstr("<script")), Not(HasSubstr("<img")), Not(HasSubstr("<!-- '")),
                          Not(HasSubstr("onfocus='"))));
  EXPECT_EQ(count_of(html, "</style>"), 1u);
  EXPECT_THAT(html, AllOf(Not(HasSubstr("\u202E")), Not(HasSubstr("\u2067")), Not(HasSubstr("\x01"))));
  EXPECT_THAT(html, HasSubstr("gnp.exe and right"));
  EXPECT_EQ(unbalanced_tag(html), "");
}

TEST(DossierHtml, MarksThatOverlapNeverNest) {
  DossierBuilder b("The \u201CNorth Korean leader of the People's Army\u201D was there.");
  const auto korea = b.actor({.kind = ActorKind::kCountry, .name = "North Korean"});
  const auto person = b.actor({.kind = ActorKind::kPerson, .name = "North Korean leader"});
  b.actor({.kind = ActorKind::kOrganization, .name = "leader of the People's Army"});
  b.mention(korea, "Army\u201D was");
  b.mention(person, "The \u201CNorth");
  b.event({}, "leader");
  b.event({}, "leader");
  const std::string html = dossier_html(b.dossier());
  EXPECT_EQ(unbalanced_tag(html), "");
  EXPECT_THAT(html, HasSubstr(">leader</a>"));
  for (const char* id : {"told-1", "told-2", "named-2", "named-3"})
    EXPECT_EQ(count_of(html, "id=\"" + std::string(id) + "\""), 1u) << id;
  const std::string story =
      html.substr(html.find("<section id=\"story\""), html.find("</section>") - html.find("<section id=\"story\""));
  EXPECT_FALSE(std::regex_search(story, std::regex("<a [^>]*>[^<]*<a ")));
}

TEST(DossierHtml, LeadsNowhereForAPlaceThatActs) {
  DossierBuilder b("The White House called.");
  const auto house = b.actor({.kind = ActorKind::kPlace, .name = "White House"});
  b.event({.actors = {b.party(house)}, .recipients = {{7, "gone"}}}, "called");
  EXPECT_THAT(dossier_html(b.dossier()), AllOf(HasSubstr("<bdi>White House</bdi>"), Not(HasSubstr("#party-"))));
}

TEST(DossierHtml, IsAPageEvenOfAlmostNothing) {
  Dossier dossier;
  EXPECT_THAT(dossier_html(dossier), AllOf(HasSubstr("<title>A story"), HasSubstr("without a date")));
  DossierBuilder b("Только слова.");
  b.dossier().language = "ru";
  EXPECT_THAT(dossier_html(b.dossier()), AllOf(HasSubstr("Только слова."), HasSubstr("lang=\"ru\"")));
}

TEST(DossierHtml, IsTheSameEveryTime) {
  EXPECT_EQ(dossier_html(made_up_dossier()), dossier_html(made_up_dossier()));
}

TEST(SvgMap, ShowsTheLandAroundThePlaces) {
  const std::string map = svg_map({{"Vladivostok", "#a", 43.1, 131.9}, {"Pyongyang", "#b", 39.0, 125.8}});
  EXPECT_THAT(
      map, AllOf(HasSubstr(">Vladivostok</text>"), HasSubstr(">Pyongyang</text>"), HasSubstr("class=\"land\" d=\"M")));
  EXPECT_LT(map.size(), 20'000u) << "only what is in view";
  EXPECT_EQ(svg_map({}), "");
}

TEST(SvgMap, KeepsPlacesInViewAcrossTheDateLineAndAtThePoles) {
  const std::vector<std::vector<MapPoint>> cases = {
      {{"Suva", "#a", -18.1, 178.4}, {"Apia", "#b", -13.8, -171.8}},
      {{"Alert", "#a", 82.5, -62.3}},
      {{"Pole", "#a", -90, 0}},
      {{"Here", "#a", 0, -180}, {"There", "#b", 0, 180}, {"West", "#c", 5, -90}, {"East", "#d", 5, 90}}};
  for (const auto& points : cases) {
    const std::string map = svg_map(points);
    for (const auto& x : captures(map, "circle cx=\"([^\"]+)\"")) {
      EXPECT_TRUE(std::stod(x) >= 0 && std::stod(x) <= 760) << points[0].name << " " << x;
    }
    for (const auto& y : captures(map, "circle cx=\"[^\"]+\" cy=\"([^\"]+)\"")) {
      EXPECT_TRUE(std::stod(y) >= 0 && std::stod(y) <= 400) << points[0].name << " " << y;
    }
  }
}

TEST(SvgMap, LeavesOutLabelsThatHaveNoRoom) {
  std::vector<MapPoint> points;
  for (int i = 0; i < 300; ++i) points.push_back({"Quarter " + std::to_string(i), "#a", 50 + i * 0.0001, 8});
  const std::string map = svg_map(points);
  EXPECT_EQ(count_of(map, "<circle"), 100u);
  EXPECT_LT(count_of(map, ">Quarter"), 100u + 20u);
}

TEST(SvgNetwork, DrawsEachEdgeAndNoLoops) {
  const std::string drawing = svg_network({{"A", "B", "TRANSFER", "#e1", "planned"},
                                           {"B", "A", "VISIT", "#e2", "occurred"},
                                           {"A", "A", "TEST", "#e3", "occurred"},
                                           {"A", "C", "MEET", "#e4", "occurred", false}});
  EXPECT_EQ(count_of(drawing, "class=\"edge"), 3u);
  EXPECT_EQ(count_of(drawing, "marker-end"), 2u);
  EXPECT_EQ(count_of(drawing, "class=\"node\""), 3u);
  EXPECT_EQ(svg_network({{"A", "A", "TEST", "#e", ""}}), "");
}

TEST(SvgNetwork, StaysBounded) {
  std::vector<NetworkEdge> edges;
  for (int i = 0; i < 5000; ++i)
    edges.push_back({"a" + std::to_string(i % 70), "b" + std::to_string(i), "MEET", "#e", "occurred"});
  EXPECT_LE(count_of(svg_network(edges), "class=\"node\""), 18u);
}

TEST(SvgTimeline, PutsMarksInOrderOfTime) {
  const std::string line = svg_timeline({{"later", "#b", "planned", 30, 40}, {"earlier", "#a", "occurred", 3, 3}});
  EXPECT_LT(line.find("earlier"), line.find("later"));
  EXPECT_THAT(line, AllOf(HasSubstr("1970-01-04"), HasSubstr("class=\"planned\"")));
  EXPECT_EQ(svg_timeline({}), "");
}

}  // namespace
}  // namespace vedette::story
