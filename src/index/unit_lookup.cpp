#include "index/unit_lookup.h"

#include <algorithm>

#include "match/edit_pattern.h"

namespace vedette::index {
namespace {

// Some 8 MB a thread and image at most; then everything is forgotten and learned again.
constexpr size_t kMostRemembered = 1u << 20;
constexpr size_t kMostRememberedKeys = 1u << 15;

}  // namespace

const std::vector<SimilarUnit>& UnitLookup::similar(const match::UnitView& unit) {
  identity_.assign(1, static_cast<char>(unit.traits));
  identity_ += unit.readings;
  identity_ += '\0';
  identity_.append(reinterpret_cast<const char*>(unit.groups.data()), unit.groups.size_bytes());
  if (const auto known = remembered_.find(identity_); known != remembered_.end()) return known->second;
  if (remembered_units_ > kMostRemembered || remembered_.size() > kMostRememberedKeys) {
    remembered_.clear();
    remembered_units_ = 0;
  }
  auto found = search(unit);
  remembered_units_ += found.size();
  return remembered_.emplace(identity_, std::move(found)).first->second;
}

std::vector<SimilarUnit> UnitLookup::search(const match::UnitView& unit) {
  units_.clear();
  match::for_each_exact_key(unit, match::KeySide::kQuery, [&](uint64_t key) {
    const auto units = index_.exact_keys().find(key);
    units_.insert(units_.end(), units.begin(), units.end());
  });
  match::for_each_fuzzy_key(unit, [&](std::string_view key) {
    const match::EditPattern pattern(key);
    const auto distance = [&](std::string_view other, unsigned cutoff) {
      return static_cast<unsigned>(pattern.edits(other, static_cast<int>(cutoff)));
    };
    index_.fuzzy_keys().find(key, edit_budget, distance, keys_, [&](uint32_t number) {
      const auto units = index_.fuzzy_units(number);
      units_.insert(units_.end(), units.begin(), units.end());
    });
  });
  std::sort(units_.begin(), units_.end());
  units_.erase(std::unique(units_.begin(), units_.end()), units_.end());
  std::vector<SimilarUnit> found;
  for (const uint32_t candidate : units_) {
    const double similarity = match::unit_similarity(unit, index_.unit(candidate));
    if (similarity > 0) found.push_back({candidate, static_cast<float>(similarity)});
  }
  return found;
}

}  // namespace vedette::index
