// From a scored candidate to the hit that a person reads.
#pragma once

#include <optional>

#include "match/score.h"
#include "screen/answer.h"
#include "screen/searcher.h"

namespace vedette::screen {

struct HitOptions {
  double threshold = 0.7;
  std::optional<DayNumber> as_of;
  bool explain = false;
};

/// Decodes the entity, names what matched, dates the listing, and explains if asked to.
Hit build_hit(const match::PreparedEntity& query, const Candidate& candidate, const match::Policy& policy,
              const HitOptions& options);

/// The lists of a set and what must be said of them. `id` is a hash of the set and the policy.
ImageUsed image_used(const ListSet& lists, const match::Policy& policy);
bool is_stale(const ImageUsed& image);

}  // namespace vedette::screen
