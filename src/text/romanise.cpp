#include "text/romanise.h"

#include "base/utf8.h"
#include "text/icu_latin.h"
#include "text/name_groups.h"
#include "text/readings.h"

namespace vedette::text {
namespace {

constexpr size_t kMaxCodePoints = 64;
constexpr size_t kMaxFromGroups = 8;

void read_by_icu(std::string_view word, Readings& readings) {
  readings.add(icu_latin(word, IcuRules::kAny));
}

void read_by_rule(std::string_view word, Script script, Readings& readings) {
  if (script == Script::kLatin || script == Script::kCommon) return readings.add(word);
  const std::u32string letters = to_utf32(word.substr(0, kMaxCodePoints * 4 + 1));
  if (letters.size() > kMaxCodePoints) return;
  switch (script) {
    case Script::kCyrillic:
      return read_cyrillic(letters, readings);
    case Script::kArabic:
      return read_arabic(letters, readings);
    case Script::kHebrew:
      return read_hebrew(letters, readings);
    case Script::kHangul:
      return read_hangul(letters, readings);
    case Script::kHan:
      return read_han(letters, readings);
    case Script::kKana:
      return read_kana(letters, readings);
    case Script::kGreek:
      return read_greek(letters, readings);
    case Script::kGeorgian:
      return read_georgian(letters, readings);
    case Script::kArmenian:
      return read_armenian(letters, readings);
    default:
      return read_by_icu(word, readings);
  }
}

}  // namespace

std::vector<std::string> romanise(std::string_view folded_word, Script script) {
  Readings readings;
  if (script != Script::kLatin && script != Script::kCommon) {
    readings.add_all(latin_forms(folded_word, kMaxFromGroups));
  }
  read_by_rule(folded_word, script, readings);
  return readings.take();
}

std::vector<std::string> romanise_by_rule(std::string_view folded_word, Script script) {
  Readings readings;
  read_by_rule(folded_word, script, readings);
  return readings.take();
}

}  // namespace vedette::text
