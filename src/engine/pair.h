// Two entities to compare, from one line of JSON.
#pragma once

#include <string_view>

#include "base/error.h"
#include "entity/entity.h"

namespace vedette::engine {

struct Pair {
  Entity query;
  Entity candidate;
};

/// {"query": entity, "candidate": entity}; a name by itself stands for an entity that has nothing else. `schema` is
/// that of an entity that names none. kInvalidInput, with the field, for anything else.
Result<Pair> parse_pair_json(std::string_view json, Schema schema);

}  // namespace vedette::engine
