#include "story/listed.h"

namespace vedette::story {

ListedActors screen_cast(const Story&, const Cast& cast, screen::Screener&) {
  return {.actors = std::vector<Listed>(cast.actors.size()), .image = {}};
}

}  // namespace vedette::story
