#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>

#include "base/utf8.h"
#include "text/fold_character.h"
#include "text/homoglyphs.h"

namespace vedette::text {
namespace {

// ASCII by itself: 0 is dropped, all else is one byte for one byte.
constexpr std::array<char, 128> make_ascii_table() {
  std::array<char, 128> table{};
  for (int c = 0; c < 128; ++c) {
    const bool upper = c >= 'A' && c <= 'Z';
    table[static_cast<size_t>(c)] = static_cast<char>(upper ? c + 32 : (c < 0x20 || c == 0x7F) ? ' ' : c);
  }
  table['\''] = table['`'] = 0;
  return table;
}
constexpr auto kAscii = make_ascii_table();

// Folds the ASCII at the start of `utf8` into `out`; returns how many bytes that was.
size_t fold_ascii(std::string_view utf8, std::string& out) {
  const size_t start = out.size();
  out.resize(start + utf8.size());
  char* write = out.data() + start;
  size_t read = 0;
  for (; read < utf8.size() && static_cast<unsigned char>(utf8[read]) < 0x80; ++read) {
    const char c = kAscii[static_cast<unsigned char>(utf8[read])];
    *write = c;
    write += c != 0 ? 1 : 0;
  }
  out.resize(static_cast<size_t>(write - out.data()));
  return read;
}

// Characters that may join with the one before them: combining marks, jamo, voicing marks.
bool may_compose(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1100 && c <= 0x11FF) || c == 0x3099 || c == 0x309A || c == 0xFF9E ||
         c == 0xFF9F || (c >= 0x0653 && c <= 0x0655) || (c >= 0xA960 && c <= 0xA97F) || (c >= 0xD7B0 && c <= 0xD7FF) ||
         (c >= 0x0900 && c <= 0x109F) || (c >= 0x1B00 && c <= 0x1BFF) || (c >= 0x3131 && c <= 0x318E) ||
         (c >= 0xFFA0 && c <= 0xFFDC) || c >= 0x11000;
}

struct Pass {
  std::string text;
  uint32_t scripts = 0;  // a bit for each script that the text has letters of
  bool may_compose = false;
};

Pass fold_each(std::string_view utf8) {
  Pass pass;
  pass.text.reserve(utf8.size() + 8);
  for (size_t position = 0; position < utf8.size();) {
    char32_t c = next_code_point(utf8, position);
    if (c == kInvalidCodePoint) c = kReplacementCharacter;
    const FoldedCharacter folded = fold_character(c);
    pass.text += folded.utf8;
    pass.scripts |= folded.scripts;
    pass.may_compose |= may_compose(c);
  }
  return pass;
}

std::string compose(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const form = icu::Normalizer2::getNFKCInstance(status);
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  std::string out;
  form->normalize(wide, status).toUTF8String(out);
  return out;
}

bool has_mixable(uint32_t scripts) {
  const auto has = [&](Script script) { return (scripts >> static_cast<unsigned>(script)) & 1u; };
  return has(Script::kLatin) + has(Script::kCyrillic) + has(Script::kGreek) > 1;
}

// What may join is composed and folded again; dropping marks between can bring more together, so until nothing changes.
std::string fold_beyond_ascii(std::string_view utf8) {
  Pass pass = fold_each(utf8);
  if (pass.may_compose) pass = fold_each(compose(mend_utf8(utf8)));
  for (int round = 0; round < 4 && pass.may_compose; ++round) {
    Pass next = fold_each(compose(pass.text));
    const bool settled = next.text == pass.text;
    pass = std::move(next);
    if (settled) break;
  }
  if (has_mixable(pass.scripts)) unmix_scripts(pass.text);
  return std::move(pass.text);
}

}  // namespace

std::string fold(std::string_view utf8) {
  std::string out;
  if (fold_ascii(utf8, out) == utf8.size()) return out;
  return fold_beyond_ascii(utf8);
}

}  // namespace vedette::text
