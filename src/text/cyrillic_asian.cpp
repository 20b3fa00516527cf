// Palladius by table: a syllable is an initial and a final. Where one Russian spelling has two origins, both are tried.
#include "text/cyrillic_asian.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/letter_map.h"
#include "text/reading_table.h"

namespace vedette::text {
namespace {

constexpr size_t kMaxLetters = 18;
constexpr size_t kMaxSyllables = 3;
constexpr size_t kMaxAsianReadings = 4;

struct Final {
  std::u32string_view russian;
  std::string_view pinyin;
};

// After an initial. Longer ones first within one first letter is not needed: all that fit are tried.
constexpr Final kFinals[] = {
    {U"янь", "ian"},  {U"инь", "in"},   {U"ань", "an"},  {U"энь", "en"}, {U"унь", "un"}, {U"уань", "uan"},
    {U"юань", "uan"}, {U"юнь", "un"},   {U"ян", "iang"}, {U"ин", "ing"}, {U"ан", "ang"}, {U"эн", "eng"},
    {U"ун", "ong"},   {U"уан", "uang"}, {U"юн", "iong"}, {U"яо", "iao"}, {U"ао", "ao"},  {U"оу", "ou"},
    {U"ай", "ai"},    {U"эй", "ei"},    {U"уай", "uai"}, {U"уй", "ui"},  {U"уэй", "ui"}, {U"юй", "u"},
    {U"юэ", "ue"},    {U"уа", "ua"},    {U"я", "ia"},    {U"е", "ie"},   {U"ю", "iu"},   {U"и", "i"},
    {U"а", "a"},      {U"э", "e"},      {U"о", "uo"},    {U"у", "u"},    {U"ы", "i"},
};

constexpr Final kWithoutInitial[] = {
    {U"юань", "yuan"}, {U"янь", "yan"},  {U"инь", "yin"}, {U"ань", "an"},  {U"энь", "en"}, {U"юнь", "yun"},
    {U"вань", "wan"},  {U"вэнь", "wen"}, {U"ян", "yang"}, {U"ин", "ying"}, {U"ан", "ang"}, {U"юн", "yong"},
    {U"ван", "wang"},  {U"вэн", "weng"}, {U"вэй", "wei"}, {U"вай", "wai"}, {U"юй", "yu"},  {U"юэ", "yue"},
    {U"яо", "yao"},    {U"ао", "ao"},    {U"оу", "ou"},   {U"ай", "ai"},   {U"эр", "er"},  {U"ва", "wa"},
    {U"во", "wo"},     {U"я", "ya"},     {U"е", "ye"},    {U"ю", "you"},   {U"и", "yi"},   {U"у", "wu"},
    {U"э", "e"},       {U"а", "a"},
};

struct Initial {
  std::u32string_view russian;
  std::string_view hard, soft;  // before а э о у ы; before и я е ю
};

constexpr Initial kInitials[] = {
    {U"цз", "z", "j"}, {U"чж", "zh", ""}, {U"ц", "c", "q"}, {U"ч", "ch", ""}, {U"ш", "sh", ""}, {U"ж", "r", ""},
    {U"с", "s", "x"},  {U"б", "b", "b"},  {U"п", "p", "p"}, {U"м", "m", "m"}, {U"ф", "f", "f"}, {U"д", "d", "d"},
    {U"т", "t", "t"},  {U"н", "n", "n"},  {U"л", "l", "l"}, {U"г", "g", ""},  {U"к", "k", ""},  {U"х", "h", ""},
};

std::string join(const Initial& initial, const Final& final) {
  const bool soft = has_any(final.russian.substr(0, 1), U"ияею");
  const bool retroflex =
      initial.russian == U"чж" || initial.russian == U"ч" || initial.russian == U"ш" || initial.russian == U"ж";
  const auto consonant = soft && !(retroflex && final.russian == U"и") ? initial.soft : initial.hard;
  if (consonant.empty()) return {};
  const bool labial = has_any(initial.russian, U"бпмф");
  if (final.russian == U"о" && labial) return std::string(consonant) + "o";
  if (final.russian == U"ы" && !has_any(initial.russian, U"цс")) return {};
  return std::string(consonant) + std::string(final.pinyin);
}

struct Syllable {
  size_t size;
  std::string pinyin;
};

std::vector<Syllable> syllables_at(std::u32string_view rest) {
  std::vector<Syllable> found;
  for (const Final& whole : kWithoutInitial) {
    if (rest.starts_with(whole.russian)) found.push_back({whole.russian.size(), std::string(whole.pinyin)});
  }
  for (const Initial& initial : kInitials) {
    if (!rest.starts_with(initial.russian)) continue;
    const auto after = rest.substr(initial.russian.size());
    for (const Final& final : kFinals) {
      if (!after.starts_with(final.russian)) continue;
      auto pinyin = join(initial, final);
      if (!pinyin.empty()) found.push_back({initial.russian.size() + final.russian.size(), std::move(pinyin)});
    }
  }
  // Longer syllables first: "ань" before "а".
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.size > b.size; });
  return found;
}

void parse_palladius(std::u32string_view rest, size_t depth, const std::string& so_far, std::vector<std::string>& out) {
  if (out.size() >= kMaxAsianReadings) return;
  if (rest.empty()) return out.push_back(so_far);
  if (depth == kMaxSyllables) return;
  for (const auto& [size, pinyin] : syllables_at(rest)) {
    const auto after = rest.substr(size);
    parse_palladius(after.substr(after.starts_with(U"ъ") ? 1 : 0), depth + 1, so_far + pinyin, out);
  }
}

bool is_distinctly_chinese(std::u32string_view word) {
  for (const std::u32string_view mark : {U"цз", U"чж", U"сюй", U"сюэ", U"цюй", U"юань", U"юй", U"хуэй", U"вэй", U"вэнь",
                                         U"ньц", U"ньш", U"ньс", U"янь"}) {
    if (word.find(mark) != std::u32string_view::npos) return true;
  }
  return false;
}

}  // namespace

AsianReadings read_asian_cyrillic(std::u32string_view folded_word) {
  AsianReadings result;
  if (folded_word.size() > kMaxLetters) return result;
  for (const auto reading : find_readings(ReadingTable::kKoreanInCyrillic, to_utf8(folded_word))) {
    result.readings.emplace_back(reading);
  }
  result.is_likely = !result.readings.empty();
  std::vector<std::string> chinese;
  parse_palladius(folded_word, 0, "", chinese);
  if (!chinese.empty() && is_distinctly_chinese(folded_word)) result.is_likely = true;
  result.readings.insert(result.readings.end(), chinese.begin(), chinese.end());
  return result;
}

}  // namespace vedette::text
