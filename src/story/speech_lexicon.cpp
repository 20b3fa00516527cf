#include "story/speech_lexicon.h"

#include <array>
#include <utility>

#include "base/table.h"
#include "text/embed.h"

VEDETTE_EMBED(story_speech_table, VEDETTE_STORY_DATA "/speech.tsv")
VEDETTE_EMBED(story_speech_outlets, VEDETTE_STORY_DATA "/speech_outlets.tsv")

namespace vedette::story::speech {

namespace {

constexpr std::array<std::string_view, 6> kColumns = {"term", "kind", "frames", "example", "speaker", "content"};
constexpr std::array<std::string_view, 3> kOutletColumns = {"word", "kind", "example"};
constexpr std::array<std::pair<std::string_view, uint16_t>, 9> kFrames = {{{"clause", kClauseFrame},
                                                                           {"object", kObjectFrame},
                                                                           {"target", kTargetFrame},
                                                                           {"person", kPersonFrame},
                                                                           {"infinitive", kInfinitiveFrame},
                                                                           {"belief", kBeliefFrame},
                                                                           {"quote", kQuoteFrame},
                                                                           {"show", kShowFrame},
                                                                           {"as", kAsFrame}}};

std::string key_of(std::string_view lemma, SpeechKind kind) {
  std::string key(1, static_cast<char>('0' + static_cast<int>(kind)));
  return key.append(lemma);
}

SpeechWord word_of(const TableRow& row) {
  SpeechWord word{.term = std::string(row[0])};
  if (row[1] == "noun") word.kind = SpeechKind::kNoun;
  if (row[1] == "adjective") word.kind = SpeechKind::kAdjective;
  for (const auto frame : row.list(2)) {
    uint16_t bit = 0;
    for (const auto& [name, value] : kFrames) bit |= name == frame ? value : 0;
    word.frames |= bit;
    if (bit == 0) word.prepositions.emplace_back(frame);
  }
  if (const auto blank = word.term.find(' '); blank != std::string::npos) word.particle = word.term.substr(blank + 1);
  word.example = row[3];
  word.speaker = row[4];
  word.content = row[5];
  return word;
}

}  // namespace

SpeechLexicon::SpeechLexicon(std::string_view words, std::string_view outlets) {
  const std::string name = "speech.tsv", outlets_name = "speech_outlets.tsv";
  if (const auto rows = parse_table(name, words, kColumns)) {
    for (const auto& row : *rows) words_.push_back(word_of(row));
  }
  for (const auto& word : words_) {
    by_lemma_[key_of(std::string_view(word.term).substr(0, word.term.find(' ')), word.kind)].push_back(&word);
  }
  if (const auto rows = parse_table(outlets_name, outlets, kOutletColumns)) {
    for (const auto& row : *rows) outlets_.emplace(row[0], OutletWord{row[1] == "name", std::string(row[2])});
  }
}

const SpeechLexicon& SpeechLexicon::standard() {
  static const SpeechLexicon lexicon{story_speech_table(), story_speech_outlets()};
  return lexicon;
}

bool SpeechLexicon::is_outlet_word(std::string_view word) const {
  std::string lower(word);
  for (auto& letter : lower) letter = (letter >= 'A' && letter <= 'Z') ? static_cast<char>(letter + 32) : letter;
  const auto found = outlets_.find(lower);
  return found != outlets_.end() && (!found->second.is_name || lower != word);
}

std::span<const SpeechWord* const> SpeechLexicon::find(std::string_view lemma, SpeechKind kind) const {
  const auto found = by_lemma_.find(key_of(lemma, kind));
  if (found == by_lemma_.end()) return {};
  return found->second;
}

}  // namespace vedette::story::speech
