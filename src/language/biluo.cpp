#include "language/biluo.h"

#include <array>

namespace vedette::language {

EntityRecogniser::EntityRecogniser(const TransitionModel& model, const Kernel& kernel)
    : model_(model), scorer_(model, kernel) {
  std::vector<uint32_t> unused;
  const std::array<std::vector<uint32_t>*, kEntityActions> lists = {&unused, &begin_, &in_, &last_, &unit_, &out_};
  for (uint32_t i = 0; i < model.moves.size(); ++i) {
    const Move& move = model.moves[i];
    const bool needs_label = static_cast<EntityAction>(move.action) != EntityAction::kOut;
    if (!needs_label || move.label != 0) lists[move.action]->push_back(i);
  }
}

// The highest score wins, of equals the lowest move.
void EntityRecogniser::consider(const float* scores, uint32_t move, int32_t& best) {
  const auto candidate = static_cast<int32_t>(move);
  if (best < 0 || scores[move] > scores[best] || (scores[move] == scores[best] && candidate < best)) best = candidate;
}

int32_t EntityRecogniser::best_outside(const float* scores, bool may_continue, bool is_space) const {
  int32_t best = -1;
  if (!is_space) {
    if (may_continue) {
      for (const uint32_t move : begin_) consider(scores, move, best);
    }
    for (const uint32_t move : unit_) consider(scores, move, best);
  }
  for (const uint32_t move : out_) consider(scores, move, best);
  return best;
}

int32_t EntityRecogniser::best_inside(const float* scores, bool may_continue, uint16_t label) const {
  int32_t best = -1;
  if (may_continue) {
    for (const uint32_t move : in_) {
      if (model_.moves[move].label == label) consider(scores, move, best);
    }
  }
  for (const uint32_t move : last_) {
    if (model_.moves[move].label == label) consider(scores, move, best);
  }
  return best;
}

void EntityRecogniser::find(const float* hidden, const std::vector<uint8_t>& starts_sentence,
                            const std::vector<uint8_t>& is_space, std::vector<Span>& entities) {
  entities.clear();
  const auto count = static_cast<uint32_t>(is_space.size());
  scorer_.start(hidden, count);
  bool is_open = false;
  Open open;
  for (uint32_t i = 0; i < count; ++i) {
    const auto token = static_cast<int32_t>(i);
    const std::array<int32_t, kEntityFeatures> features = {token, is_open ? static_cast<int32_t>(open.begin) : -1,
                                                           is_open ? token - 1 : -1};
    const float* scores = scorer_.scores(features);
    const bool may_continue = i + 1 < count && starts_sentence[i + 1] == 0;
    const int32_t best =
        is_open ? best_inside(scores, may_continue, open.label) : best_outside(scores, may_continue, is_space[i] != 0);
    if (best < 0) continue;
    const Move& move = model_.moves[static_cast<size_t>(best)];
    switch (static_cast<EntityAction>(move.action)) {
      case EntityAction::kBegin:
        open = {i, move.label};
        is_open = true;
        break;
      case EntityAction::kLast:
        entities.push_back({open.begin, i + 1, open.label});
        is_open = false;
        break;
      case EntityAction::kUnit:
        entities.push_back({i, i + 1, move.label});
        break;
      default:
        break;
    }
  }
}

}  // namespace vedette::language
