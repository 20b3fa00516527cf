#include "story/time_words.h"

#include <algorithm>

#include "base/utf8.h"

namespace vedette::story {

namespace {

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c != 0xD7 && c != 0xF7 && (c < 0x2000 || c >= 0x3040));
}
bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE);
}
bool is_apostrophe(char32_t c) {
  return c == '\'' || c == U'’';
}
bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
         c == 0x3000;
}

// "'s" at the end of a word is a word of its own, so that "Wednesday's" is a Wednesday.
bool is_possessive(std::u32string_view text, uint32_t at) {
  if (!is_apostrophe(text[at]) || at + 1 >= text.size() || text[at + 1] != 's') return false;
  return at + 2 == text.size() || !(is_letter(text[at + 2]) || is_digit(text[at + 2]));
}

uint32_t end_of_word(std::u32string_view text, uint32_t begin) {
  uint32_t end = begin;
  if (is_possessive(text, begin)) return begin + 2;
  while (end < text.size()) {
    const bool inside = is_letter(text[end]) || is_digit(text[end]) ||
                        (end > begin && is_apostrophe(text[end]) && end + 1 < text.size() && is_letter(text[end + 1]));
    if (!inside || is_possessive(text, end)) break;
    ++end;
  }
  return std::max(end, begin + 1);
}

std::string lower_of(std::u32string_view word) {
  std::string lower;
  for (auto c : word) {
    if (is_capital(c)) c += 32;
    append_code_point(lower, is_apostrophe(c) ? U'\'' : c);
  }
  return lower;
}

int number_of(std::u32string_view word) {
  if (word.empty() || word.size() > 8) return -1;
  int number = 0;
  for (const auto c : word) {
    if (!is_digit(c)) return -1;
    number = number * 10 + static_cast<int>(c - '0');
  }
  return number;
}

void find_terms(std::vector<TimeWordAt>& words, const TimeLexicon& lexicon) {
  for (size_t i = 0; i < words.size(); ++i) {
    std::string joined;
    for (size_t length = 1; length <= lexicon.longest() && i + length <= words.size(); ++length) {
      if (length > 1 && words[i + length - 1].lower != "'s") joined += ' ';
      joined += words[i + length - 1].lower;
      const auto* found = lexicon.find(joined);
      if (found == nullptr) continue;
      for (const auto& term : *found) words[i].terms.insert(words[i].terms.begin(), &term);
    }
  }
}

}  // namespace

std::vector<TimeWordAt> split_for_times(std::string_view text, const TimeLexicon& lexicon) {
  const auto letters = to_utf32(text);
  std::vector<TimeWordAt> words;
  uint32_t paragraph = 0;
  uint32_t last_end = UINT32_MAX;
  for (uint32_t i = 0; i < letters.size();) {
    if (is_blank(letters[i])) {
      paragraph += letters[i] == '\n' ? 1 : 0;
      ++i;
      continue;
    }
    const uint32_t end = end_of_word(letters, i);
    const auto word = std::u32string_view(letters).substr(i, end - i);
    words.push_back({lower_of(word), i, end, paragraph, is_capital(word[0]), last_end == i, number_of(word), {}});
    last_end = i = end;
  }
  find_terms(words, lexicon);
  return words;
}

}  // namespace vedette::story
