#include "language/lexeme.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "language/language_tables.h"
#include "language/python_text.h"
#include "language/strings.h"

namespace vedette::language {
namespace {

constexpr char32_t kCapitalSigma = 0x3A3;
constexpr char32_t kSmallSigma = 0x3C3;
constexpr char32_t kFinalSigma = 0x3C2;
constexpr char32_t kCapitalIWithDot = 0x130;
constexpr std::string_view kSmallIWithDot = "i\xCC\x87";  // i and U+0307
constexpr size_t kLongShape = 100;                        // code points from which the shape is "LONG"
constexpr int kShapeRun = 4;                              // equal shape characters that are kept
constexpr int kSuffixLength = 3;                          // code points

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_cased(char32_t code_point) {
  return u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_CASED) != 0;
}

bool is_case_ignorable(char32_t code_point) {
  return u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_CASE_IGNORABLE) != 0;
}

// Whether the first character that counts, going from `position` on by `step`, is a cased one.
bool meets_cased(const std::u32string& text, size_t position, ptrdiff_t step) {
  for (size_t i = position + step; i < text.size(); i += step) {  // before the start it wraps past the end
    if (!is_case_ignorable(text[i])) return is_cased(text[i]);
  }
  return false;
}

// The Final_Sigma condition of the Unicode Standard, table 3-17.
bool is_final_sigma(const std::u32string& text, size_t position) {
  return meets_cased(text, position, -1) && !meets_cased(text, position, 1);
}

std::string lower_by_code_points(std::string_view text) {
  const std::u32string wide = to_utf32(text);
  std::string lower;
  lower.reserve(text.size() + 1);
  for (size_t i = 0; i < wide.size(); ++i) {
    if (wide[i] == kCapitalSigma) {
      append_code_point(lower, is_final_sigma(wide, i) ? kFinalSigma : kSmallSigma);
    } else if (wide[i] == kCapitalIWithDot) {
      lower += kSmallIWithDot;
    } else {
      append_code_point(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(wide[i]))));
    }
  }
  return lower;
}

template <typename Test>
bool all_code_points(std::string_view text, Test test) {
  for (size_t position = 0; position < text.size();) {
    if (!test(next_code_point(text, position))) return false;
  }
  return !text.empty();
}

char32_t shape_of(char32_t code_point) {
  if (is_python_alpha(code_point)) return is_python_upper(code_point) ? 'X' : 'x';
  return is_python_digit(code_point) ? 'd' : code_point;
}

std::string shape_of(std::string_view text) {
  if (text.size() >= kLongShape && count_code_points(text) >= kLongShape) return "LONG";
  std::string shape;
  char32_t last = kInvalidCodePoint;
  int run = 0;
  for (size_t position = 0; position < text.size();) {
    const char32_t next = shape_of(next_code_point(text, position));
    run = next == last ? run + 1 : 1;
    last = next;
    if (run <= kShapeRun) append_code_point(shape, next);
  }
  return shape;
}

std::string_view first_code_point(std::string_view text) {
  size_t end = 0;
  next_code_point(text, end);
  return text.substr(0, end);
}

std::string_view last_code_points(std::string_view text, int count) {
  size_t begin = text.size();
  while (begin > 0 && count > 0) {
    --begin;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0) != 0x80) --count;
  }
  return text.substr(begin);
}

uint64_t norm_of(std::string_view text, uint64_t id, std::string_view norm, const NormTable& norms) {
  if (!norm.empty()) return string_id(norm);
  const auto found = std::lower_bound(norms.ids.begin(), norms.ids.end(), id);
  if (found != norms.ids.end() && *found == id) {
    return string_id(norms.norms[static_cast<uint32_t>(found - norms.ids.begin())]);
  }
  const auto base = base_norms().find(text);
  return base != base_norms().end() ? string_id(base->second) : string_id(python_lower(text));
}

}  // namespace

LexemeFeatures features_of(std::string_view text, std::string_view norm, const NormTable& norms) {
  LexemeFeatures features;
  features.text = string_id(text);
  features.norm = norm_of(text, features.text, norm, norms);
  features.prefix = string_id(first_code_point(text));
  features.suffix = string_id(last_code_points(text, kSuffixLength));
  features.shape = string_id(shape_of(text));
  features.is_space = python_is_space(text);
  return features;
}

std::string python_lower(std::string_view text) {
  if (!is_ascii(text)) return lower_by_code_points(text);
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

bool python_is_alpha(std::string_view text) {
  return all_code_points(text, is_python_alpha);
}

bool python_is_space(std::string_view text) {
  return all_code_points(text, is_python_space);
}

}  // namespace vedette::language
