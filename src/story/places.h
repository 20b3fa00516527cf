// Where the places of a story are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "story/cast.h"
#include "story/reading.h"

namespace vedette::story {

struct Coordinates {
  double latitude = 0;  ///< degrees, north and east positive (WGS 84)
  double longitude = 0;
};

/// A place that the story names, resolved as far as the gazetteer goes.
struct Place {
  std::string name;
  std::string kind;     ///< a place kind of the dossier: "city"
  std::string country;  ///< alpha-2, lower case; empty if unknown
  std::optional<Coordinates> at;
  std::vector<Range> mentions;   ///< code points, in order
  std::vector<uint32_t> actors;  ///< of the cast: those that this place is (a country, a capital, a site)
};

struct Distance {
  std::string text;
  Range range;
  std::string from, to;  ///< names of places
  double stated_km = 0;
  std::optional<double> measured_km;  ///< empty if either end has no coordinates
  std::optional<bool> agrees;
};

/// Every place name in the text (cities, regions, sites, seas, countries where something is in them or happens there),
/// with coordinates and country; homonyms by the countries and places named around, then by population.
std::vector<Place> resolve_places(const Reading& reading, const Cast& cast);

/// "about 1,000 kilometers from Vladivostok", "50 miles north of Kirkuk", checked against coordinates.
std::vector<Distance> find_distances(const Reading& reading, const std::vector<Place>& places);

}  // namespace vedette::story
