#include "story/speech_free.h"

#include <algorithm>
#include <optional>

#include "story/speech_phrases.h"
#include "story/speech_pieces.h"

namespace vedette::story::speech {

namespace {

constexpr uint32_t kFewestWords = 3;
constexpr uint32_t kMaxParagraphsBetween = 2;
constexpr size_t kMaxGroup = 8;

class FreeQuotations {
 public:
  FreeQuotations(const Reading& reading, const PartyFinder& parties, std::vector<Statement>& statements)
      : reading_(reading), parties_(parties), statements_(statements) {}

  void add() {
    mark_taken();
    const size_t cued = statements_.size();
    const auto& quotations = reading_.story.quotations;
    for (size_t i = 0; i < quotations.size(); ++i) {
      while (next_ < cued && statements_[next_].evidence.begin < quotations[i].range.begin) remember(next_++);
      if (quotations[i].depth == 0 && !taken_[i]) add(i);
    }
  }

 private:
  void mark_taken() {
    const auto& quotations = reading_.story.quotations;
    taken_.assign(quotations.size(), false);
    std::vector<Range> contents;
    for (const auto& statement : statements_) {
      contents.insert(contents.end(), statement.content.begin(), statement.content.end());
    }
    std::sort(contents.begin(), contents.end(), [](auto a, auto b) { return a.begin < b.begin; });
    uint32_t reach = 0;
    size_t next = 0;
    for (size_t i = 0; i < quotations.size(); ++i) {  // in order of their beginnings
      while (next < contents.size() && contents[next].begin < quotations[i].range.end) {
        reach = std::max(reach, contents[next++].end);
      }
      taken_[i] = reach > quotations[i].inside.begin;
    }
  }

  void remember(size_t index) {
    if (statements_[index].inside) return;
    const bool same_cue = last_ && statements_[index].cue_token == statements_[*last_].cue_token;
    if (!same_cue) group_.clear();
    last_ = index;
    group_.push_back(index);
  }

  // Stands as a sentence: after the end of one, a colon, another quotation, or at the head of a paragraph.
  bool stands_alone(TokenRange tokens) const {
    uint32_t before = tokens.begin;
    while (before > 0 && is_space(reading_, before - 1)) --before;
    if (before == 0 || reading_.paragraph_of[before - 1] != reading_.paragraph_of[tokens.begin]) return true;
    const auto text = reading_.text(before - 1);
    return text == "." || text == "!" || text == "?" || text == ":" || text == "\"" || text == "''" || text == "...";
  }

  bool is_speech(const Quotation& quotation, TokenRange tokens) const {
    const auto inside = reading_.tokens_of(quotation.inside);
    if (inside.end - inside.begin < kFewestWords || !stands_alone(tokens)) return false;
    for (uint32_t i = inside.begin; i < inside.end; ++i) {
      const auto tag = reading_.tag(i);
      if (tag.starts_with("VB") || tag == "MD") return true;
    }
    return !quotation.closed;
  }

  // The subject of the sentence before, if somebody of the cast: "Lind shook his head. “Never.”"
  std::optional<Party> subject_before(uint32_t token) const {
    if (token == 0) return std::nullopt;
    uint32_t before = token - 1;
    while (before > 0 && is_space(reading_, before)) --before;
    const auto sentence = reading_.sentence(before);
    for (uint32_t i = sentence.begin; i < std::min(sentence.end, sentence.begin + 60); ++i) {
      if (reading_.dependency(i) != "nsubj" || !parties_.can_speak(i)) continue;
      if (auto party = parties_.party_of(i); !party.words.empty()) return party;
    }
    return std::nullopt;
  }

  void add(size_t index) {
    const auto& quotation = reading_.story.quotations[index];
    const auto tokens = reading_.tokens_of(quotation.range);
    if (tokens.empty() || !is_speech(quotation, tokens)) return;
    auto piece = quoted_piece(reading_, quotation);
    if (piece.quote.empty()) return;
    Statement statement{.mode = SpeechMode::kDirect,
                        .quote = std::move(piece.quote),
                        .evidence = quotation.range,
                        .content = {quotation.range},
                        .content_tokens = {tokens}};
    if (!give_speaker(tokens, statement)) return;
    const auto group = last_ && continues_last(tokens) ? group_ : std::vector<size_t>{};
    group_ = group;
    if (!group_.empty()) share_spans(statement);
    statements_.push_back(std::move(statement));
    last_ = statements_.size() - 1;
    group_.push_back(*last_);
  }

  // In the paragraph of a quotation before: "“A,” she said. “B.”" is one act of saying.
  bool continues_last(TokenRange tokens) const {
    const auto& before = statements_[*last_];
    return before.mode != SpeechMode::kIndirect && group_.size() < kMaxGroup &&
           reading_.paragraph_of[before.content_tokens.front().begin] == reading_.paragraph_of[tokens.begin];
  }

  void share_spans(Statement& statement) {
    const auto& before = statements_[group_.front()];
    const auto range = statement.content.front();
    const auto tokens = statement.content_tokens.front();
    statement.source = before.source;
    statement.cue = before.cue;
    statement.cue_token = before.cue_token;
    statement.verb = before.verb;
    statement.content = before.content;
    statement.content_tokens = before.content_tokens;
    extend(statement, range, tokens);
    for (const auto index : group_) extend(statements_[index], range, tokens);
  }

  static void extend(Statement& statement, Range range, TokenRange tokens) {
    statement.content.push_back(range);
    statement.content_tokens.push_back(tokens);
    statement.evidence.begin = std::min(statement.evidence.begin, statement.content.front().begin);
    statement.evidence.end = std::max(statement.evidence.end, range.end);
  }

  bool give_speaker(TokenRange tokens, Statement& statement) const {
    const uint32_t paragraph = reading_.paragraph_of[tokens.begin];
    if (last_) {
      const auto& before = statements_[*last_];
      const uint32_t last_token = before.content_tokens.back().end - 1;
      const uint32_t other = reading_.paragraph_of[last_token];
      if (paragraph - std::min(paragraph, other) < kMaxParagraphsBetween) {
        statement.speaker = before.speaker;
        statement.to = before.mode == SpeechMode::kDirect ? before.to : std::vector<Party>{};
        return true;
      }
    }
    if (auto party = subject_before(tokens.begin)) {
      statement.speaker = *std::move(party);
      return true;
    }
    return false;
  }

  const Reading& reading_;
  const PartyFinder& parties_;
  std::vector<Statement>& statements_;
  std::vector<bool> taken_;
  std::optional<size_t> last_;
  std::vector<size_t> group_;  // statements of one act of saying, that of `last_`
  size_t next_ = 0;
};

}  // namespace

void add_free_quotations(const Reading& reading, const PartyFinder& parties, std::vector<Statement>& statements) {
  FreeQuotations(reading, parties, statements).add();
}

}  // namespace vedette::story::speech
