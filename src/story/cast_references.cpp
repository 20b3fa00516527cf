// What stands for somebody named before: pronouns, relative pronouns, "the North Korean leader", "the vessel".
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/ascii.h"
#include "story/cast_builder.h"

namespace vedette::story {

namespace {

// The latest of each sort, while the text is read from its beginning.
struct Salience {
  std::optional<uint32_t> person, subject, several, thing, vessel;
};

class ReferenceFinder {
 public:
  explicit ReferenceFinder(CastBuilder& builder)
      : builder_(builder), reading_(builder.reading()), lexicon_(CastLexicon::built_in()) {}

  void run() {
    for (uint32_t token = 0; token < reading_.size(); ++token) {
      if (const int32_t index = builder_.mention_at(token); index >= 0) {
        see(builder_.mentions()[static_cast<size_t>(index)]);
      } else if (reading_.pos(token) == "PRON" || reading_.tag(token) == "PRP$" || reading_.tag(token) == "WP") {
        pronoun(token);
      } else if (reading_.pos(token) == "NOUN" && builder_.name_over(token) < 0) {
        description(token);
      }
    }
  }

 private:
  void see(const CastMention& mention) {
    const Actor& actor = builder_.at(mention.actor);
    const auto dependency = reading_.dependency(mention.head);
    const bool subject = dependency == "nsubj" || dependency == "nsubjpass";
    if (actor.kind == ActorKind::kPerson) {
      // A subject stays the likelier one while its sentence and the next are read.
      if (subject || !salience_.subject || reading_.sentence_of[mention.head] > subject_sentence_ + 1) {
        salience_.subject = mention.actor;
        subject_sentence_ = reading_.sentence_of[mention.head];
      }
      salience_.person = mention.actor;
      persons_.push_back(mention.actor);
    } else if (actor.kind == ActorKind::kGroup) {
      if (reading_.tag(mention.head) == "NNS") {
        salience_.several = mention.actor;
      } else if (subject) {
        salience_.subject = mention.actor;
        subject_sentence_ = reading_.sentence_of[mention.head];
      }
    } else if (actor.kind == ActorKind::kVessel) {
      salience_.vessel = mention.actor;
      salience_.thing = mention.actor;
    } else if (mention.kind != MentionKind::kDemonym && (subject || actor.kind == ActorKind::kOrganization)) {
      salience_.thing = mention.actor;
    }
    if (actor.kind == ActorKind::kOrganization && mention.kind == MentionKind::kName) {
      for (uint32_t token = mention.tokens.begin; token < mention.tokens.end; ++token) {
        if (reading_.text(token).size() > 4) bodies_[lower_text(reading_, token)] = mention.actor;
      }
    }
  }

  // "the panel": the latest body in whose name the word stands.
  bool body_by_word(uint32_t head) {
    const auto body = bodies_.find(lower_text(reading_, head));
    if (body == bodies_.end() || !definite(head)) return false;
    return builder_.mention({head, head + 1}, head, body->second, MentionKind::kNominal);
  }

  void pronoun(uint32_t token) {
    const std::string word = lower_text(reading_, token);
    std::optional<uint32_t> actor;
    if (word == "he" || word == "she" || word == "him" || word == "his" || word == "her" || word == "hers" ||
        word == "himself" || word == "herself") {
      actor = salience_.subject ? salience_.subject : salience_.person;
    } else if (word == "they" || word == "them" || word == "their") {
      actor = salience_.several ? salience_.several : salience_.thing;
    } else if (word == "it" || word == "its" || word == "itself") {
      actor = salience_.thing;
    } else if (word == "who" || word == "which" || word == "whom" || word == "that") {
      actor = antecedent(token);
    }
    if (actor) builder_.mention({token, token + 1}, token, *actor, MentionKind::kPronoun);
  }

  // The noun that the clause of a relative pronoun hangs on.
  std::optional<uint32_t> antecedent(uint32_t token) const {
    uint32_t at = token;
    for (int steps = 0; steps < 6 && !reading_.is_root(at); ++steps) {
      const bool clause = reading_.dependency(at) == "relcl";
      at = reading_.head(at);
      if (!clause) continue;
      const int32_t index = builder_.mention_at(at);
      return index < 0 ? std::nullopt : std::optional(builder_.mentions()[static_cast<size_t>(index)].actor);
    }
    return std::nullopt;
  }

  // "the Russian president", "the minister": the latest person of that office; "the vessel": the latest vessel.
  void description(uint32_t head) {
    const std::string word = lower_lemma(reading_, head);
    if (lexicon_.vessels.contains(word) && definite(head) && salience_.vessel) {
      builder_.mention({head, head + 1}, head, *salience_.vessel, MentionKind::kNominal);
      return;
    }
    if (body_by_word(head)) return;
    if (!lexicon_.titles.contains(word) || !definite(head) || reading_.dependency(head) == "appos") return;
    if (const auto person = builder_.named_beside(head)) {
      builder_.mention({head, head + 1}, head, *person, MentionKind::kNominal);
      return;
    }
    if (const auto person = holder(word, country_of(head))) {
      builder_.mention({phrase_begin(head), head + 1}, head, *person, MentionKind::kNominal);
      salience_.subject = person;
      subject_sentence_ = reading_.sentence_of[head];
      return;
    }
    const TokenRange phrase{phrase_begin(head), head + 1};
    builder_.mention(phrase, head, builder_.actor(ActorKind::kGroup, reading_.text_of(phrase)), MentionKind::kNominal);
  }

  bool definite(uint32_t head) const {
    const auto children = reading_.tree.children(head);
    return std::any_of(children.begin(), children.end(), [&](uint32_t child) {
      const auto word = lower_text(reading_, child);
      return word == "the" || reading_.dependency(child) == "poss";
    });
  }

  uint32_t phrase_begin(uint32_t head) const {
    uint32_t begin = head;
    const uint32_t least = head > 6 ? head - 6 : 0;
    while (begin > least && reading_.head(begin - 1) == head &&
           (reading_.dependency(begin - 1) == "amod" || reading_.dependency(begin - 1) == "compound")) {
      --begin;
    }
    return begin;
  }

  std::string country_of(uint32_t head) const {
    for (const uint32_t child : reading_.tree.children(head)) {
      const int32_t index = builder_.mention_at(child);
      if (index < 0) continue;
      const Actor& actor = builder_.at(builder_.mentions()[static_cast<size_t>(index)].actor);
      if (actor.kind == ActorKind::kCountry) return actor.name;
    }
    return {};
  }

  std::optional<uint32_t> holder(const std::string& word, const std::string& country) const {
    constexpr size_t kLookBack = 40;
    size_t looked = 0;
    for (auto person = persons_.rbegin(); person != persons_.rend() && looked < kLookBack; ++person, ++looked) {
      for (const Role& role : builder_.at(*person).roles) {
        if (ascii_lower(role.title).ends_with(word) && (country.empty() || role.of.empty() || role.of == country))
          return *person;
      }
    }
    return std::nullopt;
  }

  CastBuilder& builder_;
  const Reading& reading_;
  const CastLexicon& lexicon_;
  Salience salience_;
  uint32_t subject_sentence_ = 0;
  std::vector<uint32_t> persons_;
  std::unordered_map<std::string, uint32_t> bodies_;
};

}  // namespace

void add_references(CastBuilder& builder) {
  ReferenceFinder(builder).run();
}

}  // namespace vedette::story
