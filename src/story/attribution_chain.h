// Who passes on what somebody else said: "X said, the agency reported", "the paper reported, citing X".
#pragma once

#include <vector>

#include "story/attribution_party.h"
#include "story/speech_cues.h"

namespace vedette::story::speech {

/// Joins each report by the press of what somebody said to that saying, which is then `via` the press; and gives a
/// report that cites somebody that speaker. Linear.
void join_chains(const Reading& reading, const SpeechLexicon& lexicon, const PartyFinder& parties,
                 std::vector<SpeechCue>& cues);

}  // namespace vedette::story::speech
