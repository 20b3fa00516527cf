// A language model that is being put together in memory: what a package reader fills and a model file is written from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/bytes.h"
#include "language/model_data.h"
#include "language/model_file.h"
#include "vedette/language.hpp"

namespace vedette::language {

/// Owns what the views of a ModelData point to. Nothing moves once it is kept.
class ModelArena {
 public:
  /// `count` zeros, aligned to 64 bytes.
  float* floats(size_t count);
  std::string_view text(std::string text);
  std::span<const uint32_t> numbers(std::vector<uint32_t> numbers);
  std::span<const uint64_t> ids(std::vector<uint64_t> ids);
  StringTable strings(StringTableBuilder strings);

 private:
  struct FreeAligned {
    void operator()(float* floats) const { ::operator delete[](floats, std::align_val_t{64}); }
  };
  std::vector<std::unique_ptr<float[], FreeAligned>> floats_;
  std::deque<std::string> texts_;
  std::deque<std::vector<uint32_t>> numbers_;
  std::deque<std::vector<uint64_t>> ids_;
};

/// Numbers labels as they come; number 0 is "".
class LabelTable {
 public:
  LabelTable() { number(""); }
  /// Past 65,535 labels every further one gets 0 and overflowed() is true.
  uint16_t number(std::string_view label);
  bool overflowed() const { return overflowed_; }
  const std::vector<std::string>& labels() const { return labels_; }

 private:
  std::vector<std::string> labels_;
  std::unordered_map<std::string, uint16_t> numbers_;
  bool overflowed_ = false;
};

struct ModelDraft {
  ModelInfo info;
  ModelData data;            ///< without `labels`, `lifted` and `root_label`, which follow from the table
  uint32_t vector_rows = 0;  ///< rows of static vectors; 0: none
  LabelTable labels;
  std::vector<LicenceText> licences;
  ModelArena arena;
};

/// Numbers the labels that others imply: "ROOT", and X and Y of every "X||Y". To be called once all others are there.
void number_implied_labels(LabelTable& labels);

}  // namespace vedette::language
