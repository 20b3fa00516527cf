#include "language/model_draft.h"

#include <algorithm>
#include <limits>

namespace vedette::language {

float* ModelArena::floats(size_t count) {
  auto* block = static_cast<float*>(::operator new[](std::max<size_t>(count, 1) * sizeof(float), std::align_val_t{64}));
  std::fill_n(block, count, 0.0F);
  floats_.emplace_back(block);
  return block;
}

std::string_view ModelArena::text(std::string text) {
  return texts_.emplace_back(std::move(text));
}

std::span<const uint32_t> ModelArena::numbers(std::vector<uint32_t> numbers) {
  return numbers_.emplace_back(std::move(numbers));
}

std::span<const uint64_t> ModelArena::ids(std::vector<uint64_t> ids) {
  return ids_.emplace_back(std::move(ids));
}

StringTable ModelArena::strings(StringTableBuilder strings) {
  return {numbers(std::move(strings.offsets)), text(std::move(strings.text))};
}

uint16_t LabelTable::number(std::string_view label) {
  if (const auto found = numbers_.find(std::string(label)); found != numbers_.end()) return found->second;
  if (labels_.size() > std::numeric_limits<uint16_t>::max()) {
    overflowed_ = true;
    return 0;
  }
  const auto number = static_cast<uint16_t>(labels_.size());
  labels_.emplace_back(label);
  numbers_.emplace(label, number);
  return number;
}

void number_implied_labels(LabelTable& labels) {
  labels.number("ROOT");
  for (size_t i = 0; i < labels.labels().size(); ++i) {
    const std::string label = labels.labels()[i];
    const size_t bar = label.find("||");
    if (bar == std::string::npos) continue;
    labels.number(label.substr(0, bar));
    labels.number(label.substr(bar + 2));
  }
}

}  // namespace vedette::language
