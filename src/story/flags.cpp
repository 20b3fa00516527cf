#include "story/flags.h"

#include "entity/country.h"
#include "story/gazetteer.h"

namespace vedette::story {

namespace {

// The authority behind a list: "un", "eu", "us", "uk"; empty for others.
std::string authority_of(const std::string& dataset) {
  if (dataset.starts_with("us_")) return "us";
  if (dataset.starts_with("un_")) return "un";
  if (dataset.starts_with("eu_")) return "eu";
  if (dataset.starts_with("gb_")) return "uk";
  return {};
}

class ConductBuilder {
 public:
  ConductBuilder(const EventInput& input, const std::vector<Listed>& listed) : input_(input), listed_(listed) {}

  rules::Conduct build(const Event& event, DayNumber day) const {
    rules::Conduct conduct{.type = std::string(to_string(event.type)), .status = std::string(to_string(event.status))};
    for (const Party& party : event.actors) conduct.actors.push_back(party_of(party));
    for (const Party& party : event.recipients) conduct.recipients.push_back(party_of(party));
    for (const uint32_t good : event.goods) conduct.goods.push_back(input_.goods[good].text);
    if (event.place) {
      conduct.place = input_.places[*event.place].name;
      conduct.place_country = input_.places[*event.place].country;
    }
    if (!event.clause.empty()) conduct.words = input_.reading.text_of(event.clause);
    conduct.date.from = calendar_date(day);
    return conduct;
  }

 private:
  rules::Party party_of(const Party& party) const {
    rules::Party made{.name = party.words, .country = country_code(party.words), .kind = ""};
    // A city that gives or receives stands for its country.
    if (const Site* site = find_site(party.words); site != nullptr && made.country.empty())
      made.country = site->country;
    if (!party.actor) return made;
    const Actor& actor = input_.cast.actors[*party.actor];
    if (!actor.country.empty()) made.country = actor.country;
    if (actor.kind == ActorKind::kPerson) made.kind = "person";
    if (actor.kind == ActorKind::kVessel) made.kind = "vessel";
    if (actor.kind == ActorKind::kCountry) made.kind = "country";
    if (actor.kind == ActorKind::kOrganization) made.kind = actor.class_name;
    if (made.country.empty()) made.country = country_of_roles(actor);
    if (*party.actor < listed_.size()) add_listings(listed_[*party.actor], made);
    return made;
  }

  // The president of Russia is Russian for this purpose.
  static std::string country_of_roles(const Actor& actor) {
    for (const Role& role : actor.roles) {
      if (std::string code = country_code(role.of); !code.empty()) return code;
    }
    return {};
  }

  static void add_listings(const Listed& listed, rules::Party& party) {
    for (const ListedHit& hit : listed.hits) {
      if (hit.on_story_date != true || hit.hit.datasets.empty()) continue;
      if (auto authority = authority_of(hit.hit.datasets.front()); !authority.empty()) {
        party.listings.push_back({std::move(authority), ""});
      }
    }
  }

  const EventInput& input_;
  const std::vector<Listed>& listed_;
};

}  // namespace

Result<std::vector<StoryFlag>> find_flags(const rules::RuleBook& book, const EventInput& input,
                                          const std::vector<Event>& events, const std::vector<Listed>& listed) {
  const ConductBuilder builder(input, listed);
  std::vector<StoryFlag> flags;
  for (uint32_t i = 0; i < events.size(); ++i) {
    std::optional<DayNumber> day = input.reading.story.published;
    if (events[i].time && input.reading.times[*events[i].time].start) day = input.reading.times[*events[i].time].start;
    if (!day) continue;  // without a day nobody can say what was in force
    VEDETTE_ASSIGN_OR_RETURN(auto found, rules::evaluate(book, builder.build(events[i], *day)));
    for (auto& flag : found) flags.push_back({i, std::move(flag)});
  }
  return flags;
}

}  // namespace vedette::story
