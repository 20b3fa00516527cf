// How sure a story is of a happening: told as done, under way, planned, possible, denied.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "story/reading.h"

namespace vedette::story {

enum class Status : uint8_t {
  kOccurred,
  kOngoing,
  kAgreed,
  kPlanned,
  kExpected,
  kProposed,
  kPossible,
  kConditional,
  kDenied,
};

/// "occurred", … as the dossier has them.
std::string_view to_string(Status status);

/// The status of what each token (a verb, or a noun that tells of a happening) speaks of, one a token: its own tense
/// and auxiliaries, and every operator above it in the tree (factive, implicative, modal, negative, conditional),
/// carried down to it. Others have that of the nearest above them.
std::vector<Status> statuses_of(const Reading& reading);

}  // namespace vedette::story
