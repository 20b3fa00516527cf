#include "story/speech_content.h"

#include <algorithm>

#include "story/speech_phrases.h"

namespace vedette::story::speech {

namespace {

constexpr uint32_t kMaxRest = 30, kMaxAfter = 16;

bool is_infinitive(const Reading& reading, uint32_t verb) {
  for (const auto child : near_children(reading, verb)) {
    if (reading.dependency(child) == "aux" && lower_text(reading, child) == "to" && child < verb) return true;
  }
  return false;
}

uint32_t infinitive_begin(const Reading& reading, uint32_t verb) {
  for (const auto child : near_children(reading, verb)) {
    if (reading.dependency(child) == "aux" && lower_text(reading, child) == "to") return child;
  }
  return verb;
}

TokenRange capped(TokenRange range) {
  range.end = std::min(range.end, range.begin + kMaxContentTokens);
  return range;
}

void add_clause(const Reading& reading, uint32_t clause, uint32_t verb, const TokenRange& own, SpeechContent& content) {
  const TokenRange range = capped({reading.tree.left_edge(clause), reading.tree.right_edge(clause) + 1});
  if (range.contains(verb)) {
    for (const auto& piece : without(reading, range, own)) content.pieces.push_back(piece);
  } else if (const auto piece = trimmed(reading, range); !piece.empty()) {
    content.pieces.push_back(piece);
  }
  if (!content.head) content.head = clause;
  content.is_clause = true;
}

// The verb with what hangs on it beside the content, as far as it stands together: "Peskov told AFP on Monday".
TokenRange own_range(const Reading& reading, uint32_t verb) {
  TokenRange own{verb, verb + 1};
  for (const auto child : near_children(reading, verb)) {
    const auto label = reading.dependency(child);
    if (label == "ccomp" || label == "punct" || label == "parataxis" || label == "conj" || label == "cc") continue;
    own.begin = std::min(own.begin, reading.tree.left_edge(child));
    own.end = std::max(own.end, reading.tree.right_edge(child) + 1);
  }
  return own;
}

bool takes_preposition(const SpeechWord& word, const std::string& text) {
  return std::find(word.prepositions.begin(), word.prepositions.end(), text) != word.prepositions.end();
}

void extend(std::optional<TokenRange>& range, TokenRange more) {
  if (!range) {
    range = more;
  } else {
    range->begin = std::min(range->begin, more.begin);
    range->end = std::max(range->end, more.end);
  }
}

uint32_t agent_end(const Reading& reading, uint32_t verb) {
  const auto agent = child_of(reading, verb, {"agent"});
  if (!agent || *agent < verb) return verb + 1;
  uint32_t end = *agent + 1;
  if (const auto noun = child_of(reading, *agent, {"pobj"})) {
    end = *noun + 1;
    for (const auto child : near_children(reading, *noun)) {  // "as" may hang under the noun
      if (child > *noun && lower_text(reading, child) != "as") end = std::max(end, reading.tree.right_edge(child) + 1);
    }
  }
  return end;
}

// "sees [the visit as a warning]", where "as" hangs under the noun.
bool has_as(const Reading& reading, uint32_t noun) {
  const auto children = near_children(reading, noun);
  return std::any_of(children.begin(), children.end(),
                     [&](auto child) { return child > noun && lower_text(reading, child) == "as"; });
}

// "called the plan a mistake", "accused Oslo of lying", "dismissed it as a joke"
SpeechContent target_content(const Reading& reading, const SpeechWord& word, uint32_t verb, bool passive) {
  std::optional<TokenRange> range;
  bool has_said = false;
  for (const auto child : near_children(reading, verb)) {
    const auto label = reading.dependency(child);
    const bool after = child > verb;
    const bool object = label == "dobj" || label == "dative" || (passive && label == "nsubjpass");
    const bool said = label == "oprd" || label == "xcomp" || label == "ccomp" || label == "attr" || label == "acomp";
    const auto text = label == "prep" ? lower_text(reading, child) : std::string();
    const bool linked = text == "as" || text == "of" || text == "for" || text == "over" || text == "to";
    if (!(after || (passive && object)) || !(object || said || linked)) continue;
    has_said = has_said || said || text == "as" || (object && (!word.has(kAsFrame) || has_as(reading, child)));
    extend(range, reach_of(reading, child));
  }
  SpeechContent content;
  if (!range || !has_said) return content;
  if (!range->contains(verb)) {
    content.pieces.push_back(trimmed(reading, *range));
  } else {  // "was described by the army as a success"
    content.pieces = without(reading, *range, {range->begin, agent_end(reading, verb)});
  }
  return content;
}

std::optional<uint32_t> person_object(const Reading& reading, uint32_t verb) {
  return object_of(reading, verb, {"dobj", "dative"});
}

// "urged Seoul to wait" where the tree makes "Seoul to wait" one clause.
void add_infinitive(const Reading& reading, const SpeechWord& word, uint32_t verb, uint32_t clause,
                    SpeechContent& content) {
  const auto subject = child_of(reading, clause, {"nsubj"});
  const uint32_t begin = infinitive_begin(reading, clause);
  if (word.has(kPersonFrame) && subject && *subject > verb && *subject < begin) content.person = subject;
  if (word.has(kPersonFrame) && !content.person) content.person = person_object(reading, verb);
  if (word.has(kPersonFrame) && !content.person && word.particle.empty()) return;  // "asked not to be named"
  const TokenRange range = trimmed(reading, capped({begin, reading.tree.right_edge(clause) + 1}));
  if (!range.empty() && !range.contains(verb)) content.pieces.push_back(range);
  content.head = clause;
  content.is_clause = true;
}

// "told AFP Russia plans to": a name of the press may be read as part of the next one.
void split_person(const Reading& reading, const SpeechLexicon& lexicon, uint32_t verb, SpeechContent& content) {
  if (content.person || content.pieces.size() != 1) return;
  auto& piece = content.pieces.front();
  if (piece.begin != verb + 1 || piece.end - piece.begin < 3) return;
  if (!lexicon.is_outlet_word(reading.text(piece.begin)) || reading.pos(piece.begin) != "PROPN") return;
  content.person = piece.begin;
  ++piece.begin;
}

SpeechContent object_content(const Reading& reading, uint32_t verb, bool passive) {
  SpeechContent content;
  const auto object =
      passive ? child_of(reading, verb, {"nsubjpass"}) : child_of(reading, verb, {"dobj", "oprd", "attr"});
  if (!object || (!passive && *object < verb)) return content;
  const auto range = reach_of(reading, *object);
  if (!range.empty() && !range.contains(verb)) content.pieces.push_back(capped(range));
  return content;
}

// "Officials warned that it might, reports suggested it would": only what follows is said by the second.
bool is_spliced(const Reading& reading, const SpeechLexicon& lexicon, uint32_t verb) {
  bool left = false, right = false;
  for (const auto child : near_children(reading, verb)) {
    if (reading.dependency(child) != "ccomp") continue;
    if (child > verb) right = true;
    if (child > verb || reading.tree.right_edge(child) > verb) continue;
    left = !lexicon.find(lower_lemma(reading, child), SpeechKind::kVerb).empty();
  }
  return left && right;
}

// "The talks failed, he said, because Oslo walked out."
void add_rest(const Reading& reading, uint32_t verb, SpeechContent& content) {
  for (const auto child : near_children(reading, verb)) {
    const auto label = reading.dependency(child);
    const uint32_t begin = reading.tree.left_edge(child);
    if (child < verb || begin < verb + 2 || (label != "advcl" && label != "prep")) continue;
    if (reading.text(begin - 1) != "," ||
        (label == "advcl" && !child_of(reading, child, {"nsubj", "nsubjpass", "expl"})))
      continue;
    content.pieces.push_back(capped(reach_of(reading, child)));
    return;
  }
}

// "If it rains, he went on, the road will close", where the tree hangs the verb of saying under that of the clause.
void add_around(const Reading& reading, const SpeechWord& word, uint32_t verb, SpeechContent& content) {
  const auto label = reading.dependency(verb);
  const uint32_t head = reading.head(verb);
  const auto subject = child_of(reading, verb, {"nsubj"});
  if ((label != "ccomp" && label != "parataxis" && label != "advcl") || head < verb || !subject) return;
  TokenRange own{std::min(reading.tree.left_edge(*subject), verb), std::max(*subject, verb) + 1};
  if (own.end < reading.size() && lower_text(reading, own.end) == word.particle) ++own.end;
  if (own.begin == 0 || own.end >= reading.size()) return;
  if (reading.text(own.begin - 1) != "," || reading.text(own.end) != ",") return;
  add_clause(reading, head, verb, own, content);
}

// "The ship has sunk, two officers told the Herald on Monday.": at the end of a sentence, however the tree hangs it.
void add_before(const Reading& reading, uint32_t verb, SpeechContent& content) {
  const auto subject = child_of(reading, verb, {"nsubj"});
  if (!subject || *subject > verb || reading.tag(*subject).starts_with("W")) return;
  const auto sentence = reading.sentence(verb);
  const uint32_t begin = reading.tree.left_edge(*subject);
  if (begin <= sentence.begin + 2 || reading.text(begin - 1) != "," || sentence.end > verb + kMaxAfter) return;
  if (reading.tree.right_edge(verb) + 3 < sentence.end) return;
  const TokenRange piece = trimmed(reading, {sentence.begin, begin});
  const bool clause =
      std::any_of(reading.document.tokens.begin() + piece.begin, reading.document.tokens.begin() + piece.end,
                  [&](const auto& token) { return reading.document.label(token.tag).starts_with("VB"); });
  if (!clause) return;
  content.pieces.push_back(capped(piece));
  content.is_clause = true;
  if (reading.head(verb) < verb) content.head = reading.head(verb);
}

// "said in one of several messages that the truck …", where the clause hangs under another word.
void add_that(const Reading& reading, uint32_t verb, SpeechContent& content) {
  const uint32_t end = reading.tree.right_edge(verb) + 1;
  for (uint32_t i = verb + 1; i < std::min(end, verb + kMaxAfter); ++i) {
    if (reading.tag(i) == "VBD" || reading.tag(i) == "VBZ") return;
    if (reading.dependency(i) != "mark" || lower_text(reading, i) != "that") continue;
    const uint32_t clause = reading.head(i);
    const TokenRange range = trimmed(reading, capped({i, reading.tree.right_edge(clause) + 1}));
    if (range.empty() || range.contains(verb)) return;
    content.pieces.push_back(range);
    content.head = clause;
    content.is_clause = true;
    return;
  }
}

SpeechContent clause_content(const Reading& reading, const SpeechLexicon& lexicon, const SpeechWord& word,
                             uint32_t verb) {
  SpeechContent content;
  const auto own = own_range(reading, verb);
  const bool spliced = is_spliced(reading, lexicon, verb);
  for (const auto child : near_children(reading, verb)) {
    const auto label = reading.dependency(child);
    const bool open = label == "ccomp" || label == "xcomp";
    if (spliced && child < verb) continue;
    if (open && reading.tag(child) == "VBG" && child > verb && label == "xcomp" && word.has(kObjectFrame)) {
      add_clause(reading, child, verb, own, content);  // "denies hiring foreigners"
      continue;
    }
    if (open && is_infinitive(reading, child) && child > verb) {
      if (word.has(kInfinitiveFrame)) add_infinitive(reading, word, verb, child, content);
    } else if (label == "ccomp" || (label == "parataxis" && content.pieces.empty())) {
      add_clause(reading, child, verb, own, content);
    }
  }
  if (content.pieces.empty() && reading.dependency(verb) == "parataxis" && is_verb(reading, verb)) {
    add_clause(reading, reading.head(verb), verb, own, content);
  }
  if (content.pieces.empty()) add_around(reading, word, verb, content);
  if (content.pieces.empty() && word.has(kClauseFrame)) add_that(reading, verb, content);
  if (content.pieces.empty() && word.has(kClauseFrame)) add_before(reading, verb, content);
  if (content.pieces.size() == 1 && content.pieces.front().end <= verb) add_rest(reading, verb, content);
  return content;
}

// "expressed thanks despite the “tight schedule”": quoted words behind the object are part of it.
void add_quoted_rest(const Reading& reading, uint32_t verb, SpeechContent& content) {
  if (content.pieces.size() != 1 || content.pieces.front().begin < verb) return;
  auto& piece = content.pieces.front();
  const uint32_t end = std::min(reading.tree.right_edge(verb) + 1, piece.end + kMaxRest);
  for (uint32_t i = piece.end; i < end && reading.text(i) != ";"; ++i) {
    if (reading.dependency(i) == "conj" || (reading.tag(i) == "VBG" && reading.text(i - 1) == ",")) break;
    if (reading.quotation_of[i] >= 0) piece.end = i + 1;
  }
}

}  // namespace

std::vector<TokenRange> without(const Reading& reading, TokenRange range, TokenRange hole) {
  std::vector<TokenRange> pieces;
  if (hole.begin > range.begin) pieces.push_back(trimmed(reading, {range.begin, std::min(hole.begin, range.end)}));
  if (hole.end < range.end) pieces.push_back(trimmed(reading, {std::max(hole.end, range.begin), range.end}));
  std::erase_if(pieces, [](const auto& piece) { return piece.empty(); });
  return pieces;
}

SpeechContent content_of_verb(const Reading& reading, const SpeechLexicon& lexicon, const SpeechWord& word,
                              uint32_t verb, bool passive) {
  SpeechContent content;
  if (word.has(kTargetFrame)) return target_content(reading, word, verb, passive);
  if (word.has(kClauseFrame) || word.has(kInfinitiveFrame)) content = clause_content(reading, lexicon, word, verb);
  if (word.has(kPersonFrame)) {
    if (!content.person) content.person = person_object(reading, verb);
    split_person(reading, lexicon, verb, content);
  }
  if (!content.pieces.empty()) return content;
  for (const auto child : near_children(reading, verb)) {
    if (reading.dependency(child) != "prep" || child < verb) continue;
    if (!takes_preposition(word, lower_text(reading, child))) continue;
    const auto object = child_of(reading, child, {"pobj", "pcomp"});
    if (object) content.pieces.push_back(capped(reach_of(reading, *object)));
  }
  if (content.pieces.empty() && word.has(kObjectFrame)) {
    const auto person = content.person;
    content = object_content(reading, verb, passive);
    content.person = person;
  }
  add_quoted_rest(reading, verb, content);
  return content;
}

SpeechContent content_of_noun(const Reading& reading, uint32_t noun, const SpeechWord& word) {
  SpeechContent content;
  for (const auto child : near_children(reading, noun)) {
    const auto label = reading.dependency(child);
    if (child < noun || (label != "acl" && label != "ccomp" && label != "relcl")) continue;
    const auto first = lower_text(reading, reading.tree.left_edge(child));
    const bool that = first == "that" && reading.dependency(reading.tree.left_edge(child)) == "mark";
    if (!(that || (label == "ccomp") || (word.has(kInfinitiveFrame) && is_infinitive(reading, child)))) continue;
    add_clause(reading, child, noun, {noun, noun + 1}, content);
    return content;
  }
  return content;
}

std::optional<TokenRange> content_beside(const Reading& reading, const std::vector<int32_t>& outer, uint32_t before,
                                         uint32_t from) {
  const auto quotation_at = [&](uint32_t token) {
    return capped(reading.tokens_of(reading.story.quotations[static_cast<size_t>(outer[token])].range));
  };
  uint32_t next = from;
  const auto at = [&](std::string_view text) { return next < reading.size() && reading.text(next) == text; };
  while (next < reading.size() && (is_space(reading, next) || at(","))) ++next;
  const bool colon = at(":");
  while (next < reading.size() && (is_space(reading, next) || at(":"))) ++next;
  if (next < reading.size() && outer[next] >= 0) {
    if (const auto range = quotation_at(next); range.begin == next) return range;
  }
  if (colon && next < reading.size() && reading.paragraph_of[next] == reading.paragraph_of[from - 1]) {
    return trimmed(reading, capped({next, reading.sentence(next).end}));
  }
  if (before == 0) return std::nullopt;
  uint32_t last = before - 1;
  while (last > 0 && (is_space(reading, last) || reading.text(last) == ",")) --last;
  if (outer[last] < 0 || reading.paragraph_of[last] != reading.paragraph_of[before]) return std::nullopt;
  const auto range = quotation_at(last);
  if (range.end != last + 1) return std::nullopt;
  return range;
}

}  // namespace vedette::story::speech
