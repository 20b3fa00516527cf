#include "story/speech_phrase_cues.h"

#include <algorithm>

#include "story/speech_content.h"
#include "story/speech_phrases.h"

namespace vedette::story::speech {

namespace {

constexpr int kMaxClimb = 16;
constexpr uint32_t kMaxLabel = 6;
constexpr size_t kLabelsOfAnInterview = 3;

// The head of the clause that a phrase belongs to.
uint32_t clause_of(const Reading& reading, uint32_t token) {
  uint32_t current = token;
  for (int step = 0; step < kMaxClimb && !reading.is_root(current); ++step) {
    current = reading.head(current);
    const auto label = reading.dependency(current);
    const bool finite = is_verb(reading, current) || reading.pos(current) == "AUX";
    if (!finite) continue;
    if (label == "ccomp" || label == "relcl" || label == "parataxis") break;
    if ((label == "conj" || label == "advcl") && child_of(reading, current, {"nsubj", "nsubjpass"})) break;
  }
  return current;
}

struct Phrase {
  uint32_t token, noun;    // its first word, and the head of who is named
  TokenRange cue, tokens;  // "according to", and all of it
};

std::optional<Phrase> phrase_at(const Reading& reading, uint32_t token) {
  const auto text = lower_text(reading, token);
  if (text == "according" && token + 1 < reading.size() && lower_text(reading, token + 1) == "to") {
    auto noun = child_of(reading, token + 1, {"pobj"});
    if (!noun) noun = child_of(reading, token, {"pobj"});
    if (!noun || *noun < token) return std::nullopt;
    return Phrase{token, *noun, {token, token + 2}, {token, reading.tree.right_edge(*noun) + 1}};
  }
  if (text == "per" && reading.dependency(token) == "prep") {
    const auto noun = child_of(reading, token, {"pobj"});
    const bool apart = token == 0 || reading.text(token - 1) == "," || reading.token(token).sentence_start;
    if (!noun || !apart || reading.pos(*noun) != "PROPN") return std::nullopt;
    return Phrase{token, *noun, {token, token + 1}, {token, reading.tree.right_edge(*noun) + 1}};
  }
  if (text == "in" && token + 3 < reading.size() && lower_text(reading, token + 2) == "words" &&
      lower_text(reading, token + 3) == "of") {
    const auto noun = child_of(reading, token + 3, {"pobj"});
    if (!noun || *noun < token) return std::nullopt;
    return Phrase{token, *noun, {token, token + 4}, {token, reading.tree.right_edge(*noun) + 1}};
  }
  return std::nullopt;
}

SpeechCue cue_of(const Reading& reading, const Phrase& phrase) {
  SpeechCue cue{.token = phrase.token, .kind = CueKind::kAccording};
  cue.sources = joined_nouns(reading, phrase.noun);
  cue.source = trimmed(reading, {phrase.cue.end, phrase.tokens.end});
  cue.cue.push_back(phrase.cue);
  const uint32_t clause = clause_of(reading, phrase.token);
  TokenRange range{reading.tree.left_edge(clause), reading.tree.right_edge(clause) + 1};
  range.end = std::min(range.end, range.begin + kMaxContentTokens);
  if (range.contains(phrase.token)) {
    cue.content = without(reading, range, phrase.tokens);
  } else {
    cue.content.push_back(trimmed(reading, range));
  }
  std::erase_if(cue.content, [](const auto& piece) { return piece.empty(); });
  cue.content_head = clause;
  return cue;
}

// "KREMLIN:", "Q:", "Prime Minister Lind:" at the head of a paragraph: the colon.
std::optional<uint32_t> label_colon(const Reading& reading, TokenRange paragraph) {
  for (uint32_t i = paragraph.begin; i < std::min(paragraph.end, paragraph.begin + kMaxLabel + 1); ++i) {
    if (reading.text(i) == ":") {
      const bool empty = i == paragraph.begin || i + 1 >= paragraph.end;
      return empty ? std::nullopt : std::optional(i);
    }
    const auto text = reading.text(i);
    if (i == paragraph.begin && (text == "A" || text == "Q")) continue;
    if (!is_noun(reading, i) && reading.pos(i) != "ADJ" && reading.text(i) != "." && reading.pos(i) != "X") break;
  }
  return std::nullopt;
}

// The tokens of every paragraph, in one pass.
std::vector<TokenRange> paragraphs_of(const Reading& reading) {
  std::vector<TokenRange> paragraphs(reading.story.paragraphs.size());
  for (size_t i = 0; i < paragraphs.size(); ++i) paragraphs[i] = reading.tokens_of(reading.story.paragraphs[i]);
  return paragraphs;
}

SpeechCue labelled(const Reading& reading, TokenRange paragraph, uint32_t colon) {
  SpeechCue cue{.token = colon, .kind = CueKind::kColon};
  cue.source = {paragraph.begin, colon};
  uint32_t head = colon - 1;
  while (head > paragraph.begin && !is_noun(reading, head) && reading.text(head) != "A") --head;
  cue.sources = {head};
  cue.cue.push_back({colon, colon + 1});
  const TokenRange rest{colon + 1, std::min(paragraph.end, colon + 1 + kMaxContentTokens)};
  uint32_t last = rest.end;
  while (last > rest.begin && (is_space(reading, last - 1) || reading.text(last - 1) == "\"")) --last;
  if (reading.text(last - 1) != "?") cue.content.push_back(trimmed(reading, rest));  // asking is not telling
  std::erase_if(cue.content, [](const auto& piece) { return piece.empty(); });
  return cue;
}

}  // namespace

void add_phrase_cues(const Reading& reading, const std::vector<int32_t>& outer, std::vector<SpeechCue>& cues) {
  for (uint32_t i = 0; i < reading.size(); ++i) {
    if (outer[i] >= 0) continue;
    if (const auto phrase = phrase_at(reading, i)) cues.push_back(cue_of(reading, *phrase));
  }
  const auto paragraphs = paragraphs_of(reading);
  std::vector<std::pair<size_t, uint32_t>> labels;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    if (const auto colon = label_colon(reading, paragraphs[i])) labels.emplace_back(i, *colon);
  }
  for (const auto& [paragraph, colon] : labels) {
    const bool heading = paragraph == 0 && reading.story.has_heading;
    if (heading || labels.size() >= kLabelsOfAnInterview) {
      cues.push_back(labelled(reading, paragraphs[paragraph], colon));
    }
  }
}

}  // namespace vedette::story::speech
