#include "story/statements.h"

#include <algorithm>
#include <utility>

#include "story/attribution_chain.h"
#include "story/attribution_party.h"
#include "story/speech_cues.h"
#include "story/speech_free.h"
#include "story/speech_phrase_cues.h"
#include "story/speech_phrases.h"
#include "story/speech_pieces.h"

namespace vedette::story {

using namespace speech;

namespace {

void widen(Range& evidence, Range more) {
  evidence.begin = std::min(evidence.begin, more.begin);
  evidence.end = std::max(evidence.end, more.end);
}

class StatementMaker {
 public:
  StatementMaker(const Reading& reading, const Cast& cast)
      : reading_(reading),
        cast_(cast),
        lexicon_(SpeechLexicon::standard()),
        outer_(outer_quotations(reading)),
        parties_(reading, cast, lexicon_) {}

  std::vector<Statement> make() {
    auto cues = find_speech_cues(reading_, lexicon_, outer_);
    add_phrase_cues(reading_, outer_, cues);
    join_chains(reading_, lexicon_, parties_, cues);
    std::stable_sort(cues.begin(), cues.end(), [](const auto& a, const auto& b) { return a.token < b.token; });
    drop_mute(cues);
    for (const auto& cue : cues) add(cue);
    sort();
    add_free_quotations(reading_, parties_, statements_);
    sort();
    nest();
    drop_repeated();
    return std::move(statements_);
  }

 private:
  // "A:" of an interview is the one whom the story names most.
  std::optional<Party> interviewee(const SpeechCue& cue) const {
    if (cue.kind != CueKind::kColon || reading_.text(cue.sources.front()) != "A") return std::nullopt;
    const Actor* best = nullptr;
    for (const auto& actor : cast_.actors) {
      if (actor.kind != ActorKind::kPerson) continue;
      if (best == nullptr || actor.mentions.size() > best->mentions.size()) best = &actor;
    }
    if (best == nullptr) return Party{};
    return Party{static_cast<uint32_t>(best - cast_.actors.data()), best->name};
  }

  // A pronoun that nobody resolved means the speaker before.
  std::vector<Party> speakers_of(const SpeechCue& cue) {
    if (auto answering = interviewee(cue)) {
      if (answering->words.empty()) return {};
      return {*std::move(answering)};
    }
    auto speakers = parties_.parties_of(cue.sources);
    const bool pronoun = !cue.sources.empty() && reading_.tag(cue.sources.front()).starts_with("PRP");
    if (speakers.empty() && pronoun && !last_.words.empty()) speakers.push_back(last_);
    if (!speakers.empty()) last_ = speakers.front();
    return speakers;
  }

  // "He stressed that the visit shows strength": what shows something inside of what another says is no speaker.
  void drop_mute(std::vector<SpeechCue>& cues) const {
    std::vector<int32_t> begun(reading_.size() + 1, 0);
    for (const auto& cue : cues) {
      for (const auto& range : cue.content) ++begun[range.begin], --begun[range.end];
    }
    int32_t open = 0;
    for (auto& count : begun) count = open += count;
    std::erase_if(cues, [&](const SpeechCue& cue) {
      return begun[cue.token] > 0 && cue.word != nullptr && cue.word->has(kShowFrame) && !cue.sources.empty() &&
             reading_.pos(cue.sources.front()) == "NOUN" && !parties_.can_speak(cue.sources.front());
    });
  }

  void add(const SpeechCue& cue) {
    if (cue.content.empty()) return;
    std::vector<TokenRange> content;
    for (const auto& piece : cue.content) {
      const auto whole = with_whole_quotations(reading_, outer_, in_paragraph(piece, cue.token), cue.token);
      if (whole.empty()) continue;
      if (content.empty() || whole.begin >= content.back().end) content.push_back(whole);
    }
    std::vector<SpeechPiece> pieces;
    bool any_quoted = false;
    for (const auto& range : content) {
      for (auto& piece : speech_pieces(reading_, outer_, range, cue.content_head)) pieces.push_back(std::move(piece));
    }
    std::erase_if(pieces, [](const auto& piece) { return piece.quote.empty(); });
    if (pieces.empty()) return;
    const auto quoted = [](const SpeechPiece& piece) { return piece.all_quoted; };
    if (pieces.size() > 1 && std::all_of(pieces.begin(), pieces.end(), quoted)) {
      for (auto& piece : pieces) piece.mode = SpeechMode::kDirect;  // "“The end,” he said, “is near.”"
    }
    if (cue.kind == CueKind::kColon && !is_heading(cue)) {
      for (auto& piece : pieces) piece.mode = SpeechMode::kDirect;  // an interview is word for word
    }
    for (const auto& piece : pieces) any_quoted = any_quoted || piece.mode != SpeechMode::kIndirect;
    if (!any_quoted && pieces.size() > 1) join_pieces(pieces);
    for (const auto& speaker : speakers_of(cue)) {
      for (const auto& piece : pieces) statements_.push_back(statement_of(cue, speaker, piece, content));
    }
  }

