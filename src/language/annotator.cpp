// What rules make of a token depends on its lexeme, tag and dependency, unless a rule of two tokens meets it. So what
// comes of each such triple is worked out once and kept: as an outcome, which also tells of which pairs the token may
// be the first or the second. Tokens that a pair does meet are worked out anew.
#include <algorithm>
#include <bit>
#include <deque>

#include <boost/unordered/unordered_flat_map.hpp>

#include "language/attribute_ruler.h"
#include "language/lemmatizer.h"

namespace vedette::language {
namespace {

// Lemmas that this worker has met, each with its place in the document at hand.
class LemmaPool {
 public:
  uint32_t number(std::string&& lemma) {
    const auto found = numbers_.find(lemma);
    if (found != numbers_.end()) return found->second;
    const auto added = static_cast<uint32_t>(lemmas_.size());
    lemmas_.push_back({std::move(lemma), 0, 0});
    numbers_.emplace(lemmas_.back().text, added);
    return added;
  }
  void start_document() { ++document_; }
  /// Where it stands in the lemmas of this document, to which it is added when it is first asked for.
  uint32_t place(uint32_t number, std::string& lemmas) {
    Lemma& lemma = lemmas_[number];
    if (lemma.document != document_) {
      lemma.document = document_;
      lemma.offset = static_cast<uint32_t>(lemmas.size());
      lemmas += lemma.text;
    }
    return lemma.offset;
  }
  uint32_t length(uint32_t number) const { return static_cast<uint32_t>(lemmas_[number].text.size()); }
  void clear() {
    numbers_.clear();
    lemmas_.clear();
  }

 private:
  struct Lemma {
    std::string text;
    uint64_t document = 0;
    uint32_t offset = 0;
  };
  std::deque<Lemma> lemmas_;
  boost::unordered_flat_map<std::string_view, uint32_t> numbers_;
  uint64_t document_ = 0;
};

struct Outcome {
  std::optional<uint16_t> tag, dependency;  // where a rule sets them
  uint16_t pos = 0;
  uint16_t morph = 0;
  uint32_t lemma = 0;      // in the pool
  uint64_t first_of = 0;   // pairs whose first condition holds
  uint64_t second_of = 0;  // pairs whose second condition holds
};

}  // namespace

struct Annotator::Parts {
  using Rules = AttributeRuler::Parts;
  struct Hit {
    uint32_t token = 0;
    uint32_t rule = 0;
    auto operator<=>(const Hit&) const = default;
  };

  Parts(const Rules& compiled, const ModelData& model, const LexemeTable& table)
      : rules(compiled), data(model), lexemes(table), lemmatizer(model.lemma_tables) {}

  void annotate(Document& document, const std::vector<RawToken>& raw);
  uint32_t outcome_of(const Token& token, uint32_t lexeme);
  Outcome work_out(const Token& token, const Lexeme& lexeme, std::span<const Hit> hits);
  void collect_singles(const Token& token, const TokenView& view);
  uint32_t lemma_of(const Lexeme& lexeme, const Outcome& outcome, std::string_view given);
  void find_pairs();
  void apply_pairs(Document& document, const std::vector<RawToken>& raw);
  void write(const Outcome& outcome, Token& token, std::string& lemmas);
  const std::vector<uint32_t>& singles_of_tag(uint16_t tag);
  uint16_t dependency_class(uint16_t label);
  std::string_view label(uint16_t number) const { return (*data.labels)[number]; }
  void forget();

  static constexpr size_t kMostOutcomes = 1 << 18;

