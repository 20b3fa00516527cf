// What changed between two versions of a list, record by record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json_writer.h"
#include "entity/entity.h"

namespace vedette::lists {

/// One field of one record that differs: all its values before and after, in the order in which the list gives them.
struct FieldChange {
  std::string field;  ///< a property's name, or "schema"
  std::vector<std::string> before;
  std::vector<std::string> after;
  bool operator==(const FieldChange&) const = default;
};

struct RecordChange {
  std::string id;
  std::vector<FieldChange> fields;  ///< "schema" first, then in the order of Property
  bool operator==(const RecordChange&) const = default;
};

/// All in order of id.
struct Delta {
  std::vector<std::string> added;
  std::vector<std::string> removed;
  std::vector<RecordChange> changed;
  bool operator==(const Delta&) const = default;
  bool empty() const { return added.empty() && removed.empty() && changed.empty(); }
};

/// Entities that are fetched by number, as an image gives them: only the ids of a list need be in memory.
struct EntityRange {
  size_t size = 0;
  std::function<Result<Entity>(size_t)> entity;  ///< called with 0 … size - 1, in any order
};

/// A range over entities in memory; the vector must outlive it.
EntityRange entity_range(const std::vector<Entity>& entities);

/// The fields in which two entities differ. Values of a property are compared as a multiset of their texts ("~" before
/// an approximate date); their order, and what else is kept with a value (original, label, number), does not count.
std::vector<FieldChange> changed_fields(const Entity& before, const Entity& after);

/// Compares by id. An id that stands several times in one list is one record with the values of all.
Result<Delta> difference(const EntityRange& before, const EntityRange& after);

/// {"added": [id], "removed": [id], "changed": [{"id", "fields": {name: {"before": [], "after": []}}}]}.
void write_delta_json(JsonWriter& json, const Delta& delta);

/// {name: {"before": [], "after": []}}.
void write_field_changes(JsonWriter& json, const std::vector<FieldChange>& fields);

}  // namespace vedette::lists
