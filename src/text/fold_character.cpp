#include "text/fold_character.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <atomic>
#include <string>

#include "base/utf8.h"
#include "text/character.h"

namespace vedette::text {
namespace {

// Latin letters that no decomposition takes apart, after case folding.
const char* spelled_out(char32_t c) {
  switch (c) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    case U'ð':
    case U'đ':
    case U'ɖ':
    case U'ɗ':
      return "d";
    case U'ħ':
      return "h";
    case U'ı':
    case U'ɨ':
      return "i";
    case U'ŋ':
    case U'ɲ':
      return "n";
    case U'ŧ':
    case U'ƭ':
      return "t";
    case U'ĸ':
    case U'ƙ':
      return "k";
    case U'ə':
    case U'ǝ':
    case U'ɐ':
      return "a";
    case U'ɛ':
      return "e";
    case U'ɔ':
    case U'ɵ':
      return "o";
    case U'ɓ':
    case U'ƀ':
      return "b";
    case U'ƒ':
      return "f";
    case U'ɠ':
    case U'ǥ':
      return "g";
    case U'ƴ':
      return "y";
    case U'ʉ':
      return "u";
    case U'ƶ':
    case U'ʒ':
      return "z";
    case U'ʊ':
      return "u";
    case U'ⱥ':
      return "a";
    default:
      return nullptr;
  }
}

// Letters of Arabic writing to the one that stands for its kin; 0 drops it.
char32_t unified_arabic(char32_t c) {
  switch (c) {
    case 0x0621:  // hamza
    case 0x0640:
      return 0;  // tatweel
    case 0x0671:
    case 0x0672:
    case 0x0673:
    case 0x0675:
      return 0x0627;  // alef
    case 0x0649:
    case 0x06CC:
    case 0x06CD:
    case 0x06CE:
    case 0x06D0:
    case 0x06D2:
    case 0x06D3:
      return 0x064A;  // yeh
    case 0x0629:
    case 0x06BE:
    case 0x06C1:
    case 0x06C2:
    case 0x06C3:
    case 0x06D5:
    case 0x06C0:
      return 0x0647;  // heh
    case 0x06A9:
    case 0x06AA:
    case 0x06AB:
    case 0x06AC:
      return 0x0643;  // kaf
    case 0x06C4:
    case 0x06C5:
    case 0x06C6:
    case 0x06C7:
    case 0x06C8:
    case 0x06CA:
    case 0x06CB:
      return 0x0648;  // waw
    case 0x06BA:
      return 0x0646;  // noon
    default:
      return c;
  }
}

bool is_space(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == U'\u00B7' || c == U'\u30FB' || c == U'\uFF65' ||
         c == U'\u2022' || c == U'\u2027' || c == U'\u05BE' || c == U'\u30A0' || c < 0x20 || c == 0x7F;
}

bool is_dash(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION || c == U'\u2212' || c == U'\u2043';
}

bool is_double_quote(char32_t c) {
  return c == U'"' || c == U'«' || c == U'»' || (c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xFF02 ||
         c == 0x301D || c == 0x301E || c == 0x301F;
}

// Marks whose loss leaves the same name: those of Latin, Greek, Cyrillic, Arabic and Hebrew. Vowel signs of Indic and
// Thai writing, and the voicing marks of kana, are letters in all but category.
bool is_droppable_mark(char32_t c) {
  if (c == 0x3099 || c == 0x309A) return false;
  const CharacterClass found = classify(c);
  if (found.kind != CharacterKind::kMark) return false;
  return found.script == Script::kCommon || found.script == Script::kArabic || found.script == Script::kHebrew ||
         found.script == Script::kCyrillic || found.script == Script::kGreek || found.script == Script::kLatin;
}

bool is_kept_cyrillic(char32_t c) {
  return c == U'й' || c == U'ї' || c == U'ў' || c == U'ѓ' || c == U'ќ';
}

// What is settled before any decomposition. Returns true if `out` holds the answer.
bool fold_special(char32_t c, std::u32string& out) {
  const CharacterClass found = classify(c);
  if (found.kind == CharacterKind::kApostrophe || found.kind == CharacterKind::kInvisible) return true;
  if (is_space(c)) return out += U' ', true;
  if (is_dash(c)) return out += U'-', true;
  if (is_double_quote(c)) return out += U'"', true;
  if (is_droppable_mark(c)) return true;
  if (found.kind == CharacterKind::kDigit) {
    return out += static_cast<char32_t>(U'0' + u_charDigitValue(static_cast<UChar32>(c))), true;
  }
  if (is_kept_cyrillic(c)) return out += c, true;
  if (found.script == Script::kHangul && c >= 0xAC00 && c <= 0xD7A3) return out += c, true;
  return false;
}

void spell(char32_t c, std::u32string& out) {
  if (const char* letters = spelled_out(c)) {
    while (*letters != 0) out += static_cast<char32_t>(*letters++);
  } else if (const char32_t unified = unified_arabic(c); unified != 0) {
    out += unified;
  }
}

icu::UnicodeString normalized(const icu::Normalizer2* form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return form->normalize(text, status);
}

std::u32string fold_once(char32_t c) {
  std::u32string out;
  if (fold_special(c, out)) return out;
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const case_folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  static const icu::Normalizer2* const decomposition = icu::Normalizer2::getNFDInstance(status);
  static const icu::Normalizer2* const composition = icu::Normalizer2::getNFCInstance(status);
  const auto folded = normalized(case_folding, icu::UnicodeString(static_cast<UChar32>(c)));
  if (folded.char32At(0) != static_cast<UChar32>(c) && is_kept_cyrillic(static_cast<char32_t>(folded.char32At(0)))) {
    return {static_cast<char32_t>(folded.char32At(0))};
  }
  const auto parts = normalized(decomposition, folded);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    if (!is_droppable_mark(static_cast<char32_t>(parts.char32At(i)))) kept.append(parts.char32At(i));
  }
  const auto whole = normalized(composition, kept);
  for (int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1))
    spell(static_cast<char32_t>(whole.char32At(i)), out);
  return out;
}

