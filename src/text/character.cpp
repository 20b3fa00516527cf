#include "text/character.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

namespace vedette::text {
namespace {

Script from_icu(UScriptCode code) {
  switch (code) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_INVALID_CODE:
    case USCRIPT_UNKNOWN:
      return Script::kCommon;
    case USCRIPT_LATIN:
      return Script::kLatin;
    case USCRIPT_CYRILLIC:
      return Script::kCyrillic;
    case USCRIPT_GREEK:
      return Script::kGreek;
    case USCRIPT_ARABIC:
      return Script::kArabic;
    case USCRIPT_HEBREW:
      return Script::kHebrew;
    case USCRIPT_HAN:
      return Script::kHan;
    case USCRIPT_HANGUL:
      return Script::kHangul;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Script::kKana;
    case USCRIPT_THAI:
      return Script::kThai;
    case USCRIPT_DEVANAGARI:
      return Script::kDevanagari;
    case USCRIPT_GEORGIAN:
      return Script::kGeorgian;
    case USCRIPT_ARMENIAN:
      return Script::kArmenian;
    default:
      return Script::kOther;
  }
}

bool is_apostrophe(char32_t c) {
  switch (c) {
    case U'\'':
    case U'`':
    case U'\u00B4':
    case U'\u02B9':
    case U'\u02BB':
    case U'\u02BC':
    case U'\u02BD':
    case U'\u02BE':
    case U'\u02BF':
    case U'\u02C8':
    case U'\u02CA':
    case U'\u02CB':
    case U'\u0384':
    case U'\u055A':
    case U'\u05F3':
    case U'\u05F4':
    case U'\u2018':
    case U'\u2019':
    case U'\u201A':
    case U'\u201B':
    case U'\u2032':
    case U'\u2035':
    case U'\uA78B':
    case U'\uA78C':
    case U'\uFF07':
    case U'\uFF40':
      return true;
    default:
      return false;
  }
}

CharacterKind kind_from_icu(UChar32 c) {
  if (is_apostrophe(static_cast<char32_t>(c))) return CharacterKind::kApostrophe;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) && u_charType(c) != U_OTHER_LETTER) {
    return CharacterKind::kInvisible;
  }
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return CharacterKind::kLetter;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharacterKind::kDigit;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return CharacterKind::kMark;
    case U_FORMAT_CHAR:
      return CharacterKind::kInvisible;
    default:
      return CharacterKind::kBreak;
  }
}

CharacterClass classify_slowly(char32_t code_point) {
  if (code_point > 0x10FFFF) return {};
  // The long vowel mark and the iteration marks belong to kana alone, though Unicode calls some of them common.
  if (code_point >= 0x30FC && code_point <= 0x30FE) return {CharacterKind::kLetter, Script::kKana};
  UErrorCode status = U_ZERO_ERROR;
  const auto c = static_cast<UChar32>(code_point);
  return {kind_from_icu(c), from_icu(uscript_getScript(c, &status))};
}

constexpr char32_t kTableEnd = 0x3400;

const std::array<CharacterClass, kTableEnd>& table() {
  static const auto classes = [] {
    std::array<CharacterClass, kTableEnd> filled;
    for (char32_t c = 0; c < kTableEnd; ++c) filled[c] = classify_slowly(c);
    return filled;
  }();
  return classes;
}

}  // namespace

CharacterClass classify(char32_t code_point) {
  if (code_point < kTableEnd) return table()[code_point];
  if (code_point >= 0x4E00 && code_point <= 0x9FFF) return {CharacterKind::kLetter, Script::kHan};
  if (code_point >= 0xAC00 && code_point <= 0xD7A3) return {CharacterKind::kLetter, Script::kHangul};
  return classify_slowly(code_point);
}

}  // namespace vedette::text
