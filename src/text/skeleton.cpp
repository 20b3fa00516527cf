// Idea: rewrite from left to right by a table of letter groups, then the endings, until nothing changes. Every rule but
// the first spelling of x shortens the word or moves a letter down a fixed order, so that this ends; what is left is a
// fixed point by construction. Cost: a handful of passes over a short word.
#include <array>
#include <cstdint>
#include <iterator>

#include "text/romanise.h"

namespace vedette::text {
namespace {

struct Rule {
  std::string_view from, to;
};

// By first letter, then longest first. "ch", "sh", "zh" and "ts" stay: they are sounds of their own.
constexpr Rule kRules[] = {
    {"ae", "a"},    {"bh", "b"},   {"chtch", "sh"},   {"ck", "k"},     {"cz", "ch"},   {"dh", "d"},    {"eev", "ev"},
    {"ee", "i"},    {"gh", "g"},   {"kh", "h"},       {"oe", "o"},     {"oo", "u"},    {"ou", "u"},    {"ph", "f"},
    {"q", "k"},     {"rh", "r"},   {"schtsch", "sh"}, {"shtch", "sh"}, {"shch", "sh"}, {"szcz", "sh"}, {"sch", "sh"},
    {"tsch", "ch"}, {"tch", "ch"}, {"th", "t"},       {"tz", "ts"},    {"ue", "u"},    {"wh", "w"},    {"x", "ks"}};

struct Range {
  uint8_t begin = 0, end = 0;
};

// The rules of each first letter.
constexpr auto kRulesOfLetter = [] {
  std::array<Range, 26> ranges{};
  static_assert(std::size(kRules) < 256);
  for (size_t i = 0; i < std::size(kRules); ++i) {
    Range& range = ranges[static_cast<size_t>(kRules[i].from[0] - 'a')];
    if (range.end == 0) range.begin = static_cast<uint8_t>(i);
    range.end = static_cast<uint8_t>(i + 1);
  }
  return ranges;
}();

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool is_front(char c) {
  return c == 'e' || c == 'i' || c == 'y';
}

// What becomes of j: one with i and y among Latin spellings, a consonant where vowels are left out.
enum class J { kIsVowel, kIsConsonant };

constexpr std::array<std::string_view, 4> kJSpellings = {"dzh", "dsch", "dj", "dzj"};

// Spelling of the letters at the front of `rest`: how many they are and what they become.
struct Step {
  size_t used;
  std::string_view to;
};

Step step_j(std::string_view rest, char before, J j) {
  const bool closes = before == 'i' && (rest.size() == 1 || !is_vowel(rest[1]));  // Dmitrij
  const std::string_view to = j == J::kIsVowel || closes ? "i" : "j";
  for (const auto spelling : kJSpellings) {
    if (rest.starts_with(spelling)) return {spelling.size(), to};
  }
  if (rest[0] == 'j') return {1, to};
  return {0, {}};
}

// "ei", "ey" and "ej" are one sound unless a vowel follows, which takes the glide.
Step step_ei(std::string_view rest) {
  const bool glides = rest.size() > 1 && (rest[1] == 'i' || rest[1] == 'y' || rest[1] == 'j');
  const bool before_vowel = rest.size() > 2 && is_vowel(rest[2]);
  if (rest[0] != 'e' || !glides || before_vowel) return {0, {}};
  return {2, "ai"};
}

Step step_single(std::string_view rest, char before) {
  const char next = rest.size() > 1 ? rest[1] : '\0';
  switch (rest[0]) {
    case 'c':
      if (next == 'h') return {2, "ch"};
      return {1, is_front(next) ? "ts" : "k"};
    case 'w': {
      const bool closes_syllable = before == 'a' && next != '\0' && !is_vowel(next) && next != 'y' && next != 'w';
      return {1, closes_syllable ? "u" : "v"};
    }
    case 'y':
      return {1, "i"};
    default:
      return {1, rest.substr(0, 1)};
  }
}

Step step(std::string_view rest, char before, J j) {
  const char c = rest[0];
  if (c < 'a' || c > 'z') return {1, rest.substr(0, 1)};
  if (c == 'd' || c == 'j') {
    if (const Step found = step_j(rest, before, j); found.used > 0) return found;
  }
  if (const Step found = step_ei(rest); found.used > 0) return found;
  const Range range = kRulesOfLetter[static_cast<size_t>(c - 'a')];
  for (size_t i = range.begin; i < range.end; ++i) {
    if (rest.starts_with(kRules[i].from)) return {kRules[i].from.size(), kRules[i].to};
  }
  return step_single(rest, before);
}

std::string rewrite(std::string_view word, J j) {
  std::string out;
  for (size_t i = 0; i < word.size();) {
    const Step next = step(word.substr(i), i > 0 ? word[i - 1] : '\0', j);
    out += next.to;
    i += next.used;
  }
  return out;
}

bool replace_ending(std::string& word, std::string_view ending, std::string_view by) {
  if (word.size() < ending.size() + 2 || !std::string_view(word).ends_with(ending)) return false;
  word.replace(word.size() - ending.size(), ending.size(), by);
  return true;
}

// Endings of names, before doubled letters are merged.
void settle_ending(std::string& word) {
  replace_ending(word, "ieff", "ev") || replace_ending(word, "eff", "ev") || replace_ending(word, "off", "ov") ||
      replace_ending(word, "iov", "ev") || replace_ending(word, "ie", "i");
  const size_t size = word.size();
  if (size > 2 && word[size - 1] == 'h' && is_vowel(word[size - 2])) word.pop_back();
}

// "ie" is e inside a word (Yevgeny, Evgeny), doubled letters are one.
std::string merge(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size(); ++i) {
    if (!out.empty() && out.back() == word[i]) continue;
    if (word[i] == 'i' && i + 1 < word.size() && word[i + 1] == 'e') continue;
    out += word[i];
  }
  return out;
}

// No name has longer words. They stay as they are, since "tstststs…ch" would need a round for each of its letters.
constexpr size_t kMaxLetters = 128;

std::string skeleton_of_word(std::string_view word, J j) {
  std::string current(word);
  if (word.size() > kMaxLetters) return current;
  // Each round shortens the word or lowers letters; the bound is never met but makes the cost plain.
  for (size_t round = 0; round <= kMaxLetters * 2; ++round) {
    std::string next = rewrite(current, j);
    settle_ending(next);
    next = merge(next);
    if (next == current) break;
    current = std::move(next);
  }
  return current;
}

bool is_kept(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

template <typename EachWord>
std::string for_each_word(std::string_view text, EachWord each) {
  std::string out, word;
  const auto close = [&] {
    const std::string made = each(word);
    if (!made.empty() && !out.empty()) out += ' ';
    out += made;
    word.clear();
  };
  for (const char c : text) {
    if (is_kept(c)) word += c;
    if (c == ' ' && !word.empty()) close();
  }
  if (!word.empty()) close();
  return out;
}

std::string without_vowels(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (!is_vowel(c) && (out.empty() || out.back() != c)) out += c;
  }
  return out;
}

}  // namespace

std::string skeleton(std::string_view latin) {
  return for_each_word(latin, [](std::string_view word) { return skeleton_of_word(word, J::kIsVowel); });
}

std::string consonants(std::string_view latin) {
  return for_each_word(latin, [](std::string_view word) {
    std::string current = without_vowels(skeleton_of_word(word, J::kIsConsonant));
    for (size_t round = 0; round <= word.size(); ++round) {
      std::string next = without_vowels(skeleton_of_word(current, J::kIsConsonant));
      if (next == current) break;
      current = std::move(next);
    }
    return current;
  });
}

}  // namespace vedette::text
