// What is said: the words that a verb, noun or adjective of saying governs.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "story/reading.h"
#include "story/speech_lexicon.h"

namespace vedette::story::speech {

struct SpeechContent {
  std::vector<TokenRange> pieces;  ///< in order; several where the words that introduce them stand between
  std::optional<uint32_t> head;    ///< of the clause
  std::optional<uint32_t> person;  ///< the noun whom it is said to, if it stands as an object
  bool is_clause = false;
};

/// A quotation may be longer than that; the rest is left out.
inline constexpr uint32_t kMaxContentTokens = 1000;

/// By the tree alone. No pieces if the word governs nothing that its entry allows.
SpeechContent content_of_verb(const Reading& reading, const SpeechLexicon& lexicon, const SpeechWord& word,
                              uint32_t verb, bool passive);
SpeechContent content_of_noun(const Reading& reading, uint32_t noun, const SpeechWord& word);
/// What follows a colon after `from`, or a quotation right after it or right before `before`.
/// `outer` has one a token: the outermost quotation that holds it with its marks, or -1.
std::optional<TokenRange> content_beside(const Reading& reading, const std::vector<int32_t>& outer, uint32_t before,
                                         uint32_t from);
/// `range` without `hole`, trimmed: none, one or two pieces.
std::vector<TokenRange> without(const Reading& reading, TokenRange range, TokenRange hole);

}  // namespace vedette::story::speech
