#include "story/speech_source.h"

#include <algorithm>

#include "story/speech_phrases.h"

namespace vedette::story::speech {

namespace {

constexpr int kMaxClimb = 8;
constexpr uint32_t kMaxPhrase = 40;

std::optional<uint32_t> object_of_child(const Reading& reading, uint32_t token, std::string_view preposition) {
  for (const auto child : near_children(reading, token)) {
    const auto label = reading.dependency(child);
    if ((label == "agent" || label == "prep") && lower_text(reading, child) == preposition) {
      return child_of(reading, child, {"pobj"});
    }
  }
  return std::nullopt;
}

// "who said", "which reported": the noun that the clause is about.
uint32_t behind_relative(const Reading& reading, uint32_t subject, uint32_t verb) {
  const auto tag = reading.tag(subject);
  if ((tag == "WP" || tag == "WDT") && reading.dependency(verb) == "relcl") return reading.head(verb);
  return subject;
}

// The verb whose subject one without a subject shares: "came and said", "denied it, saying", "went on to say".
std::optional<uint32_t> lender(const Reading& reading, uint32_t verb) {
  if (reading.is_root(verb)) return std::nullopt;
  const auto label = reading.dependency(verb);
  const uint32_t head = reading.head(verb);
  if (label == "pcomp" && !reading.is_root(head)) return reading.head(head);
  if (label == "conj" || label == "xcomp" || label == "advcl") return head;
  if (label == "ccomp" && reading.tag(verb) == "VBG") return head;
  return std::nullopt;
}

// "to say" in "he refused to say" says nothing; in "he went on to say" it does.
bool infinitive_is_said(const Reading& reading, uint32_t verb) {
  const auto to = child_of(reading, verb, {"aux"});
  if (!to || lower_text(reading, *to) != "to") return true;
  if (reading.dependency(verb) != "xcomp") return false;
  const auto lemma = lower_lemma(reading, reading.head(verb));
  return lemma == "go" || lemma == "continue" || lemma == "use" || lemma == "rush";
}

std::optional<SpeechSource> quoted_source(const Reading& reading, uint32_t quoting, uint32_t saying) {
  if (is_passive(reading, quoting) || reading.tag(quoting) == "VBN") {
    SpeechSource source;
    const auto subject = child_of(reading, quoting, {"nsubjpass", "nsubj"});
    if (subject) source.head = behind_relative(reading, *subject, quoting);
    if (!subject && reading.dependency(quoting) == "acl") source.head = reading.head(quoting);
    if (!subject && reading.dependency(quoting) != "acl") return std::nullopt;
    auto by = object_of_child(reading, quoting, "by");
    if (!by) by = object_of_child(reading, saying, "by");
    if (by) source.via = joined_nouns(reading, *by);
    return source;
  }
  const auto object = child_of(reading, quoting, {"dobj"});
  if (!object) return std::nullopt;
  SpeechSource source{.head = *object};
  if (const auto subject = child_of(reading, quoting, {"nsubj"})) {
    source.via = joined_nouns(reading, behind_relative(reading, *subject, quoting));
  } else if (reading.dependency(quoting) == "acl" && is_noun(reading, reading.head(quoting))) {
    source.via = {reading.head(quoting)};
  }
  return source;
}

// Where the tree takes the speaker for something else: "“…,” tweeted Lind", "Lind, asked whether …, replied that".
std::optional<uint32_t> odd_subject(const Reading& reading, uint32_t verb) {
  std::optional<uint32_t> quoted, object;
  for (const auto child : near_children(reading, verb)) {
    const auto label = reading.dependency(child);
    if (label == "ccomp" && child < verb) quoted = child;
    if ((label == "dobj" || label == "attr" || label == "oprd") && child > verb) object = child;
  }
  if (!quoted || !(reading.tag(verb) == "VBD" || reading.tag(verb) == "VBZ")) return std::nullopt;
  if (object && reading.tree.left_edge(*object) == verb + 1) return object;
  const auto lemma = lower_lemma(reading, *quoted);
  if (lemma == "ask" || lemma == "press" || lemma == "question") return child_of(reading, *quoted, {"nsubj"});
  return std::nullopt;
}

// "Under Secretary Ann Lind said", which may be read as a phrase with "under".
bool is_named_before(const Reading& reading, uint32_t verb) {
  const auto tag = reading.tag(verb);
  if ((tag != "VBD" && tag != "VBZ") || verb == 0 || reading.pos(verb - 1) != "PROPN") return false;
  return reading.dependency(verb - 1) == "pobj" && reading.sentence_of[verb - 1] == reading.sentence_of[verb] &&
         reading.is_root(verb);
}

// "Lind, asked whether …": a participle, whatever the tree says.
bool is_asked(const Reading& reading, uint32_t verb) {
  const auto tag = reading.tag(verb);
  if (tag != "VBD" && tag != "VBN") return false;
  if (verb == 0) return true;
  if (reading.token(verb).sentence_start) return true;
  if (reading.text(verb - 1) == ",") {
    const auto subject = child_of(reading, verb, {"nsubj"});
    return subject && *subject + 2 == verb;
  }
  const bool bare = (reading.dependency(verb) == "acl" || reading.dependency(verb) == "advcl") && tag == "VBN";
  return bare && !child_of(reading, verb, {"nsubj", "aux"});
}

}  // namespace

bool is_passive(const Reading& reading, uint32_t verb) {
  return child_of(reading, verb, {"auxpass", "nsubjpass"}).has_value();
}

bool is_quoting_verb(const Reading& reading, const SpeechLexicon& lexicon, uint32_t verb) {
  if (!is_verb(reading, verb)) return false;
  const auto words = lexicon.find(lower_lemma(reading, verb), SpeechKind::kVerb);
  return std::any_of(words.begin(), words.end(), [](const auto* word) { return word->has(kQuoteFrame); });
}

std::optional<SpeechSource> source_of_verb(const Reading& reading, const SpeechLexicon& lexicon, uint32_t verb) {
  if (!infinitive_is_said(reading, verb)) return std::nullopt;
  if (is_asked(reading, verb) && !child_of(reading, verb, {"agent"})) return std::nullopt;
  uint32_t current = verb;
  for (int step = 0; step < kMaxClimb; ++step) {
    if (current != verb && is_quoting_verb(reading, lexicon, current)) return quoted_source(reading, current, verb);
    const bool passive = is_passive(reading, current) ||
                         (current == verb && reading.tag(verb) == "VBN" && child_of(reading, verb, {"agent"}));
    if (passive && current == verb) {
      const auto agent = object_of_child(reading, current, "by");
      if (!agent) return std::nullopt;
      return SpeechSource{.head = *agent, .passive_subject = true};
    }
    if (const auto subject = child_of(reading, current, {"nsubj", "nsubjpass"})) {
      return SpeechSource{.head = behind_relative(reading, *subject, current)};
    }
    if (current == verb) {
      if (const auto subject = odd_subject(reading, verb)) return SpeechSource{.head = *subject};
    }
    if (reading.dependency(current) == "acl" && is_noun(reading, reading.head(current))) {
      return SpeechSource{.head = reading.head(current)};
    }
    if (current == verb && is_named_before(reading, verb)) return SpeechSource{.head = verb - 1};
    const auto next = lender(reading, current);
    if (!next || !(is_verb(reading, *next) || reading.pos(*next) == "AUX")) return std::nullopt;
    current = *next;
  }
  return std::nullopt;
}

std::optional<SpeechSource> source_of_noun(const Reading& reading, uint32_t noun) {
  if (const auto owner = child_of(reading, noun, {"poss"})) return SpeechSource{.head = *owner};
  for (const auto* preposition : {"by", "from", "of"}) {
    if (const auto object = object_of_child(reading, noun, preposition)) return SpeechSource{.head = *object};
  }
  return std::nullopt;
}

TokenRange source_phrase(const Reading& reading, uint32_t head, uint32_t verb) {
  TokenRange range{reading.tree.left_edge(head), reading.tree.right_edge(head) + 1};
  if (head < verb && range.end > verb) range.end = verb;
  if (head > verb && range.begin <= verb) range.begin = verb + 1;
  // Appositions and relative clauses are part of the phrase, but not the one that the verb itself stands in.
  const bool own = reading.dependency(verb) == "relcl" && reading.head(verb) == head;
  for (uint32_t i = head + 1; own && i < std::min(range.end, head + kMaxPhrase); ++i) {
    const auto tag = reading.tag(i);
    const bool relative = tag == "WP" || tag == "WDT" || tag == "WP$";
    if (relative && reading.head(i) == verb) range.end = i;
  }
  return range.contains(head) ? trimmed(reading, range) : TokenRange{head, head + 1};
}

}  // namespace vedette::story::speech