// Folds what folding gave until nothing changes, so that fold() is idempotent.
std::u32string fold_fully(char32_t c) {
  std::u32string current = fold_once(c);
  for (int round = 0; round < 4; ++round) {
    std::u32string next;
    for (char32_t part : current) next += fold_once(part);
    if (next == current) break;
    current = std::move(next);
  }
  return current;
}

struct Page {
  std::string text;
  struct Entry {
    uint16_t begin, size, scripts;
  };
  std::array<Entry, 256> entries{};
};

const Page* make_page(char32_t number) {
  auto* page = new Page;
  for (char32_t i = 0; i < 256; ++i) {
    const auto folded = fold_fully(number * 256 + i);
    auto& entry = page->entries[i];
    entry.begin = static_cast<uint16_t>(page->text.size());
    for (char32_t part : folded) {
      append_code_point(page->text, part);
      const CharacterClass found = classify(part);
      if (found.kind == CharacterKind::kLetter)
        entry.scripts |= static_cast<uint16_t>(1u << static_cast<unsigned>(found.script));
    }
    entry.size = static_cast<uint16_t>(page->text.size() - entry.begin);
  }
  return page;
}

// Pages stay for the life of the program, as the views into them do.
const Page& page_of(char32_t code_point) {
  static std::array<std::atomic<const Page*>, 0x1100> pages{};
  auto& slot = pages[code_point >> 8];
  const Page* page = slot.load(std::memory_order_acquire);
  if (page != nullptr) return *page;
  const Page* made = make_page(code_point >> 8);
  if (slot.compare_exchange_strong(page, made, std::memory_order_acq_rel)) return *made;
  delete made;
  return *page;
}

}  // namespace

FoldedCharacter fold_character(char32_t code_point) {
  const Page& page = page_of(code_point);
  const auto& entry = page.entries[code_point & 0xFF];
  return {std::string_view(page.text).substr(entry.begin, entry.size), entry.scripts};
}

}  // namespace vedette::text
