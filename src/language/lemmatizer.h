// Lemmas by rules and tables: a word that is its own lemma, or suffixes exchanged so that a known lemma results.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/model_data.h"

namespace vedette::language {

class Lemmatizer {
 public:
  /// `tables` must outlive it.
  explicit Lemmatizer(const std::vector<LemmaTable>& tables) : tables_(tables) {}

  /// `lower` is the text in lower case, `pos` a universal part of speech ("" for none), `morph` universal features.
  std::string lemma(std::string_view text, std::string_view lower, std::string_view pos, std::string_view morph) const;

 private:
  const LemmaTable* table(std::string_view pos) const;

  const std::vector<LemmaTable>& tables_;
};

}  // namespace vedette::language
