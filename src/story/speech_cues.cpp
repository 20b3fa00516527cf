#include "story/speech_cues.h"

#include <algorithm>
#include <array>

#include "story/speech_content.h"
#include "story/speech_phrases.h"
#include "story/speech_source.h"

namespace vedette::story::speech {

namespace {

constexpr std::array<std::string_view, 9> kTalks = {"interview",    "statement", "remark", "comment", "message",
                                                    "conversation", "letter",    "talk",   "speech"};

class CueFinder {
 public:
  CueFinder(const Reading& reading, const SpeechLexicon& lexicon, const std::vector<int32_t>& outer)
      : reading_(reading), lexicon_(lexicon), outer_(outer) {}

  std::vector<SpeechCue> find() {
    for (uint32_t i = 0; i < reading_.size(); ++i) {
      const auto tag = reading_.tag(i);
      if (tag.starts_with("VB")) {
        if (outer_[i] >= 0 && !is_lone_word(i)) continue;
        add_verb(i);
        if (tag == "VBN") add_adjective(i);
      } else if (outer_[i] >= 0) {
        continue;
      } else if (tag.starts_with("NN")) {
        add_noun(i);
      } else if (tag == "JJ") {
        add_adjective(i);
      }
    }
    return std::move(cues_);
  }

 private:
  // A verb that stands alone in quotation marks: he "believes" it.
  bool is_lone_word(uint32_t token) const {
    const auto& range = reading_.story.quotations[static_cast<size_t>(outer_[token])].inside;
    return range.end - range.begin <= reading_.token(token).length;
  }

  // The reader takes "hoping" for a form of "hop".
  std::string lemma_of(uint32_t verb) const {
    auto lemma = lower_lemma(reading_, verb);
    if (lemma == "hop" && !lower_text(reading_, verb).starts_with("hopp")) lemma = "hope";
    return lemma;
  }

  // The longest entry whose particle is there.
  const SpeechWord* entry_of(uint32_t verb, std::vector<uint32_t>& particle) const {
    const SpeechWord* plain = nullptr;
    for (const auto* word : lexicon_.find(lemma_of(verb), SpeechKind::kVerb)) {
      if (word->particle.empty()) {
        plain = word;
        continue;
      }
      for (const auto child : near_children(reading_, verb)) {
        const auto label = reading_.dependency(child);
        if (child < verb || child > verb + 3 || (label != "prt" && label != "prep" && label != "advmod")) continue;
        if (lower_text(reading_, child) != word->particle) continue;
        particle = {child};
        return word;
      }
    }
    return plain;
  }

  bool is_negated(uint32_t verb) const { return child_of(reading_, verb, {"neg"}) || is_neither(verb); }

  // "has neither confirmed nor denied"
  bool is_neither(uint32_t verb) const {
    const uint32_t first = reading_.dependency(verb) == "conj" ? reading_.head(verb) : verb;
    for (const auto child : near_children(reading_, first)) {
      if (child < first && lower_text(reading_, child) == "neither") return true;
    }
    return false;
  }

  void add_cue_ranges(SpeechCue& cue, const std::vector<uint32_t>& particles) const {
    uint32_t begin = cue.token;
    for (const auto child : near_children(reading_, cue.token)) {
      const auto label = reading_.dependency(child);
      const bool part =
          label == "aux" || label == "auxpass" || label == "neg" || (label == "advmod" && begin - child <= 2);
      if (child < cue.token && part && child > cue.source.end - std::min(cue.source.end, 1U))
        begin = std::min(begin, child);
    }
    if (cue.source.begin < cue.token && cue.source.end > begin) begin = cue.token;
    uint32_t end = cue.token + 1;
    for (const auto particle : particles) end = std::max(end, particle + 1);
    cue.cue.push_back({begin, end});
  }

  // Particle objects: "called for [an end]", "called on [the rebels] to".
  void add_particle_object(uint32_t particle, SpeechCue& cue, SpeechContent& content) const {
    const auto object = child_of(reading_, particle, {"pobj", "pcomp"});
    if (!object) return;
    if (cue.word->has(kPersonFrame)) {
      content.person = object;
      if (content.pieces.empty()) {  // "the rebels to lay down": the clause may hang under the noun
        if (const auto clause = child_of(reading_, *object, {"acl", "relcl"})) {
          content.pieces.push_back(reach_of(reading_, *clause));
        }
      }
    } else if (content.pieces.empty() && cue.word->has(kObjectFrame)) {
      content.pieces.push_back(reach_of(reading_, *object));
    }
  }

