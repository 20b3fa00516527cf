#include "story/cast.h"

namespace vedette::story {

Cast find_cast(const Reading& reading) {
  Cast cast;
  cast.mention_at.assign(reading.size(), -1);
  return cast;
}

}  // namespace vedette::story
