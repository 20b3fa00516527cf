// Offices: titles before a name, appositions and predicates after it, and of whom they are.
#include <algorithm>
#include <string>

#include "entity/country.h"
#include "story/cast_builder.h"

namespace vedette::story {

namespace {

class RoleFinder {
 public:
  explicit RoleFinder(CastBuilder& builder)
      : builder_(builder), reading_(builder.reading()), lexicon_(CastLexicon::built_in()) {}

  void run() {
    const auto mentions = builder_.mentions();
    for (const CastMention& mention : mentions) {
      if (builder_.at(mention.actor).kind != ActorKind::kPerson || mention.kind != MentionKind::kName) continue;
      before(mention);
      around(mention);
    }
  }

 private:
  bool is_title(uint32_t token) const {
    const auto word = lower_lemma(reading_, token);
    return lexicon_.titles.contains(word) || lexicon_.titles.contains(std::string(reading_.lemma(token)));
  }

  // "Russian President X", "Korean People's Army Marshal X", "Y's press secretary X".
  void before(const CastMention& mention) {
    uint32_t begin = mention.tokens.begin;
    const uint32_t least = begin > 12 ? begin - 12 : 0;
    while (begin > least && belongs_before(begin - 1, mention)) --begin;
    uint32_t title = begin;
    std::string of;
    for (uint32_t token = begin; token < mention.tokens.begin; ++token) {
      if (const int32_t name = builder_.name_over(token); name >= 0) {
        of = name_of(builder_.mentions()[static_cast<size_t>(name)].actor);
        title = token + 1;
      } else if (reading_.tag(token) == "POS" || reading_.tag(token) == "DT" || reading_.tag(token) == "HYPH") {
        title = token + 1;
      }
    }
    bool told = false;
    for (uint32_t token = title; token < mention.tokens.begin; ++token) told |= is_title(token);
    if (told) builder_.add_role(mention.actor, {reading_.text_of({title, mention.tokens.begin}), of});
  }

  bool belongs_before(uint32_t token, const CastMention& mention) const {
    if (reading_.sentence_of[token] != reading_.sentence_of[mention.head]) return false;
    const auto pos = reading_.pos(token);
    if (pos == "PUNCT" && reading_.tag(token) != "HYPH") return false;
    if (builder_.name_over(token) >= 0) return true;
    return pos == "NOUN" || pos == "PROPN" || pos == "ADJ" || reading_.tag(token) == "POS" ||
           reading_.tag(token) == "HYPH";
  }

  // "X, head of Y", "the head of Y, X", "X is the head of Y", "X, who heads Y".
  void around(const CastMention& mention) {
    for (const uint32_t child : reading_.tree.children(mention.head)) {
      const auto dependency = reading_.dependency(child);
      if (dependency == "appos") office(mention.actor, child);
      if (dependency == "relcl") heads(mention.actor, child);
    }
    const uint32_t head = reading_.head(mention.head);
    if (head == mention.head) return;
    if (reading_.dependency(mention.head) == "appos") office(mention.actor, head);
    if (reading_.dependency(mention.head) == "nsubj" && reading_.lemma(head) == "be") {
      for (const uint32_t child : reading_.tree.children(head)) {
        if (reading_.dependency(child) == "attr") office(mention.actor, child);
      }
    }
  }

  void office(uint32_t person, uint32_t noun) {
    if (!is_title(noun) || builder_.name_over(noun) >= 0) return;
    uint32_t begin = noun;
    std::string of;
    const uint32_t least = noun > 6 ? noun - 6 : 0;
    while (begin > least && reading_.head(begin - 1) == noun && reading_.dependency(begin - 1) != "det" &&
           reading_.pos(begin - 1) != "PUNCT") {
      --begin;
    }
    for (uint32_t token = begin; token < noun; ++token) {
      if (const int32_t name = builder_.name_over(token); name >= 0) {
        of = name_of(builder_.mentions()[static_cast<size_t>(name)].actor);
        begin = token + 1;
      }
      if (reading_.tag(token) == "POS" || reading_.tag(token) == "PRP$" || reading_.tag(token) == "DT")
        begin = token + 1;
    }
    if (begin > 1 && reading_.tag(begin - 1) == "POS" && builder_.name_over(begin - 2) >= 0) {
      of = name_of(builder_.mentions()[static_cast<size_t>(builder_.name_over(begin - 2))].actor);
    }
    if (const auto owner = of_phrase(noun); !owner.empty()) of = owner;
    builder_.add_role(person, {reading_.text_of({begin, noun + 1}), of});
    conjoined(person, noun);
  }

  // "a defector and researcher"
  void conjoined(uint32_t person, uint32_t noun) {
    for (const uint32_t child : reading_.tree.children(noun)) {
      if (reading_.dependency(child) != "conj" || !is_title(child) || builder_.name_over(child) >= 0) continue;
      builder_.add_role(person, {std::string(reading_.text(child)), of_phrase(child)});
      for (const uint32_t below : reading_.tree.children(child)) {
        if (reading_.dependency(below) == "relcl") heads(person, below);
      }
    }
    for (const uint32_t below : reading_.tree.children(noun)) {
      if (reading_.dependency(below) == "relcl") heads(person, below);
    }
  }

  void heads(uint32_t person, uint32_t verb) {
    const auto lemma = reading_.lemma(verb);
    if (lemma != "head" && lemma != "lead" && lemma != "run" && lemma != "chair" && lemma != "direct") return;
    for (const uint32_t child : reading_.tree.children(verb)) {
      if (reading_.dependency(child) != "dobj") continue;
      if (const auto name = body_at(child); !name.empty()) builder_.add_role(person, {"head", name});
    }
  }

  std::string of_phrase(uint32_t noun) const {
    for (const uint32_t child : reading_.tree.children(noun)) {
      const auto word = reading_.lemma(child);
      if (reading_.dependency(child) != "prep" ||
          (word != "of" && word != "at" && word != "for" && word != "with" && word != "in")) {
        continue;
      }
      for (const uint32_t object : reading_.tree.children(child)) {
        if (reading_.dependency(object) != "pobj") continue;
        if (const auto name = body_at(object); !name.empty()) return name;
      }
    }
    return {};
  }

  std::string body_at(uint32_t token) const {
    const int32_t index = builder_.mention_at(token) >= 0 ? builder_.mention_at(token) : builder_.name_over(token);
    return index < 0 ? std::string() : name_of(builder_.mentions()[static_cast<size_t>(index)].actor);
  }

  std::string name_of(uint32_t actor) const {
    const Actor& found = builder_.at(actor);
    return found.kind == ActorKind::kPlace && !found.country.empty() ? std::string(country_name(found.country))
                                                                     : found.name;
  }

  CastBuilder& builder_;
  const Reading& reading_;
  const CastLexicon& lexicon_;
};

}  // namespace

void add_roles(CastBuilder& builder) {
  RoleFinder(builder).run();
}

}  // namespace vedette::story
