#include "story/cast.h"

#include <utility>

#include "story/cast_builder.h"

namespace vedette::story {

Cast find_cast(const Reading& reading) {
  CastBuilder builder(reading);
  add_names(builder);
  add_bodies_and_groups(builder);
  add_roles(builder);
  add_references(builder);
  return std::move(builder).finish();
}

}  // namespace vedette::story
