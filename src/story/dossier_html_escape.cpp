#include "story/dossier_html_escape.h"

#include <cmath>
#include <cstdio>

#include "base/utf8.h"

namespace vedette::story {

namespace {

bool is_left_out(char32_t c) {
  const bool control = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
  const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
  const bool no_character = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  return control || direction || no_character;
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case kInvalidCodePoint:
        append_code_point(out, kReplacementCharacter);
        break;
      default:
        if (!is_left_out(c)) append_code_point(out, c);
    }
  }
  return out;
}

std::string html_name(std::string_view text) {
  return "<bdi>" + html_escaped(text) + "</bdi>";
}

std::string svg_number(double number) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f", std::round(number * 10) / 10);
  std::string text(buffer);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

}  // namespace vedette::story
