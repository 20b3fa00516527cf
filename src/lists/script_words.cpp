#include "lists/script_words.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/script.h"

namespace vedette::lists {
namespace {

using text::Script;

struct ScriptRow {
  std::string_view word;  // in lower case
  std::string_view code;
  Script letters;  // what such a name's letters are; kOther: not told apart
};

// The first word that is found counts. "Simplified" and "traditional" are said of Chinese alone.
constexpr ScriptRow kScripts[] = {
    {"simplified", "Hans", Script::kHan},        {"traditional", "Hant", Script::kHan},
    {"latin", "Latn", Script::kLatin},           {"cyrillic", "Cyrl", Script::kCyrillic},
    {"russian", "Cyrl", Script::kCyrillic},      {"arabic", "Arab", Script::kArabic},
    {"persian", "Arab", Script::kArabic},        {"farsi", "Arab", Script::kArabic},
    {"urdu", "Arab", Script::kArabic},           {"hangul", "Hang", Script::kHangul},
    {"korean", "Hang", Script::kHangul},         {"chinese", "Hani", Script::kHan},
    {"hebrew", "Hebr", Script::kHebrew},         {"greek", "Grek", Script::kGreek},
    {"georgian", "Geor", Script::kGeorgian},     {"armenian", "Armn", Script::kArmenian},
    {"devanagari", "Deva", Script::kDevanagari}, {"thai", "Thai", Script::kThai},
    {"burmese", "Mymr", Script::kOther},         {"myanmar", "Mymr", Script::kOther},
    {"ethiopic", "Ethi", Script::kOther},        {"bengali", "Beng", Script::kOther},
};

struct LanguageRow {
  std::string_view name;  // in lower case
  std::string_view code;
};

constexpr LanguageRow kLanguages[] = {
    {"amharic", "am"}, {"arabic", "ar"},    {"armenian", "hy"},   {"azerbaijani", "az"}, {"belarusian", "be"},
    {"bengali", "bn"}, {"bulgarian", "bg"}, {"burmese", "my"},    {"chinese", "zh"},     {"mandarin", "zh"},
    {"dari", "prs"},   {"english", "en"},   {"farsi", "fa"},      {"french", "fr"},      {"georgian", "ka"},
    {"greek", "el"},   {"hebrew", "he"},    {"hindi", "hi"},      {"japanese", "ja"},    {"kazakh", "kk"},
    {"korean", "ko"},  {"kurdish", "ku"},   {"kyrgyz", "ky"},     {"myanmar", "my"},     {"pashto", "ps"},
    {"persian", "fa"}, {"russian", "ru"},   {"serbian", "sr"},    {"somali", "so"},      {"spanish", "es"},
    {"tajik", "tg"},   {"thai", "th"},      {"tigrinya", "ti"},   {"turkish", "tr"},     {"ukrainian", "uk"},
    {"urdu", "ur"},    {"uzbek", "uz"},     {"vietnamese", "vi"},
};

// "non-Latin" says what a script is not.
const ScriptRow* find_script(std::string_view words) {
  std::string small = ascii_lower(words);
  for (const char* no : {"non-latin", "non latin"}) {
    if (const size_t at = small.find(no); at != std::string::npos) small.erase(at, std::string_view(no).size());
  }
  const auto* row = std::find_if(std::begin(kScripts), std::end(kScripts),
                                 [&](const ScriptRow& each) { return small.find(each.word) != std::string::npos; });
  return row == std::end(kScripts) ? nullptr : row;
}

}  // namespace

std::string name_script(std::string_view words, std::string_view name) {
  if (words.empty()) return {};
  const ScriptRow* stated = find_script(words);
  const Script letters = text::dominant_script(name);
  const bool letters_tell = letters != Script::kCommon && letters != Script::kOther;
  if (stated != nullptr && (!letters_tell || stated->letters == letters)) return std::string(stated->code);
  return letters_tell ? std::string(text::iso15924(letters)) : std::string();
}

std::string_view language_code(std::string_view words) {
  const std::string small = ascii_lower(words);
  for (const LanguageRow& row : kLanguages) {
    if (small == row.name || small == row.code) return row.code;
  }
  return {};
}

}  // namespace vedette::lists
