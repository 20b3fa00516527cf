// Idea: each token has a status of its own (auxiliaries, negation, "if"), and each operator word gives one to what it
// governs. Both are carried from the roots of the trees downwards, each token once.
#include "story/status.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/ascii.h"
#include "base/table.h"
#include "text/embed.h"

VEDETTE_EMBED(story_operators_table, VEDETTE_STORY_DATA "/operators.tsv")

namespace vedette::story {

namespace {

constexpr std::array<std::string_view, 9> kNames = {"occurred", "ongoing",  "agreed",      "planned", "expected",
                                                    "proposed", "possible", "conditional", "denied"};

using Operators = std::unordered_map<std::string, Status>;

// Keys are "v deny".
const Operators& operators() {
  static const Operators kOperators = [] {
    Operators all;
    constexpr std::array<std::string_view, 3> kColumns = {"term", "kind", "status"};
    const auto rows = parse_table("operators.tsv", story_operators_table(), kColumns);
    if (!rows) return all;
    for (const TableRow& row : *rows) {
      for (size_t i = 0; i < kNames.size(); ++i) {
        if (row[2] == kNames[i]) all.emplace(std::string(row[1]) + ' ' + std::string(row[0]), static_cast<Status>(i));
      }
    }
    return all;
  }();
  return kOperators;
}

template <size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class StatusReader {
 public:
  explicit StatusReader(const Reading& reading) : reading_(reading), statuses_(reading.size(), Status::kOccurred) {}

  std::vector<Status> read() {
    std::vector<uint32_t> waiting;
    for (uint32_t token = 0; token < reading_.size(); ++token) {
      if (reading_.is_root(token)) waiting.push_back(token);
    }
    while (!waiting.empty()) {
      const uint32_t token = waiting.back();
      waiting.pop_back();
      const Status above = reading_.is_root(token) ? Status::kOccurred : inherited(token);
      statuses_[token] = join(above, own(token));
      for (const uint32_t child : reading_.tree.children(token)) waiting.push_back(child);
    }
    return std::move(statuses_);
  }

 private:
  // What auxiliaries, negation and conjunctions say of a verb itself.
  Status own(uint32_t token) const {
    Status status = Status::kOccurred;
    bool negated = false, is_now = false, would = false, if_clause = false;
    const auto children = reading_.tree.children(token);
    const size_t count = std::min<size_t>(children.size(), 64);
    for (size_t i = 0; i < count; ++i) {
      const uint32_t child = children[i];
      const auto dependency = reading_.dependency(child);
      const std::string word = ascii_lower(reading_.text(child));
      if (dependency == "neg" || (dependency == "det" && word == "no") || word == "never") negated = true;
      if (is_argument(dependency) && is_none(child)) negated = true;
      if (dependency == "auxpass" && word == "being") status = Status::kOngoing;
      if (dependency == "aux") {
        if (word == "will" || word == "shall" || word == "'ll") status = Status::kPlanned;
        if (word == "may" || word == "might" || word == "could" || word == "can") status = Status::kPossible;
        if (word == "would") would = true;
        if (word == "is" || word == "are" || word == "'s" || word == "'re") is_now = true;
      }
      if (dependency == "mark" && (word == "if" || word == "unless")) return Status::kConditional;
      if (dependency == "advcl" && begins_with_if(child)) if_clause = true;
      if (dependency == "advmod") {
        if (const auto found = operator_of("r ", word)) status = *found;
      }
    }
    if (if_clause && (would || status != Status::kOccurred)) return Status::kConditional;
    if (would) status = Status::kExpected;
    if (is_now && reading_.tag(token) == "VBG")
      status = reading_.lemma(token) == "go" ? Status::kPlanned : Status::kOngoing;
    return negated && status != Status::kPossible ? Status::kDenied : status;
  }

  static bool is_argument(std::string_view dependency) {
    return dependency == "nsubj" || dependency == "nsubjpass" || dependency == "dobj";
  }

  // "No weapons were delivered".
  bool is_none(uint32_t noun) const {
    const auto children = reading_.tree.children(noun);
    const size_t count = std::min<size_t>(children.size(), 64);
    for (size_t i = 0; i < count; ++i) {
      if (reading_.dependency(children[i]) == "det" && ascii_lower(reading_.text(children[i])) == "no") return true;
    }
    return false;
  }

  // "call" of "called it off" is "call off".
  std::string with_particle(uint32_t verb) const {
    std::string term = ascii_lower(reading_.lemma(verb));
    const auto children = reading_.tree.children(verb);
    const size_t count = std::min<size_t>(children.size(), 64);
    for (size_t i = 0; i < count; ++i) {
      if (reading_.dependency(children[i]) == "prt") return term + ' ' + ascii_lower(reading_.text(children[i]));
    }
    return term;
  }

  bool begins_with_if(uint32_t verb) const {
    const auto children = reading_.tree.children(verb);
    const size_t count = std::min<size_t>(children.size(), 64);
    for (size_t i = 0; i < count; ++i) {
      if (reading_.dependency(children[i]) == "mark" && ascii_lower(reading_.text(children[i])) == "if") return true;
    }
    return false;
  }

  static std::optional<Status> operator_of(std::string_view kind, std::string_view word) {
    const auto found = operators().find(std::string(kind) + std::string(word));
    return found == operators().end() ? std::nullopt : std::optional(found->second);
  }

  std::optional<Status> operator_at(uint32_t token) const {
    const auto pos = reading_.pos(token);
    const auto lemma = ascii_lower(reading_.lemma(token));
    if (pos == "VERB") {
      const auto found = operator_of("v ", with_particle(token));
      return found ? found : operator_of("v ", lemma);
    }
    if (pos == "NOUN") return operator_of("n ", lemma);
    if (pos == "ADJ") return operator_of("a ", lemma);
    return std::nullopt;
  }

  // What the token above says of this one.
  Status inherited(uint32_t token) const {
    const uint32_t head = reading_.head(token);
    const auto dependency = reading_.dependency(token);
    constexpr std::array<std::string_view, 4> kClause = {"ccomp", "xcomp", "pcomp", "acl"};
    constexpr std::array<std::string_view, 4> kNoun = {"dobj", "pobj", "prep", "nsubjpass"};
    const Status above = statuses_[head];
    const auto given = operator_at(head);
    if (is_one_of(dependency, kClause)) {
      if (given) return turned(above, *given);
      // What somebody says is not made less sure by how the saying is told.
      return dependency == "ccomp" ? Status::kOccurred : above;
    }
    if (is_one_of(dependency, kNoun)) return given && reading_.pos(head) != "ADJ" ? turned(above, *given) : above;
    if (dependency == "amod" || dependency == "compound" || dependency == "attr") return above;
    if (dependency == "conj" || dependency == "nsubj" || dependency == "appos") return above;
    return Status::kOccurred;
  }

  // An operator that is itself denied: "did not refuse to sell", "has not agreed to".
  static Status turned(Status above, Status given) {
    if (above == Status::kDenied) return given == Status::kDenied ? Status::kOccurred : Status::kDenied;
    if (above == Status::kConditional) return Status::kConditional;
    return given;
  }

  static Status join(Status above, Status own) {
    if (own == Status::kOccurred) return above;
    if (above == Status::kOccurred) return own;
    if (own == Status::kDenied) return above == Status::kDenied ? Status::kOccurred : Status::kDenied;
    return above == Status::kOngoing ? own : above;
  }

  const Reading& reading_;
  std::vector<Status> statuses_;
};

}  // namespace

std::string_view to_string(Status status) {
  return kNames[static_cast<size_t>(status)];
}

std::vector<Status> statuses_of(const Reading& reading) {
  return StatusReader(reading).read();
}

}  // namespace vedette::story
