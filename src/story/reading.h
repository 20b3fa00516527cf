// A story together with its parse: what every stage of the analysis reads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "story/story.h"
#include "story/times.h"
#include "vedette/language.hpp"

namespace vedette::story {

/// Tokens [begin, end) of Reading::document.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool empty() const { return begin == end; }
  bool contains(uint32_t token) const { return begin <= token && token < end; }
  bool operator==(const TokenRange&) const = default;
};

/// Plain data, made once for a story; stages add nothing to it. `document` is the parse of `story.plain`, which has the
/// code points of `story.text` one for one, so that token offsets are offsets of the story.
struct Reading {
  const Story& story;
  const language::Document& document;
  language::Tree tree;
  std::vector<Tense> tenses;            ///< one a token: story/tense.h
  std::vector<uint32_t> sentence_of;    ///< one a token: index into document.sentences
  std::vector<uint32_t> paragraph_of;   ///< one a token: index into story.paragraphs (the one before, between two)
  std::vector<int32_t> quotation_of;    ///< one a token: the innermost quotation that holds it, -1 outside
  std::vector<TimeMention> times;       ///< story/times.h
  std::vector<int32_t> time_of;         ///< one a token: the time mention that holds it, -1 outside
  std::vector<uint32_t> story_offsets;  ///< one a token, and one past the last: byte of story.text where it begins

  const language::Token& token(uint32_t index) const { return document.tokens[index]; }
  uint32_t size() const { return static_cast<uint32_t>(document.tokens.size()); }
  std::string_view text(uint32_t index) const { return document.text_of(document.tokens[index]); }
  std::string_view lemma(uint32_t index) const { return document.lemma_of(document.tokens[index]); }
  std::string_view pos(uint32_t index) const { return document.label(document.tokens[index].pos); }
  std::string_view tag(uint32_t index) const { return document.label(document.tokens[index].tag); }
  std::string_view dependency(uint32_t index) const { return document.label(document.tokens[index].dependency); }
  uint32_t head(uint32_t index) const { return document.tokens[index].head; }
  bool is_root(uint32_t index) const { return head(index) == index; }

  /// The words of a range as the story has them (typographic quotes and all), blanks and line ends made single blanks.
  std::string text_of(TokenRange tokens) const;
  /// The code points of a range, from the first token to the last.
  Range range_of(TokenRange tokens) const;
  /// Tokens that a range of code points touches.
  TokenRange tokens_of(Range range) const;
  /// The sentence that a token stands in.
  TokenRange sentence(uint32_t index) const;
};

/// Lemma and text of a token in small letters.
std::string lower_lemma(const Reading& reading, uint32_t token);
std::string lower_text(const Reading& reading, uint32_t token);
/// The first children of a token, at most 64: no word of a sentence has more, whatever a parse of junk says.
std::span<const uint32_t> near_children(const Reading& reading, uint32_t token);

/// Reads nothing but its arguments, which must outlive the reading.
Reading make_reading(const Story& story, const language::Document& document);

}  // namespace vedette::story
