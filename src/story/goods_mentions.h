// The goods of a story: controlled and everyday things that are sent, sold, fired, seized.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/goods.h"
#include "story/reading.h"

namespace vedette::story {

struct GoodsMention {
  TokenRange tokens;                  ///< the phrase without number and article: "ballistic missiles"
  uint32_t head = 0;                  ///< the token that stands for it in the tree
  std::string text;                   ///< as the dossier has it
  const rules::Good* good = nullptr;  ///< of the vocabulary; null for goods that it does not know
  std::optional<double> count;        ///< "two", "dozens" (12), "some 200"; or the amount, with `unit`
  std::string unit;                   ///< "tonne", "barrel", "container"; empty for pieces
  std::string calibre;                ///< "122 mm"
};

/// In order of the text, disjoint.
std::vector<GoodsMention> find_goods(const Reading& reading, const rules::GoodsVocabulary& vocabulary);

}  // namespace vedette::story
