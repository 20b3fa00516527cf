// The second pass of the tokenizer: puts special cases back together that the first pass broke up.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/lexeme_table.h"
#include "language/phrase_table.h"
#include "language/tokenizer.h"

namespace vedette::language {

/// Tokens [begin, begin + length).
struct TokenRun {
  uint32_t begin = 0;
  uint32_t length = 0;
};

/// For one thread.
class PhraseFinder {
 public:
  PhraseFinder(const PhraseTable& phrases, const LexemeTable& lexemes)
      : phrases_(phrases), lexemes_(lexemes), by_length_(phrases.longest() + 1) {}

  /// Runs of tokens that are a phrase, apart from one another, in order of text: of those that meet, the longest and
  /// then the first. Valid until the next call.
  const std::vector<TokenRun>& find(const std::vector<RawToken>& tokens);
  /// To be called whenever the table of lexemes was cleared.
  void forget() { words_.clear(); }

 private:
  void collect(const std::vector<RawToken>& tokens);
  void choose(size_t token_count);
  uint32_t word(uint32_t lexeme);

  const PhraseTable& phrases_;
  const LexemeTable& lexemes_;
  std::vector<uint32_t> words_;                   // by lexeme, of those that were met
  std::vector<std::vector<uint32_t>> by_length_;  // where candidates begin, ascending
  std::vector<bool> taken_;                       // by token
  std::vector<TokenRun> kept_;
};

}  // namespace vedette::language
