#include "story/foreign.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace vedette::story {

namespace {

ActorKind kind_of(Schema schema) {
  if (schema == Schema::kPerson) return ActorKind::kPerson;
  return schema == Schema::kVessel ? ActorKind::kVessel : ActorKind::kOrganization;
}

std::string language_sentence(const LanguageGuess& language, bool screened) {
  std::string text = language.name.empty() ? "the story is not in English" : "the story is in " + language.name;
  text += ", which is not read: no events, statements or flags were looked for";
  return text + (screened ? "; names in it were looked up on the lists" : "");
}

// Actors by what is listed, so that a name that stands twice is one actor.
class Findings {
 public:
  explicit Findings(Dossier& dossier) : dossier_(dossier) {}

  void add(screen::Finding finding) {
    if (finding.hits.empty()) return;
    const auto next = static_cast<uint32_t>(dossier_.cast.actors.size());
    const uint32_t index = actor_of_.try_emplace(finding.hits.front().id, next).first->second;
    if (index == next) add_actor(finding);
    Actor& actor = dossier_.cast.actors[index];
    const bool other_form = finding.text != actor.name;
    if (other_form && std::find(actor.aliases.begin(), actor.aliases.end(), finding.text) == actor.aliases.end()) {
      actor.aliases.push_back(finding.text);
    }
    actor.mentions.push_back(static_cast<uint32_t>(dossier_.cast.mentions.size()));
    dossier_.cast.mentions.push_back({.actor = index});
    dossier_.mention_ranges.push_back({finding.begin, finding.end});
  }

 private:
  void add_actor(screen::Finding& finding) {
    dossier_.cast.actors.push_back({.kind = kind_of(finding.hits.front().schema), .name = finding.text});
    Listed listed{.screened = true};
    for (auto& hit : finding.hits) listed.hits.push_back({std::move(hit), std::nullopt});
    for (auto& hit : listed.hits) hit.on_story_date = hit.hit.listed_then;
    dossier_.listed.actors.push_back(std::move(listed));
  }

  Dossier& dossier_;
  std::unordered_map<std::string, uint32_t> actor_of_;
};

}  // namespace

Dossier read_foreign(Story story, const LanguageGuess& language, screen::Screener* screener) {
  Dossier dossier{.story = std::move(story), .language = language.code};
  dossier.notices.push_back({"language", language_sentence(language, screener != nullptr)});
  if (screener == nullptr) return dossier;
  auto answer = screener->scan(dossier.story.text, {.as_of = dossier.story.published, .explain = true});
  dossier.listed.image = std::move(answer.image);
  Findings findings(dossier);
  for (auto& finding : answer.found) findings.add(std::move(finding));
  return dossier;
}

}  // namespace vedette::story
