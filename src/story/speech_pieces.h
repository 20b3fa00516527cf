// What was said, cut into statements: quoted words and words told, each by itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "story/reading.h"
#include "story/statements.h"

namespace vedette::story::speech {

struct SpeechPiece {
  SpeechMode mode = SpeechMode::kIndirect;
  std::string quote;
  TokenRange tokens;
  bool all_quoted = false;  ///< nothing but quoted words
};

/// The outermost quotation of every token, with its marks; -1 outside.
std::vector<int32_t> outer_quotations(const Reading& reading);

/// `range` made longer, so that it holds whole quotations where it holds a part, but does not reach over `cue`.
TokenRange with_whole_quotations(const Reading& reading, const std::vector<int32_t>& outer, TokenRange range,
                                 uint32_t cue);

/// The pieces of a range. A clause with quoted words beside one without is its own; `head` is the verb of the first.
std::vector<SpeechPiece> speech_pieces(const Reading& reading, const std::vector<int32_t>& outer, TokenRange range,
                                       std::optional<uint32_t> head);

/// One that is a quotation by itself.
SpeechPiece quoted_piece(const Reading& reading, const Quotation& quotation);

}  // namespace vedette::story::speech
