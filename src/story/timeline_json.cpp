#include "story/timeline_json.h"

#include <set>

#include "base/ascii.h"
#include "base/hash.h"
#include "entity/country.h"

namespace vedette::story {

namespace {

constexpr size_t kIdDigits = 20;

void member_day(JsonWriter& json, std::string_view name, const std::optional<DayNumber>& day) {
  json.member_or_null(name, day ? format_day(*day) : std::string());
}

void member_ids(JsonWriter& json, std::string_view name, const std::vector<uint32_t>& events) {
  std::vector<std::string> ids;
  for (const uint32_t event : events) ids.push_back(timeline_event_id(event));
  json.member_strings(name, ids);
}

std::vector<std::string> names_of(const Timeline& timeline, const std::vector<uint32_t>& parties) {
  std::vector<std::string> names;
  for (const uint32_t party : parties) names.push_back(timeline.parties[party].name);
  return names;
}

std::vector<std::string> stories_of(const Timeline& timeline, const std::vector<uint32_t>& stories) {
  std::vector<std::string> ids;
  for (const uint32_t story : stories) ids.push_back(timeline.stories[story].id);
  return ids;
}

void write_story(JsonWriter& json, const Timeline& timeline, size_t index) {
  const ToldStory& story = timeline.stories[index];
  json.begin_object();
  json.member("id", story.id);
  json.member_or_null("title", story.title);
  json.member_or_null("outlet", story.outlet);
  member_day(json, "published", story.published);
  json.member_or_null("url", story.url);
  json.member("file", story.file);
  json.member("events", story.events.size());
  member_ids(json, "new", timeline.news[index].first_told);
  member_ids(json, "changed", timeline.news[index].changed);
  member_ids(json, "repeated", timeline.news[index].repeated);
  json.end_object();
}

void write_telling(JsonWriter& json, const Timeline& timeline, const Telling& telling) {
  const ToldStory& story = timeline.stories[telling.story];
  const ToldEvent& event = story.events[telling.event];
  json.begin_object();
  json.member("story", story.id);
  json.member_or_null("outlet", story.outlet);
  member_day(json, "published", story.published);
  json.member_or_null("event", event.id);
  json.member("status", to_string(event.status));
  json.member_strings("according_to", event.according_to);
  json.member_or_null("words", event.words);
  json.end_object();
}

void write_when(JsonWriter& json, const JoinedEvent& event) {
  json.key("when");
  if (!event.start && !event.end) return json.null();
  json.begin_object();
  member_day(json, "start", event.start);
  member_day(json, "end", event.end);
  json.end_object();
}

void write_event_members(JsonWriter& json, const Timeline& timeline, size_t index) {
  const JoinedEvent& event = timeline.events[index];
  json.member("id", timeline_event_id(index));
  json.member("type", to_string(event.type));
  json.member_strings("actors", names_of(timeline, event.actors));
  json.member_strings("recipients", names_of(timeline, event.recipients));
  json.member_strings("goods", event.goods);
  json.member_or_null("place", event.place ? timeline.places[*event.place].place.name : std::string());
  write_when(json, event);
  json.member("status", to_string(event.status));
  json.member("history", status_history(timeline, event));
  json.member("sources", event.outlets.empty() ? event.tellings.size() : event.outlets.size());
  json.member_strings("outlets", event.outlets);
  json.member("first_told", timeline.stories[event.tellings.front().story].id);
  json.member_or_null("same_as", event.same_as ? timeline_event_id(*event.same_as) : std::string());
}

void write_event(JsonWriter& json, const Timeline& timeline, size_t index) {
  const JoinedEvent& event = timeline.events[index];
  json.begin_object();
  write_event_members(json, timeline, index);
  json.key("flags");
  json.begin_array();
  for (const auto& flag : event.flags) {
    json.begin_object();
    json.member("provision", flag.provision);
    json.member("level", flag.level);
    json.end_object();
  }
  json.end_array();
  json.key("tellings");
  json.begin_array();
  for (const auto& telling : event.tellings) write_telling(json, timeline, telling);
  json.end_array();
  json.end_object();
}

void write_party(JsonWriter& json, const Timeline& timeline, const JoinedParty& party) {
  json.begin_object();
  json.member("name", party.name);
  json.member("kind", party.kind);
  json.member_strings("aliases", party.aliases);
  json.member_strings("titles", party.titles);
  json.member_or_null("country", party.country);
  json.member_or_null("imo", party.imo);
  json.key("listed");
  json.begin_array();
  for (const auto& hit : party.listed) {
    json.begin_object();
    json.member("id", hit.id);
    json.member_or_null("list", hit.list);
    json.member("caption", hit.caption);
    json.member("score", hit.score);
    json.end_object();
  }
  json.end_array();
  json.member_strings("stories", stories_of(timeline, party.stories));
  json.end_object();
}

void write_place(JsonWriter& json, const Timeline& timeline, const JoinedPlace& joined) {
  json.begin_object();
  json.member("name", joined.place.name);
  json.member_or_null("kind", joined.place.kind);
  json.member_or_null("country", joined.place.country);
  for (const auto& [name, value] :
       {std::pair("lat", &Coordinates::latitude), std::pair("lon", &Coordinates::longitude)}) {
    json.key(name);
    if (joined.place.at)
      json.value((*joined.place.at).*value);
    else
      json.null();
  }
  json.member_strings("stories", stories_of(timeline, joined.stories));
  json.end_object();
}

template <typename Write>
void feature(JsonWriter& json, Coordinates at, const Write& write_properties) {
  json.begin_object();
  json.member("type", "Feature");
  json.key("geometry");
  json.begin_object();
  json.member("type", "Point");
  json.key("coordinates");
  json.begin_array();
  json.value(at.longitude);
  json.value(at.latitude);
  json.end_array();
  json.end_object();
  json.key("properties");
  json.begin_object();
  write_properties();
  json.end_object();
  json.end_object();
}

std::string_view schema_of(const JoinedParty& party) {
  if (party.kind == "person") return "Person";
  if (party.kind == "organization") return "Organization";
  if (party.kind == "vessel") return "Vessel";
  return country_code(party.name).empty() ? "LegalEntity" : "PublicBody";
}

std::string hashed(const std::string& what) {
  return "vedette-" + sha256_hex(what).substr(0, kIdDigits);
}

std::string party_id(const JoinedParty& party) {
  return hashed("party\n" + party.kind + "\n" + party.name);
}

// One FollowTheMoney entity; properties that are empty are left out, as its tools do.
class FtmEntity {
 public:
  FtmEntity(const std::string& id, std::string_view schema) {
    json_.begin_object();
    json_.member("id", id);
    json_.member("schema", schema);
    json_.key("properties");
    json_.begin_object();
  }
  void add(std::string_view name, std::vector<std::string> values) {
    std::erase(values, "");
    if (!values.empty()) json_.member_strings(name, values);
  }
  std::string line() {
    json_.end_object();
    json_.end_object();
    return json_.take() + "\n";
  }

