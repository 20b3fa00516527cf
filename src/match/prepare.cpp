// Preparing an entity: its names, or one made of its name parts, and its evidence.
#include <array>

#include "match/names_within.h"
#include "match/score.h"

namespace vedette::match {
namespace {

std::string name_of_parts(const Entity& entity) {
  std::string name;
  for (const Property part : {Property::kFirstName, Property::kSecondName, Property::kMiddleName, Property::kFatherName,
                              Property::kLastName}) {
    const std::string_view text = entity.first(part);
    if (text.empty()) continue;
    if (!name.empty()) name += ' ';
    name += text;
  }
  return name;
}

// The value's own name, then the names within it. False if there was no room for all.
bool add_names(PreparedEntity& prepared, const Value& value) {
  if (prepared.names.size() == kMaxNames) return false;
  prepared.names.push_back(prepare_name(value.text, prepared.schema, value.property));
  for (const NameWithin& name : names_within(value.text)) {
    if (prepared.names.size() == kMaxNames) return false;
    const Property property = name.part == NamePart::kMain ? value.property : Property::kWeakAlias;
    prepared.names.push_back(prepare_name(name.text, prepared.schema, property));
  }
  return true;
}

}  // namespace

PreparedEntity prepare_entity(const Entity& entity) {
  PreparedEntity prepared;
  prepared.schema = entity.schema;
  prepared.evidence = prepare_evidence(entity);
  for (const Value& value : entity.values) {
    if (kind_of(value.property) != PropertyKind::kName) continue;
    if (add_names(prepared, value)) continue;
    prepared.truncated = true;
    break;
  }
  if (prepared.names.empty()) {
    const std::string name = name_of_parts(entity);
    if (!name.empty()) prepared.names.push_back(prepare_name(name, entity.schema, Property::kName));
  }
  for (const Name& name : prepared.names) prepared.truncated |= name.truncated;
  return prepared;
}

}  // namespace vedette::match
