#include "rules/phrase_index.h"

#include <algorithm>

namespace vedette::rules {
namespace {

constexpr size_t kLongestAcronym = 5;

std::string joined(std::span<const PlainWord> words) {
  std::string text;
  for (const PlainWord& word : words) {
    if (!text.empty()) text += ' ';
    text += word.form;
  }
  return text;
}

PhraseCase written_as(std::span<const PlainWord> words) {
  if (words.size() != 1 || !words[0].capital) return PhraseCase::kAny;
  const bool short_word = words[0].form.size() <= kLongestAcronym;
  return words[0].capitals && short_word ? PhraseCase::kCapitals : PhraseCase::kCapital;
}

}  // namespace

PhraseAdded PhraseIndex::add(std::string_view phrase, uint32_t entry, bool ambiguous) {
  const std::vector<PlainWord> words = plain_words(phrase);
  if (words.empty()) return PhraseAdded::kNoWords;
  longest_ = std::max(longest_, words.size());
  const auto [place, added] = phrases_.try_emplace(joined(words), Phrase{entry, ambiguous, written_as(words)});
  return added || place->second.entry == entry ? PhraseAdded::kYes : PhraseAdded::kTaken;
}

const PhraseIndex::Phrase* PhraseIndex::at(std::span<const PlainWord> words) const {
  const auto found = phrases_.find(joined(words));
  if (found == phrases_.end()) return nullptr;
  const Phrase& phrase = found->second;
  if (phrase.written == PhraseCase::kCapital && !words[0].capital) return nullptr;
  if (phrase.written == PhraseCase::kCapitals && !words[0].capitals) return nullptr;
  return &phrase;
}

std::vector<PhraseMatch> PhraseIndex::find(std::span<const PlainWord> words) const {
  std::vector<PhraseMatch> matches;
  for (size_t begin = 0; begin < words.size();) {
    size_t length = std::min(longest_, words.size() - begin);
    for (; length > 0; --length) {
      if (const Phrase* phrase = at(words.subspan(begin, length))) {
        matches.push_back({begin, begin + length, phrase->entry, phrase->ambiguous});
        break;
      }
    }
    begin += std::max<size_t>(length, 1);
  }
  return matches;
}

}  // namespace vedette::rules
