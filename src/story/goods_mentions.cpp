#include "story/goods_mentions.h"

namespace vedette::story {

std::vector<GoodsMention> find_goods(const Reading&, const rules::GoodsVocabulary&) {
  return {};
}

}  // namespace vedette::story
