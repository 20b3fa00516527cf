// Chinese: ICU's pinyin, surnames by table, Wade–Giles by rule.
#include <array>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "text/icu_latin.h"
#include "text/reading_table.h"
#include "text/readings.h"

namespace vedette::text {
namespace {

// Pinyin initials and finals that Wade–Giles writes otherwise (apostrophes and marks are folded away).
std::string wade_giles(std::string_view pinyin) {
  static constexpr std::pair<std::string_view, std::string_view> kWhole[] = {
      {"zhi", "chih"},  {"chi", "chih"}, {"shi", "shih"}, {"ri", "jih"}, {"zi", "tzu"}, {"ci", "tzu"},
      {"si", "ssu"},    {"er", "erh"},   {"yi", "i"},     {"ye", "yeh"}, {"you", "yu"}, {"yan", "yen"},
      {"yong", "yung"}, {"ge", "ko"},    {"ke", "ko"},    {"he", "ho"},  {"e", "o"},    {"guo", "kuo"}};
  static constexpr std::pair<std::string_view, std::string_view> kInitials[] = {
      {"zh", "ch"}, {"z", "ts"}, {"c", "ts"}, {"j", "ch"}, {"q", "ch"},
      {"x", "hs"},  {"b", "p"},  {"d", "t"},  {"g", "k"},  {"r", "j"}};
  static constexpr std::pair<std::string_view, std::string_view> kFinals[] = {
      {"ian", "ien"}, {"iong", "iung"}, {"ong", "ung"}, {"ie", "ieh"}, {"ue", "ueh"}, {"ui", "ui"}, {"uo", "o"}};
  for (const auto& [from, to] : kWhole) {
    if (pinyin == from) return std::string(to);
  }
  std::string out(pinyin);
  for (const auto& [from, to] : kInitials) {
    if (!pinyin.starts_with(from) || pinyin.starts_with("ch") || pinyin.starts_with("sh")) continue;
    out.replace(0, from.size(), to);
    break;
  }
  for (const auto& [from, to] : kFinals) {
    if (!out.ends_with(from)) continue;
    out.replace(out.size() - from.size(), from.size(), to);
    break;
  }
  return out;
}

std::vector<std::string> split_at_spaces(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t end = text.find(' ');
    if (end != 0) parts.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return parts;
}

std::string join(std::string_view first, const std::vector<std::string>& parts, size_t from) {
  std::string out(first);
  for (size_t i = from; i < parts.size(); ++i) out += (out.empty() ? "" : " ") + parts[i];
  return out;
}

struct Surname {
  std::span<const std::string_view> readings;
  size_t size = 0;
};

Surname surname_of(std::u32string_view word) {
  for (const size_t size : {size_t{2}, size_t{1}}) {
    if (word.size() < size) continue;
    const auto found = find_readings(ReadingTable::kChineseSurnames, to_utf8(word.substr(0, size)));
    if (!found.empty()) return {found, size};
  }
  return {};
}

}  // namespace

void read_han(std::u32string_view word, Readings& readings) {
  const auto utf8 = to_utf8(word);
  const auto syllables = split_at_spaces(icu_latin(utf8, IcuRules::kHan));
  if (syllables.size() != word.size()) return readings.add(icu_latin(utf8, IcuRules::kAny));
  std::vector<std::string> wade;
  for (const auto& syllable : syllables) wade.push_back(wade_giles(syllable));
  const Surname surname = word.size() <= 4 ? surname_of(word) : Surname{};
  if (surname.size > 0) readings.add(join(surname.readings[0], syllables, surname.size));
  readings.add(join("", syllables, 0));
  readings.add(join("", wade, 0));
  for (const auto reading : surname.readings) {
    readings.add(join(reading, syllables, surname.size));
    readings.add(join(reading, wade, surname.size));
  }
}

}  // namespace vedette::text
