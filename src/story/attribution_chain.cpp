#include "story/attribution_chain.h"

#include <algorithm>
#include <unordered_map>

#include "story/speech_phrases.h"
#include "story/speech_source.h"

namespace vedette::story::speech {

namespace {

constexpr int kMaxCited = 4;
constexpr uint32_t kMaxTail = 12, kMaxCitedPhrase = 24;

bool all_outlets(const PartyFinder& parties, const std::vector<uint32_t>& nouns) {
  return !nouns.empty() && std::all_of(nouns.begin(), nouns.end(), [&](auto noun) { return parties.is_outlet(noun); });
}

// The noun that "citing" or "quoting" below a verb names, or a relative clause below a noun: "which quoted an
// official".
std::optional<uint32_t> cited_by(const Reading& reading, const SpeechLexicon& lexicon, uint32_t token) {
  for (const auto child : near_children(reading, token)) {
    if (!is_quoting_verb(reading, lexicon, child)) continue;
    const auto label = reading.dependency(child);
    if (label != "advcl" && label != "acl" && label != "relcl" && label != "prep" && label != "xcomp") continue;
    if (const auto object = object_of(reading, child, {"dobj", "pobj"})) return object;
  }
  return std::nullopt;
}

void append(std::vector<uint32_t>& to, const std::vector<uint32_t>& more) {
  for (const auto noun : more) {
    if (std::find(to.begin(), to.end(), noun) == to.end()) to.push_back(noun);
  }
}

// "reported that the army had tested a drone, quoting a general": cut off from what is said.
std::optional<uint32_t> cited_at_end(const Reading& reading, const SpeechLexicon& lexicon, SpeechCue& cue) {
  if (cue.content.empty()) return std::nullopt;
  auto& piece = cue.content.back();
  for (uint32_t after = piece.end; after > piece.begin + 2 && piece.end - after + 1 < kMaxCitedPhrase; --after) {
    const uint32_t i = after - 1;
    if (reading.tag(i) != "VBG" || reading.text(i - 1) != "," || !is_quoting_verb(reading, lexicon, i)) continue;
    const auto object = child_of(reading, i, {"dobj"});
    if (object) piece = trimmed(reading, {piece.begin, i});
    return object;
  }
  return std::nullopt;
}

// "The Herald reported, citing TASS, which quoted an official": the official is the speaker.
void follow_citations(const Reading& reading, const SpeechLexicon& lexicon, const PartyFinder& parties,
                      SpeechCue& cue) {
  if (cue.kind != CueKind::kVerb || !all_outlets(parties, cue.sources)) return;
  auto cited = cited_by(reading, lexicon, cue.token);
  if (!cited) cited = cited_by(reading, lexicon, cue.sources.back());
  if (!cited) cited = cited_at_end(reading, lexicon, cue);
  for (int step = 0; step < kMaxCited && cited && parties.can_speak(*cited); ++step) {
    append(cue.via, cue.sources);
    cue.sources = joined_nouns(reading, *cited);
    auto next = cited_by(reading, lexicon, *cited);
    const auto name = child_of(reading, *cited, {"appos"});
    cited = !next && name ? cited_by(reading, lexicon, *name) : next;
  }
}

// The press at the tail of a sentence, "X said, the agency reported": the heads, the verb, and where it all ends.
struct Tail {
  std::vector<uint32_t> outlets;
  uint32_t verb = 0;
};

std::optional<Tail> tail_after(const Reading& reading, const SpeechLexicon& lexicon, const PartyFinder& parties,
                               uint32_t comma) {
  if (comma + 2 >= reading.size() || reading.text(comma) != ",") return std::nullopt;
  for (uint32_t i = comma + 2; i < std::min(reading.size(), comma + kMaxTail); ++i) {
    const auto tag = reading.tag(i);
    if (reading.text(i) == "," || reading.token(i).sentence_start) return std::nullopt;
    const bool told = tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "VBN";
    if (!told || lexicon.find(lower_lemma(reading, i), SpeechKind::kVerb).empty()) continue;
    uint32_t noun = i - 1;
    while (noun > comma + 1 && !is_noun(reading, noun)) --noun;
    if (!is_noun(reading, noun)) return std::nullopt;
    while (reading.dependency(noun) == "conj" && reading.head(noun) < noun && reading.head(noun) > comma) {
      noun = reading.head(noun);
    }
    Tail tail{joined_nouns(reading, noun), i};
    std::erase_if(tail.outlets, [&](auto outlet) { return outlet <= comma || outlet >= i; });
    if (!all_outlets(parties, tail.outlets)) return std::nullopt;
    return tail;
  }
  return std::nullopt;
}

// Cuts the tail off, however the tree hangs it: it may have become what is said, or its governor.
void cut_tail(SpeechCue& cue, const SpeechCue* report, TokenRange tail) {
  std::vector<TokenRange> content;
  if (report != nullptr && (cue.content.empty() || cue.content.front().begin >= tail.begin)) {
    cue.content = report->content;
  }
  for (auto piece : cue.content) {
    const uint32_t own = cue.source.empty() ? cue.token : std::min(cue.source.begin, cue.token);
    if (piece.begin < own && piece.end > own) piece.end = own;
    if (piece.begin >= tail.begin && piece.end <= tail.end) continue;
    if (piece.begin < tail.begin && piece.end > tail.begin) piece.end = tail.begin;
    content.push_back(piece);
  }
  cue.content = std::move(content);
  if (report != nullptr && report->content_head && *report->content_head != cue.token) {
    cue.content_head = report->content_head;
  }
}

// "She said the drill was “a rehearsal”, state media reported on Monday.", where the report became what she said.
bool ends_sentence(const Reading& reading, const PartyFinder& parties, const SpeechCue& report) {
  if (report.kind != CueKind::kVerb || report.source.empty() || !all_outlets(parties, report.sources)) return false;
  const uint32_t begin = report.source.begin;
  if (begin == 0 || reading.text(begin - 1) != "," || report.source.end != report.token) return false;
  if (reading.sentence(report.token).end > report.token + kMaxTail) return false;
  return report.content.empty() || report.content.back().end <= begin;
}

bool swallow_report(SpeechCue& cue, const SpeechCue& report) {
  const auto holds = [&](const TokenRange& piece) { return piece.contains(report.token); };
  if (cue.token >= report.source.begin || std::none_of(cue.content.begin(), cue.content.end(), holds)) return false;
  std::vector<TokenRange> content;
  for (auto piece : cue.content) {
    piece.end = std::min(piece.end, report.source.begin);
    if (piece.begin < piece.end) content.push_back(piece);
  }
  if (content.empty()) content = report.content;
  cue.content = std::move(content);
  append(cue.via, report.sources);
  return true;
}

}  // namespace

void join_chains(const Reading& reading, const SpeechLexicon& lexicon, const PartyFinder& parties,
                 std::vector<SpeechCue>& cues) {
  for (auto& cue : cues) follow_citations(reading, lexicon, parties, cue);
  std::unordered_map<uint32_t, size_t> by_token;
  for (size_t i = 0; i < cues.size(); ++i) by_token.emplace(cues[i].token, i);
  std::vector<bool> dropped(cues.size(), false);
  for (auto& cue : cues) {
    const uint32_t end = std::max(cue.token + 1, cue.source.end);
    const auto tail = cue.kind == CueKind::kVerb && end < cue.token + kMaxTail
                          ? tail_after(reading, lexicon, parties, end)
                          : std::nullopt;
    if (!tail) continue;
    const auto report = by_token.find(tail->verb);
    const SpeechCue* reporting = report == by_token.end() ? nullptr : &cues[report->second];
    cut_tail(cue, reporting, {end, tail->verb + 1});
    append(cue.via, tail->outlets);
    if (reporting != nullptr) dropped[report->second] = true;
  }
  for (size_t i = 1; i < cues.size(); ++i) {  // the one before it in the sentence
    if (dropped[i] || dropped[i - 1] || !ends_sentence(reading, parties, cues[i])) continue;
    if (swallow_report(cues[i - 1], cues[i])) dropped[i] = true;
  }
  for (size_t i = 0; i < cues.size(); ++i) {
    if (!cues[i].content_head || dropped[i]) continue;
    const auto found = by_token.find(*cues[i].content_head);
    if (found == by_token.end() || found->second == i) continue;
    auto& inner = cues[found->second];
    if (inner.content.empty() || cues[i].content.size() > 2 || !all_outlets(parties, cues[i].sources)) continue;
    append(inner.via, cues[i].sources);
    append(inner.via, cues[i].via);
    dropped[i] = true;
  }
  size_t kept = 0;
  for (size_t i = 0; i < cues.size(); ++i) {
    if (dropped[i]) continue;
    if (kept != i) cues[kept] = std::move(cues[i]);
    ++kept;
  }
  cues.resize(kept);
}

}  // namespace vedette::story::speech
