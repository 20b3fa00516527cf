// Kana: Hepburn as names write it, Kunrei, and a guess at the foreign word that katakana stands for.
#include <array>

#include "text/letter_map.h"
#include "text/readings.h"

namespace vedette::text {
namespace {

constexpr LetterRule kHepburn[] = {
    {U"きゃ", "kya"}, {U"きゅ", "kyu"}, {U"きょ", "kyo"}, {U"しゃ", "sha"}, {U"しゅ", "shu"}, {U"しょ", "sho"},
    {U"しぇ", "she"}, {U"ちゃ", "cha"}, {U"ちゅ", "chu"}, {U"ちょ", "cho"}, {U"ちぇ", "che"}, {U"にゃ", "nya"},
    {U"にゅ", "nyu"}, {U"にょ", "nyo"}, {U"ひゃ", "hya"}, {U"ひゅ", "hyu"}, {U"ひょ", "hyo"}, {U"みゃ", "mya"},
    {U"みゅ", "myu"}, {U"みょ", "myo"}, {U"りゃ", "rya"}, {U"りゅ", "ryu"}, {U"りょ", "ryo"}, {U"ぎゃ", "gya"},
    {U"ぎゅ", "gyu"}, {U"ぎょ", "gyo"}, {U"じゃ", "ja"},  {U"じゅ", "ju"},  {U"じょ", "jo"},  {U"じぇ", "je"},
    {U"びゃ", "bya"}, {U"びゅ", "byu"}, {U"びょ", "byo"}, {U"ぴゃ", "pya"}, {U"ぴゅ", "pyu"}, {U"ぴょ", "pyo"},
    {U"ふぁ", "fa"},  {U"ふぃ", "fi"},  {U"ふぇ", "fe"},  {U"ふぉ", "fo"},  {U"ふゅ", "fyu"}, {U"ゔぁ", "va"},
    {U"ゔぃ", "vi"},  {U"ゔぇ", "ve"},  {U"ゔぉ", "vo"},  {U"ゔゅ", "vyu"}, {U"うぃ", "wi"},  {U"うぇ", "we"},
    {U"うぉ", "wo"},  {U"てぃ", "ti"},  {U"でぃ", "di"},  {U"とぅ", "tu"},  {U"どぅ", "du"},  {U"てゅ", "tyu"},
    {U"でゅ", "dyu"}, {U"つぁ", "tsa"}, {U"つぃ", "tsi"}, {U"つぇ", "tse"}, {U"つぉ", "tso"}, {U"いぇ", "ye"},
    {U"くぁ", "kwa"}, {U"くぃ", "kwi"}, {U"くぇ", "kwe"}, {U"くぉ", "kwo"}, {U"ぐぁ", "gwa"}, {U"あ", "a"},
    {U"い", "i"},     {U"う", "u"},     {U"え", "e"},     {U"お", "o"},     {U"か", "ka"},    {U"き", "ki"},
    {U"く", "ku"},    {U"け", "ke"},    {U"こ", "ko"},    {U"さ", "sa"},    {U"し", "shi"},   {U"す", "su"},
    {U"せ", "se"},    {U"そ", "so"},    {U"た", "ta"},    {U"ち", "chi"},   {U"つ", "tsu"},   {U"て", "te"},
    {U"と", "to"},    {U"な", "na"},    {U"に", "ni"},    {U"ぬ", "nu"},    {U"ね", "ne"},    {U"の", "no"},
    {U"は", "ha"},    {U"ひ", "hi"},    {U"ふ", "fu"},    {U"へ", "he"},    {U"ほ", "ho"},    {U"ま", "ma"},
    {U"み", "mi"},    {U"む", "mu"},    {U"め", "me"},    {U"も", "mo"},    {U"や", "ya"},    {U"ゆ", "yu"},
    {U"よ", "yo"},    {U"ら", "ra"},    {U"り", "ri"},    {U"る", "ru"},    {U"れ", "re"},    {U"ろ", "ro"},
    {U"わ", "wa"},    {U"ゐ", "i"},     {U"ゑ", "e"},     {U"を", "o"},     {U"ん", "n"},     {U"が", "ga"},
    {U"ぎ", "gi"},    {U"ぐ", "gu"},    {U"げ", "ge"},    {U"ご", "go"},    {U"ざ", "za"},    {U"じ", "ji"},
    {U"ず", "zu"},    {U"ぜ", "ze"},    {U"ぞ", "zo"},    {U"だ", "da"},    {U"ぢ", "ji"},    {U"づ", "zu"},
    {U"で", "de"},    {U"ど", "do"},    {U"ば", "ba"},    {U"び", "bi"},    {U"ぶ", "bu"},    {U"べ", "be"},
    {U"ぼ", "bo"},    {U"ぱ", "pa"},    {U"ぴ", "pi"},    {U"ぷ", "pu"},    {U"ぺ", "pe"},    {U"ぽ", "po"},
    {U"ゔ", "vu"},    {U"ぁ", "a"},     {U"ぃ", "i"},     {U"ぅ", "u"},     {U"ぇ", "e"},     {U"ぉ", "o"},
    {U"ゃ", "ya"},    {U"ゅ", "yu"},    {U"ょ", "yo"},    {U"ゎ", "wa"},    {U"ゕ", "ka"},    {U"ゖ", "ke"},
    {U"ー", "-"},     {U"っ", "'"}};

std::u32string to_hiragana(std::u32string_view word) {
  std::u32string out(word);
  for (char32_t& c : out) {
    if (c >= 0x30A1 && c <= 0x30F6) c -= 0x60;
  }
  return out;
}

// The table spelled by spell_out(), which drops the marks of length and doubling: so they are kept apart here.
std::string spell(std::u32string_view hiragana) {
  std::string out;
  while (!hiragana.empty()) {
    size_t used = 1;
    for (const LetterRule& rule : kHepburn) {
      if (!hiragana.starts_with(rule.letters)) continue;
      out += rule.latin;
      used = rule.letters.size();
      break;
    }
    hiragana.remove_prefix(used);
  }
  return out;
}

// "'" before a consonant doubles it; "-" becomes `length`.
std::string settle(std::string_view marked, std::string_view length) {
  std::string out;
  for (size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '-') {
      out += length;
    } else if (marked[i] != '\'') {
      out += marked[i];
    } else if (i + 1 < marked.size() && marked[i + 1] != '-' && marked[i + 1] != '\'') {
      out += marked[i + 1] == 'c' ? 't' : marked[i + 1];
    }
  }
  return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

std::string kunrei(std::string latin) {
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"sha", "sya"},
                                 {"shu", "syu"},
                                 {"sho", "syo"},
                                 {"cha", "tya"},
                                 {"chu", "tyu"},
                                 {"cho", "tyo"},
                                 {"ja", "zya"},
                                 {"ju", "zyu"},
                                 {"jo", "zyo"},
                                 {"shi", "si"},
                                 {"chi", "ti"},
                                 {"tsu", "tu"},
                                 {"fu", "hu"},
                                 {"ji", "zi"}}) {
    replace_all(latin, from, to);
  }
  return latin;
}

