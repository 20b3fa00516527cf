// A made-up story with its dossier, put together by hand: what it holds does not depend on how well stories are read.
#pragma once

#include <string>
#include <string_view>

#include "base/utf8.h"
#include "story/dossier.h"
#include "story/story_text.h"

namespace vedette::story {

/// Builds a dossier of a text by naming the words that its items rest on.
class DossierBuilder {
 public:
  explicit DossierBuilder(std::string_view text, StoryFacts facts = {}) {
    const StoryFacts all[] = {std::move(facts)};
    dossier_.story = *story_from_text(text, all);
    letters_ = to_utf32(dossier_.story.text);
    dossier_.sentences = dossier_.story.paragraphs;
  }

  /// The first place of the words at or after `from`.
  Range find(std::string_view words, uint32_t from = 0) const {
    const auto piece = to_utf32(words);
    const auto at = static_cast<uint32_t>(letters_.find(piece, from));
    return {at, at + static_cast<uint32_t>(piece.size())};
  }

  uint32_t actor(Actor actor) {
    const auto index = static_cast<uint32_t>(dossier_.cast.actors.size());
    dossier_.cast.actors.push_back(std::move(actor));
    dossier_.listed.actors.emplace_back();
    mention(index, dossier_.cast.actors[index].name);
    return index;
  }
  void mention(uint32_t actor, std::string_view words, MentionKind kind = MentionKind::kName, uint32_t from = 0) {
    dossier_.cast.actors[actor].mentions.push_back(static_cast<uint32_t>(dossier_.cast.mentions.size()));
    dossier_.cast.mentions.push_back({.actor = actor, .kind = kind});
    dossier_.mention_ranges.push_back(find(words, from));
  }
  Party party(uint32_t actor) const { return {actor, dossier_.cast.actors[actor].name}; }

  uint32_t place(std::string name, std::string kind, std::string country, Coordinates at) {
    dossier_.places.push_back({name, std::move(kind), std::move(country), at, {find(name)}, {}});
    return static_cast<uint32_t>(dossier_.places.size() - 1);
  }
  uint32_t goods(std::string words) {
    dossier_.goods_ranges.push_back(find(words));
    dossier_.goods.push_back({.text = std::move(words)});
    return static_cast<uint32_t>(dossier_.goods.size() - 1);
  }
  uint32_t time(std::string words, DayNumber start, DayNumber end) {
    const Range range = find(words);
    dossier_.times.push_back({std::move(words), range, TimeKind::kDate, format_day(start), start, end});
    return static_cast<uint32_t>(dossier_.times.size() - 1);
  }
  uint32_t event(Event event, std::string trigger) {
    dossier_.trigger_ranges.push_back(find(trigger));
    dossier_.event_ranges.push_back(find(trigger));
    event.trigger_text = std::move(trigger);
    dossier_.events.push_back(std::move(event));
    return static_cast<uint32_t>(dossier_.events.size() - 1);
  }

  Dossier& dossier() { return dossier_; }

