#include "story/listed.h"

#include <algorithm>
#include <utility>

#include "entity/entity.h"

namespace vedette::story {

namespace {

// A name alone says little: below this the lists hold too many namesakes of ordinary people.
constexpr double kLeastScore = 0.85;
constexpr uint32_t kMostHits = 5;

bool has_two_words(const std::string& name) {
  return name.find(' ') != std::string::npos;
}

std::optional<Schema> schema_of(const Actor& actor) {
  if (actor.kind == ActorKind::kPerson) return Schema::kPerson;
  if (actor.kind == ActorKind::kOrganization) return Schema::kOrganization;
  if (actor.kind == ActorKind::kVessel) return Schema::kVessel;
  return std::nullopt;
}

// A surname, or a body without a name of its own ("the police"), is no query.
bool is_telling(const Actor& actor) {
  if (actor.kind == ActorKind::kVessel) return true;
  const bool capital = !actor.name.empty() && !(actor.name[0] >= 'a' && actor.name[0] <= 'z');
  return capital && has_two_words(actor.name);
}

std::optional<Entity> query_of(const Actor& actor) {
  const auto schema = schema_of(actor);
  if (!schema || !is_telling(actor)) return std::nullopt;
  Entity query;
  query.schema = *schema;
  query.add(Property::kName, actor.name);
  for (const std::string& alias : actor.aliases) {
    if (has_two_words(alias)) query.add(Property::kAlias, alias);
  }
  for (const Role& role : actor.roles) query.add(Property::kPosition, role.title);
  if (!actor.imo.empty()) query.add(Property::kImoNumber, actor.imo);
  return query;
}

Listed screen_actor(const Story& story, const Entity& query, screen::Screener& screener, screen::ImageUsed& image) {
  auto answer =
      screener.screen(query, {.threshold = kLeastScore, .limit = kMostHits, .as_of = story.published, .explain = true});
  Listed listed{.screened = true, .status = answer.status, .hits = {}};
  for (auto& hit : answer.hits) {
    const auto then = story.published ? hit.listed_then : std::nullopt;
    listed.hits.push_back({std::move(hit), then});
  }
  image = std::move(answer.image);
  return listed;
}

}  // namespace

ListedActors screen_cast(const Story& story, const Cast& cast, screen::Screener& screener) {
  ListedActors all{.actors = std::vector<Listed>(cast.actors.size()), .image = {}};
  for (size_t i = 0; i < cast.actors.size(); ++i) {
    if (const auto query = query_of(cast.actors[i])) {
      all.actors[i] = screen_actor(story, *query, screener, all.image);
    }
  }
  // Nobody to ask for: which lists would have been searched is told all the same.
  if (all.image.lists.empty()) {
    Entity nobody;
    nobody.schema = Schema::kPerson;
    all.image = screener.screen(nobody, {}).image;
  }
  return all;
}

}  // namespace vedette::story
