#include "story/tense.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <string_view>

namespace vedette::story {

namespace {

using language::Document;
using language::Token;
using language::Tree;

constexpr size_t kMaxClimb = 50;

// What such a word governs lies ahead: "plans to visit on Friday", "is expected on Friday", "due in May".
constexpr std::array<std::string_view, 22> kAhead = {
    "plan",   "expect", "schedule", "intend",  "aim",   "hope",  "due",    "slate",   "set",    "want",   "promise",
    "pledge", "vow",    "threaten", "propose", "ready", "agree", "decide", "prepare", "invite", "likely", "poised"};
constexpr std::array<std::string_view, 5> kFutureModals = {"will", "shall", "'ll", "’ll", "wo"};
constexpr std::array<std::string_view, 4> kOpenModals = {"may", "might", "could", "can"};

template <size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class TenseReader {
 public:
  explicit TenseReader(const Document& document) : document_(document), tree_(document) {}

  Tense read(uint32_t token) const {
    for (size_t step = 0; step < kMaxClimb; ++step) {
      if (is_verb(token) || is_predicate(token)) {
        const auto tense = of_verb(token);
        if (tense != Tense::kUnknown) return tense;
      }
      const auto head = document_.tokens[token].head;
      if (head == token) return Tense::kUnknown;
      token = head;
    }
    return Tense::kUnknown;
  }

 private:
  const Token& at(uint32_t token) const { return document_.tokens[token]; }
  std::string_view tag(uint32_t token) const { return document_.label(at(token).tag); }
  std::string_view dependency(uint32_t token) const { return document_.label(at(token).dependency); }
  std::string_view lemma(uint32_t token) const { return document_.lemma_of(at(token)); }
  // No verb of a sentence has more; in what is no prose, one may have thousands, and be asked about by each of them.
  std::span<const uint32_t> children(uint32_t token) const {
    const auto all = tree_.children(token);
    return all.first(std::min<size_t>(all.size(), kMaxChildren));
  }
  bool is_verb(uint32_t token) const { return tag(token).starts_with("VB"); }
  // "due", "likely", "ready": adjectives that look ahead.
  bool is_predicate(uint32_t token) const { return tag(token) == "JJ" && is_one_of(lemma(token), kAhead); }

  Tense of_verb(uint32_t verb) const {
    const auto helped = of_helpers(verb);
    if (helped == Tense::kFuture) return helped;
    // What was expected or decided once may be over by now.
    if (is_one_of(lemma(verb), kAhead) && helped != Tense::kPast) return Tense::kFuture;
    if (helped != Tense::kUnknown) return helped;
    if (tag(verb) == "VBD") return Tense::kPast;
    if (tag(verb) == "VBZ" || tag(verb) == "VBP") return Tense::kPresent;
    return Tense::kUnknown;
  }

  Tense of_helpers(uint32_t verb) const {
    auto tense = Tense::kUnknown;
    bool infinitive = false;
    for (const auto child : children(verb)) {
      const auto relation = dependency(child);
      if (relation != "aux" && relation != "auxpass") continue;
      const auto word = document_.text_of(at(child));
      if (is_one_of(word, kFutureModals) || is_one_of(lemma(child), kFutureModals)) return Tense::kFuture;
      if (is_one_of(word, kOpenModals) && !has_perfect(verb)) return Tense::kFuture;
      if (tag(child) == "TO") infinitive = true;
      if (tag(child) == "VBD") tense = Tense::kPast;
      if ((tag(child) == "VBZ" || tag(child) == "VBP") && tense == Tense::kUnknown) {
        tense = lemma(child) == "have" ? Tense::kPast : Tense::kPresent;
      }
    }
    if (infinitive) return of_infinitive(verb);
    return tense;
  }

  // "may have left" is about the past.
  bool has_perfect(uint32_t verb) const {
    const auto helpers = children(verb);
    return std::any_of(helpers.begin(), helpers.end(), [&](uint32_t child) { return lemma(child) == "have"; });
  }

  // "to visit": ahead where what governs it looks ahead, or is "is to" or "is going to".
  Tense of_infinitive(uint32_t verb) const {
    const auto head = at(verb).head;
    if (head == verb) return Tense::kFuture;
    if (is_one_of(lemma(head), kAhead)) return Tense::kFuture;
    if (lemma(head) == "go" && tag(head) == "VBG") return Tense::kFuture;
    if (lemma(head) == "be" && (tag(head) == "VBZ" || tag(head) == "VBP")) return Tense::kFuture;
    return Tense::kUnknown;
  }

  static constexpr size_t kMaxChildren = 64;
  const Document& document_;
  Tree tree_;
};

}  // namespace

std::vector<Tense> tenses_of(const Document& document) {
  const TenseReader reader(document);
  std::vector<Tense> tenses;
  tenses.reserve(document.tokens.size());
  for (uint32_t i = 0; i < document.tokens.size(); ++i) tenses.push_back(reader.read(i));
  return tenses;
}

TenseAt tense_at(const Document& document) {
  const auto reader = std::make_shared<TenseReader>(document);
  return [&document, reader](uint32_t code_point) {
    const auto& tokens = document.tokens;
    const auto after = std::upper_bound(tokens.begin(), tokens.end(), code_point,
                                        [](uint32_t at, const Token& token) { return at < token.code_point; });
    if (after == tokens.begin()) return Tense::kUnknown;
    return reader->read(static_cast<uint32_t>(after - tokens.begin()) - 1);
  };
}

}  // namespace vedette::story
