// Hebrew without points: usual forms by table, else consonants with guessed vowels.
#include <array>
#include <utility>

#include "base/utf8.h"
#include "text/letter_map.h"
#include "text/reading_table.h"
#include "text/readings.h"

namespace vedette::text {
namespace {

struct Style {
  std::string_view filler, vav, het, tsadi;
  bool hard;  // bet, kaf and pe are b, k and p everywhere
};
constexpr Style kUsual = {"a", "o", "h", "ts", false};
constexpr Style kSecond = {"e", "u", "ch", "tz", false};
constexpr Style kBare = {"", "o", "h", "ts", true};
constexpr Style kBareU = {"", "u", "h", "z", false};

std::string_view plain_consonant(char32_t c) {
  static constexpr std::pair<char32_t, std::string_view> kLetters[] = {
      {U'ג', "g"}, {U'ד', "d"}, {U'ה', "h"}, {U'ז', "z"}, {U'ט', "t"}, {U'ל', "l"},  {U'מ', "m"}, {U'ם', "m"},
      {U'נ', "n"}, {U'ן', "n"}, {U'ס', "s"}, {U'ק', "k"}, {U'ר', "r"}, {U'ש', "sh"}, {U'ת', "t"}};
  for (const auto& [letter, latin] : kLetters) {
    if (letter == c) return latin;
  }
  return {};
}

std::string_view consonant(char32_t c, bool hard, const Style& style) {
  switch (c) {
    case U'ב':
      return hard ? "b" : "v";
    case U'כ':
      return hard ? "k" : "kh";
    case U'ך':
      return "kh";
    case U'פ':
      return hard ? "p" : "f";
    case U'ף':
      return "f";
    case U'ח':
      return style.het;
    case U'צ':
    case U'ץ':
      return style.tsadi;
    default:
      return plain_consonant(c);
  }
}

// A vowel letter's sound, or empty if the letter is a consonant here.
std::string_view vowel(std::u32string_view word, size_t i, const Style& style) {
  const bool last = i + 1 == word.size();
  switch (word[i]) {
    case U'א':
    case U'ע':
      return "a";
    case U'ו':
      return i == 0 ? std::string_view() : style.vav;
    case U'י':
      return i == 0 ? std::string_view() : "i";
    case U'ה':
      return last ? "a" : std::string_view();
    default:
      return {};
  }
}

std::string spell(std::u32string_view word, const Style& style) {
  std::string out;
  bool after_consonant = false;
  for (size_t i = 0; i < word.size(); ++i) {
    const bool doubled_vav = word[i] == U'ו' && i + 1 < word.size() && word[i + 1] == U'ו';
    auto sound = doubled_vav ? std::string_view() : vowel(word, i, style);
    if (!sound.empty()) {
      if (!out.ends_with(sound)) out += sound;
      after_consonant = false;
      continue;
    }
    if (after_consonant) out += style.filler;
    if (word[i] == U'ו') out += "v";
    if (word[i] == U'י') out += "y";
    out += consonant(word[i], style.hard || i == 0, style);
    i += doubled_vav ? 1 : 0;
    after_consonant = true;
  }
  return out;
}

}  // namespace

void read_hebrew(std::u32string_view word, Readings& readings) {
  readings.add_all(find_readings(ReadingTable::kHebrew, to_utf8(word)));
  for (const Style* style : {&kUsual, &kSecond, &kBare, &kBareU}) readings.add(spell(word, *style));
}

}  // namespace vedette::text
