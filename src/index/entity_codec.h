// Entities as bytes inside an image.
//
//   entity := id schema count dataset* count value*        strings are length-prefixed, numbers varints
//   value  := property flags text [original] [label] [country] [language] [source_id] [script]
//   a flag bit for each that is there
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "entity/entity.h"

namespace vedette::index {

void encode_entity(std::string& out, const Entity& entity);
/// kCorrupt if the bytes are not what encode_entity writes.
Result<Entity> decode_entity(std::string_view bytes);
/// Id and schema alone, without reading the rest. Requires bytes that decode.
std::string_view encoded_id(std::string_view bytes);
Schema encoded_schema(std::string_view bytes);

}  // namespace vedette::index
