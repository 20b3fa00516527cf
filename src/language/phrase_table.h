// The special cases that affix rules break up, as sequences of the tokens into which they are broken: a tree over
// numbered words. It finds them again among the tokens of a text.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/container_hash/hash.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

#include "base/error.h"
#include "language/splitter.h"

namespace vedette::language {

class PhraseTable {
 public:
  static constexpr uint32_t kRoot = 0;
  static constexpr uint32_t kNowhere = 0;  // no step leads back to the root
  static constexpr uint32_t kNoWord = 0;

  /// Takes in those exceptions of `rules` in which an affix or infix is found or that hold a blank; all, unless
  /// rules.faster_heuristics. kUnsupported where one has more than kLongest tokens.
  static Result<PhraseTable> create(const TokenizerRules& rules, Splitter& splitter);

  /// The number of a token's text among the words of the phrases; kNoWord if it is in none.
  uint32_t word(std::string_view text) const {
    const auto found = words_.find(text);
    return found != words_.end() ? found->second : kNoWord;
  }
  /// From `node` on by a word; kNowhere if no phrase goes on so.
  uint32_t step(uint32_t node, uint32_t word) const {
    if (node == kRoot) return first_steps_[word];
    const auto found = steps_.find(uint64_t{node} << 32 | word);
    return found != steps_.end() ? found->second : kNowhere;
  }
  bool is_phrase(uint32_t node) const { return ends_[node]; }
  /// Tokens of the longest phrase.
  size_t longest() const { return longest_; }

  static constexpr size_t kLongest = 64;

 private:
  void add(const std::vector<Piece>& tokens);
  uint32_t number(std::string_view text);
  uint32_t& next(uint32_t node, uint32_t word);

  struct Hash : boost::hash<std::string_view> {
    using is_transparent = void;
  };
  boost::unordered_flat_map<std::string, uint32_t, Hash, std::equal_to<>> words_;
  std::vector<uint32_t> first_steps_{kNowhere};          // by word
  boost::unordered_flat_map<uint64_t, uint32_t> steps_;  // node << 32 | word
  std::vector<bool> ends_{false};                        // by node
  size_t longest_ = 0;
};

}  // namespace vedette::language
