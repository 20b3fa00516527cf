#include "entity/entity.h"

#include <algorithm>

namespace vedette {

Value* Entity::add(Property property, std::string_view text) {
  Value value;
  value.property = property;
  value.text = std::string(text);
  return add(std::move(value));
}

Value* Entity::add(Value value) {
  if (value.text.empty()) return nullptr;
  const auto same = std::find_if(values.begin(), values.end(), [&](const Value& other) {
    return other.property == value.property && other.text == value.text && other.label == value.label;
  });
  if (same != values.end()) return &*same;
  return &values.emplace_back(std::move(value));
}

bool Entity::has(Property property) const {
  return std::any_of(values.begin(), values.end(), [&](const Value& value) { return value.property == property; });
}

std::vector<std::string_view> Entity::texts(Property property) const {
  std::vector<std::string_view> found;
  for (const Value& value : values) {
    if (value.property == property) found.push_back(value.text);
  }
  return found;
}

std::string_view Entity::first(Property property) const {
  for (const Value& value : values) {
    if (value.property == property) return value.text;
  }
  return {};
}

std::string_view Entity::caption() const {
  for (Property property : {Property::kName, Property::kAlias, Property::kPreviousName, Property::kWeakAlias}) {
    if (const auto text = first(property); !text.empty()) return text;
  }
  return id;
}

std::string fold_spaces(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool pending = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool no_break_space = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (no_break_space || text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')) {
      i += no_break_space ? 1 : 0;
      pending = !folded.empty();
      continue;
    }
    if (pending) folded += ' ';
    pending = false;
    folded += text[i];
  }
  return folded;
}

}  // namespace vedette
