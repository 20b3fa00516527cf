// The words of a story that tell of happenings, by the lexicon and what stands around them.
#pragma once

#include <vector>

#include "story/event_grammar.h"
#include "story/event_lexicon.h"
#include "story/event_parties.h"

namespace vedette::story {

struct Trigger {
  uint32_t token = 0;
  const EventPattern* pattern = nullptr;
  Arguments arguments;
};

/// In order. A noun that only names what a verb tells ("imposed sanctions") is not one.
std::vector<Trigger> find_triggers(const EventInput& input, const PartyFinder& parties);

/// The tokens that a role is read from: those of the first source that has any.
std::vector<uint32_t> tokens_of(const RoleSource& source, const Arguments& arguments);

}  // namespace vedette::story
