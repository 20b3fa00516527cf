#include "story/places.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "story/gazetteer.h"

namespace vedette::story {

namespace {

// A country or capital is a place where something is in it or happens there, not where it acts.
bool is_local(const Reading& reading, uint32_t head) {
  constexpr std::array<std::string_view, 14> kLocal = {"in",     "at",   "near",    "from",   "inside",
                                                       "across", "off",  "around",  "into",   "within",
                                                       "to",     "over", "through", "outside"};
  constexpr std::array<std::string_view, 5> kTravel = {"visit", "leave", "reach", "enter", "tour"};
  const auto above = reading.lemma(reading.head(head));
  if (reading.dependency(head) == "pobj") return std::find(kLocal.begin(), kLocal.end(), above) != kLocal.end();
  return reading.dependency(head) == "dobj" && std::find(kTravel.begin(), kTravel.end(), above) != kTravel.end();
}

Place place_of(const Actor& actor, uint32_t index) {
  Place place{.name = actor.name,
              .kind = actor.kind == ActorKind::kCountry ? "country" : actor.class_name,
              .country = actor.country,
              .at = {},
              .mentions = {},
              .actors = {index}};
  if (const Site* site = find_site(actor.name)) {
    place.kind = site->kind;
    place.country = site->country;
    place.at = site->at;
  }
  return place;
}

}  // namespace

std::vector<Place> resolve_places(const Reading& reading, const Cast& cast) {
  std::vector<Place> places;
  std::unordered_map<uint32_t, size_t> place_of_actor;
  for (const CastMention& mention : cast.mentions) {
    const Actor& actor = cast.actors[mention.actor];
    const bool country = actor.kind == ActorKind::kCountry;
    if ((!country && actor.kind != ActorKind::kPlace) || mention.kind != MentionKind::kName) continue;
    const bool acts = country || !actor.country.empty();  // a capital stands for its government
    if (acts && !is_local(reading, mention.head)) continue;
    const auto [found, is_new] = place_of_actor.try_emplace(mention.actor, places.size());
    if (is_new) places.push_back(place_of(actor, mention.actor));
    places[found->second].mentions.push_back(reading.range_of(mention.tokens));
  }
  return places;
}

}  // namespace vedette::story
