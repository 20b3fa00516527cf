#include "language/phrase_table.h"

#include <algorithm>

#include "language/white_space.h"

namespace vedette::language {

Result<PhraseTable> PhraseTable::create(const TokenizerRules& rules, Splitter& splitter) {
  PhraseTable table;
  std::vector<Piece> tokens;
  for (const auto& exception : rules.exceptions) {
    const auto text = exception.text;
    const bool is_broken_up =
        !rules.faster_heuristics || text.find(' ') != std::string_view::npos || splitter.finds_affix(text);
    if (!is_broken_up) continue;
    tokens.clear();
    for_each_chunk(text, [&](size_t begin, size_t end, bool) {
      splitter.split(text.substr(begin, end - begin), SpecialCases::kIgnore, tokens);
    });
    if (tokens.size() > kLongest) {
      return fail(ErrorCode::kUnsupported, "the tokenizer's exception '" + std::string(text) + "' has too many tokens");
    }
    table.add(tokens);
  }
  return table;
}

void PhraseTable::add(const std::vector<Piece>& tokens) {
  if (tokens.empty()) return;
  uint32_t node = kRoot;
  for (const auto& token : tokens) {
    uint32_t& step = next(node, number(token.text));
    if (step == kNowhere) {
      step = static_cast<uint32_t>(ends_.size());
      ends_.push_back(false);
    }
    node = step;
  }
  ends_[node] = true;
  longest_ = std::max(longest_, tokens.size());
}

uint32_t PhraseTable::number(std::string_view text) {
  const auto [entry, added] = words_.try_emplace(std::string(text), static_cast<uint32_t>(first_steps_.size()));
  if (added) first_steps_.push_back(kNowhere);
  return entry->second;
}

uint32_t& PhraseTable::next(uint32_t node, uint32_t word) {
  return node == kRoot ? first_steps_[word] : steps_[uint64_t{node} << 32 | word];
}

}  // namespace vedette::language
