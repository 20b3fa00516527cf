// Joining the parties of stories. Private to the timeline.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "story/timeline.h"

namespace vedette::story {

/// Indices of parties by the name that one story uses.
using PartyNames = std::map<std::string, uint32_t, std::less<>>;

struct PartyJoin {
  std::vector<JoinedParty> parties;  ///< in order of first mention
  std::vector<PartyNames> of_story;  ///< one a story: every name in its parties and events
};

/// Two are one if a name is the same but for case, accents and punctuation, a full alias of one is the name of the
/// other, or both are surely the same entry of a list. Persons, bodies and vessels are never joined with one another.
PartyJoin join_parties(const std::vector<ToldStory>& stories);

}  // namespace vedette::story
