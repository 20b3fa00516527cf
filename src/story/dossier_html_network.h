// Who deals with whom, as SVG.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vedette::story {

struct NetworkEdge {
  std::string from;
  std::string to;
  std::string label;  ///< "TRANSFER"
  std::string link;   ///< fragment to go to: "#e5"
  std::string tone;   ///< a status: a class of the style sheet
  bool directed = true;
};

/// Parties on a ring, in the order in which they come, those who deal with one another brought near; edges are arrows,
/// or lines where both do the same. Of very many parties the most connected are drawn. Empty if there is no edge
/// between two. The same edges give the same drawing. `marker` tells apart several drawings of one page.
std::string svg_network(const std::vector<NetworkEdge>& edges, const std::string& marker = "arrow");

}  // namespace vedette::story
