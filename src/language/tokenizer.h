// Splits a text as spaCy's tokenizer does: special cases, affixes, URLs, infixes, and the second pass for special cases
// that the first cannot see.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "language/lexeme_table.h"
#include "language/model_data.h"

namespace vedette::language {

struct RawToken {
  uint32_t lexeme = 0;  ///< number in the worker's LexemeTable
  uint32_t offset = 0;  ///< in bytes
  uint32_t length = 0;  ///< in bytes
  bool space_after = false;
};

/// Compiled rules. Immutable and shared by threads.
class Tokenizer {
 public:
  /// `rules` must outlive it. kUnsupported where a pattern does not compile, naming the pattern.
  static Result<Tokenizer> create(const TokenizerRules& rules);
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

 private:
  friend class TokenizerWorker;
  struct Parts;
  explicit Tokenizer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// What one thread needs to run it: match buffers and a bounded cache of chunks.
class TokenizerWorker {
 public:
  /// Both must outlive it.
  TokenizerWorker(const Tokenizer& tokenizer, LexemeTable& lexemes);
  ~TokenizerWorker();
  TokenizerWorker(TokenizerWorker&&) noexcept;

  /// Puts the tokens of a valid UTF-8 text into `tokens` (cleared first). Time is linear in the text: in a chunk of
  /// more than 4,000 bytes without white space no URL is sought, nor affixes more than 4,000 bytes from its ends, and a
  /// URL that takes more than some milliseconds to recognise is none. Short of these bounds the tokens are spaCy's.
  void split(std::string_view text, std::vector<RawToken>& tokens);
  /// To be called whenever the table of lexemes was cleared.
  void forget();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace vedette::language