// Long vowels of native names are mostly written short: "satou" sato.
std::string shorten(std::string latin) {
  replace_all(latin, "ou", "o");
  replace_all(latin, "oo", "o");
  replace_all(latin, "uu", "u");
  return latin;
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// Leaves out the vowels that katakana has to put after a foreign consonant: "sumisu" smis, "andoru" andor.
std::string without_helping_vowels(std::string_view latin) {
  std::string out;
  for (size_t i = 0; i < latin.size(); ++i) {
    const bool after_consonant = i > 0 && !is_vowel(latin[i - 1]) && latin[i - 1] != 'y' && latin[i - 1] != 'n';
    const bool before_consonant = i + 1 == latin.size() || !is_vowel(latin[i + 1]);
    const bool helping = latin[i] == 'u' || (latin[i] == 'o' && i > 0 && (latin[i - 1] == 't' || latin[i - 1] == 'd'));
    if (!(helping && after_consonant && before_consonant)) out += latin[i];
  }
  return out;
}

void read_foreign(std::string_view marked, Readings& readings) {
  std::string with_r = without_helping_vowels(settle(marked, "r"));
  std::string plain = without_helping_vowels(settle(marked, ""));
  readings.add(plain);
  readings.add(with_r);
  for (std::string reading : {plain, with_r}) {
    if (std::string_view(reading).ends_with("r")) reading.back() = 'l';
    readings.add(reading);
    replace_all(reading, "r", "l");
    readings.add(reading);
    replace_all(reading, "b", "v");
    readings.add(reading);
  }
  replace_all(plain, "b", "v");
  readings.add(plain);
}

}  // namespace

void read_kana(std::u32string_view word, Readings& readings) {
  const bool katakana =
      has_any(word,
              U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴ"
              U"ザジズゼゾダデドバビブベボパピプペポヴァィゥェォャュョッー");
  const auto marked = spell(to_hiragana(word));
  const auto hepburn = settle(marked, "");
  readings.add(shorten(hepburn));
  readings.add(hepburn);
  if (!katakana) {
    std::string with_h = hepburn;
    replace_all(with_h, "ou", "oh");
    readings.add(with_h);
  }
  readings.add(kunrei(shorten(hepburn)));
  readings.add(kunrei(hepburn));
  if (katakana) read_foreign(marked, readings);
}

}  // namespace vedette::text
