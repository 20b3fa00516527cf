#include "story/dossier_goods.h"

#include <string>
#include <unordered_map>

#include "text/fold.h"

namespace vedette::story {

namespace {

std::string key_of(const GoodsMention& goods) {
  std::string key = text::fold(goods.text);
  if (key.size() > 3 && key.ends_with('s') && !key.ends_with("ss")) key.pop_back();
  return key + "\n" + goods.calibre;
}

}  // namespace

std::vector<std::vector<uint32_t>> goods_groups(const Dossier& dossier) {
  std::vector<std::vector<uint32_t>> groups;
  std::unordered_map<std::string, size_t> group_of;
  for (uint32_t i = 0; i < dossier.goods.size(); ++i) {
    const size_t group = group_of.try_emplace(key_of(dossier.goods[i]), groups.size()).first->second;
    if (group == groups.size()) groups.emplace_back();
    groups[group].push_back(i);
  }
  return groups;
}

std::vector<uint32_t> first_goods(const Dossier& dossier) {
  std::vector<uint32_t> first(dossier.goods.size());
  for (const auto& group : goods_groups(dossier)) {
    for (const uint32_t index : group) first[index] = group.front();
  }
  return first;
}

}  // namespace vedette::story
