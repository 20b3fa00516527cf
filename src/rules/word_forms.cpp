#include "rules/word_forms.h"

#include <algorithm>

#include "text/fold.h"
#include "text/words.h"

namespace vedette::rules {
namespace {

bool is_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

PlainWord plain_word(std::string_view word) {
  PlainWord plain{.form = singular(text::fold(word))};
  bool upper = false;
  bool lower = false;
  for (const char letter : word) {
    upper |= letter >= 'A' && letter <= 'Z';
    lower |= (letter >= 'a' && letter <= 'z') || (static_cast<unsigned char>(letter) & 0x80) != 0;
  }
  plain.capital = word.front() >= 'A' && word.front() <= 'Z';
  plain.capitals = upper && !lower;
  if (word.size() > 3 && word.back() == 's') {  // the plural of an acronym: "UAVs"
    const std::string_view stem = word.substr(0, word.size() - 1);
    plain.capitals |= std::all_of(stem.begin(), stem.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; });
  }
  return plain;
}

}  // namespace

std::string singular(std::string_view word) {
  constexpr size_t kShortest = 4;  // "gas", "bus" and acronyms of three letters are left alone
  if (word.size() < kShortest || word.back() != 's') return std::string(word);
  const std::string_view stem = word.substr(0, word.size() - 1);
  if (stem.ends_with("ss") || stem.ends_with('s') || stem.ends_with('u') || stem.ends_with("si")) {
    return std::string(word);  // glass, corpus, chassis
  }
  if (stem.ends_with("ie") && word.size() > kShortest && !is_vowel(stem[stem.size() - 3])) {
    return std::string(stem.substr(0, stem.size() - 2)) + "y";
  }
  for (const std::string_view ending : {"oe", "xe", "che", "she", "sse", "ze"}) {
    if (stem.ends_with(ending)) return std::string(stem.substr(0, stem.size() - 1));
  }
  return std::string(stem);
}

std::vector<PlainWord> plain_words(std::string_view text) {
  std::vector<PlainWord> plain;
  for (const text::Word& word : text::split_words(text)) plain.push_back(plain_word(word.in(text)));
  return plain;
}

}  // namespace vedette::rules