 private:
  Dossier dossier_;
  std::u32string letters_;
};

/// An invented story of a minister, a general, a ship and shells.
inline Dossier made_up_dossier() {
  DossierBuilder b(
      "Northland minister visits Esperia port\n\n"
      "PORT SOLANO, May 14 (Quay News) -- Northland Defence Minister Ilja Torvald met Gen. Amaro Quintela of the "
      "Esperian "
      "Army in Port Solano on Tuesday, officials said.\n\n"
      "Northland plans to send 40,000 artillery shells to Esperia next month, he told Quay News. “The shells are on "
      "their way,” Torvald said.\n\n"
      "Esperia denied that it had received rockets. The tanker Blue Heron left Haven Bay on May 2.\n",
      {.id = "port",
       .title = "Northland minister visits Esperia port",
       .outlet = "Quay News",
       .published = day_number(2024, 5, 15)});
  const auto north = b.actor({.kind = ActorKind::kCountry, .name = "Northland"});
  const auto esperia = b.actor({.kind = ActorKind::kCountry, .name = "Esperia"});
  const auto torvald = b.actor({.kind = ActorKind::kPerson,
                                .name = "Ilja Torvald",
                                .aliases = {"Torvald"},
                                .roles = {{"Defence Minister", "Northland"}}});
  b.mention(torvald, "he", MentionKind::kPronoun, b.find("next month").end);
  const auto general =
      b.actor({.kind = ActorKind::kPerson, .name = "Amaro Quintela", .roles = {{"Gen.", "Esperian Army"}}});
  const auto army = b.actor({.kind = ActorKind::kOrganization, .name = "Esperian Army", .class_name = "military"});
  const auto news = b.actor({.kind = ActorKind::kOrganization, .name = "Quay News", .class_name = "media"});
  const auto ship = b.actor({.kind = ActorKind::kVessel, .name = "Blue Heron", .imo = "9179842"});
  const auto port = b.place("Port Solano", "city", "", {38.7, -9.1});
  const auto bay = b.place("Haven Bay", "sea", "", {43.4, -8.4});
  const auto shells = b.goods("artillery shells"), rockets = b.goods("rockets");
  const auto tuesday = b.time("on Tuesday", day_number(2024, 5, 14), day_number(2024, 5, 14));
  const auto june = b.time("next month", day_number(2024, 6, 1), day_number(2024, 6, 30));
  const auto may = b.time("on May 2", day_number(2024, 5, 2), day_number(2024, 5, 2));
  b.event({.type = EventType::kMeet,
           .actors = {b.party(torvald)},
           .recipients = {b.party(general)},
           .place = port,
           .time = tuesday},
          "met");
  b.event({.type = EventType::kTransfer,
           .actors = {b.party(north)},
           .recipients = {b.party(esperia)},
           .goods = {shells},
           .time = june,
           .status = Status::kPlanned,
           .according_to = {b.party(torvald)}},
          "send");
  b.event({.type = EventType::kTransfer,
           .recipients = {b.party(esperia)},
           .goods = {rockets},
           .status = Status::kDenied,
           .according_to = {b.party(esperia)},
           .same_as = 1},
          "received");
  b.event({.type = EventType::kVisit, .actors = {b.party(ship)}, .place = bay, .time = may}, "left");
  auto& dossier = b.dossier();
  dossier.statements.push_back({.speaker = b.party(torvald),
                                .to = {b.party(news)},
                                .mode = SpeechMode::kDirect,
                                .verb = "said",
                                .quote = "The shells are on their way,",
                                .content = {b.find("The shells are on their way,")}});
  dossier.distances.push_back({"some 500 kilometres from Haven Bay", {}, "Haven Bay", "Port Solano", 500, 526, true});
  dossier.listed.image.lists.push_back(
      {.name = "un_sc_sanctions", .version = "un_sc_sanctions@2024-05-01", .published = "2024-05-01", .records = 9});
  for (const auto index : {torvald, general, army, ship}) dossier.listed.actors[index].screened = true;
  ListedHit hit{.on_story_date = true};
  hit.hit.id = "un-1";
  hit.hit.caption = "TORVALD Ilja";
  hit.hit.datasets = {"un_sc_sanctions"};
  hit.hit.programs = {"NORTH"};
  hit.hit.score = 0.97;
  hit.hit.listing.from = "2016-03-02";
  hit.hit.listing.basis = screen::Basis::kList;
  hit.hit.explanation = "same name in another order";
  dossier.listed.actors[torvald].hits.push_back(hit);
  dossier.flags.push_back({1,
                           {.provision = "S/RES/0000 (2020) OP7",
                            .level = rules::FlagLevel::kWouldTouch,
                            .conduct = "arms to Esperia",
                            .why = "Arms would go from Northland to Esperia.",
                            .exceptions = "none",
                            .verified = true}});
  dossier.notices.push_back({"starter-list", "screened against the starter list"});
  return dossier;
}

}  // namespace vedette::story
