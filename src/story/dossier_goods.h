// Mentions of the same goods as one thing.
#pragma once

#include <cstdint>
#include <vector>

#include "story/dossier.h"

namespace vedette::story {

/// Indices of goods mentions that are called the same but for case and number, in order; groups in order of their
/// first.
std::vector<std::vector<uint32_t>> goods_groups(const Dossier& dossier);

/// One a goods mention: the first mention of its group.
std::vector<uint32_t> first_goods(const Dossier& dossier);

}  // namespace vedette::story
