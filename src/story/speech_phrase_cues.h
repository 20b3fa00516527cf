// Sources that no verb of saying names: "according to", "in the words of", headings ("Kremlin: no deal"), interviews.
#pragma once

#include <vector>

#include "story/speech_cues.h"

namespace vedette::story::speech {

/// Adds "according to X", "per X", "in the words of X"; and where a paragraph begins with the name of a speaker and a
/// colon, its rest: headings, and interviews of at least three such paragraphs. Linear.
void add_phrase_cues(const Reading& reading, const std::vector<int32_t>& outer, std::vector<SpeechCue>& cues);

}  // namespace vedette::story::speech
