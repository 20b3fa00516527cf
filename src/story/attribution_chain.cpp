#include "story/attribution_chain.h"

#include <algorithm>
#include <unordered_map>

#include "story/speech_phrases.h"
#include "story/speech_source.h"

namespace vedette::story {

namespace {

constexpr int kMaxCited = 4;

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
    if (const auto object = child_of(reading, child, {"dobj", "pobj"})) return object;
  }
  return std::nullopt;
}

void append(std::vector<uint32_t>& to, const std::vector<uint32_t>& more) {
  for (const auto noun : more) {
    if (std::find(to.begin(), to.end(), noun) == to.end()) to.push_back(noun);
  }
}

// "The Herald reported, citing TASS, which quoted an official": the official is the speaker.
void follow_citations(const Reading& reading, const SpeechLexicon& lexicon, const PartyFinder& parties,
                      SpeechCue& cue) {
  if (cue.kind != CueKind::kVerb || !all_outlets(parties, cue.sources)) return;
  auto cited = cited_by(reading, lexicon, cue.token);
  for (int step = 0; step < kMaxCited && cited && parties.can_speak(*cited); ++step) {
    append(cue.via, cue.sources);
    cue.sources = joined_nouns(reading, *cited);
    cited = cited_by(reading, lexicon, *cited);
  }
}

}  // namespace

void join_chains(const Reading& reading, const SpeechLexicon& lexicon, const PartyFinder& parties,
                 std::vector<SpeechCue>& cues) {
  for (auto& cue : cues) follow_citations(reading, lexicon, parties, cue);
  std::unordered_map<uint32_t, size_t> by_token;
  for (size_t i = 0; i < cues.size(); ++i) by_token.emplace(cues[i].token, i);
  std::vector<bool> dropped(cues.size(), false);
  for (size_t i = 0; i < cues.size(); ++i) {
    if (!cues[i].content_head) continue;
    const auto found = by_token.find(*cues[i].content_head);
    if (found == by_token.end() || found->second == i) continue;
    auto& inner = cues[found->second];
    if (inner.content.empty() || !all_outlets(parties, cues[i].sources)) continue;
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

}  // namespace vedette::story
