// Who a noun phrase is: an actor of the cast, or its words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "story/cast.h"
#include "story/reading.h"
#include "story/speech_lexicon.h"
#include "story/statements.h"

namespace vedette::story::speech {

class PartyFinder {
 public:
  PartyFinder(const Reading& reading, const Cast& cast, const SpeechLexicon& lexicon)
      : reading_(reading), cast_(cast), lexicon_(lexicon) {}

  /// No words for a pronoun that the cast does not know.
  Party party_of(uint32_t noun) const;
  std::vector<Party> parties_of(const std::vector<uint32_t>& nouns) const;
  /// Whether it is one of the press: an agency, a newspaper, "state media".
  bool is_outlet(uint32_t noun) const;
  /// Whether it can speak: somebody of the cast, a name, a document or a person by trade.
  bool can_speak(uint32_t noun) const;

 private:
  bool is_other_agency(uint32_t token) const;
  bool is_own_outlet(uint32_t noun) const;
  std::optional<uint32_t> actor_of(uint32_t noun) const;
  const Reading& reading_;
  const Cast& cast_;
  const SpeechLexicon& lexicon_;
};

}  // namespace vedette::story::speech