 private:
  JsonWriter json_;
};

std::string party_line(const JoinedParty& party) {
  FtmEntity entity(party_id(party), schema_of(party));
  entity.add("name", {party.name});
  entity.add("alias", party.aliases);
  entity.add(party.kind == "vessel" ? "flag" : "country", {ascii_lower(party.country)});
  if (party.kind == "person") entity.add("position", party.titles);
  if (party.kind == "vessel") entity.add("imoNumber", {party.imo});
  std::vector<std::string> notes;
  for (const auto& hit : party.listed) notes.push_back("possible match: " + hit.caption + " (" + hit.id + ")");
  entity.add("notes", notes);
  return entity.line();
}

std::string event_line(const Timeline& timeline, size_t index) {
  const JoinedEvent& event = timeline.events[index];
  const Telling& first = event.tellings.front();
  const ToldStory& story = timeline.stories[first.story];
  FtmEntity entity(hashed("event\n" + story.id + "\n" + story.events[first.event].id), "Event");
  std::string name(to_string(event.type));
  for (const auto* side : {&event.actors, &event.recipients}) {
    for (const auto& party : names_of(timeline, *side)) name += (side == &event.actors ? ": " : " / ") + party;
  }
  std::vector<std::string> involved;
  for (const auto* side : {&event.actors, &event.recipients}) {
    for (const uint32_t party : *side) involved.push_back(party_id(timeline.parties[party]));
  }
  entity.add("name", {name});
  entity.add("summary", {story.events[first.event].words});
  entity.add("description", {"status: " + status_history(timeline, event)});
  entity.add("startDate", {event.start ? format_day(*event.start) : ""});
  entity.add("endDate", {event.end ? format_day(*event.end) : ""});
  entity.add("location", {event.place ? timeline.places[*event.place].place.name : ""});
  entity.add("involved", involved);
  entity.add("publisher", event.outlets);
  std::vector<std::string> links;
  for (const auto& telling : event.tellings) links.push_back(timeline.stories[telling.story].url);
  entity.add("sourceUrl", links);
  entity.add("keywords", event.goods);
  return entity.line();
}

}  // namespace

std::string timeline_event_id(size_t event) {
  return "t" + std::to_string(event + 1);
}

void write_json(JsonWriter& json, const Timeline& timeline) {
  json.begin_object();
  json.key("stories");
  json.begin_array();
  for (size_t i = 0; i < timeline.stories.size(); ++i) write_story(json, timeline, i);
  json.end_array();
  json.key("events");
  json.begin_array();
  for (size_t i = 0; i < timeline.events.size(); ++i) write_event(json, timeline, i);
  json.end_array();
  json.key("parties");
  json.begin_array();
  for (const auto& party : timeline.parties) write_party(json, timeline, party);
  json.end_array();
  json.key("places");
  json.begin_array();
  for (const auto& place : timeline.places) write_place(json, timeline, place);
  json.end_array();
  json.end_object();
}

void write_geojson(JsonWriter& json, const Timeline& timeline) {
  json.begin_object();
  json.member("type", "FeatureCollection");
  json.key("features");
  json.begin_array();
  std::set<uint32_t> used;
  for (size_t i = 0; i < timeline.events.size(); ++i) {
    const auto& place = timeline.events[i].place;
    if (!place || !timeline.places[*place].place.at) continue;
    used.insert(*place);
    feature(json, *timeline.places[*place].place.at, [&] { write_event_members(json, timeline, i); });
  }
  for (uint32_t i = 0; i < timeline.places.size(); ++i) {
    const ToldPlace& place = timeline.places[i].place;
    if (!place.at || used.contains(i)) continue;
    feature(json, *place.at, [&] {
      json.member("place", place.name);
      json.member_or_null("kind", place.kind);
      json.member_or_null("country", place.country);
      json.member_strings("stories", stories_of(timeline, timeline.places[i].stories));
    });
  }
  json.end_array();
  json.end_object();
}

std::string timeline_ftm(const Timeline& timeline) {
  std::string lines;
  for (const auto& party : timeline.parties) lines += party_line(party);
  for (size_t i = 0; i < timeline.events.size(); ++i) lines += event_line(timeline, i);
  return lines;
}

}  // namespace vedette::story
