// What every reader of a list owes, whatever the bytes: entities, rejections or an error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <unordered_set>

#include "lists/collecting_sink.h"
#include "lists/input.h"
#include "lists/readers.h"

namespace vedette::fuzz {

/// Which names an entity of a format always has.
enum class Names : uint8_t { kPrimary, kAny, kNone };

inline bool has_names(const Entity& entity, Names names) {
  if (names == Names::kNone || entity.has(Property::kName)) return true;
  return names == Names::kAny &&
         (entity.has(Property::kAlias) || entity.has(Property::kPreviousName) || entity.has(Property::kWeakAlias));
}

/// Reads the bytes as one file. Aborts unless each entity has an id of its own and its names, and no bound was passed.
inline void read_list(lists::ReadFunction read, const uint8_t* data, size_t size, Names names) {
  const lists::ReadOptions options;
  lists::Streams streams;
  streams.push_back(
      std::make_unique<lists::MemoryStream>("fuzz", std::string(reinterpret_cast<const char*>(data), size)));
  lists::CollectingSink sink;
  const auto summary = read(std::move(streams), options, sink);
  std::unordered_set<std::string> ids;
  for (const Entity& entity : sink.entities) {
    if (!ids.insert(entity.id).second || !has_names(entity, names)) std::abort();
    if (entity.values.size() > options.limits.values_per_record) std::abort();
  }
  if (summary && summary->records < sink.entities.size()) std::abort();
}

}  // namespace vedette::fuzz
