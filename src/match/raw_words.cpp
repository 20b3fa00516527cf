#include "match/raw_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/fold.h"
#include "text/words.h"

namespace vedette::match {
namespace {

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_one_letter(const RawWord& word) {
  return count_code_points(word.folded) == 1;
}

/// Only a dot stands between two letters: "S.A", not "S. A".
bool is_dot(std::string_view between) {
  return between == ".";
}

/// "Bank's" is "Bank".
void drop_possessive(RawWord& word) {
  const bool possessive = word.original.ends_with("'s") || word.original.ends_with("\u2019s");
  if (possessive && word.folded.size() > 3 && word.folded.ends_with('s')) word.folded.pop_back();
}

}  // namespace

std::vector<RawWord> raw_words(std::string_view text, DottedLetters dotted) {
  std::vector<RawWord> words;
  uint32_t end = 0;
  bool last_was_letter = false;
  bool slash = false;
  for (const text::Word& part : text::split_words(text)) {
    if (words.size() == kMaxRawWords) break;
    const std::string_view between = text.substr(end, part.begin - end);
    RawWord word{text::fold(part.in(text)), std::string(part.in(text)), part.script,
                 between.find(',') != std::string_view::npos, false};
    std::erase_if(word.folded, [](char c) { return !is_plain(c); });
    if (word.folded.empty()) continue;
    drop_possessive(word);
    slash |= !words.empty() && between.find('/') != std::string_view::npos && words.back().folded.size() > 3;
    word.after_slash = slash;
    const bool letter = is_one_letter(word);
    if (dotted == DottedLetters::kJoin && letter && last_was_letter && is_dot(between)) {
      words.back().folded += word.folded;
      words.back().original += word.original;
    } else {
      words.push_back(std::move(word));
    }
    last_was_letter = letter;
    end = part.end;
  }
  return words;
}

}  // namespace vedette::match
