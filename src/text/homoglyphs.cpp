#include "text/homoglyphs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "text/words.h"

namespace vedette::text {
namespace {

// Folded letters that look alike in lower or upper case: Latin, Cyrillic, Greek (0: none).
struct LookAlikes {
  char32_t latin, cyrillic, greek;
};
constexpr LookAlikes kLookAlikes[] = {
    {U'a', U'а', U'α'}, {U'b', U'в', U'β'}, {U'b', U'ь', 0}, {U'c', U'с', 0},    {U'd', U'ԁ', 0},    {U'e', U'е', U'ε'},
    {U'g', U'ԍ', 0},    {U'h', U'н', U'η'}, {U'h', U'һ', 0}, {U'i', U'і', U'ι'}, {U'j', U'ј', 0},    {U'k', U'к', U'κ'},
    {U'l', U'ӏ', 0},    {U'm', U'м', U'μ'}, {U'n', 0, U'ν'}, {U'o', U'о', U'ο'}, {U'p', U'р', U'ρ'}, {U'q', U'ԛ', 0},
    {U's', U'ѕ', 0},    {U't', U'т', U'τ'}, {U'u', 0, U'υ'}, {U'v', U'ѵ', 0},    {U'w', U'ԝ', U'ω'}, {U'x', U'х', U'χ'},
    {U'y', U'у', U'υ'}, {U'y', U'ү', U'γ'}, {U'z', 0, U'ζ'}, {U'r', U'г', 0},    {U'n', U'п', 0},    {U'u', U'и', 0},
    {0, U'ф', U'φ'},    {0, U'г', U'γ'},    {0, U'п', U'π'}, {0, U'л', U'λ'},
};

char32_t in_script(const LookAlikes& row, Script script) {
  if (script == Script::kLatin) return row.latin;
  return script == Script::kCyrillic ? row.cyrillic : row.greek;
}

char32_t look_alike(char32_t letter, Script from, Script to) {
  for (const auto& row : kLookAlikes) {
    if (in_script(row, from) == letter && in_script(row, to) != 0) return in_script(row, to);
  }
  return 0;
}

bool is_alphabet(Script script) {
  return script == Script::kLatin || script == Script::kCyrillic || script == Script::kGreek;
}

std::optional<std::string> put_into(std::string_view word, Script target) {
  std::string out;
  for (size_t position = 0; position < word.size();) {
    char32_t c = next_code_point(word, position);
    const Script script = script_of(c);
    if (is_alphabet(script) && script != target) {
      c = look_alike(c, script, target);
      if (c == 0) return std::nullopt;
    }
    append_code_point(out, c);
  }
  return out;
}

// The alphabets in a word, that of most letters first.
std::vector<Script> alphabets_of(std::string_view word) {
  std::array<std::pair<size_t, Script>, 3> counts = {
      {{0, Script::kLatin}, {0, Script::kCyrillic}, {0, Script::kGreek}}};
  for (size_t position = 0; position < word.size();) {
    const Script script = script_of(next_code_point(word, position));
    for (auto& [count, which] : counts) count += which == script ? 1 : 0;
  }
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Script> found;
  for (const auto& [count, script] : counts) {
    if (count > 0) found.push_back(script);
  }
  return found;
}

std::string unmixed(std::string_view word) {
  const auto alphabets = alphabets_of(word);
  if (alphabets.size() > 1) {
    for (const Script target : alphabets) {
      if (auto whole = put_into(word, target)) return *whole;
    }
  }
  return std::string(word);
}

}  // namespace

void unmix_scripts(std::string& folded) {
  std::string out;
  size_t copied = 0;
  for (const Word& word : split_words(folded)) {
    out.append(folded, copied, word.begin - copied);
    out += unmixed(word.in(folded));
    copied = word.end;
  }
  out.append(folded, copied);
  folded = std::move(out);
}

}  // namespace vedette::text
