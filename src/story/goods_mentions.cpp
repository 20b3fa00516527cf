#include "story/goods_mentions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/ascii.h"

namespace vedette::story {

namespace {

constexpr std::array<std::pair<std::string_view, double>, 14> kNumbers = {{{"one", 1},
                                                                           {"two", 2},
                                                                           {"three", 3},
                                                                           {"four", 4},
                                                                           {"five", 5},
                                                                           {"six", 6},
                                                                           {"seven", 7},
                                                                           {"eight", 8},
                                                                           {"nine", 9},
                                                                           {"ten", 10},
                                                                           {"eleven", 11},
                                                                           {"twelve", 12},
                                                                           {"dozen", 12},
                                                                           {"dozens", 12}}};
constexpr std::array<std::string_view, 12> kUnits = {"tonne", "ton",   "barrel", "container", "kilogram", "kg",
                                                     "litre", "liter", "gallon", "crate",     "case",     "truckload"};
// Verbs and nouns of dealing in goods: near one of them a word with other senses is believed.
constexpr std::array<std::string_view, 34> kDealing = {
    "sell",      "supply",     "ship",     "deliver",  "export",  "import",      "transfer",  "smuggle", "seize",
    "fire",      "launch",     "buy",      "purchase", "provide", "send",        "carry",     "unload",  "load",
    "intercept", "procure",    "delivery", "shipment", "sale",    "cargo",       "transport", "acquire", "obtain",
    "receive",   "confiscate", "shell",    "test",     "produce", "manufacture", "stockpile"};

// One sentence's words as the vocabulary wants them, and the token that each is of.
struct Words {
  std::vector<rules::PlainWord> words;
  std::vector<uint32_t> tokens;
};

Words words_of(const Reading& reading, TokenRange sentence) {
  Words all;
  for (uint32_t token = sentence.begin; token < sentence.end; ++token) {
    for (auto& word : rules::plain_words(reading.text(token))) {
      all.words.push_back(std::move(word));
      all.tokens.push_back(token);
    }
  }
  return all;
}

class GoodsFinder {
 public:
  GoodsFinder(const Reading& reading, const rules::GoodsVocabulary& vocabulary)
      : reading_(reading), vocabulary_(vocabulary) {}

  std::vector<GoodsMention> find() {
    for (const auto& sentence : reading_.document.sentences) read_sentence({sentence.begin, sentence.end});
    return std::move(found_);
  }

 private:
  void read_sentence(TokenRange sentence) {
    const Words words = words_of(reading_, sentence);
    const auto matches = vocabulary_.find(words.words);
    if (matches.empty()) return;
    const bool sure = std::any_of(matches.begin(), matches.end(), [](const auto& match) { return !match.ambiguous; });
    const bool context = sure || deals_in_goods(sentence);
    for (const auto& match : matches) {
      if (match.ambiguous && !context) continue;
      add({words.tokens[match.begin], words.tokens[match.end - 1] + 1}, sentence, &vocabulary_.goods()[match.entry]);
    }
  }

  bool deals_in_goods(TokenRange sentence) const {
    for (uint32_t token = sentence.begin; token < sentence.end; ++token) {
      if (std::find(kDealing.begin(), kDealing.end(), reading_.lemma(token)) != kDealing.end()) return true;
    }
    return false;
  }

  void add(TokenRange phrase, TokenRange sentence, const rules::Good* good) {
    const uint32_t head = phrase.end - 1;
    const auto pos = reading_.pos(head);
    if (pos != "NOUN" && pos != "PROPN") return;
    // "missile tests", "arms talks": the goods are but what the noun behind is about, which is enough here.
    constexpr uint32_t kMostModifiers = 12;
    const uint32_t least = std::max(sentence.begin, phrase.begin - std::min(phrase.begin, kMostModifiers));
    while (phrase.begin > least && joins(phrase.begin - 1, phrase)) --phrase.begin;
    while (phrase.begin < head && reading_.tag(phrase.begin) == "HYPH") ++phrase.begin;
    if (!found_.empty() && found_.back().tokens.end > phrase.begin) return;
    GoodsMention mention{.tokens = phrase, .head = head, .text = reading_.text_of(phrase), .good = good};
    count(mention);
    found_.push_back(std::move(mention));
  }

  // A modifier that stands right before the phrase and belongs to it.
  bool joins(uint32_t token, TokenRange phrase) const {
    const auto dependency = reading_.dependency(token);
    if (dependency != "amod" && dependency != "compound" && dependency != "nmod" && dependency != "punct") return false;
    if (dependency == "punct" && reading_.tag(token) != "HYPH") return false;
    const auto pos = reading_.pos(token);
    if (dependency != "punct" && pos != "ADJ" && pos != "NOUN" && pos != "PROPN") return false;
    if (reading_.tag(token) == "CD" || reading_.document.tokens[token].entity != 0) return false;
    return reading_.head(token) >= phrase.begin && reading_.head(token) < phrase.end;
  }

  void count(GoodsMention& mention) const {
    for (const uint32_t child : reading_.tree.children(mention.head)) {
      if (reading_.dependency(child) == "nummod" && child < mention.head) mention.count = number(child);
    }
    // "30,000 tonnes of coal", "dozens of shells"
    const uint32_t of = reading_.head(mention.head);
    if (of == mention.head || reading_.lemma(of) != "of") return;
    const uint32_t unit = reading_.head(of);
    const std::string lemma = ascii_lower(reading_.lemma(unit));
    if (std::find(kUnits.begin(), kUnits.end(), lemma) != kUnits.end()) {
      mention.unit = lemma;
      for (const uint32_t child : reading_.tree.children(unit)) {
        if (reading_.dependency(child) == "nummod") mention.count = number(child);
      }
    } else if (const auto dozens = number(unit)) {
      mention.count = dozens;
    }
  }

  std::optional<double> number(uint32_t token) const {
    std::string digits;
    for (const char c : reading_.text(token)) {
      if (c != ',') digits += c;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc() && end == digits.data() + digits.size() && value > 0 && value < 1e15) return value;
    const std::string word = ascii_lower(reading_.text(token));
    const auto found =
        std::find_if(kNumbers.begin(), kNumbers.end(), [&](const auto& one) { return one.first == word; });
    return found == kNumbers.end() ? std::nullopt : std::optional(found->second);
  }

  const Reading& reading_;
  const rules::GoodsVocabulary& vocabulary_;
  std::vector<GoodsMention> found_;
};

}  // namespace

std::vector<GoodsMention> find_goods(const Reading& reading, const rules::GoodsVocabulary& vocabulary) {
  return GoodsFinder(reading, vocabulary).find();
}

}  // namespace vedette::story
