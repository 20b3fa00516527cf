// All units of an image that are similar to a unit of a query, remembered: names share most of their tokens.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/name_index.h"

namespace vedette::index {

struct SimilarUnit {
  uint32_t unit = 0;
  float similarity = 0;
};

/// Not for sharing between threads. The answer depends on the unit and the index alone.
class UnitLookup {
 public:
  /// `index` must outlive it.
  explicit UnitLookup(const NameIndex& index) : index_(index) {}

  /// Every unit with similarity above 0, rising by number. The reference lives until the next call.
  const std::vector<SimilarUnit>& similar(const match::UnitView& unit);

 private:
  std::vector<SimilarUnit> search(const match::UnitView& unit);

  const NameIndex& index_;
  std::unordered_map<std::string, std::vector<SimilarUnit>> remembered_;
  size_t remembered_units_ = 0;
  std::string identity_;
  std::vector<uint32_t> keys_;
  std::vector<uint32_t> units_;
};

}  // namespace vedette::index
