#include "entity/property.h"

#include <algorithm>
#include <array>

namespace vedette {
namespace {

struct PropertyRow {
  std::string_view name;
  PropertyKind kind;
};

constexpr PropertyRow kProperties[] = {
#define VEDETTE_PROPERTY(symbol, name, kind) {name, PropertyKind::kind},
#include "entity/property_list.inc"
#undef VEDETTE_PROPERTY
};
constexpr size_t kCount = std::size(kProperties);

// Numbers of the properties, sorted by name.
constexpr std::array<uint8_t, kCount> sorted_by_name() {
  std::array<uint8_t, kCount> order{};
  for (size_t i = 0; i < kCount; ++i) order[i] = static_cast<uint8_t>(i);
  std::sort(order.begin(), order.end(), [](uint8_t a, uint8_t b) { return kProperties[a].name < kProperties[b].name; });
  return order;
}
constexpr auto kByName = sorted_by_name();

}  // namespace

int property_count() {
  return static_cast<int>(kCount);
}

std::string_view to_string(Property property) {
  return kProperties[static_cast<size_t>(property)].name;
}

std::optional<Property> find_property(std::string_view name) {
  const auto found = std::lower_bound(kByName.begin(), kByName.end(), name,
                                      [](uint8_t i, std::string_view wanted) { return kProperties[i].name < wanted; });
  if (found == kByName.end() || kProperties[*found].name != name) return std::nullopt;
  return static_cast<Property>(*found);
}

PropertyKind kind_of(Property property) {
  return kProperties[static_cast<size_t>(property)].kind;
}

}  // namespace vedette
