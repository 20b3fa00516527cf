#include "story/attribution_party.h"

#include <algorithm>
#include <array>

#include "story/speech_phrases.h"

namespace vedette::story::speech {

namespace {

constexpr std::array<std::string_view, 26> kSpeakingNouns = {
    "official", "source",   "officer", "diplomat", "report",  "document", "record",     "spokesman", "spokeswoman",
    "minister", "witness",  "expert",  "resident", "analyst", "study",    "letter",     "memo",      "spokesperson",
    "lawyer",   "lawmaker", "police",  "ministry", "general", "aide",     "researcher", "military"};

}  // namespace

std::optional<uint32_t> PartyFinder::actor_of(uint32_t noun) const {
  if (noun >= cast_.mention_at.size()) return std::nullopt;
  if (const auto actor = cast_.actor_at(noun)) return actor;
  // "a spokesman, Ivan Lind": the name beside the description.
  if (const auto name = child_of(reading_, noun, {"appos"}); name && reading_.pos(*name) == "PROPN") {
    return cast_.actor_at(*name);
  }
  return std::nullopt;
}

// "told this newspaper", "told us": the outlet of the story.
bool PartyFinder::is_own_outlet(uint32_t noun) const {
  if (reading_.story.outlet.empty()) return false;
  if (lower_text(reading_, noun) == "us") return true;
  const auto determiner = child_of(reading_, noun, {"det"});
  return determiner && lower_text(reading_, *determiner) == "this" &&
         (lexicon_.is_outlet_word(reading_.text(noun)) || lower_text(reading_, noun) == "paper");
}

Party PartyFinder::party_of(uint32_t noun) const {
  if (is_own_outlet(noun)) return {.actor = std::nullopt, .words = reading_.story.outlet};
  if (const auto actor = actor_of(noun)) return {.actor = actor, .words = cast_.actors[*actor].name};
  if (reading_.pos(noun) == "PRON" && reading_.tag(noun).starts_with("PRP")) return {};
  if (reading_.tag(noun).starts_with("W") || reading_.tag(core_phrase(reading_, noun).begin) == "WP$") return {};
  if (const auto name = child_of(reading_, noun, {"appos"}); name && reading_.pos(*name) == "PROPN") {
    return {.actor = std::nullopt, .words = words_without_article(reading_, core_phrase(reading_, *name))};
  }
  return {.actor = std::nullopt, .words = words_without_article(reading_, core_phrase(reading_, noun))};
}

std::vector<Party> PartyFinder::parties_of(const std::vector<uint32_t>& nouns) const {
  std::vector<Party> parties;
  for (const auto noun : nouns) {
    auto party = party_of(noun);
    const bool known = std::find(parties.begin(), parties.end(), party) != parties.end();
    if (!party.words.empty() && !known) parties.push_back(std::move(party));
  }
  return parties;
}

// "the spy agency" reports to others than readers.
bool PartyFinder::is_other_agency(uint32_t token) const {
  if (lower_text(reading_, token) != "agency" || token == 0) return false;
  const auto before = lower_text(reading_, token - 1);
  const auto tag = reading_.tag(token - 1);
  if (before == "state" || before == "official" || before == "information" || before == "telegraph") return false;
  return (tag.starts_with("NN") || tag == "JJ") && !lexicon_.is_outlet_word(reading_.text(token - 1));
}

bool PartyFinder::is_outlet(uint32_t noun) const {
  if (const auto actor = actor_of(noun); actor && cast_.actors[*actor].class_name == "media") return true;
  const auto range = core_phrase(reading_, noun);
  for (uint32_t i = range.begin; i < std::min(range.end, noun + 4); ++i) {
    const bool of_head = i == noun || reading_.head(i) == noun || reading_.dependency(i) == "compound";
    if (of_head && lexicon_.is_outlet_word(reading_.text(i)) && !is_other_agency(i)) return true;
    if (of_head && i == noun && lexicon_.is_outlet_word(lower_lemma(reading_, i))) return true;
  }
  return false;
}

bool PartyFinder::can_speak(uint32_t noun) const {
  if (actor_of(noun)) return true;
  const auto type = reading_.document.label(reading_.token(noun).entity);
  if (type == "PERSON" || type == "ORG" || type == "GPE" || type == "NORP") return true;
  const auto lemma = lower_lemma(reading_, noun);
  return is_outlet(noun) || std::find(kSpeakingNouns.begin(), kSpeakingNouns.end(), lemma) != kSpeakingNouns.end();
}

}  // namespace vedette::story::speech
