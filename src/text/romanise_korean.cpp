// Hangul: a syllable is taken apart by arithmetic and spelled syllable by syllable, as names are, without sound change.
#include <array>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "text/reading_table.h"
#include "text/readings.h"

namespace vedette::text {
namespace {

using Initials = std::array<std::string_view, 19>;
using Vowels = std::array<std::string_view, 21>;
using Finals = std::array<std::string_view, 28>;

// In the order of Unicode: ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ.
constexpr Initials kNorthInitials = {"k",  "kk", "n", "t",  "tt", "r",  "m",  "p",  "pp", "s",
                                     "ss", "",   "j", "jj", "ch", "kh", "th", "ph", "h"};
constexpr Initials kReischauerInitials = {"k",  "kk", "n",  "t",   "tt", "r", "m", "p", "pp", "s",
                                          "ss", "",   "ch", "tch", "ch", "k", "t", "p", "h"};
constexpr Initials kRevisedInitials = {"g",  "kk", "n", "d",  "tt", "r", "m", "b", "pp", "s",
                                       "ss", "",   "j", "jj", "ch", "k", "t", "p", "h"};
// ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ.
constexpr Vowels kNorthVowels = {"a",  "ae", "ya", "yae", "o",  "e",  "yo", "ye", "o",  "wa", "wae",
                                 "oe", "yo", "u",  "wo",  "we", "wi", "yu", "u",  "ui", "i"};
constexpr Vowels kRevisedVowels = {"a",  "ae", "ya", "yae", "eo", "e",  "yeo", "ye", "o",  "wa", "wae",
                                   "oe", "yo", "u",  "wo",  "we", "wi", "yu",  "eu", "ui", "i"};
constexpr Vowels kSouthVowels = {"a",  "ae", "ya", "yae", "u",  "e",  "you", "ye", "o",  "wa", "wae",
                                 "oe", "yo", "oo", "wo",  "we", "wi", "yu",  "eu", "ee", "i"};
constexpr Finals kFinals = {"",  "k", "k", "k", "n", "n", "n", "t",  "l", "k", "m", "l", "l", "l",
                            "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"};

struct System {
  const Initials& initials;
  const Vowels& vowels;
};
constexpr System kNorth = {kNorthInitials, kNorthVowels};
constexpr System kRevised = {kRevisedInitials, kRevisedVowels};
constexpr System kReischauer = {kReischauerInitials, kNorthVowels};
constexpr System kSouth = {kRevisedInitials, kSouthVowels};

struct Syllable {
  uint32_t initial, vowel, final;
};

std::optional<Syllable> take_apart(char32_t c) {
  if (c < 0xAC00 || c > 0xD7A3) return std::nullopt;
  const uint32_t index = c - 0xAC00;
  return Syllable{index / (21 * 28), index / 28 % 21, index % 28};
}

// What South Korean passports prefer where it is not letter by letter.
std::string south_syllable(const Syllable& syllable) {
  constexpr uint32_t kU = 13, kYeo = 6, kWo = 14, kN = 4, kNg = 21, kNone = 11;
  if (syllable.vowel == kYeo && (syllable.final != kNg || syllable.initial != kNone)) {
    return std::string(kRevisedInitials[syllable.initial]) + "yu" + std::string(kFinals[syllable.final]);
  }
  if (syllable.vowel == kWo)
    return std::string(kRevisedInitials[syllable.initial]) + "wo" + std::string(kFinals[syllable.final]);
  if (syllable.vowel == kU && syllable.initial == kNone && syllable.final == 0) return "woo";
  if (syllable.vowel == kU && syllable.final != 0 && syllable.final != kN) {
    return std::string(kRevisedInitials[syllable.initial]) + "u" + std::string(kFinals[syllable.final]);
  }
  return std::string(kSouth.initials[syllable.initial]) + std::string(kSouth.vowels[syllable.vowel]) +
         std::string(kFinals[syllable.final]);
}

std::string spell(const Syllable& syllable, const System& system) {
  if (&system.vowels == &kSouthVowels) return south_syllable(syllable);
  return std::string(system.initials[syllable.initial]) + std::string(system.vowels[syllable.vowel]) +
         std::string(kFinals[syllable.final]);
}

std::string spell(const std::vector<Syllable>& syllables, size_t from, const System& system) {
  std::string out;
  for (size_t i = from; i < syllables.size(); ++i) {
    if (i > from) out += ' ';
    out += spell(syllables[i], system);
  }
  return out;
}

std::string joined(std::string text) {
  std::erase(text, ' ');
  return text;
}

// Surname and given name: two syllables for the surname only where the table knows such a one.
size_t surname_size(std::u32string_view word) {
  const bool two = word.size() > 2 && !find_readings(ReadingTable::kKoreanSurnames, to_utf8(word.substr(0, 2))).empty();
  return two ? 2 : 1;
}

void read_person(std::u32string_view word, const std::vector<Syllable>& syllables, Readings& readings) {
  const size_t split = surname_size(word);
  const auto surnames = find_readings(ReadingTable::kKoreanSurnames, to_utf8(word.substr(0, split)));
  const auto north = spell(syllables, split, kNorth);
  const auto revised = spell(syllables, split, kRevised);
  const auto south = spell(syllables, split, kSouth);
  if (!surnames.empty()) readings.add(std::string(surnames[0]) + " " + north);
  readings.add(spell(syllables, 0, kRevised));
  if (!surnames.empty()) readings.add(std::string(surnames[0]) + " " + spell(syllables, split, kReischauer));
  for (const auto surname : surnames) {
    readings.add(std::string(surname) + " " + south);
    readings.add(std::string(surname) + " " + revised);
    readings.add(std::string(surname) + " " + north);
  }
}

}  // namespace

void read_hangul(std::u32string_view word, Readings& readings) {
  std::vector<Syllable> syllables;
  for (const char32_t c : word) {
    if (const auto syllable = take_apart(c)) syllables.push_back(*syllable);
  }
  if (syllables.empty() || syllables.size() != word.size()) return;
  const bool may_be_person = word.size() <= 4;
  if (word.size() == 1) readings.add_all(find_readings(ReadingTable::kKoreanSurnames, to_utf8(word)));
  if (may_be_person && word.size() > 1) read_person(word, syllables, readings);
  for (const System* system : {&kNorth, &kRevised, &kReischauer, &kSouth}) {
    readings.add(spell(syllables, 0, *system));
    if (!may_be_person) readings.add(joined(spell(syllables, 0, *system)));
  }
}

}  // namespace vedette::text