  bool is_heading(const SpeechCue& cue) const {
    return reading_.story.has_heading && reading_.paragraph_of[cue.token] == 0;
  }

  // Nothing but a quotation goes on in another paragraph than that of its verb, whatever the tree says.
  TokenRange in_paragraph(TokenRange range, uint32_t cue) const {
    const auto paragraph = reading_.paragraph_of[cue];
    if (outer_[range.begin] >= 0 && range.begin > cue) return range;
    while (!range.empty() && reading_.paragraph_of[range.begin] != paragraph) ++range.begin;
    while (!range.empty() && reading_.paragraph_of[range.end - 1] != paragraph) --range.end;
    return trimmed(reading_, range);
  }

  // Words told on both sides of the verb are one statement.
  static void join_pieces(std::vector<SpeechPiece>& pieces) {
    for (size_t i = 1; i < pieces.size(); ++i) {
      pieces.front().quote += " " + pieces[i].quote;
      pieces.front().tokens.end = pieces[i].tokens.end;
    }
    pieces.resize(1);
  }

  Statement statement_of(const SpeechCue& cue, const Party& speaker, const SpeechPiece& piece,
                         const std::vector<TokenRange>& content) const {
    Statement statement{.speaker = speaker,
                        .to = parties_.parties_of(cue.to),
                        .via = parties_.parties_of(cue.via),
                        .mode = piece.mode,
                        .quote = piece.quote,
                        .content_tokens = content,
                        .cue_token = cue.token};
    if (cue.kind != CueKind::kColon) statement.verb = lower_text(reading_, cue.token);
    if (cue.kind == CueKind::kAccording) statement.verb = reading_.text_of(cue.cue.front());
    if (!cue.source.empty()) statement.source.push_back(reading_.range_of(cue.source));
    for (const auto& range : cue.cue) statement.cue.push_back(reading_.range_of(range));
    for (const auto& range : content) statement.content.push_back(reading_.range_of(range));
    statement.evidence = statement.content.front();
    for (const auto* ranges : {&statement.source, &statement.cue, &statement.content}) {
      for (const auto& range : *ranges) widen(statement.evidence, range);
    }
    return statement;
  }

  void sort() {
    std::stable_sort(statements_.begin(), statements_.end(), [](const auto& a, const auto& b) {
      return std::pair(a.evidence.begin, ~a.evidence.end) < std::pair(b.evidence.begin, ~b.evidence.end);
    });
  }

  // Those whose word stands in what another says. Open ones are kept on a stack, the innermost last.
  void nest() {
    std::vector<uint32_t> open;
    for (uint32_t i = 0; i < statements_.size(); ++i) {
      auto& statement = statements_[i];
      while (!open.empty() && statements_[open.back()].evidence.end <= statement.evidence.begin) open.pop_back();
      const auto first = open.size() > kMaxOpen ? open.size() - kMaxOpen : 0;
      for (size_t k = open.size(); statement.cue_token && !statement.inside && k-- > first;) {
        const auto& contents = statements_[open[k]].content_tokens;
        const bool inside = std::any_of(contents.begin(), contents.end(),
                                        [&](const auto& range) { return range.contains(*statement.cue_token); });
        if (inside && statements_[open[k]].cue_token != statement.cue_token) statement.inside = open[k];
      }
      open.push_back(i);
    }
  }

  // "He said he believed that …" is one saying.
  void drop_repeated() {
    const auto repeats = [&](const Statement& statement) {
      if (!statement.inside || statement.mode != SpeechMode::kIndirect) return false;
      const auto& outer = statements_[*statement.inside];
      return outer.speaker == statement.speaker && outer.mode != SpeechMode::kDirect;
    };
    std::vector<uint32_t> moved(statements_.size(), 0);
    std::vector<bool> gone(statements_.size(), false);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < statements_.size(); ++i) {
      gone[i] = repeats(statements_[i]);
      moved[i] = kept;
      if (!gone[i]) ++kept;
    }
    std::vector<Statement> left;
    for (uint32_t i = 0; i < statements_.size(); ++i) {
      if (gone[i]) continue;
      auto& inside = statements_[i].inside;
      if (inside && gone[*inside]) inside = statements_[*inside].inside;
      if (inside && gone[*inside]) inside.reset();
      if (inside) inside = moved[*inside];
      left.push_back(std::move(statements_[i]));
    }
    statements_ = std::move(left);
  }

  static constexpr size_t kMaxOpen = 16;

  const Reading& reading_;
  const Cast& cast_;
  const SpeechLexicon& lexicon_;
  std::vector<int32_t> outer_;
  PartyFinder parties_;
  std::vector<Statement> statements_;
  Party last_;
};

}  // namespace

std::vector<Statement> find_statements(const Reading& reading, const Cast& cast) {
  return StatementMaker(reading, cast).make();
}

}  // namespace vedette::story
