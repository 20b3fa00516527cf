// A version as FollowTheMoney.
#include <unordered_map>

#include "base/ascii.h"
#include "engine/engine.h"
#include "entity/ftm_export.h"

namespace vedette::engine {
namespace {

std::string name_key(std::string_view name) {
  return ascii_lower(fold_spaces(name));
}

// Whom a name means: the names, aliases and former names of all records of one image, as published and as kept.
class Names {
 public:
  explicit Names(const index::Image& image) {
    for (uint32_t i = 0; i < image.entity_count(); ++i) {
      for (const Value& value : image.entity(i).values) {
        const bool strong = kind_of(value.property) == PropertyKind::kName && value.property != Property::kWeakAlias &&
                            value.property != Property::kAbbreviation;
        if (!strong) continue;
        add(value.text, i);
        if (!value.original.empty()) add(value.original, i);
      }
    }
  }

  /// kNobody if it is nobody's, or several records'.
  uint32_t find(std::string_view name) const {
    const auto found = records_.find(name_key(name));
    return found == records_.end() ? kNobody : found->second;
  }

  static constexpr uint32_t kNobody = ~uint32_t{0};

 private:
  void add(std::string_view name, uint32_t record) {
    const auto [at, is_new] = records_.try_emplace(name_key(name), record);
    if (!is_new && at->second != record) at->second = kNobody;
  }

  std::unordered_map<std::string, uint32_t> records_;
};

}  // namespace

Result<void> Engine::export_ftm(std::string_view version, ValueDetails details,
                                const std::function<bool(std::string_view lines)>& take) const {
  VEDETTE_ASSIGN_OR_RETURN(const auto list, image(version));
  const Names names(*list);
  for (uint32_t i = 0; i < list->entity_count(); ++i) {
    const auto find = [&](std::string_view name) {
      const uint32_t record = names.find(name);
      return record == Names::kNobody || record == i ? std::string() : std::string(list->id(record));
    };
    if (!take(ftm_lines(list->entity(i), find, details))) break;
  }
  return {};
}

}  // namespace vedette::engine