  void add_verb(uint32_t verb) {
    std::vector<uint32_t> particles;
    const auto* word = entry_of(verb, particles);
    if (word == nullptr || word->has(kQuoteFrame)) return;
    if (is_negated(verb) && (!word->has(kBeliefFrame) || is_neither(verb))) return;
    auto source = source_of_verb(reading_, lexicon_, verb);
    if (!source || is_first_or_second(source->head)) return;
    SpeechCue cue{.token = verb, .word = word, .via = source->via};
    cue.sources = joined_nouns(reading_, source->head);
    cue.source = source_phrase(reading_, source->head, verb);
    auto content = content_of_verb(reading_, lexicon_, *word, verb, source->passive_subject);
    if (!particles.empty()) add_particle_object(particles.front(), cue, content);
    cue.takes_quotation = word->has(kClauseFrame);
    if (cue.takes_quotation) add_colon(verb, content);
    if (content.pieces.empty() && cue.takes_quotation) add_beside(cue, content);
    cue.content_head = content.head;
    cue.content = content.pieces;
    add_cue_ranges(cue, particles);
    if (content.person && !cue.content.empty()) cue.to = joined_nouns(reading_, *content.person);
    if (word->has(kClauseFrame)) add_listeners(verb, cue);
    finish(std::move(cue));
  }

  bool is_first_or_second(uint32_t token) const {
    const auto text = lower_text(reading_, token);
    return text == "i" || text == "you" || (text == "one" && !child_of(reading_, token, {"prep"})) || text == "that" ||
           text == "this" || text == "what" || text == "nobody" || text == "none" || has_no(token);
  }

  // "Asked why, he answered: “…”": the quotation behind the colon is said, the question is not.
  void add_colon(uint32_t verb, SpeechContent& content) const {
    if (content.pieces.size() != 1 || content.pieces.front().end > verb || verb + 2 >= reading_.size()) return;
    if (reading_.text(verb + 1) != ":" || outer_[verb + 2] < 0 || outer_[content.pieces.front().begin] >= 0) return;
    if (content.head && lower_lemma(reading_, *content.head) == "ask") content.pieces.clear();
    if (const auto range = content_beside(reading_, outer_, verb, verb + 1)) content.pieces.push_back(*range);
  }

  // "no government has said"
  bool has_no(uint32_t noun) const {
    const auto determiner = child_of(reading_, noun, {"det"});
    return determiner && (lower_text(reading_, *determiner) == "no" || lower_text(reading_, *determiner) == "neither");
  }

  // The quotation beside the clause that the verb makes with its subject.
  void add_beside(const SpeechCue& cue, SpeechContent& content) const {
    uint32_t begin = cue.token, end = cue.token + 1;
    if (!cue.source.empty() && cue.source.end + 4 >= cue.token && cue.source.begin < cue.token)
      begin = cue.source.begin;
    if (!cue.source.empty() && cue.source.begin > cue.token) end = std::max(end, cue.source.end);
    for (const auto child : near_children(reading_, cue.token)) {
      const auto label = reading_.dependency(child);
      if (child < cue.token || (label != "prep" && label != "npadvmod" && label != "advmod" && label != "dobj" &&
                                label != "dative" && label != "advcl")) {
        continue;
      }
      const uint32_t edge = reading_.tree.right_edge(child) + 1;
      if (outer_[edge - 1] < 0) end = std::max(end, edge);
    }
    if (const auto range = content_beside(reading_, outer_, begin, end); range && !range->contains(cue.token)) {
      content.pieces.push_back(*range);
      content.is_clause = true;
    }
  }

  // "said to reporters", "said in an interview with the BBC", "said in a statement carried by KCNA"
  void add_listeners(uint32_t verb, SpeechCue& cue) const {
    for (const auto child : near_children(reading_, verb)) {
      if (reading_.dependency(child) != "prep") continue;
      const auto object = child_of(reading_, child, {"pobj"});
      if (!object) continue;
      const auto text = lower_text(reading_, child);
      if (text == "to" && cue.to.empty()) cue.to = joined_nouns(reading_, *object);
      if (text == "via" && cue.via.empty() && is_outlet_phrase(*object)) cue.via = joined_nouns(reading_, *object);
      if (text == "in" || text == "during" || text == "at") add_talk(*object, cue);
    }
  }

