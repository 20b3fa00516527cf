#include "language/phrase_finder.h"

#include <algorithm>

namespace vedette::language {

const std::vector<TokenRun>& PhraseFinder::find(const std::vector<RawToken>& tokens) {
  kept_.clear();
  collect(tokens);
  const auto is_empty = [](const std::vector<uint32_t>& begins) { return begins.empty(); };
  if (!std::all_of(by_length_.begin(), by_length_.end(), is_empty)) choose(tokens.size());
  return kept_;
}

void PhraseFinder::collect(const std::vector<RawToken>& tokens) {
  for (auto& begins : by_length_) begins.clear();
  const auto count = static_cast<uint32_t>(tokens.size());
  for (uint32_t begin = 0; begin < count; ++begin) {
    uint32_t node = PhraseTable::kRoot;
    for (uint32_t end = begin; end < count; ++end) {
      const uint32_t next = word(tokens[end].lexeme);
      if (next == PhraseTable::kNoWord) break;
      node = phrases_.step(node, next);
      if (node == PhraseTable::kNowhere) break;
      if (phrases_.is_phrase(node)) by_length_[end + 1 - begin].push_back(begin);
    }
  }
}

// A candidate whose ends are free is kept. Its tokens are taken whether it is kept or not.
void PhraseFinder::choose(size_t token_count) {
  taken_.assign(token_count, false);
  for (auto length = static_cast<uint32_t>(by_length_.size()); length-- > 1;) {
    for (const uint32_t begin : by_length_[length]) {
      if (!taken_[begin] && !taken_[begin + length - 1]) kept_.push_back({begin, length});
      std::fill_n(taken_.begin() + begin, length, true);
    }
  }
  std::sort(kept_.begin(), kept_.end(), [](const TokenRun& a, const TokenRun& b) { return a.begin < b.begin; });
}

uint32_t PhraseFinder::word(uint32_t lexeme) {
  constexpr uint32_t kUnknown = UINT32_MAX;
  if (lexeme >= words_.size()) words_.resize(lexemes_.size(), kUnknown);
  uint32_t& word = words_[lexeme];
  if (word == kUnknown) word = phrases_.word(lexemes_[lexeme].text);
  return word;
}

}  // namespace vedette::language
