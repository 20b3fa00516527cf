// FollowTheMoney properties that Vedette keeps, with the kind of value each holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vedette {

enum class PropertyKind : uint8_t { kName, kDate, kCountry, kIdentifier, kText, kGender, kTopic };

/// In the order in which they are written. The list stands once, in property_list.inc.
enum class Property : uint8_t {
#define VEDETTE_PROPERTY(symbol, name, kind) symbol,
#include "entity/property_list.inc"
#undef VEDETTE_PROPERTY
};

int property_count();
std::string_view to_string(Property property);                 ///< "birthDate"
std::optional<Property> find_property(std::string_view name);  ///< exact FollowTheMoney name
PropertyKind kind_of(Property property);

}  // namespace vedette
