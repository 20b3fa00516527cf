// Bodies without a name of their own ("the South Korean military") and groups known by what they do ("two officials").
#include <string>

#include "story/cast_builder.h"

namespace vedette::story {

namespace {

bool is_modifier(std::string_view dependency) {
  return dependency == "amod" || dependency == "compound" || dependency == "nmod" || dependency == "poss" ||
         dependency == "case";
}

// The noun phrase up to its head: modifiers that stand before it without a gap; no article and no number.
TokenRange phrase_of(const Reading& reading, uint32_t head) {
  TokenRange range{head, head + 1};
  const uint32_t least = head > 8 ? head - 8 : 0;
  while (range.begin > least) {
    const uint32_t before = range.begin - 1;
    const auto tag = reading.tag(before);
    if (reading.sentence_of[before] != reading.sentence_of[head] || (reading.pos(before) == "PUNCT" && tag != "HYPH"))
      break;
    if (tag == "DT" || tag == "CD" || tag == "PRP$") break;
    const bool inside = reading.head(before) == head || (reading.head(before) > before && reading.head(before) <= head);
    if (!inside || (!is_modifier(reading.dependency(before)) && tag != "HYPH" && tag != "POS")) break;
    range.begin = before;
  }
  while (range.begin < head && (reading.tag(range.begin) == "POS" || reading.tag(range.begin) == "HYPH")) ++range.begin;
  return range;
}

class GroupFinder {
 public:
  explicit GroupFinder(CastBuilder& builder)
      : builder_(builder), reading_(builder.reading()), lexicon_(CastLexicon::built_in()) {}

  void run() {
    for (uint32_t token = 0; token < reading_.size(); ++token) {
      const auto pos = reading_.pos(token);
      if ((pos != "NOUN" && pos != "PROPN") || builder_.name_over(token) >= 0) continue;
      const auto dependency = reading_.dependency(token);
      if (dependency == "compound" || dependency == "appos" || dependency == "amod") continue;
      if (!add_body(token) && pos == "NOUN") add_group(token);
    }
  }

 private:
  bool add_body(uint32_t head) {
    const std::string word = lower_text(reading_, head);
    auto known = lexicon_.common.end();
    if (head > 0) known = lexicon_.common.find(lower_text(reading_, head - 1) + ' ' + word);
    const bool two_words = known != lexicon_.common.end();
    if (!two_words) known = lexicon_.common.find(word);
    if (known == lexicon_.common.end()) return false;
    TokenRange phrase = phrase_of(reading_, head);
    if (!two_words && phrase.end - phrase.begin < 2) return false;
    const auto country = country_in(phrase);
    const uint32_t actor = builder_.actor(ActorKind::kOrganization, reading_.text_of(phrase),
                                          country ? builder_.at(*country).country : "");
    if (builder_.at(actor).class_name.empty()) builder_.at(actor).class_name = known->second.kind;
    return builder_.mention(phrase, head, actor, MentionKind::kNominal);
  }

  void add_group(uint32_t head) {
    if (!lexicon_.groups.contains(std::string(reading_.lemma(head)))) return;
    if (const auto person = builder_.named_beside(head)) {
      builder_.mention({head, head + 1}, head, *person, MentionKind::kNominal);
      return;
    }
    TokenRange phrase = phrase_of(reading_, head);
    const auto country = country_in(phrase);
    // A definite single one ("the minister") may be somebody named: that is decided by the references.
    const bool plural = reading_.tag(head) == "NNS";
    const bool definite = phrase.begin > 0 && lower_text(reading_, phrase.begin - 1) == "the";
    if (!plural && definite && !has_phrase_after(head)) return;
    if (phrase.begin > 0 && reading_.tag(phrase.begin - 1) == "CD" && reading_.head(phrase.begin - 1) == head) {
      --phrase.begin;
    }
    phrase.end = end_of_phrase(head);
    const std::string name = reading_.text_of(phrase);
    builder_.mention(phrase, head,
                     builder_.actor(ActorKind::kGroup, name, country ? builder_.at(*country).country : std::string()),
                     MentionKind::kNominal);
  }

  bool has_phrase_after(uint32_t head) const { return end_of_phrase(head) > head + 1; }

  // Up to the end of a short "for the Foreign Ministry", "in Cairo" behind the head.
  uint32_t end_of_phrase(uint32_t head) const {
    if (head + 1 >= reading_.size() || reading_.head(head + 1) != head || reading_.dependency(head + 1) != "prep") {
      return head + 1;
    }
    const auto preposition = reading_.lemma(head + 1);
    if (preposition != "for" && preposition != "in" && preposition != "of" && preposition != "at") return head + 1;
    const uint32_t end = reading_.tree.right_edge(head + 1) + 1;
    return end - head <= 8 ? end : head + 1;
  }

  std::optional<uint32_t> country_in(TokenRange phrase) const {
    for (uint32_t token = phrase.begin; token < phrase.end; ++token) {
      const int32_t index = builder_.name_over(token);
      if (index < 0) continue;
      const uint32_t actor = builder_.mentions()[static_cast<size_t>(index)].actor;
      if (!builder_.at(actor).country.empty()) return actor;
    }
    return std::nullopt;
  }

  CastBuilder& builder_;
  const Reading& reading_;
  const CastLexicon& lexicon_;
};

}  // namespace

void add_bodies_and_groups(CastBuilder& builder) {
  GroupFinder(builder).run();
}

}  // namespace vedette::story
