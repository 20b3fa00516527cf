// Who says what: quotations and reported speech with their speakers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "story/cast.h"
#include "story/reading.h"

namespace vedette::story {

enum class SpeechMode : uint8_t { kDirect, kPartial, kIndirect };

/// A party named in the text: an actor of the cast, or where it is none (an unknown "spokesman") its words.
struct Party {
  std::optional<uint32_t> actor;
  std::string words;  ///< without articles; for an actor its name
  bool operator==(const Party&) const = default;
};

struct Statement {
  Party speaker;
  std::vector<Party> to;   ///< "told AFP"
  std::vector<Party> via;  ///< "TASS reported"
  SpeechMode mode = SpeechMode::kIndirect;
  std::string verb;  ///< its lemma in simple past as told: "said"; empty if there is none
  std::string quote;
  Range evidence;                           ///< from the first to the last character of source, cue and content
  std::vector<Range> source, cue, content;  ///< code points
  std::vector<TokenRange> content_tokens;
  std::optional<uint32_t> cue_token;  ///< the verb or noun or preposition that introduces it
  /// The statement inside whose content this one stands ("X quoted Y as saying"), index.
  std::optional<uint32_t> inside;
};

/// In order of their evidence.
std::vector<Statement> find_statements(const Reading& reading, const Cast& cast);

}  // namespace vedette::story
