// The entities of an image, as the comparison of two lists wants them.
#pragma once

#include <memory>

#include "index/image.h"
#include "lists/delta.h"

namespace vedette::engine {

inline lists::EntityRange entities_of(const std::shared_ptr<const index::Image>& image) {
  return {.size = image->entity_count(),
          .entity = [image](size_t i) -> Result<Entity> { return image->entity(static_cast<uint32_t>(i)); }};
}

}  // namespace vedette::engine