  void add_talk(uint32_t noun, SpeechCue& cue) const {
    const auto lemma = lower_lemma(reading_, noun);
    if (std::find(kTalks.begin(), kTalks.end(), lemma) == kTalks.end()) return;
    for (const auto child : near_children(reading_, noun)) {
      const auto label = reading_.dependency(child);
      if (label == "prep") {
        const auto object = child_of(reading_, child, {"pobj"});
        const auto text = lower_text(reading_, child);
        if (object && cue.to.empty() && (text == "with" || text == "to")) cue.to = joined_nouns(reading_, *object);
      } else if (label == "acl" && cue.via.empty()) {
        const auto agent = child_of(reading_, child, {"agent"});
        const auto object = agent ? child_of(reading_, *agent, {"pobj"}) : std::nullopt;
        if (object && is_outlet_phrase(*object)) cue.via = joined_nouns(reading_, *object);
      }
    }
  }

  bool is_outlet_phrase(uint32_t noun) const {
    const auto range = core_phrase(reading_, noun);
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (lexicon_.is_outlet_word(reading_.text(i))) return true;
    }
    return false;
  }

  void add_noun(uint32_t noun) {
    if (reading_.text(noun) == "according") return;
    for (const auto* word : lexicon_.find(lower_lemma(reading_, noun), SpeechKind::kNoun)) {
      const auto source = source_of_noun(reading_, noun);
      auto content = content_of_noun(reading_, noun, *word);
      if (!source || content.pieces.empty()) return;
      SpeechCue cue{.token = noun, .kind = CueKind::kNoun, .word = word};
      cue.sources = joined_nouns(reading_, source->head);
      cue.source = source_phrase(reading_, source->head, noun);
      cue.source.end = std::min(cue.source.end, std::max(cue.source.begin + 1, content.pieces.front().begin));
      cue.cue.push_back({noun, noun + 1});
      cue.content = content.pieces;
      cue.content_head = content.head;
      return finish(std::move(cue));
    }
  }

  void add_adjective(uint32_t adjective) {
    const bool participle = reading_.tag(adjective) == "VBN";  // "is convinced that"
    const auto words = lexicon_.find(participle ? lower_text(reading_, adjective) : lower_lemma(reading_, adjective),
                                     SpeechKind::kAdjective);
    if (words.empty() || (!participle && reading_.dependency(adjective) != "acomp")) return;
    const uint32_t verb = participle ? adjective : reading_.head(adjective);
    auto clause = child_of(reading_, adjective, {"ccomp"});
    if (!clause) clause = child_of(reading_, verb, {"ccomp"});
    const auto subject = child_of(reading_, verb, {"nsubj", "nsubjpass"});
    if (!clause || !subject || is_first_or_second(*subject)) return;
    SpeechCue cue{.token = adjective, .kind = CueKind::kAdjective, .word = words.front()};
    cue.sources = joined_nouns(reading_, *subject);
    cue.source = source_phrase(reading_, *subject, verb);
    cue.cue.push_back({std::min(verb, adjective), std::max(verb, adjective) + 1});
    cue.content = {reach_of(reading_, *clause)};
    cue.content_head = clause;
    finish(std::move(cue));
  }

  void finish(SpeechCue cue) {
    std::sort(cue.content.begin(), cue.content.end(), [](auto a, auto b) { return a.begin < b.begin; });
    std::erase_if(cue.content, [&](const auto& piece) {
      const bool question = piece.end <= cue.token && !piece.empty() && lower_text(reading_, piece.begin) == "asked";
      return piece.empty() || question;
    });
    for (const auto& piece : cue.content) {
      if (cue.source.contains(piece.begin) && piece.begin > cue.source.begin) cue.source.end = piece.begin;
    }
    cue.source = trimmed(reading_, cue.source);
    cues_.push_back(std::move(cue));
  }

  const Reading& reading_;
  const SpeechLexicon& lexicon_;
  const std::vector<int32_t>& outer_;
  std::vector<SpeechCue> cues_;
};

}  // namespace

std::vector<SpeechCue> find_speech_cues(const Reading& reading, const SpeechLexicon& lexicon,
                                        const std::vector<int32_t>& outer) {
  return CueFinder(reading, lexicon, outer).find();
}

}  // namespace vedette::story::speech
