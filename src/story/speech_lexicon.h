// The words that introduce what somebody says, thinks or is said to say: data/story/speech.tsv.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vedette::story::speech {

enum class SpeechKind : uint8_t { kVerb, kNoun, kAdjective };

/// How a word takes what is said.
enum SpeechFrame : uint16_t {
  kClauseFrame = 1,       ///< a clause or a quotation: "said that it rained"
  kObjectFrame = 2,       ///< its object: "denied the charge"
  kTargetFrame = 4,       ///< its object and what is said of it: "called the plan a mistake"
  kPersonFrame = 8,       ///< its object is whom it is said to: "told reporters that"
  kInfinitiveFrame = 16,  ///< "promised to leave", with a person: "urged Oslo to wait"
  kBeliefFrame = 32,      ///< holds when negated too: "does not believe that"
  kQuoteFrame = 64,       ///< its object is the speaker: "quoted him as saying"
  kAsFrame = 128,         ///< a target that needs what is said of it: "sees it as a trap", not "sees it"
  kShowFrame = 256,       ///< things do it too, which say nothing inside of what somebody says
};

struct SpeechWord {
  std::string term;  ///< lemma, with a particle where it has one: "point out"
  SpeechKind kind = SpeechKind::kVerb;
  uint16_t frames = 0;
  std::string particle;                   ///< "out" of "point out"; empty if none
  std::vector<std::string> prepositions;  ///< whose object is what is said: "complained about the delay"
  std::string example, speaker, content;  ///< of the example: a statement that it must give

  bool has(SpeechFrame frame) const { return (frames & frame) != 0; }
};

struct OutletWord {
  bool is_name = false;  ///< only with a capital letter: "the Times"
  std::string example;
};

class SpeechLexicon {
 public:
  /// The built-in lexicon, made once.
  static const SpeechLexicon& standard();
  explicit SpeechLexicon(std::string_view words, std::string_view outlets);

  /// The entries that begin with a lemma in small letters.
  std::span<const SpeechWord* const> find(std::string_view lemma, SpeechKind kind) const;
  const std::vector<SpeechWord>& words() const { return words_; }
  /// Whether a word, as written, makes a name or phrase one of the press: "Reuters", "newspaper".
  bool is_outlet_word(std::string_view word) const;
  /// Words with an example each.
  const std::unordered_map<std::string, OutletWord>& outlets() const { return outlets_; }

 private:
  std::vector<SpeechWord> words_;
  std::unordered_map<std::string, std::vector<const SpeechWord*>> by_lemma_;  // kind digit, then lemma
  std::unordered_map<std::string, OutletWord> outlets_;
};

}  // namespace vedette::story::speech
