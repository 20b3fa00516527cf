#include "story/language_guess.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "base/table.h"
#include "text/embed.h"
#include "text/fold.h"
#include "text/words.h"

VEDETTE_EMBED(story_languages_table, VEDETTE_STORY_DATA "/languages.tsv")

namespace vedette::story {

namespace {

using text::Script;

constexpr size_t kLookedAt = 4096;
// Another language than English must have so many function words, at least this share of all words, and so many times
// those of English, which shares "in", "de", "a" and the like with its neighbours.
constexpr uint32_t kLeastWords = 4;
constexpr double kLeastShare = 0.12;
constexpr double kLeastRatio = 1.5;
// A text in kana has Han signs too, mostly more of them.
constexpr size_t kKanaWeight = 5;

constexpr std::array<std::string_view, 5> kColumns = {"language", "name", "script", "function words", "example"};

Script script_named(std::string_view code) {
  for (int i = 0; i < text::kScriptCount; ++i) {
    if (text::iso15924(static_cast<Script>(i)) == code) return static_cast<Script>(i);
  }
  return Script::kOther;
}

struct Languages {
  std::vector<LanguageEntry> entries;
  std::unordered_map<std::string, std::vector<uint16_t>> by_word;  // folded → entries

  Languages() {
    const std::string file = "languages.tsv";
    const auto rows = parse_table(file, story_languages_table(), kColumns);
    if (!rows) return;  // a test holds the table to its grammar
    for (const auto& row : *rows) {
      const auto index = static_cast<uint16_t>(entries.size());
      entries.push_back({row[0], row[1], script_named(row[2]), row[4]});
      for (const auto word : row.list(3)) by_word[text::fold(word)].push_back(index);
    }
  }

  static const Languages& standard() {
    static const Languages languages;
    return languages;
  }
};

std::string_view beginning(std::string_view text) {
  if (text.size() <= kLookedAt) return text;
  size_t end = kLookedAt;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// What the words of a text speak for.
struct Evidence {
  std::array<size_t, text::kScriptCount> letters{};  // bytes
  std::vector<uint32_t> function_words;              // one a language
  uint32_t words = 0;

  Script script() const {
    auto weights = letters;
    weights[static_cast<size_t>(Script::kCommon)] = 0;
    weights[static_cast<size_t>(Script::kKana)] *= kKanaWeight;
    return static_cast<Script>(std::max_element(weights.begin(), weights.end()) - weights.begin());
  }
};

Evidence evidence_of(std::string_view text, const Languages& languages) {
  Evidence evidence;
  evidence.function_words.resize(languages.entries.size());
  const std::string folded = text::fold(beginning(text));
  for (const auto& word : text::split_words(folded)) {
    evidence.letters[static_cast<size_t>(word.script)] += word.end - word.begin;
    if (word.script == Script::kCommon) continue;
    ++evidence.words;
    const auto known = languages.by_word.find(std::string(word.in(folded)));
    if (known == languages.by_word.end()) continue;
    for (const uint16_t index : known->second) ++evidence.function_words[index];
  }
  return evidence;
}

LanguageGuess guess_of(const LanguageEntry& entry) {
  return {std::string(entry.code), std::string(entry.name)};
}

}  // namespace

const std::vector<LanguageEntry>& known_languages() {
  return Languages::standard().entries;
}

LanguageGuess guess_language(std::string_view text) {
  const Languages& languages = Languages::standard();
  const Evidence evidence = evidence_of(text, languages);
  const Script script = evidence.script();
  std::optional<size_t> best;
  for (size_t i = 0; i < languages.entries.size(); ++i) {
    if (languages.entries[i].script != script) continue;
    if (!best || evidence.function_words[i] > evidence.function_words[*best]) best = i;
  }
  if (!best) return evidence.words == 0 ? LanguageGuess{} : LanguageGuess{"und", ""};
  if (script != Script::kLatin) return guess_of(languages.entries[*best]);
  const uint32_t found = evidence.function_words[*best];
  const bool clear = found >= kLeastWords && found >= kLeastShare * evidence.words &&
                     found >= kLeastRatio * evidence.function_words[0];
  return clear ? guess_of(languages.entries[*best]) : LanguageGuess{};
}

}  // namespace vedette::story
