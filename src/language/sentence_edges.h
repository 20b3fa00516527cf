// From arcs to sentences: the reach of each head, sentence starts, and crossing arcs put back where they belong.
#pragma once

#include <cstdint>
#include <vector>

#include "language/arc_eager.h"
#include "language/model_data.h"

namespace vedette::language {

/// The reach of each token, worked out by passes over the document as spaCy does, and so with its limits: where arcs
/// cross, an edge may stop short.
struct Edges {
  std::vector<uint32_t> left, right;
  std::vector<uint8_t> starts_sentence;
};

/// Fills `edges` for these heads. At most twelve passes over the tokens.
void find_edges(const std::vector<uint32_t>& heads, Edges& edges);

/// Gives each token whose label is of the form X||Y the label X and the head below its present one that has label Y,
/// the nearest in generations, then in text; none: the head stays. `edges` are those of the arcs as parsed.
void restore_crossing_arcs(const ModelData& data, const std::vector<uint8_t>& is_space, const Edges& edges, Arcs& arcs);

}  // namespace vedette::language
