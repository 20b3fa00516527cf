// Arabic and Persian: usual forms by table; for the rest the consonants with the vowels that writing leaves out
// guessed. Compare what rules give with consonants() rather than letter by letter.
#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "text/letter_map.h"
#include "text/reading_table.h"
#include "text/readings.h"

namespace vedette::text {
namespace {

constexpr char32_t kAlef = U'ا', kWaw = U'و', kYeh = U'ي', kAin = U'ع', kHeh = U'ه';

std::string_view consonant(char32_t c) {
  static constexpr std::pair<char32_t, std::string_view> kLetters[] = {
      {U'ب', "b"},  {U'ت', "t"}, {U'ث', "th"}, {U'ج', "j"}, {U'ح', "h"},  {U'خ', "kh"}, {U'د', "d"},
      {U'ذ', "dh"}, {U'ر', "r"}, {U'ز', "z"},  {U'س', "s"}, {U'ش', "sh"}, {U'ص', "s"},  {U'ض', "d"},
      {U'ط', "t"},  {U'ظ', "z"}, {U'غ', "gh"}, {U'ف', "f"}, {U'ق', "q"},  {U'ك', "k"},  {U'ل', "l"},
      {U'م', "m"},  {U'ن', "n"}, {U'ه', "h"},  {U'پ', "p"}, {U'چ', "ch"}, {U'ژ', "zh"}, {U'گ', "g"},
      {U'ڤ', "v"},  {U'ڨ', "g"}, {U'ڭ', "g"},  {U'ٹ', "t"}, {U'ڈ', "d"},  {U'ڑ', "r"}};
  for (const auto& [letter, latin] : kLetters) {
    if (letter == c) return latin;
  }
  return {};
}

// How one style of guessing writes what the letters leave open.
struct Style {
  std::string_view filler;    // between two consonants
  std::string_view waw, yeh;  // as vowels
  std::string_view waw_consonant;
};
constexpr Style kArabicStyle = {"a", "u", "i", "w"};
constexpr Style kForeignStyle = {"", "o", "i", "v"};
constexpr Style kPersianStyle = {"e", "ou", "i", "v"};

// One sound of a word; a vowel letter between vowels or at the start is a consonant.
struct Sound {
  std::string latin;
  bool is_vowel;
};

Sound sound_at(std::u32string_view word, size_t i, const Style& style) {
  const char32_t c = word[i];
  const bool before_alef = i + 1 < word.size() && word[i + 1] == kAlef;
  const bool is_glide = i == 0 || before_alef || (i > 0 && word[i - 1] == kAlef && i + 1 < word.size());
  if (c == kAlef) return {i == 0 && word.size() > 1 && (word[1] == kYeh || word[1] == kWaw) ? "" : "a", true};
  if (c == kAin) return {"a", true};
  if (c == kWaw) return is_glide ? Sound{std::string(style.waw_consonant), false} : Sound{std::string(style.waw), true};
  if (c == kYeh) return is_glide && word.size() > 1 ? Sound{"y", false} : Sound{std::string(style.yeh), true};
  if (c == kHeh && i + 1 == word.size() && i > 1) return {"a", true};
  return {std::string(consonant(c)), false};
}

std::string spell(std::u32string_view word, const Style& style) {
  std::string out;
  bool after_consonant = false;
  for (size_t i = 0; i < word.size(); ++i) {
    const Sound sound = sound_at(word, i, style);
    if (!sound.is_vowel && after_consonant) out += style.filler;
    if (sound.is_vowel && sound.latin == "a" && out.ends_with('a')) continue;
    out += sound.latin;
    after_consonant = !sound.is_vowel && !sound.latin.empty();
  }
  return out;
}

// The stem with its table forms first.
std::vector<std::string> read_stem(std::u32string_view stem) {
  std::vector<std::string> found;
  for (const auto reading : find_readings(ReadingTable::kArabic, to_utf8(stem))) found.emplace_back(reading);
  for (const Style* style : {&kArabicStyle, &kForeignStyle, &kPersianStyle}) found.push_back(spell(stem, *style));
  return found;
}

// "al-" before a letter of the tongue takes its sound: "as sadr".
std::string assimilated_article(char32_t first) {
  if (!has_any(std::u32string_view(&first, 1), U"تثدذرزسشصضطظن")) return {};
  return "a" + std::string(consonant(first));
}

void read_with_article(std::u32string_view stem, Readings& readings) {
  const auto found = read_stem(stem);
  readings.add("al " + found[0]);
  readings.add("al" + found[0]);
  readings.add("el " + found[0]);
  if (const auto article = assimilated_article(stem[0]); !article.empty()) readings.add(article + " " + found[0]);
  for (const auto& reading : found) readings.add("al " + reading);
  readings.add_all(found);
}

void read_servant_of(std::u32string_view stem, Readings& readings) {
  const auto found = read_stem(stem);
  for (const std::string_view prefix : {"abd al ", "abdul ", "abdul", "abdel ", "abdel"}) {
    readings.add(std::string(prefix) + found[0]);
  }
  readings.add("abd al " + found[found.size() > 1 ? 1 : 0]);
}

}  // namespace

void read_arabic(std::u32string_view word, Readings& readings) {
  if (word.size() == 1) return readings.add(consonant(word[0]).empty() ? "a" : consonant(word[0]));
  readings.add_all(find_readings(ReadingTable::kArabic, to_utf8(word)));
  constexpr std::u32string_view kServant = U"عبدال", kArticle = U"ال";
  if (word.starts_with(kServant) && word.size() > kServant.size() + 1) return read_servant_of(word.substr(5), readings);
  if (word.starts_with(kArticle) && word.size() > kArticle.size() + 1) read_with_article(word.substr(2), readings);
  readings.add_all(read_stem(word));
}

}  // namespace vedette::text
