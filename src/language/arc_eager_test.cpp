// The parser against a slow one that keeps its arcs in plain lists and works out every row anew, with random weights:
// these lead it through states that no trained model would visit.
#include "language/arc_eager.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "language/random_layer_for_test.h"

namespace vedette::language {
namespace {

constexpr uint32_t kUnits = 16;
constexpr uint32_t kHidden = 16;

struct RandomModel {
  RandomLayer hidden, lower, upper;
  std::vector<float> lower_bias, padding;
  TransitionModel model;

  explicit RandomModel(std::mt19937& random, float scale)
      : hidden(16, kHidden, 1, random),
        lower(kHidden, kArcFeatures * 2 * kUnits, 1, random, scale, false),
        upper(kUnits, 12, 1, random, scale) {
    std::normal_distribution<float> normal;
    for (uint32_t i = 0; i < 2 * kUnits; ++i) lower_bias.push_back(normal(random));
    for (uint32_t i = 0; i < kArcFeatures * 2 * kUnits; ++i) padding.push_back(normal(random));
    model.hidden = hidden.layer();
    model.features = kArcFeatures;
    model.units = kUnits;
    model.lower = lower.layer();
    model.lower_bias = lower_bias.data();
    model.padding = padding.data();
    model.upper = upper.layer();
    model.moves = {{0, 0}, {1, 0}, {2, 1}, {2, 2}, {2, 3}, {2, 4}, {3, 1}, {3, 2}, {3, 3}, {3, 4}, {3, 5}, {4, 6}};
  }
};

// As the description of the system has it, word for word.
class SlowParser {
 public:
  SlowParser(const RandomModel& model, const std::vector<float>& hidden, int count)
      : model_(model), hidden_(hidden), count_(count), heads_(count, -1), labels_(count, 0) {}

  void run() {
    while (!stack_.empty() || next_ < count_ || !rebuffer_.empty()) step();
  }
  std::vector<uint32_t> heads() const {
    std::vector<uint32_t> heads;
    for (int i = 0; i < count_; ++i) heads.push_back(heads_[i] < 0 ? i : heads_[i]);
    return heads;
  }
  const std::vector<uint16_t>& labels() const { return labels_; }

 private:
  int buffer(int i) const {
    const int size = static_cast<int>(rebuffer_.size());
    if (i < size) return rebuffer_[size - 1 - i];
    return next_ + i - size < count_ ? next_ + i - size : -1;
  }
  int stack(int i) const { return i < int(stack_.size()) ? stack_[stack_.size() - 1 - i] : -1; }
  static int last(const std::map<int, std::vector<int>>& arcs, int head) {
    const auto found = arcs.find(head);
    return head < 0 || found == arcs.end() || found->second.empty() ? -1 : found->second.back();
  }

  std::vector<float> scores() const {
    const int b0 = buffer(0), s0 = stack(0);
    const int tokens[] = {b0, buffer(1), s0, stack(1), stack(2), last(left_, b0), last(left_, s0), last(right_, s0)};
    float units[kUnits];
    for (uint32_t u = 0; u < kUnits; ++u) {
      float best = -INFINITY;
      for (uint32_t p = 0; p < 2; ++p) {
        float sum = 0;
        for (uint32_t f = 0; f < kArcFeatures; ++f) sum += part(tokens[f], (f * 2 + p) * kUnits + u);
        best = std::max(best, sum + model_.lower_bias[p * kUnits + u]);
      }
      units[u] = best;
    }
    std::vector<float> scores;
    for (uint32_t m = 0; m < model_.model.moves.size(); ++m) {
      float sum = 0;
      for (uint32_t k = 0; k < kUnits; ++k) sum = std::fmaf(model_.upper.weight(m, 0, k), units[k], sum);
      scores.push_back(sum + model_.upper.bias(m, 0));
    }
    return scores;
  }
  float part(int token, uint32_t output) const {
    if (token < 0) return model_.padding[output];
    float sum = 0;
    for (uint32_t k = 0; k < kHidden; ++k) {
      sum = std::fmaf(model_.lower.weight(output, 0, k), hidden_[size_t(token) * kHidden + k], sum);
    }
    return sum;
  }

