// Who says it: the subject of a verb of saying, however far away in the tree.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "story/reading.h"
#include "story/speech_lexicon.h"

namespace vedette::story::speech {

struct SpeechSource {
  uint32_t head = 0;             ///< the noun
  std::vector<uint32_t> via;     ///< who quotes it: "the agency quoted him as saying"
  bool passive_subject = false;  ///< the content is the verb's subject: "it was said by"
};

std::optional<SpeechSource> source_of_verb(const Reading& reading, const SpeechLexicon& lexicon, uint32_t verb);
/// "the army's claim that", "claims by the army that".
std::optional<SpeechSource> source_of_noun(const Reading& reading, uint32_t noun);
/// The whole phrase, cut where it would run over `verb`.
TokenRange source_phrase(const Reading& reading, uint32_t head, uint32_t verb);
bool is_passive(const Reading& reading, uint32_t verb);
bool is_quoting_verb(const Reading& reading, const SpeechLexicon& lexicon, uint32_t verb);

}  // namespace vedette::story::speech
