// Runs an encoder: tokens in, a row of floats for each out.
//
// A token's row depends on its own features and those of as many neighbours to either side as there are convolutions
// (window 1 each). So a document is cut into pieces with that many tokens of context, pieces of several documents go
// through one product, and the rows are the same as if it went through by itself. At the ends of a document the
// context is rows of zeros, which pass through the convolutions like any other.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/kernel.h"
#include "language/lexeme_table.h"
#include "language/model_data.h"
#include "language/tokenizer.h"

namespace vedette::language {

/// Tokens [begin, end) of a document.
struct DocumentPart {
  std::span<const RawToken> document;
  uint32_t begin = 0;
  uint32_t end = 0;
};

/// One thread's state of one encoder: rows of lexemes before the convolutions, which are worked out once and kept, and
/// buffers that grow to the largest pass and stay.
class EncoderWorker {
 public:
  /// Tokens in a pass that keeps the buffers in the second-level cache.
  static constexpr uint32_t kPassTokens = 512;

  /// All must outlive it.
  EncoderWorker(const Encoder& encoder, const VectorKeys& vectors, const LexemeTable& lexemes, const Kernel& kernel);

  /// Encodes pieces of together at most a few thousand tokens. Row i of piece p is at row(p, i); rows of a piece are
  /// `width` floats apart and stay until the next call.
  void encode(std::span<const DocumentPart> pieces);
  const float* rows(size_t piece) const { return current_.data() + starts_[piece] * width_; }

  /// To be called whenever the table of lexemes was cleared.
  void forget();

 private:
  uint32_t key_of(const RawToken& token) const { return token.lexeme * 2 + (sees_space_ && token.space_after ? 1 : 0); }
  uint32_t row_of(const RawToken& token);
  uint32_t context() const { return static_cast<uint32_t>(encoder_.convolutions.size()); }
  void place(std::span<const DocumentPart> pieces);
  void place_token(const RawToken* token);
  void mix_missing();
  void embed(uint32_t key, float* out) const;
  void convolve(size_t rows);

  const Encoder& encoder_;
  const VectorKeys& vectors_;
  const LexemeTable& lexemes_;
  const Kernel& kernel_;
  size_t width_;
  bool sees_space_ = false;  ///< whether a feature tells if a blank follows

  std::vector<uint32_t> row_of_key_;  ///< 0: not yet worked out, else row + 1
  std::vector<float> mixed_;          ///< rows before the convolutions
  uint32_t mixed_count_ = 0;
  std::vector<uint32_t> missing_;  ///< keys whose rows are to be worked out; they are the last of mixed_

  std::vector<uint32_t> sources_;  ///< row of mixed_ + 1 for each row of the pass; 0: zeros
  std::vector<size_t> starts_;     ///< first row of each piece in current_
  std::vector<float> current_;     ///< the rows, with a row of zeros before and after
  std::vector<float> next_;
  std::vector<float> embedded_;
};

}  // namespace vedette::language
