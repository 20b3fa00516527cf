// The dependency parser: greedy, arc-eager, non-monotonic (a word may be shifted back, an arc be replaced).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "language/model_data.h"
#include "language/transition_scorer.h"

namespace vedette::language {

/// Actions of the moves of a dependency parser; the numbers are those of published models.
enum class ArcAction : uint8_t { kShift = 0, kReduce = 1, kLeft = 2, kRight = 3, kBreak = 4 };
inline constexpr size_t kArcActions = 5;
inline constexpr uint32_t kArcFeatures = 8;

/// Heads and labels of a document. A token without a head is its own head and has label 0.
struct Arcs {
  std::vector<uint32_t> heads;
  std::vector<uint16_t> labels;
};

/// One thread's state of the parser.
class ArcEagerParser {
 public:
  /// Both must outlive it.
  ArcEagerParser(const TransitionModel& model, const Kernel& kernel);

  /// `hidden`: model.hidden's outputs for each of `count` tokens. Time is linear in `count`.
  void parse(const float* hidden, uint32_t count, Arcs& arcs);

 private:
  struct Range {
    uint32_t begin = 0;
    uint32_t end = 0;
  };
  static constexpr int32_t kNone = -1;

  void reset(uint32_t count);
  bool is_final() const { return stack_.empty() && next_ >= count_ && rebuffer_.empty(); }
  size_t buffer_size() const { return (count_ - next_) + rebuffer_.size(); }
  int32_t buffer(size_t i) const;
  int32_t stack(size_t i) const { return i < stack_.size() ? stack_[stack_.size() - 1 - i] : kNone; }
  std::array<int32_t, kArcFeatures> features() const;
  std::array<bool, kArcActions> valid() const;
  int32_t best_move();
  void apply(const Move& move);
  void shift();
  void reduce();
  void add_arc(int32_t head, int32_t child, uint16_t label);
  void remove_arc(int32_t child);
  std::vector<int32_t>& last_child(int32_t head, int32_t child) { return head > child ? last_left_ : last_right_; }

  const TransitionModel& model_;
  TransitionScorer scorer_;
  std::array<std::vector<Range>, kArcActions> ranges_;  ///< moves of each action

  uint32_t count_ = 0;
  uint32_t next_ = 0;  ///< first word that was never shifted
  std::vector<int32_t> stack_, rebuffer_;
  std::vector<int32_t> heads_;
  std::vector<uint16_t> labels_;
  std::vector<int32_t> last_left_, last_right_;  ///< the child of the newest live arc to each side of a head
  std::vector<int32_t> older_;                   ///< of a child: the one whose arc to the same side came before
  std::vector<uint8_t> starts_sentence_, unshiftable_;
};

}  // namespace vedette::language
