// Spelling a word letter by letter from a table.
#pragma once

#include <string>
#include <string_view>

namespace vedette::text {

/// What a letter, or two or three of them, is written as.
struct LetterRule {
  std::u32string_view letters;
  std::string_view latin;
};

/// Applies the first of `rules` that fits at each place (so longer ones stand first); a letter without a rule is
/// kept if it is an ASCII letter or digit and dropped if not.
template <typename Rules>
std::string spell_out(std::u32string_view word, const Rules& rules) {
  std::string out;
  while (!word.empty()) {
    size_t used = 0;
    for (const LetterRule& rule : rules) {
      if (!word.starts_with(rule.letters)) continue;
      out += rule.latin;
      used = rule.letters.size();
      break;
    }
    if (used == 0) {
      const char32_t c = word.front();
      if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) out += static_cast<char>(c);
      used = 1;
    }
    word.remove_prefix(used);
  }
  return out;
}

/// True if the word has any of the letters.
inline bool has_any(std::u32string_view word, std::u32string_view letters) {
  return word.find_first_of(letters) != std::u32string_view::npos;
}

/// Replaces one ending by another; false if the text does not end so or nothing would stand before it.
inline bool replace_ending(std::string& text, std::string_view ending, std::string_view by) {
  if (text.size() <= ending.size() || !std::string_view(text).ends_with(ending)) return false;
  text.replace(text.size() - ending.size(), ending.size(), by);
  return true;
}

}  // namespace vedette::text
