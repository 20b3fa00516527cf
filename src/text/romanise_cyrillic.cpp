// Cyrillic: each usage is a table of what differs from the common one. The Russian tables follow the passport rules of
// 1997 and 2013 (ICAO Doc 9303), BGN/PCGN 1947, ISO 9 without marks, and German and French newspaper usage; Ukrainian
// the resolution 55 of 2010; Bulgarian the law of 2009; Serbian its own Latin alphabet.
#include <array>

#include "text/cyrillic_asian.h"
#include "text/letter_map.h"
#include "text/readings.h"

namespace vedette::text {
namespace {

struct Letter {
  char32_t cyrillic;
  std::string_view common, modern, scientific, german, french;
};

// Empty in a later column: as in the common one. A lone "-" stands for nothing.
constexpr Letter kLetters[] = {
    {U'а', "a", "", "", "", ""},           {U'б', "b", "", "", "", ""},
    {U'в', "v", "", "", "w", ""},          {U'г', "g", "", "", "", ""},
    {U'д', "d", "", "", "", ""},           {U'е', "e", "", "", "", ""},
    {U'ж', "zh", "", "z", "sch", "j"},     {U'з', "z", "", "", "s", ""},
    {U'и', "i", "", "", "", ""},           {U'й', "y", "i", "j", "j", "i"},
    {U'к', "k", "", "", "", ""},           {U'л', "l", "", "", "", ""},
    {U'м', "m", "", "", "", ""},           {U'н', "n", "", "", "", ""},
    {U'о', "o", "", "", "", ""},           {U'п', "p", "", "", "", ""},
    {U'р', "r", "", "", "", ""},           {U'с', "s", "", "", "", ""},
    {U'т', "t", "", "", "", ""},           {U'у', "u", "", "", "", "ou"},
    {U'ф', "f", "", "", "", ""},           {U'х', "kh", "", "h", "ch", ""},
    {U'ц', "ts", "", "c", "z", ""},        {U'ч', "ch", "", "c", "tsch", "tch"},
    {U'ш', "sh", "", "s", "sch", "ch"},    {U'щ', "shch", "", "sc", "schtsch", "chtch"},
    {U'ъ', "-", "ie", "", "", ""},         {U'ы', "y", "", "", "", ""},
    {U'ь', "-", "", "", "", ""},           {U'э', "e", "", "", "", ""},
    {U'ю', "yu", "iu", "ju", "ju", "iou"}, {U'я', "ya", "ia", "ja", "ja", "ia"},
    {U'і', "i", "", "", "", ""},           {U'ї', "yi", "i", "ji", "ji", "i"},
    {U'є', "ye", "ie", "je", "je", "ie"},  {U'ґ', "g", "", "", "", ""},
    {U'ў', "u", "w", "u", "w", ""},        {U'ј', "j", "y", "", "", ""},
    {U'љ', "lj", "ly", "", "", ""},        {U'њ', "nj", "ny", "", "", ""},
    {U'ћ', "c", "ch", "", "", ""},         {U'ђ', "dj", "d", "", "", ""},
    {U'џ', "dz", "dzh", "", "", ""},       {U'ѓ', "gj", "", "", "", ""},
    {U'ќ', "kj", "", "", "", ""},          {U'ѕ', "dz", "", "", "", ""},
    {U'ә', "a", "e", "", "", ""},          {U'ғ', "gh", "g", "", "", ""},
    {U'қ', "q", "k", "", "", ""},          {U'ң', "ng", "n", "", "", ""},
    {U'ө', "o", "u", "", "", ""},          {U'ұ', "u", "", "", "", ""},
    {U'ү', "u", "", "", "", ""},           {U'һ', "h", "", "", "", ""},
    {U'ҳ', "h", "kh", "", "", ""},         {U'ҷ', "j", "", "", "", ""},
    {U'ҹ', "j", "", "", "", ""},           {U'ӣ', "i", "", "", "", ""},
    {U'ӯ', "u", "", "", "", ""},           {U'ӏ', "-", "", "", "", ""},
};

constexpr char32_t kFirstLetter = 0x430, kLastLetter = 0x4FF;

// Place in kLetters + 1 of each letter, 0 for none.
constexpr auto kPlaces = [] {
  std::array<uint8_t, kLastLetter - kFirstLetter + 1> places{};
  for (size_t i = 0; i < std::size(kLetters); ++i)
    places[kLetters[i].cyrillic - kFirstLetter] = static_cast<uint8_t>(i + 1);
  return places;
}();

const Letter* find_letter(char32_t c) {
  if (c < kFirstLetter || c > kLastLetter || kPlaces[c - kFirstLetter] == 0) return nullptr;
  return &kLetters[kPlaces[c - kFirstLetter] - 1];
}

using Column = std::string_view Letter::*;

void append(std::string& out, std::string_view latin) {
  if (latin != "-") out += latin;
}

std::string spell(std::u32string_view word, Column column) {
  std::string out;
  for (const char32_t c : word) {
    if (const Letter* letter = find_letter(c)) {
      append(out, (letter->*column).empty() ? letter->common : letter->*column);
    } else if (c < 0x80) {
      out += static_cast<char>(c);
    }
  }
  return out;
}

// A word with some letters read as others first: {"г", "h"} for Ukrainian.
struct Exception {
  char32_t cyrillic;
  std::string_view latin;
};
template <size_t N>
std::string spell_with(std::u32string_view word, const Exception (&exceptions)[N], Column column = &Letter::common) {
  std::string out;
  for (size_t i = 0; i < word.size(); ++i) {
    bool found = false;
    for (const auto& [cyrillic, latin] : exceptions) {
      if (found || cyrillic != word[i]) continue;
      append(out, latin);
      found = true;
    }
    if (!found) out += spell(word.substr(i, 1), column);
  }
  return out;
}

constexpr Exception kUkrainian[] = {{U'г', "h"}, {U'и', "y"},  {U'й', "i"}, {U'є', "ie"},
                                    {U'ї', "i"}, {U'ю', "iu"}, {U'я', "ia"}};
constexpr Exception kUkrainianOld[] = {{U'г', "h"}, {U'и', "y"}, {U'й', "y"}, {U'є', "ye"}, {U'ї', "yi"}};
constexpr Exception kBelarusian[] = {{U'г', "h"}, {U'й', "i"}, {U'ў', "u"}, {U'ю', "iu"}, {U'я', "ia"}, {U'х', "kh"}};
constexpr Exception kBulgarian[] = {{U'ъ', "a"}, {U'щ', "sht"}, {U'х', "h"}};
constexpr Exception kSerbian[] = {{U'ж', "z"}, {U'ч', "c"}, {U'ш', "s"}, {U'ц', "c"}, {U'х', "h"}};
constexpr Exception kPlainH[] = {{U'х', "h"}};
constexpr Exception kFrenchH[] = {{U'х', "kh"}, {U'у', "u"}, {U'ю', "yu"}};

// "е" is "ye" at the start, after a vowel and after a sign.
std::string spell_ye(std::u32string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size(); ++i) {
    const bool soft = word[i] == U'е' && (i == 0 || has_any(word.substr(i - 1, 1), U"аеиоуыэюяйьъ"));
    out += soft ? "ye" : spell(word.substr(i, 1), &Letter::common);
  }
  return out;
}

void add_with_endings(const std::string& latin, Readings& readings) {
  std::string shorter = latin;
  if (replace_ending(shorter, "iy", "y") || replace_ending(shorter, "yy", "y") || replace_ending(shorter, "ii", "i")) {
    readings.add(shorter);
  }
  readings.add(latin);
}

std::string with_x(std::string latin) {
  for (size_t at; (at = latin.find("ks")) != std::string::npos;) latin.replace(at, 2, "x");
  return latin;
}

void read_ukrainian(std::u32string_view word, Readings& readings) {
  add_with_endings(spell_with(word, kUkrainianOld), readings);
  readings.add(spell_with(word, kUkrainian));
}

void read_belarusian(std::u32string_view word, Readings& readings) {
  add_with_endings(spell_with(word, kBelarusian), readings);
}

void read_russian(std::u32string_view word, Readings& readings) {
  const std::string common = spell(word, &Letter::common);
  add_with_endings(common, readings);
  add_with_endings(spell_ye(word), readings);
  add_with_endings(spell(word, &Letter::modern), readings);
  if (common.find("ks") != std::string::npos) readings.add(with_x(common));
  std::string yo = common;
  if (replace_ending(yo, "ev", "yov")) readings.add(yo);
}

void read_foreign_styles(std::u32string_view word, Readings& readings) {
  std::string german = spell(word, &Letter::german);
  replace_ending(german, "ij", "i");
  readings.add(german);
  std::string french = spell(word, &Letter::french);
  if (replace_ending(french, "ii", "i") || replace_ending(french, "in", "ine")) readings.add(french);
  readings.add(french);
  readings.add(spell(word, &Letter::scientific));
  if (has_any(word, U"х")) readings.add(spell_with(word, kPlainH));
  if (has_any(word, U"ж")) readings.add(spell_with(word, kFrenchH, &Letter::french));
}

void read_neighbours(std::u32string_view word, Readings& readings) {
  if (has_any(word, U"гий")) readings.add(spell_with(word, kUkrainianOld));
  if (has_any(word, U"ъщ")) readings.add(spell_with(word, kBulgarian));
  if (has_any(word, U"жчшц")) readings.add(spell_with(word, kSerbian));
}

}  // namespace

void read_cyrillic(std::u32string_view word, Readings& readings) {
  const AsianReadings asian = read_asian_cyrillic(word);
  if (asian.is_likely) readings.add_all(asian.readings);
  if (has_any(word, U"ў")) read_belarusian(word, readings);
  if (has_any(word, U"іїєґ")) read_ukrainian(word, readings);
  if (has_any(word, U"іў")) read_belarusian(word, readings);
  if (has_any(word, U"ђјљњћџ")) readings.add(spell_with(word, kSerbian));
  read_russian(word, readings);
  for (const auto& reading : asian.readings) readings.add(reading);
  read_foreign_styles(word, readings);
  read_neighbours(word, readings);
}

}  // namespace vedette::text
