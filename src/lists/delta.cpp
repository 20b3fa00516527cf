#include "lists/delta.h"

#include <algorithm>
#include <map>

namespace vedette::lists {
namespace {

// The numbers of the entities of a range, by id.
using Directory = std::map<std::string, std::vector<size_t>, std::less<>>;

Result<Directory> make_directory(const EntityRange& range) {
  Directory directory;
  for (size_t i = 0; i < range.size; ++i) {
    VEDETTE_ASSIGN_OR_RETURN(const Entity entity, range.entity(i));
    directory[entity.id].push_back(i);
  }
  return directory;
}

Result<Entity> fetch(const EntityRange& range, const std::vector<size_t>& numbers) {
  VEDETTE_ASSIGN_OR_RETURN(Entity whole, range.entity(numbers.front()));
  for (size_t i = 1; i < numbers.size(); ++i) {
    VEDETTE_ASSIGN_OR_RETURN(const Entity part, range.entity(numbers[i]));
    whole.values.insert(whole.values.end(), part.values.begin(), part.values.end());
  }
  return whole;
}

std::vector<std::string> written_values(const Entity& entity, Property property) {
  std::vector<std::string> texts;
  for (const Value& value : entity.values) {
    if (value.property == property) texts.push_back((value.circa ? "~" : "") + value.text);
  }
  return texts;
}

bool same_multiset(std::vector<std::string> a, std::vector<std::string> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

}  // namespace

EntityRange entity_range(const std::vector<Entity>& entities) {
  return {.size = entities.size(), .entity = [&entities](size_t i) -> Result<Entity> { return entities[i]; }};
}

std::vector<FieldChange> changed_fields(const Entity& before, const Entity& after) {
  std::vector<FieldChange> changes;
  if (before.schema != after.schema) {
    changes.push_back({"schema", {std::string(to_string(before.schema))}, {std::string(to_string(after.schema))}});
  }
  for (int i = 0; i < property_count(); ++i) {
    const auto property = static_cast<Property>(i);
    auto old_values = written_values(before, property);
    auto new_values = written_values(after, property);
    if (same_multiset(old_values, new_values)) continue;
    changes.push_back({std::string(to_string(property)), std::move(old_values), std::move(new_values)});
  }
  return changes;
}

Result<Delta> difference(const EntityRange& before, const EntityRange& after) {
  VEDETTE_ASSIGN_OR_RETURN(const Directory old_ids, make_directory(before));
  VEDETTE_ASSIGN_OR_RETURN(const Directory new_ids, make_directory(after));
  Delta delta;
  for (const auto& [id, numbers] : old_ids) {
    const auto found = new_ids.find(id);
    if (found == new_ids.end()) {
      delta.removed.push_back(id);
      continue;
    }
    VEDETTE_ASSIGN_OR_RETURN(const Entity old_entity, fetch(before, numbers));
    VEDETTE_ASSIGN_OR_RETURN(const Entity new_entity, fetch(after, found->second));
    auto fields = changed_fields(old_entity, new_entity);
    if (!fields.empty()) delta.changed.push_back({id, std::move(fields)});
  }
  for (const auto& [id, numbers] : new_ids) {
    if (!old_ids.contains(id)) delta.added.push_back(id);
  }
  return delta;
}

void write_field_changes(JsonWriter& json, const std::vector<FieldChange>& fields) {
  json.begin_object();
  for (const FieldChange& change : fields) {
    json.key(change.field);
    json.begin_object();
    json.member_strings("before", change.before);
    json.member_strings("after", change.after);
    json.end_object();
  }
  json.end_object();
}

void write_delta_json(JsonWriter& json, const Delta& delta) {
  json.begin_object();
  json.member_strings("added", delta.added);
  json.member_strings("removed", delta.removed);
  json.key("changed");
  json.begin_array();
  for (const RecordChange& change : delta.changed) {
    json.begin_object();
    json.member("id", change.id);
    json.key("fields");
    write_field_changes(json, change.fields);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace vedette::lists
