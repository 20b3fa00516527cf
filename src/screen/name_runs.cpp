#include "screen/name_runs.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/words.h"

namespace vedette::screen {
namespace {

// Small words that stand inside names in the languages of the lists.
constexpr std::array<std::string_view, 36> kSmallWords = {
    "abu",   "al",  "and", "as", "at", "ben", "bin", "bint", "da", "das", "de",  "del",
    "della", "der", "des", "di", "do", "dos", "du",  "e",    "el", "ed",  "et",  "fi",
    "for",   "ibn", "in",  "la", "le", "of",  "on",  "the",  "ul", "und", "van", "von"};

bool is_small_word(std::string_view word) {
  return std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end();
}

bool is_cased(text::Script script) {
  return script == text::Script::kLatin || script == text::Script::kCyrillic || script == text::Script::kGreek ||
         script == text::Script::kArmenian;
}

// Upper case in the cased scripts, by block: enough to tell "Putin" from "welcomed".
bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
  if (c < 0x180) {
    const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    return odd_is_upper ? (c & 1) != 0 : (c & 1) == 0;
  }
  if (c >= 0x386 && c <= 0x3AB) return c != 0x390;
  if (c >= 0x400 && c <= 0x42F) return true;
  if (c >= 0x460 && c <= 0x52F) return (c & 1) == 0;
  if (c >= 0x531 && c <= 0x556) return true;
  return c >= 0x1E00 && c <= 0x1EFF && (c & 1) == 0;
}

bool looks_like_a_name(std::string_view text, const text::Word& word) {
  size_t position = word.begin;
  const char32_t first = next_code_point(text, position);
  if (word.script == text::Script::kCommon) return first >= '0' && first <= '9';
  return !is_cased(word.script) || is_upper(first);
}

// "Putin's", "Putin’s" → the end without the ending.
uint32_t end_without_possessive(std::string_view text, const text::Word& word) {
  const std::string_view own = word.in(text);
  for (const std::string_view ending : {"'s", "’s", "'S", "’S", "'", "’"}) {
    if (own.size() > ending.size() && own.ends_with(ending)) return word.end - static_cast<uint32_t>(ending.size());
  }
  return word.end;
}

// "Kim Jong-un", "Choe Son-hui": the half after the hyphen belongs to the name, whatever its case.
bool is_hyphen(std::string_view between) {
  return between == "-" || between == "\u2010" || between == "\u2011";
}

// Whether what stands between two words ends a phrase. A full stop after an initial or an abbreviation of at most three
// letters does not ("J. P.", "Co."), nor do spaces, one line break, hyphens, "&", "/" or a middle dot.
bool ends_phrase(std::string_view between, std::string_view previous_word) {
  int line_breaks = 0;
  for (size_t position = 0; position < between.size();) {
    const char32_t c = next_code_point(between, position);
    if (c == '\n') {
      if (++line_breaks > 1) return true;
      continue;
    }
    if (c == '.' && previous_word.size() <= 3) continue;
    const bool joins = c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == '-' || c == 0x2010 || c == 0x2011 ||
                       c == '&' || c == '/' || c == 0xB7 || c == 0x30FB || c == '\'' || c == 0x2019;
    if (!joins) return true;
  }
  return false;
}

// Puts the run away without the small words at its end.
void close_run(NameRun& run, std::vector<NameRun>& runs) {
  while (!run.empty() && !run.back().can_bound) run.pop_back();
  if (!run.empty()) runs.push_back(std::move(run));
  run = {};
}

}  // namespace

std::vector<NameRun> find_name_runs(std::string_view text) {
  std::vector<NameRun> runs;
  NameRun run;
  uint32_t previous_begin = 0;
  uint32_t previous_end = 0;
  for (const text::Word& word : text::split_words(text)) {
    if (!run.empty() && ends_phrase(text.substr(previous_end, word.begin - previous_end),
                                    text.substr(previous_begin, previous_end - previous_begin))) {
      close_run(run, runs);
    }
    const bool second_half =
        !run.empty() && run.back().can_bound && is_hyphen(text.substr(previous_end, word.begin - previous_end));
    previous_begin = word.begin;
    previous_end = word.end;
    const bool can_bound = second_half || looks_like_a_name(text, word);
    if (can_bound) {
      run.push_back({word.begin, end_without_possessive(text, word), true});
    } else if (!run.empty() && is_small_word(word.in(text))) {
      run.push_back({word.begin, word.end, false});
    } else {
      close_run(run, runs);
    }
  }
  close_run(run, runs);
  return runs;
}

}  // namespace vedette::screen
