// The distinct tokens that one worker has met, numbered from 0, with their features. What is worked out for a token
// without its neighbours is kept by these numbers.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "language/lexeme.h"

namespace vedette::language {

struct Lexeme {
  std::string text;
  std::string lower;
  LexemeFeatures features;
  uint32_t code_points = 0;
};

class LexemeTable {
 public:
  explicit LexemeTable(const NormTable& norms) : norms_(norms) {}

  /// The number of a token with this text and this norm of an exception (empty: none).
  uint32_t number(std::string_view text, std::string_view norm = {});
  const Lexeme& operator[](uint32_t number) const { return lexemes_[number]; }
  uint32_t size() const { return static_cast<uint32_t>(lexemes_.size()); }
  /// Bytes held, roughly; whoever owns the table clears it when it has grown too large, between documents.
  size_t bytes() const { return bytes_; }
  void clear();

 private:
  uint32_t add(std::string_view text, std::string_view norm);

  const NormTable& norms_;
  std::deque<Lexeme> lexemes_;
  boost::unordered_flat_map<std::string_view, uint32_t> plain_;
  boost::unordered_flat_map<std::string, uint32_t> with_norm_;  ///< key: norm with its length, then text
  std::string key_;                                             // of the look-up at hand
  size_t bytes_ = 0;
};

}  // namespace vedette::language
