#include "story/places.h"

namespace vedette::story {

std::vector<Place> resolve_places(const Reading&, const Cast&) {
  return {};
}

}  // namespace vedette::story
