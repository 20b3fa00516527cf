// The places that are known by name: data/gazetteer/sites.tsv, embedded.
#pragma once

#include <string>
#include <string_view>

#include "story/places.h"

namespace vedette::story {

struct Site {
  std::string name;
  std::string kind;     ///< a place kind of the dossier
  std::string country;  ///< alpha-2 in lower case; empty at sea
  Coordinates at;
};

/// The site of a name, in any case; null if there is none.
const Site* find_site(std::string_view name);

/// Great-circle distance on a sphere of 6,371 km.
double distance_km(const Coordinates& a, const Coordinates& b);

}  // namespace vedette::story
