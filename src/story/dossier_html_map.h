// A map as SVG that needs no tiles and no network: outlines of land, borders, a grid, and the places of a story.
#pragma once

#include <string>
#include <vector>

namespace vedette::story {

struct MapPoint {
  std::string name;
  std::string link;  ///< fragment to go to: "#place-1"
  double latitude = 0;
  double longitude = 0;
};

/// Fitted to the points; more than a hundred are cut. Empty if there are none. The same points give the same map.
std::string svg_map(const std::vector<MapPoint>& points);

}  // namespace vedette::story