  const Rules& rules;
  const ModelData& data;
  const LexemeTable& lexemes;
  Lemmatizer lemmatizer;
  Matcher matcher;
  LemmaPool lemmas;
  boost::unordered_flat_map<uint64_t, uint32_t> outcome_numbers;  // by lexeme, tag, class of dependency
  std::vector<Outcome> outcomes;
  std::vector<std::optional<std::vector<uint32_t>>> singles_by_tag;  // those whose tests of the tag hold, by label
  std::vector<std::optional<uint16_t>> dependency_classes;           // by label
  boost::unordered_flat_map<std::vector<bool>, uint16_t> class_numbers;
  // Of the document at hand.
  std::vector<uint32_t> token_outcomes;
  std::vector<Hit> pair_hits;
  // Of the token at hand.
  std::vector<uint32_t> token_rules;
};

void Annotator::Parts::annotate(Document& document, const std::vector<RawToken>& raw) {
  if (outcomes.size() > kMostOutcomes) forget();
  lemmas.start_document();
  document.lemmas.clear();
  token_outcomes.resize(raw.size());
  for (size_t i = 0; i < raw.size(); ++i) token_outcomes[i] = outcome_of(document.tokens[i], raw[i].lexeme);
  const size_t known = outcomes.size();
  find_pairs();
  if (!pair_hits.empty()) apply_pairs(document, raw);
  for (size_t i = 0; i < raw.size(); ++i) write(outcomes[token_outcomes[i]], document.tokens[i], document.lemmas);
  outcomes.resize(known);  // those of pairs are of this document
}

uint32_t Annotator::Parts::outcome_of(const Token& token, uint32_t lexeme) {
  const uint64_t key = uint64_t{lexeme} << 32 | uint32_t{token.tag} << 16 | dependency_class(token.dependency);
  const auto [entry, added] = outcome_numbers.try_emplace(key, static_cast<uint32_t>(outcomes.size()));
  const uint32_t number = entry->second;
  if (added) outcomes.push_back(work_out(token, lexemes[lexeme], {}));
  return number;
}

// Rules of one token and those of two that `hits` names, applied in their order.
Outcome Annotator::Parts::work_out(const Token& token, const Lexeme& lexeme, std::span<const Hit> hits) {
  const TokenView view = {label(token.tag), label(token.dependency), lexeme.lower, lexeme.features.is_space};
  collect_singles(token, view);
  for (const Hit& hit : hits) token_rules.push_back(hit.rule);
  std::sort(token_rules.begin(), token_rules.end());
  Outcome outcome;
  std::string_view lemma;
  for (const uint32_t number : token_rules) {
    const AttributeRule& rule = data.attribute_rules[number];
    if (rule.tag) outcome.tag = rule.tag;
    if (rule.dependency) outcome.dependency = rule.dependency;
    outcome.pos = rule.pos.value_or(outcome.pos);
    outcome.morph = rule.morph.value_or(outcome.morph);
    lemma = rule.lemma.value_or(lemma);
  }
  outcome.lemma = lemma_of(lexeme, outcome, lemma);
  for (size_t i = 0; i < rules.pairs.size(); ++i) {
    outcome.first_of |= uint64_t{rules.pairs[i].first.holds(view, matcher)} << i;
    outcome.second_of |= uint64_t{rules.pairs[i].second.holds(view, matcher)} << i;
  }
  return outcome;
}

void Annotator::Parts::collect_singles(const Token& token, const TokenView& view) {
  token_rules.clear();
  for (const uint32_t i : singles_of_tag(token.tag)) {
    if (rules.singles[i].condition.holds(view, matcher)) token_rules.push_back(rules.singles[i].rule);
  }
}

uint32_t Annotator::Parts::lemma_of(const Lexeme& lexeme, const Outcome& outcome, std::string_view given) {
  if (!given.empty()) return lemmas.number(std::string(given));
  return lemmas.number(lemmatizer.lemma(lexeme.text, lexeme.lower, label(outcome.pos), label(outcome.morph)));
}

void Annotator::Parts::find_pairs() {
  pair_hits.clear();
  for (size_t i = 1; i < token_outcomes.size(); ++i) {
    uint64_t met = outcomes[token_outcomes[i - 1]].first_of & outcomes[token_outcomes[i]].second_of;
    for (; met != 0; met &= met - 1) {
      const uint32_t rule = rules.pairs[static_cast<size_t>(std::countr_zero(met))].rule;
      pair_hits.push_back({static_cast<uint32_t>(i - 1) + data.attribute_rules[rule].index, rule});
    }
  }
}

// Gives every token that a pair met an outcome of its own. All tokens still are as they were before any rule.
void Annotator::Parts::apply_pairs(Document& document, const std::vector<RawToken>& raw) {
  std::sort(pair_hits.begin(), pair_hits.end());
  const auto hits = std::span<const Hit>(pair_hits);
  for (size_t begin = 0; begin < hits.size();) {
    const uint32_t token = hits[begin].token;
    size_t end = begin;
    while (end < hits.size() && hits[end].token == token) ++end;
    const auto outcome = work_out(document.tokens[token], lexemes[raw[token].lexeme], hits.subspan(begin, end - begin));
    token_outcomes[token] = static_cast<uint32_t>(outcomes.size());
    outcomes.push_back(outcome);
    begin = end;
  }
}

void Annotator::Parts::write(const Outcome& outcome, Token& token, std::string& text) {
  token.tag = outcome.tag.value_or(token.tag);
  token.dependency = outcome.dependency.value_or(token.dependency);
  token.pos = outcome.pos;
  token.morph = outcome.morph;
  token.lemma_offset = lemmas.place(outcome.lemma, text);
  token.lemma_length = lemmas.length(outcome.lemma);
}

const std::vector<uint32_t>& Annotator::Parts::singles_of_tag(uint16_t tag) {
  if (tag >= singles_by_tag.size()) singles_by_tag.resize(tag + size_t{1});
  auto& singles = singles_by_tag[tag];
  if (!singles) {
    singles.emplace();
    for (uint32_t i = 0; i < rules.singles.size(); ++i) {
      const auto& condition = rules.singles[i].condition;
      if (condition.holds_for(TokenAttribute::kTag, label(tag), matcher)) singles->push_back(i);
    }
  }
  return *singles;
}

// Dependencies that all rules treat alike are one class.
uint16_t Annotator::Parts::dependency_class(uint16_t number) {
  if (number >= dependency_classes.size()) dependency_classes.resize(number + size_t{1});
  auto& known = dependency_classes[number];
  if (!known) {
    std::vector<bool> answers;
    const auto ask = [&](const TokenCondition& condition) {
      if (!condition.tests(TokenAttribute::kDependency)) return;
      answers.push_back(condition.holds_for(TokenAttribute::kDependency, label(number), matcher));
    };
    for (const auto& single : rules.singles) ask(single.condition);
    for (const auto& pair : rules.pairs) {
      ask(pair.first);
      ask(pair.second);
    }
    known = class_numbers.try_emplace(answers, static_cast<uint16_t>(class_numbers.size())).first->second;
  }
  return *known;
}

void Annotator::Parts::forget() {
  outcome_numbers.clear();
  outcomes.clear();
  lemmas.clear();
}

Annotator::Annotator(const AttributeRuler& ruler, const ModelData& data, const LexemeTable& lexemes)
    : parts_(std::make_unique<Parts>(*ruler.parts_, data, lexemes)) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;

void Annotator::annotate(Document& document, const std::vector<RawToken>& raw) {
  parts_->annotate(document, raw);
}

void Annotator::forget() {
  parts_->forget();
}

}  // namespace vedette::language
