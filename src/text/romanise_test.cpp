#include "text/romanise.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "text/fold.h"
#include "text/words.h"

namespace vedette::text {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

std::vector<std::string> readings(std::string_view word) {
  const auto folded = fold(word);
  return romanise_by_rule(folded, dominant_script(folded));
}

std::string first(std::string_view word) {
  const auto found = readings(word);
  return found.empty() ? std::string() : found.front();
}

TEST(Romanise, Russian) {
  EXPECT_EQ(first("Путин"), "putin");
  EXPECT_EQ(first("Щербаков"), "shcherbakov");
  EXPECT_THAT(readings("Хрущёв"), Contains("khrushchev"));
  EXPECT_THAT(readings("Жуков"), Contains("schukow"));
  EXPECT_THAT(readings("Жуков"), Contains("joukov"));
  EXPECT_THAT(readings("Дмитрий"), Contains("dmitry"));
  EXPECT_THAT(readings("Дмитрий"), Contains("dmitriy"));
  EXPECT_THAT(readings("Дмитрий"), Contains("dmitrii"));
  EXPECT_THAT(readings("Ельцин"), Contains("yeltsin"));
  EXPECT_THAT(readings("Александр"), Contains("alexandr"));
  EXPECT_THAT(readings("Юлия"), Contains("iuliia"));
  EXPECT_THAT(readings("Королёв"), Contains("korolyov"));
}

TEST(Romanise, OtherCyrillic) {
  EXPECT_THAT(readings("Зеленський"), Contains("zelenskiy"));
  EXPECT_THAT(readings("Григорій"), Contains("hryhoriy"));
  EXPECT_THAT(readings("Ўладзімір"), Contains("uladzimir"));
  EXPECT_THAT(readings("Ђоковић"), Contains("djokovic"));
  EXPECT_THAT(readings("Първанов"), Contains("parvanov"));
  EXPECT_THAT(readings("Қасым"), Contains("qasym"));
}

TEST(Romanise, KoreanNamesInRussian) {
  EXPECT_EQ(first("Ким"), "kim");
  EXPECT_EQ(first("Чен"), "jong");
  EXPECT_THAT(readings("Чен"), Contains("chen"));
  EXPECT_EQ(first("Ын"), "un");
  EXPECT_EQ(first("Сен"), "song");
}

TEST(Romanise, ChineseNamesInRussian) {
  EXPECT_EQ(first("Цзиньпин"), "jinping");
  EXPECT_THAT(readings("Си"), Contains("xi"));
  EXPECT_THAT(readings("Чжан"), Contains("zhang"));
  EXPECT_THAT(readings("Ху"), Contains("hu"));
  EXPECT_THAT(readings("Цзэдун"), Contains("zedong"));
  EXPECT_THAT(readings("Сяопин"), Contains("xiaoping"));
  EXPECT_EQ(first("Иван"), "ivan");
}

TEST(Romanise, Korean) {
  EXPECT_EQ(first("김정은"), "kim jong un");
  EXPECT_EQ(readings("김정은")[1], "gim jeong eun");
  EXPECT_EQ(first("박봉주"), "pak pong ju");
  EXPECT_THAT(readings("박근혜"), Contains("park geun hye"));
  EXPECT_THAT(readings("이명박"), Contains("lee myung bak"));
  EXPECT_THAT(readings("노무현"), Contains("roh moo hyun"));
  EXPECT_THAT(readings("최룡해"), Contains("choe ryong hae"));
  EXPECT_THAT(readings("리"), ::testing::IsSupersetOf({"ri", "lee", "rhee", "yi"}));
}

TEST(Romanise, Chinese) {
  EXPECT_EQ(first("习近平"), "xi jin ping");
  EXPECT_EQ(first("仇和"), "qiu he");
  EXPECT_THAT(readings("蔣經國"), Contains("chiang ching kuo"));
  EXPECT_THAT(readings("黄"), Contains("wong"));
  EXPECT_EQ(first("欧阳修"), "ouyang xiu");
}

TEST(Romanise, ArabicAndPersian) {
  EXPECT_EQ(first("محمد"), "muhammad");
  EXPECT_EQ(first("القذافي"), "al qadhafi");
  EXPECT_EQ(first("عبد"), "abd");
  EXPECT_THAT(readings("عبدالله"), Contains("abdullah"));
  EXPECT_THAT(readings("الصدر"), Contains("as sadar"));
  EXPECT_THAT(readings("حسين"), Contains("hossein"));
  for (const auto& [word, latin] : {std::pair{"بغدادي", "baghdadi"}, {"شمخاني", "shamkhani"}, {"جنتي", "jannati"}}) {
    std::set<std::string> keys;
    for (const auto& reading : readings(word)) keys.insert(consonants(reading));
    EXPECT_THAT(keys, Contains(consonants(latin))) << word;
  }
}

TEST(Romanise, Hebrew) {
  EXPECT_EQ(first("יצחק"), "yitzhak");
  EXPECT_THAT(readings("שמיר"), Contains("shamir"));
}

TEST(Romanise, Kana) {
  EXPECT_EQ(first("さとう"), "sato");
  EXPECT_THAT(readings("しんじ"), ::testing::IsSupersetOf({"shinji", "sinzi"}));
  EXPECT_THAT(readings("いっせい"), Contains("issei"));
  EXPECT_THAT(readings("スミス"), Contains("smis"));
  EXPECT_THAT(readings("マーク"), Contains("mark"));
}

TEST(Romanise, OtherAlphabets) {
  EXPECT_EQ(first("Παπανδρέου"), "papandreou");
  EXPECT_THAT(readings("Τσίπρας"), Contains("tsipras"));
  EXPECT_THAT(readings("Μπουτάρης"), Contains("butaris"));
  EXPECT_EQ(first("სააკაშვილი"), "saakashvili");
  EXPECT_EQ(first("Սարգսյան"), "sargsyan");
  EXPECT_FALSE(first("मोदी").empty());
  EXPECT_FALSE(first("สมชาย").empty());
}

TEST(Romanise, LatinReadsAsItself) {
  EXPECT_THAT(readings("Kim"), ::testing::ElementsAre("kim"));
}

TEST(Romanise, IsBounded) {
  std::string lengthy;
  for (int i = 0; i < 100'000; ++i) lengthy += "ж";
  EXPECT_THAT(readings(lengthy), IsEmpty());
}

RC_GTEST_PROP(RomaniseProperty, TakesAnythingAndStaysBounded, ()) {
  const auto points = *rc::gen::container<std::vector<uint32_t>>(
      rc::gen::oneOf(rc::gen::inRange<uint32_t>(0x370, 0x700), rc::gen::inRange<uint32_t>(0x3040, 0x3100),
                     rc::gen::inRange<uint32_t>(0x4E00, 0x5000), rc::gen::inRange<uint32_t>(0xAC00, 0xB000)));
  std::string text;
  for (const uint32_t point : points) append_code_point(text, point);
  const auto folded = fold(text);
  for (const Word& word : split_words(folded)) {
    for (int script = 0; script < kScriptCount; ++script) {
      const auto found = romanise(word.in(folded), static_cast<Script>(script));
      RC_ASSERT(found.size() <= kMaxReadings);
      RC_ASSERT(std::set<std::string>(found.begin(), found.end()).size() == found.size());
      RC_ASSERT(std::find(found.begin(), found.end(), "") == found.end());
    }
  }
}

}  // namespace
}  // namespace vedette::text
