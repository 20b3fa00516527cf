#include "language/attribute_ruler.h"

#include <string>

namespace vedette::language {
namespace {

Unexpected unsupported(size_t rule, std::string_view what) {
  return fail(ErrorCode::kUnsupported, "attribute rule " + std::to_string(rule) + " " + std::string(what));
}

}  // namespace

Result<AttributeRuler> AttributeRuler::create(const ModelData& data) {
  auto parts = std::make_unique<Parts>(data);
  for (size_t number = 0; number < data.attribute_rules.size(); ++number) {
    const AttributeRule& rule = data.attribute_rules[number];
    const auto id = static_cast<uint32_t>(number);
    for (const auto& pattern : rule.patterns) {
      if (rule.index >= pattern.size()) return unsupported(number, "sets attributes beyond its pattern");
      if (pattern.size() > 2) return unsupported(number, "has a pattern of more than two tokens");
      VEDETTE_ASSIGN_OR_RETURN(auto first, TokenCondition::create(pattern[0]));
      if (pattern.size() == 1) {
        parts->singles.push_back({id, std::move(first)});
        continue;
      }
      if (parts->pairs.size() == Parts::kMostPairs) return unsupported(number, "is one too many of two tokens");
      VEDETTE_ASSIGN_OR_RETURN(auto second, TokenCondition::create(pattern[1]));
      parts->pairs.push_back({id, std::move(first), std::move(second)});
    }
  }
  return AttributeRuler(std::move(parts));
}

AttributeRuler::AttributeRuler(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
AttributeRuler::~AttributeRuler() = default;
AttributeRuler::AttributeRuler(AttributeRuler&&) noexcept = default;
AttributeRuler& AttributeRuler::operator=(AttributeRuler&&) noexcept = default;

}  // namespace vedette::language
