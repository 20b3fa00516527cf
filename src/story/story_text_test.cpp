#include "story/story_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/utf8.h"
#include "story/dateline.h"
#include "story/feed.h"

namespace vedette::story {
namespace {

std::string cut(const Story& story, Range range) {
  return to_utf8(to_utf32(story.text).substr(range.begin, range.end - range.begin));
}

Story read(std::string_view text, const StoryFacts& facts = {}) {
  return story_from_text(text, std::array{facts}).value();
}

std::vector<std::string> paragraphs_of(const Story& story) {
  std::vector<std::string> result;
  for (const auto& paragraph : story.paragraphs) result.push_back(cut(story, paragraph));
  return result;
}

std::vector<std::string> quotations_of(const Story& story) {
  std::vector<std::string> result;
  for (const auto& quotation : story.quotations) result.push_back(cut(story, quotation.inside));
  return result;
}

TEST(StoryText, KeepsTheTextAndCountsInCodePoints) {
  const auto story = read("“Señor” said Kim.\n\nHe left.");
  EXPECT_EQ(story.text, "“Señor” said Kim.\n\nHe left.");
  EXPECT_EQ(story.plain, "\"Señor\" said Kim.\n\nHe left.");
  EXPECT_THAT(story.paragraphs, testing::ElementsAre(Range{0, 17}, Range{19, 27}));
  EXPECT_EQ(story.sha256, sha256_hex(story.text));
  EXPECT_FALSE(story.cut);
}

TEST(StoryText, TakesAHeadlineForTheTitle) {
  const auto story = read("Kim leaves for Russia\n\nKim left for Russia on Sunday. He went by train.");
  EXPECT_EQ(story.title, "Kim leaves for Russia");
  EXPECT_TRUE(story.has_heading);
  EXPECT_EQ(read("Kim left for Russia.\n\nHe went by train.").title, "");
  EXPECT_EQ(read("Kim leaves for Russia").title, "");
  EXPECT_EQ(read("SEOUL — Kim left\n\nHe went by train.").title, "");
}

TEST(StoryText, TakesTheStrongestFacts) {
  const StoryFacts options{"", "", "TASS", "", std::nullopt};
  const StoryFacts meta{"a", "Title", "Reuters", "", day_number(2023, 9, 13)};
  const auto story =
      story_from_text("MOSCOW, Sept. 14, 2024 (AFP) -- He left.\n\nMore.", std::array{options, meta}).value();
  EXPECT_EQ(story.outlet, "TASS");
  EXPECT_EQ(story.title, "Title");
  EXPECT_EQ(story.id, "a");
  EXPECT_EQ(story.published, day_number(2023, 9, 13));
  const auto bare = read("MOSCOW, Sept. 14, 2024 (AFP) -- He left.\n\nMore.");
  EXPECT_EQ(bare.outlet, "AFP");
  EXPECT_EQ(bare.published, day_number(2024, 9, 14));
}

TEST(StoryText, JoinsWrappedLinesButNotShortParagraphs) {
  EXPECT_THAT(paragraphs_of(read("One two\nthree.\n\nFour.")), testing::ElementsAre("One two\nthree.", "Four."));
  EXPECT_THAT(paragraphs_of(read("One two.\nThree.")), testing::ElementsAre("One two.", "Three."));
  const std::string longer(120, 'x');
  EXPECT_THAT(paragraphs_of(read(longer + "\nHe said:\n\nFour.")), testing::ElementsAre(longer, "He said:", "Four."));
}

TEST(StoryText, RefusesWhatIsNoStory) {
  const StoryFacts none;
  EXPECT_EQ(story_from_text("", std::array{none}).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(story_from_text(" \n\t ", std::array{none}).error().message, "the story is empty");
  EXPECT_EQ(story_from_text(std::string_view("ab\0cd", 5), std::array{none}).error().message, "this is not text");
  EXPECT_FALSE(story_from_text("\xFF\xFE\x80\x81\x82", std::array{none}));
}

TEST(StoryText, CutsWhatIsTooLongBetweenCodePoints) {
  std::string text = "a";
  while (text.size() <= kMaxStoryBytes) text += "é";
  const auto story = read(text);
  EXPECT_TRUE(story.cut);
  EXPECT_LE(story.text.size(), kMaxStoryBytes);
  EXPECT_EQ(story.text.find("\xEF\xBF\xBD"), std::string::npos);
}

struct DatelineCase {
  std::string text, place, agency, date;
};

TEST(Dateline, ReadsTheFormsOfTheAgencies) {
  const std::vector<DatelineCase> cases = {
      {"PYONGYANG, Sept 13 (Reuters) — Kim left.", "PYONGYANG", "Reuters", "09-13"},
      {"MOSCOW, September 13. /TASS/. Kim left.", "MOSCOW", "TASS", "09-13"},
      {"SEOUL, Sept. 13 (Yonhap) -- Kim left.", "SEOUL", "Yonhap", "09-13"},
      {"SEOUL — Kim left.", "SEOUL", "", ""},
      {"SEOUL, South Korea (AP) — Kim left.", "SEOUL, South Korea", "AP", ""},
      {"UNITED NATIONS, Sept 13, 2023 (Xinhua) -- Kim left.", "UNITED NATIONS", "Xinhua", "2023-09-13"},
      {"Moscow, 13 September 2023 (AFP) - Kim left.", "Moscow", "AFP", "2023-09-13"},
      {"SEOUL/TOKYO, May 3 (Reuters) - Kim left.", "SEOUL/TOKYO", "Reuters", "05-03"},
      {"ST. PETERSBURG, May 3. /TASS/. Kim left.", "ST. PETERSBURG", "TASS", "05-03"}};
  for (const auto& c : cases) {
    const auto text = to_utf32(c.text);
    const auto line = find_dateline(text, {0, static_cast<uint32_t>(text.size())});
    ASSERT_TRUE(line) << c.text;
    EXPECT_EQ(line->place, c.place) << c.text;
    EXPECT_EQ(line->agency, c.agency) << c.text;
    std::string date;
    if (line->date) {
      auto with_year = *line->date;
      const bool known = with_year.year != 0;
      if (!known) with_year.year = 2000;
      date = with_year.to_string().substr(known ? 0 : 5);
    }
    EXPECT_EQ(date, c.date) << c.text;
    EXPECT_EQ(to_utf8(text.substr(line->range.end)).substr(0, 5), c.text.substr(c.text.find("Kim left") - 1, 5));
  }
}

TEST(Dateline, LeavesProseAlone) {
  for (const std::string text :
       {"Kim left — he said.", "He met Putin in Sept. 13 days later.", "NATO said it left.",
        "Kim Jong Un - the leader - left.", "U.S. officials said so.", "IAEA-led talks ended."}) {
    const auto letters = to_utf32(text);
    EXPECT_FALSE(find_dateline(letters, {0, static_cast<uint32_t>(letters.size())})) << text;
  }
}

TEST(Quotations, FindsAllKindsOfMarks) {
  EXPECT_THAT(quotations_of(read("\"One\" “two” „three“ «four» ‘five’ 'six' ``seven'' 「八」.")),
              testing::ElementsAre("One", "two", "three", "four", "five", "six", "seven", "八"));
}

TEST(Quotations, LeavesApostrophesAlone) {
  EXPECT_THAT(quotations_of(read("Kim's men don’t share the workers' view of the '90s or Putin’s.")),
              testing::IsEmpty());
  EXPECT_THAT(quotations_of(read("''It didn't work,'' said Kim. ''Not at all.''")),
              testing::ElementsAre("It didn't work,", "Not at all."));
  EXPECT_THAT(quotations_of(read("He called it 'Kim's folly' and left.")), testing::ElementsAre("Kim's folly"));
}

TEST(Quotations, NestsThem) {
  const auto story = read("“He said ‘we don’t know’ to us,” she said.");
  EXPECT_THAT(quotations_of(story), testing::ElementsAre("He said ‘we don’t know’ to us,", "we don’t know"));
  EXPECT_EQ(story.quotations[0].depth, 0U);
  EXPECT_EQ(story.quotations[1].depth, 1U);
  EXPECT_TRUE(story.quotations[1].closed);
}

TEST(Quotations, RunOverParagraphs) {
  const std::string longer(120, 'x');
  const auto story = read(longer + "\n“We came.\n“We saw.\n“We won,” he said.\n“We left.”");
  ASSERT_EQ(story.quotations.size(), 4U);
  EXPECT_FALSE(story.quotations[0].closed);
  EXPECT_FALSE(story.quotations[0].continues);
  EXPECT_EQ(story.quotations[1].continues, 0U);
  EXPECT_EQ(story.quotations[2].continues, 1U);
  EXPECT_TRUE(story.quotations[2].closed);
  EXPECT_FALSE(story.quotations[3].continues);
}

RC_GTEST_PROP(Quotations, LieInTheirParagraphsAndHoldEachOther, (const std::vector<uint8_t>& choices)) {
  constexpr std::array<std::u32string_view, 14> kParts = {U"\"", U"“", U"”", U"'", U"’",  U"‘",  U"«",
                                                          U"»",  U" ", U"a", U"s", U"\n", U"``", U"''"};
  std::u32string text = U"x";
  for (const auto choice : choices) text += kParts[choice % kParts.size()];
  const auto paragraphs = find_paragraphs(text);
  const auto story = read(to_utf8(text));
  for (const auto& quotation : story.quotations) {
    RC_ASSERT(quotation.range.begin < quotation.inside.begin);
    RC_ASSERT(quotation.inside.begin <= quotation.inside.end);
    RC_ASSERT(quotation.inside.end <= quotation.range.end);
    RC_ASSERT(std::any_of(paragraphs.begin(), paragraphs.end(), [&](const Range& paragraph) {
      return paragraph.begin <= quotation.range.begin && quotation.range.end <= paragraph.end;
    }));
  }
}

TEST(Feed, ReadsTextAndHtml) {
  const auto text = story_from_feed_line(
      R"({"id": "a", "text": "Kim left.", "published": "2023-09-13T10:00:00Z", "x": 1})", "f.jsonl", 3, {});
  ASSERT_TRUE(text);
  EXPECT_EQ(text->id, "a");
  EXPECT_EQ(text->published, day_number(2023, 9, 13));
  const auto html = story_from_feed_line(R"({"html": "<p>Kim left.</p>", "outlet": "TASS"})", "f.jsonl", 4, {});
  ASSERT_TRUE(html);
  EXPECT_EQ(html->id, "4");
  EXPECT_EQ(html->text, "Kim left.");
  EXPECT_EQ(html->outlet, "TASS");
}

TEST(Feed, NamesLineAndMemberOfWhatIsWrong) {
  const auto error = [](std::string_view line) {
    return story_from_feed_line(line, "f.jsonl", 7, {}).error().to_string();
  };
  EXPECT_THAT(error("{"), testing::HasSubstr("f.jsonl:7"));
  EXPECT_THAT(error("[]"), testing::HasSubstr("no JSON object"));
  EXPECT_THAT(error("{}"), testing::HasSubstr("neither text nor html"));
  EXPECT_THAT(error(R"({"text": 1})"), testing::HasSubstr("field text"));
  EXPECT_THAT(error(R"({"text": "a", "published": "soon"})"), testing::HasSubstr("field published"));
  EXPECT_THAT(error(R"({"text": ""})"), testing::HasSubstr("neither"));
}

TEST(Feed, ReadsMeta) {
  const auto facts = parse_meta(R"({"published": "2023-09-13", "outlet": "TASS", "constructed": true})", "a.meta.json");
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->outlet, "TASS");
  EXPECT_THAT(parse_meta(R"({"outlet": []})", "a.meta.json").error().to_string(), testing::HasSubstr("a.meta.json"));
}

}  // namespace
}  // namespace vedette::story
