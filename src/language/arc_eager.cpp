#include "language/arc_eager.h"

namespace vedette::language {

ArcEagerParser::ArcEagerParser(const TransitionModel& model, const Kernel& kernel)
    : model_(model), scorer_(model, kernel) {
  for (uint32_t i = 0; i < model.moves.size(); ++i) {
    auto& ranges = ranges_[model.moves[i].action];
    if (ranges.empty() || ranges.back().end != i) ranges.push_back({i, i});
    ranges.back().end = i + 1;
  }
}

void ArcEagerParser::reset(uint32_t count) {
  count_ = count;
  next_ = 0;
  stack_.clear();
  rebuffer_.clear();
  heads_.assign(count, kNone);
  labels_.assign(count, 0);
  last_left_.assign(count, kNone);
  last_right_.assign(count, kNone);
  older_.assign(count, kNone);
  starts_sentence_.assign(count, 0);
  unshiftable_.assign(count, 0);
}

int32_t ArcEagerParser::buffer(size_t i) const {
  if (i < rebuffer_.size()) return rebuffer_[rebuffer_.size() - 1 - i];
  const size_t word = next_ + (i - rebuffer_.size());
  return word < count_ ? static_cast<int32_t>(word) : kNone;
}

std::array<int32_t, kArcFeatures> ArcEagerParser::features() const {
  const auto newest = [](const std::vector<int32_t>& last, int32_t head) {
    return head < 0 ? kNone : last[static_cast<size_t>(head)];
  };
  const int32_t b0 = buffer(0);
  const int32_t s0 = stack(0);
  return {
      b0, buffer(1), s0, stack(1), stack(2), newest(last_left_, b0), newest(last_left_, s0), newest(last_right_, s0)};
}

std::array<bool, kArcActions> ArcEagerParser::valid() const {
  const size_t left = buffer_size();
  const int32_t b0 = buffer(0);
  const int32_t b1 = buffer(1);
  const bool begins = left > 0 && starts_sentence_[static_cast<size_t>(b0)] != 0;
  const bool can_shift = left >= 2 && !begins && unshiftable_[static_cast<size_t>(b0)] == 0;
  const bool can_attach = !stack_.empty() && left > 0 && !begins;
  const bool can_break = left >= 2 && b1 == b0 + 1 && starts_sentence_[static_cast<size_t>(b1)] == 0;
  return {stack_.empty() || can_shift, !stack_.empty(), can_attach, can_attach, can_break};
}

// The valid move of highest score, the lowest of equals; kNone if none is valid.
int32_t ArcEagerParser::best_move() {
  const auto tokens = features();
  const float* scores = scorer_.scores(tokens);
  const auto allowed = valid();
  int32_t best = kNone;
  for (size_t action = 0; action < kArcActions; ++action) {
    if (!allowed[action]) continue;
    for (const Range& range : ranges_[action]) {
      for (uint32_t i = range.begin; i < range.end; ++i) {
        const auto move = static_cast<int32_t>(i);
        if (best == kNone || scores[i] > scores[best] || (scores[i] == scores[best] && move < best)) best = move;
      }
    }
  }
  return best;
}

void ArcEagerParser::shift() {
  stack_.push_back(buffer(0));
  if (rebuffer_.empty()) {
    ++next_;
  } else {
    rebuffer_.pop_back();
  }
}

// A word without a head goes back to the buffer, unless it is the last on the stack.
void ArcEagerParser::reduce() {
  const int32_t word = stack_.back();
  if (heads_[static_cast<size_t>(word)] == kNone && stack_.size() > 1) {
    unshiftable_[static_cast<size_t>(word)] = 1;
    rebuffer_.push_back(word);
  }
  stack_.pop_back();
}

void ArcEagerParser::remove_arc(int32_t child) {
  const auto word = static_cast<size_t>(child);
  const int32_t head = heads_[word];
  if (head == kNone) return;
  int32_t* place = &last_child(head, child)[static_cast<size_t>(head)];
  while (*place != child) place = &older_[static_cast<size_t>(*place)];
  *place = older_[word];
}

void ArcEagerParser::add_arc(int32_t head, int32_t child, uint16_t label) {
  remove_arc(child);
  const auto word = static_cast<size_t>(child);
  int32_t& newest = last_child(head, child)[static_cast<size_t>(head)];
  older_[word] = newest;
  newest = child;
  heads_[word] = head;
  labels_[word] = label;
}

void ArcEagerParser::apply(const Move& move) {
  const int32_t b0 = buffer(0);
  switch (static_cast<ArcAction>(move.action)) {
    case ArcAction::kShift:
      return shift();
    case ArcAction::kReduce:
      return reduce();
    case ArcAction::kLeft:
      add_arc(b0, stack_.back(), move.label);
      unshiftable_[static_cast<size_t>(b0)] = 0;
      stack_.pop_back();
      return;
    case ArcAction::kRight:
      add_arc(stack_.back(), b0, move.label);
      return shift();
    case ArcAction::kBreak:
      starts_sentence_[static_cast<size_t>(buffer(1))] = 1;
      return;
  }
}

void ArcEagerParser::parse(const float* hidden, uint32_t count, Arcs& arcs) {
  reset(count);
  scorer_.start(hidden, count);
  while (!is_final()) {
    const int32_t move = best_move();
    if (move == kNone) break;
    apply(model_.moves[static_cast<size_t>(move)]);
  }
  arcs.heads.resize(count);
  for (uint32_t i = 0; i < count; ++i) arcs.heads[i] = heads_[i] == kNone ? i : static_cast<uint32_t>(heads_[i]);
  arcs.labels.assign(labels_.begin(), labels_.end());
}

}  // namespace vedette::language
