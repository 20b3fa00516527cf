// Where a story introduces what somebody says or thinks, by the tree: who, by which word, what, and to whom.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "story/reading.h"
#include "story/speech_lexicon.h"

namespace vedette::story::speech {

enum class CueKind : uint8_t { kVerb, kNoun, kAdjective, kAccording, kColon };

/// All heads and ranges are tokens of the reading.
struct SpeechCue {
  uint32_t token = 0;
  CueKind kind = CueKind::kVerb;
  const SpeechWord* word = nullptr;  ///< none of "according to" and of colons
  std::vector<uint32_t> sources;     ///< heads of the speakers, joined ones each
  TokenRange source;                 ///< the whole phrase that names them
  std::vector<TokenRange> cue;       ///< the verb with its auxiliaries and particles
  std::vector<TokenRange> content;   ///< in order; several where the cue stands within it
  std::optional<uint32_t> content_head;
  std::vector<uint32_t> to, via;  ///< heads
  bool takes_quotation = false;   ///< may introduce a quotation that the tree does not hang under it
};

/// In order of their tokens. Those inside quotations are left out, as are those that name no source. Linear.
/// `outer`: see content_beside.
std::vector<SpeechCue> find_speech_cues(const Reading& reading, const SpeechLexicon& lexicon,
                                        const std::vector<int32_t>& outer);

}  // namespace vedette::story::speech
