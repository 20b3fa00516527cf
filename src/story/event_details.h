// What belongs to an event beside its parties: goods, place, time, and who says so.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "story/event_triggers.h"

namespace vedette::story {

/// Looks into the input of find_events, which must outlive it.
class EventDetails {
 public:
  EventDetails(const EventInput& input, const PartyFinder& parties);

  /// Indices of the goods that the phrase of a token names.
  void add_goods(uint32_t head, std::vector<uint32_t>& goods) const;
  /// The place where a trigger's happening was, from the phrases of its clause.
  std::optional<uint32_t> place(const Trigger& trigger) const;
  /// The time of its clause, else the only one of its sentence.
  std::optional<uint32_t> time(const Trigger& trigger) const;
  /// The chain of speakers around a token, outermost first.
  std::vector<Party> speakers(uint32_t token) const;

 private:
  std::optional<uint32_t> place_in(uint32_t head) const;
  std::optional<uint32_t> place_of(const Arguments& arguments, EventType type) const;
  bool is_relayer(const Party& party) const;
  std::optional<uint32_t> time_under(uint32_t token, uint32_t trigger) const;
  std::optional<uint32_t> only_time(uint32_t token) const;
  bool is_aside(uint32_t token) const;
  void index_places();
  void index_times();

  const EventInput& input_;
  const PartyFinder& parties_;
  std::vector<int32_t> goods_at_, place_at_;                  ///< one a token
  std::vector<std::pair<uint32_t, uint32_t>> times_by_verb_;  ///< governor, time; sorted
  std::vector<std::pair<uint32_t, uint32_t>> times_by_sentence_;
  std::vector<uint32_t> governors_;  ///< of each time
};

}  // namespace vedette::story
