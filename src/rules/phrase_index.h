// Finding phrases of a table in a sequence of words: longest first, left to right.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "rules/word_forms.h"

namespace vedette::rules {

/// How a phrase of the table must be written in a text.
enum class PhraseCase : uint8_t {
  kAny,
  kCapital,   ///< a name ("Grad"): its words begin with capitals where the table's do
  kCapitals,  ///< an acronym ("SAM"): all capitals
};

/// A phrase found: words [begin, end), and which entry of the table it belongs to.
struct PhraseMatch {
  size_t begin = 0;
  size_t end = 0;
  uint32_t entry = 0;
  bool ambiguous = false;
  bool operator==(const PhraseMatch&) const = default;
};

enum class PhraseAdded : uint8_t {
  kYes,
  kNoWords,  ///< the phrase has none
  kTaken,    ///< another entry has the same words
};

/// Maps phrases to entries.
class PhraseIndex {
 public:
  /// Capitals in `phrase` are binding if it is one word and begins with one: an acronym of up to five letters must
  /// stand in capitals, a name must begin with one.
  PhraseAdded add(std::string_view phrase, uint32_t entry, bool ambiguous = false);

  /// Matches that do not overlap, in order; at each word the longest phrase wins. Linear in the words, times the
  /// length of the longest phrase.
  std::vector<PhraseMatch> find(std::span<const PlainWord> words) const;

 private:
  struct Phrase {
    uint32_t entry = 0;
    bool ambiguous = false;
    PhraseCase written = PhraseCase::kAny;
  };
  const Phrase* at(std::span<const PlainWord> words) const;

  std::map<std::string, Phrase, std::less<>> phrases_;  // plain words with a space between
  size_t longest_ = 0;                                  // in words
};

}  // namespace vedette::rules
