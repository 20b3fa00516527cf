// Cuts one chunk into tokens: special cases, affixes, URLs, infixes.
#pragma once

#include <string_view>
#include <vector>

#include "language/affix_rules.h"
#include "language/pattern.h"

namespace vedette::language {

/// A token of a chunk. Behind one another, the texts of all pieces are the chunk.
struct Piece {
  std::string_view text;
  std::string_view norm;  ///< of a special case; empty: none
};

/// Whether special cases are looked up.
enum class SpecialCases { kUse, kIgnore };

/// For one thread. In chunks of more than kLongChunk bytes a URL is not sought, nor a prefix past the first kLongChunk
/// bytes, nor a suffix before the last kLongChunk: the time stays linear in the chunk.
class Splitter {
 public:
  explicit Splitter(const AffixRules& rules) : rules_(rules) {}

  /// Appends the pieces of `chunk`, which is valid UTF-8 and not empty.
  void split(std::string_view chunk, SpecialCases cases, std::vector<Piece>& pieces);
  /// Whether the prefix, suffix or infix pattern finds something in the text.
  bool finds_affix(std::string_view text);

  static constexpr size_t kLongChunk = 4000;

 private:
  std::string_view strip_affixes(std::string_view chunk, std::vector<Piece>& pieces);
  void split_middle(std::string_view middle, std::vector<Piece>& pieces);
  void split_infixes(std::string_view middle, std::vector<Piece>& pieces);
  const TokenizerException* special(std::string_view text) const;
  size_t prefix_length(std::string_view text);
  size_t suffix_length(std::string_view text);
  bool is_url(std::string_view text);

  const AffixRules& rules_;
  Matcher matcher_;
  SpecialCases cases_ = SpecialCases::kUse;
  std::vector<std::string_view> suffixes_;  // from the outermost to the innermost
};

}  // namespace vedette::language