  bool is_valid(int action) const {
    const int left = count_ - next_ + int(rebuffer_.size());
    const int b0 = buffer(0), b1 = buffer(1);
    switch (action) {
      case 0:
        return stack_.empty() || (left >= 2 && !starts_.contains(b0) && !unshiftable_.contains(b0));
      case 1:
        return !stack_.empty();
      case 4:
        return left >= 2 && b1 == b0 + 1 && !starts_.contains(b1);
      default:
        return !stack_.empty() && left > 0 && !starts_.contains(b0);
    }
  }

  void take_buffer() {
    if (rebuffer_.empty()) {
      ++next_;
    } else {
      rebuffer_.pop_back();
    }
  }
  void add_arc(int head, int child, uint16_t label) {
    if (heads_[child] >= 0) std::erase((heads_[child] > child ? left_ : right_)[heads_[child]], child);
    (head > child ? left_ : right_)[head].push_back(child);
    heads_[child] = head;
    labels_[child] = label;
  }

  void step() {
    const auto score = scores();
    int best = -1;
    for (int m = 0; m < int(score.size()); ++m) {
      if (is_valid(model_.model.moves[m].action) && (best < 0 || score[m] > score[best])) best = m;
    }
    const Move move = model_.model.moves[best];
    const int b0 = buffer(0), s0 = stack(0);
    if (move.action == 0) {
      take_buffer();
      stack_.push_back(b0);
    } else if (move.action == 1) {
      if (heads_[s0] < 0 && stack_.size() > 1) {
        unshiftable_.insert(s0);
        rebuffer_.push_back(s0);
      }
      stack_.pop_back();
    } else if (move.action == 2) {
      add_arc(b0, s0, move.label);
      unshiftable_.erase(b0);
      stack_.pop_back();
    } else if (move.action == 3) {
      add_arc(s0, b0, move.label);
      take_buffer();
      stack_.push_back(b0);
    } else {
      starts_.insert(buffer(1));
    }
  }

  const RandomModel& model_;
  const std::vector<float>& hidden_;
  int count_, next_ = 0;
  std::vector<int> stack_, rebuffer_, heads_;
  std::vector<uint16_t> labels_;
  std::map<int, std::vector<int>> left_, right_;
  std::set<int> starts_, unshiftable_;
};

std::vector<float> random_hidden(uint32_t count, std::mt19937& random) {
  std::normal_distribution<float> normal;
  std::vector<float> hidden(size_t{count} * kHidden);
  for (float& h : hidden) h = normal(random);
  return hidden;
}

class ArcEagerTest : public testing::TestWithParam<const Kernel*> {};

TEST_P(ArcEagerTest, EqualsTheSlowParser) {
  std::mt19937 random(11);
  Arcs arcs;
  for (int round = 0; round < 60; ++round) {
    const RandomModel model(random, 0.3f);
    ArcEagerParser parser(model.model, *GetParam());
    for (const uint32_t count : {1u, 2u, 3u, 17u, 40u}) {
      const auto hidden = random_hidden(count, random);
      SlowParser slow(model, hidden, static_cast<int>(count));
      slow.run();
      parser.parse(hidden.data(), count, arcs);
      ASSERT_EQ(arcs.heads, slow.heads()) << round << ' ' << count;
      ASSERT_EQ(arcs.labels, slow.labels()) << round << ' ' << count;
    }
  }
}

// Words that stay on the stack for long are looked up again when the blocks they were in are gone.
TEST_P(ArcEagerTest, EqualsTheSlowParserOnLongDocuments) {
  std::mt19937 random(12);
  Arcs arcs;
  for (int round = 0; round < 6; ++round) {
    RandomModel model(random, 0.2f);
    ArcEagerParser parser(model.model, *GetParam());
    const uint32_t count = 1500;
    const auto hidden = random_hidden(count, random);
    SlowParser slow(model, hidden, count);
    slow.run();
    parser.parse(hidden.data(), count, arcs);
    ASSERT_EQ(arcs.heads, slow.heads()) << round;
    ASSERT_EQ(arcs.labels, slow.labels()) << round;
  }
}

INSTANTIATE_TEST_SUITE_P(All, ArcEagerTest, testing::ValuesIn(usable_kernels()),
                         [](const auto& test) { return std::string(test.param->name); });

TEST(ArcEagerTest, ReadsNothing) {
  std::mt19937 random(13);
  const RandomModel model(random, 1);
  ArcEagerParser parser(model.model, portable_kernel());
  Arcs arcs;
  parser.parse(nullptr, 0, arcs);
  EXPECT_TRUE(arcs.heads.empty());
}

}  // namespace
}  // namespace vedette::language
