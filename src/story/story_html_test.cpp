#include "story/story_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace vedette::story {
namespace {

constexpr std::string_view kPage = R"(<!DOCTYPE html>
<html><head><title>Envoy leaves for the north - Meridian Wire</title>
<meta charset="utf-8"><meta property="og:site_name" content="Meridian Wire">
<meta property="article:published_time" content="2023-09-13T10:00:00+03:00">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Envoy leaves for the north",
 "author": [{"name": "Ann Lee"}, {"name": "Bo Kim"}]}]}</script>
<style>p { color: red }</style></head>
<body class="has-sidebar"><nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
<div class="cookie-bar">We use cookies to make this site better for every reader. Accept all?</div>
<article><h1>Envoy leaves for the north</h1><div class="byline">By Ann Lee</div>
<div class="body"><p>The envoy left for the north on Sunday &mdash; by train, the ministry said &amp; confirmed.</p>
<p>&ldquo;We shall see,&rdquo; he told <b>reporters</b> at the <a href="/s">station</a> before he left the city.</p>
<p>Sign up for our newsletter</p>
<aside><p>Another long line of text that has nothing at all to do with the story of the envoy.</p></aside>
<p>Talks are expected to last for three days, and nobody knows what will come of them.</p></div></article>
<footer><p>Copyright Meridian Wire, a company with a long address and a longer list of conditions.</p></footer>
<script>document.write("<p>no</p>")</script></body></html>)";

Story read(std::string_view html) {
  return story_from_html(html, std::array{StoryFacts{}}).value();
}

TEST(StoryHtml, KeepsTheArticleAndDropsTheRest) {
  EXPECT_EQ(read(kPage).text,
            "Envoy leaves for the north\n\n"
            "The envoy left for the north on Sunday — by train, the ministry said & confirmed.\n\n"
            "“We shall see,” he told reporters at the station before he left the city.\n\n"
            "Talks are expected to last for three days, and nobody knows what will come of them.");
}

TEST(StoryHtml, ReadsWhatThePageSaysOfItself) {
  const auto story = read(kPage);
  EXPECT_EQ(story.title, "Envoy leaves for the north");
  EXPECT_TRUE(story.has_heading);
  EXPECT_EQ(story.outlet, "Meridian Wire");
  EXPECT_EQ(story.byline, "Ann Lee, Bo Kim");
  EXPECT_EQ(story.published, day_number(2023, 9, 13));
}

TEST(StoryHtml, FallsBackOnWhatAReaderSees) {
  const auto story = read(
      "<html><title>The envoy leaves for the north | Wire</title><body><time datetime='2023-09-13'>today</time>"
      "<span class='byline'>By Ann Lee</span><p>The envoy left for the north on Sunday by train, it said.</p></body>");
  EXPECT_EQ(story.title, "The envoy leaves for the north");
  EXPECT_EQ(story.byline, "Ann Lee");
  EXPECT_EQ(story.published, day_number(2023, 9, 13));
}

TEST(StoryHtml, StrongerFactsWin) {
  StoryFacts options;
  options.outlet = "TASS";
  EXPECT_EQ(story_from_html(kPage, std::array{options})->outlet, "TASS");
}

TEST(StoryHtml, SurvivesDeepNesting) {
  for (const std::string_view tag : {"<div>", "<b>", "<ul><li>", "<table><tr><td>", "<p><span>"}) {
    std::string page = "<p>The envoy left for the north on Sunday by train, the ministry said.</p>";
    for (int i = 0; i < 200'000; ++i) page += tag;
    const auto story = read(page + "end");
    EXPECT_TRUE(story.cut) << tag;
    EXPECT_THAT(story.text, testing::HasSubstr("The envoy left"));
  }
}

TEST(StoryHtml, SurvivesEndsWithoutBeginnings) {
  std::string page = "<p>The envoy left.</p>";
  for (int i = 0; i < 100'000; ++i) page += "</div></b></p>";
  EXPECT_THAT(read(page).text, testing::HasSubstr("The envoy left."));
}

TEST(StoryHtml, ReadsNoOutsideEntities) {
  const auto story =
      read("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y 'yyy'>]><p>The envoy &x; &y; left.</p>");
  EXPECT_EQ(story.text.find("root:"), std::string::npos);
}

TEST(StoryHtml, TakesUtf8ForUtf8AndOtherEncodingsByTheirName) {
  EXPECT_EQ(read("<meta charset='iso-8859-1'><p>Señor</p>").text, "Señor");
  EXPECT_EQ(read("<meta charset='iso-8859-1'><p>Se\xF1or</p>").text, "Señor");
}

TEST(StoryHtml, RefusesPagesWithoutText) {
  EXPECT_FALSE(story_from_html("<html><script>1</script></html>", std::array{StoryFacts{}}));
  EXPECT_FALSE(story_from_html("", std::array{StoryFacts{}}));
}

TEST(StoryHtml, KnowsAPageFromText) {
  EXPECT_TRUE(looks_like_html(" <!-- x --> <!DOCTYPE HTML>"));
  EXPECT_TRUE(looks_like_html("<html lang=en>"));
  EXPECT_FALSE(looks_like_html("Kim <left>."));
  EXPECT_FALSE(looks_like_html("<3 this"));
}

}  // namespace
}  // namespace vedette::story
