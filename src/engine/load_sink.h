// Takes what a reader reads: entities into an image, counts, and the records that were rejected.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "index/image.h"
#include "lists/reader.h"

namespace vedette::engine {

/// Of the rejected records so many bytes are written out; all are counted.
inline constexpr size_t kRejectedBytes = size_t{16} << 20;
/// So many are shown to the person who loads.
inline constexpr size_t kRejectedExamples = 5;

class LoadSink final : public lists::EntitySink {
 public:
  /// `progress` is called with the records so far; may be empty.
  explicit LoadSink(std::function<void(uint64_t)> progress) : progress_(std::move(progress)) {}

  /// An entity without an id, or with one that stood before, is rejected: an id names one record of a version.
  Result<void> accept(Entity&& entity) override;
  void reject(lists::Rejection&& rejection) override;

  uint64_t records() const { return builder_.size(); }
  uint64_t rejected() const { return rejected_; }
  std::map<std::string, uint64_t> schemata() const;
  std::map<std::string, uint64_t> values() const;
  /// One JSON object a line: {"file", "line", "field", "reason"}; a last line says how many more there were.
  std::string rejected_records() const;
  const std::vector<std::string>& rejected_examples() const { return examples_; }
  index::ImageBuilder& builder() { return builder_; }

 private:
  index::ImageBuilder builder_;
  std::function<void(uint64_t)> progress_;
  std::unordered_set<uint64_t> ids_;  // hashes of the ids so far
  std::array<uint64_t, kSchemaCount> schemata_{};
  std::vector<uint64_t> values_ = std::vector<uint64_t>(static_cast<size_t>(property_count()));
  uint64_t rejected_ = 0;
  uint64_t unwritten_ = 0;
  std::string rejected_lines_;
  std::vector<std::string> examples_;
};

}  // namespace vedette::engine
