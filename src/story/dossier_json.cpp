#include "story/dossier_json.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "entity/country.h"
#include "story/dossier_goods.h"

namespace vedette::story {

namespace {

// On one line, however the rest is laid out.
void write_range(JsonWriter& json, Range range) {
  json.raw("[" + std::to_string(range.begin) + ", " + std::to_string(range.end) + "]");
}

void write_ranges(JsonWriter& json, std::string_view name, const std::vector<Range>& ranges) {
  json.key(name);
  json.begin_array();
  for (const auto range : ranges) write_range(json, range);
  json.end_array();
}

std::string upper(std::string_view code) {
  std::string text(code);
  for (char& letter : text) letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
  return text;
}

void member_day(JsonWriter& json, std::string_view name, const std::optional<DayNumber>& day) {
  json.member_or_null(name, day ? format_day(*day) : std::string());
}

void member_flag(JsonWriter& json, std::string_view name, const std::optional<bool>& flag) {
  json.key(name);
  if (flag)
    json.value(*flag);
  else
    json.null();
}

void member_number(JsonWriter& json, std::string_view name, const std::optional<double>& number) {
  json.key(name);
  if (!number)
    json.null();
  else if (*number == static_cast<double>(static_cast<int64_t>(*number)))
    json.value(static_cast<int64_t>(*number));
  else
    json.value(*number);
}

/// Writes one dossier; its parts in the order of the contract.
class DossierWriter {
 public:
  DossierWriter(JsonWriter& json, const Dossier& dossier) : json_(json), dossier_(dossier) {}

  void write() {
    json_.begin_object();
    write_story();
    list(
        "people", dossier_.cast.actors.size(), [&](size_t i) { return is(i, ActorKind::kPerson); },
        [&](size_t i) { write_person(i); });
    list(
        "organizations", dossier_.cast.actors.size(), [&](size_t i) { return is(i, ActorKind::kOrganization); },
        [&](size_t i) { write_organization(i); });
    all("places", dossier_.places.size(), [&](size_t i) { write_place(dossier_.places[i]); });
    list(
        "vessels", dossier_.cast.actors.size(), [&](size_t i) { return is(i, ActorKind::kVessel); },
        [&](size_t i) { write_vessel(i); });
    const auto goods = goods_groups(dossier_);
    all("goods", goods.size(), [&](size_t i) { write_goods(goods[i]); });
    all("events", dossier_.events.size(), [&](size_t i) { write_event(i); });
    all("statements", dossier_.statements.size(), [&](size_t i) { write_statement(dossier_.statements[i]); });
    all("times", dossier_.times.size(), [&](size_t i) { write_time(dossier_.times[i]); });
    all("distances", dossier_.distances.size(), [&](size_t i) { write_distance(dossier_.distances[i]); });
    all("flags", dossier_.flags.size(), [&](size_t i) { write_flag(dossier_.flags[i]); });
    all("screened", dossier_.listed.image.lists.size(), [&](size_t i) { write_list(dossier_.listed.image.lists[i]); });
    all("notices", dossier_.notices.size(), [&](size_t i) { write_notice(dossier_.notices[i]); });
    json_.end_object();
  }

 private:
  template <typename Keep, typename Write>
  void list(std::string_view name, size_t count, const Keep& keep, const Write& write) {
    json_.key(name);
    json_.begin_array();
    for (size_t i = 0; i < count; ++i) {
      if (!keep(i)) continue;
      json_.begin_object();
      write(i);
      json_.end_object();
    }
    json_.end_array();
  }
  template <typename Write>
  void all(std::string_view name, size_t count, const Write& write) {
    list(name, count, [](size_t) { return true; }, write);
  }

  bool is(size_t actor, ActorKind kind) const { return dossier_.cast.actors[actor].kind == kind; }

  void write_story() {
    const Story& story = dossier_.story;
    json_.key("story");
    json_.begin_object();
    json_.member_or_null("id", story.id);
    json_.member_or_null("title", story.title);
    json_.member_or_null("outlet", story.outlet);
    json_.member_or_null("url", story.url);
    member_day(json_, "published", story.published);
    json_.member("language", dossier_.language);
    json_.member("sha256", story.sha256);
    json_.member("text", story.text);
    json_.end_object();
  }

  void write_mentions(const Actor& actor) {
    json_.key("mentions");
    json_.begin_array();
    for (const uint32_t mention : actor.mentions) write_range(json_, dossier_.mention_ranges[mention]);
    json_.end_array();
  }

  void write_hits(size_t actor) {
    all("listed", actor < dossier_.listed.actors.size() ? dossier_.listed.actors[actor].hits.size() : 0,
        [&](size_t i) { write_hit(dossier_.listed.actors[actor].hits[i]); });
  }

  void write_hit(const ListedHit& listed) {
    const screen::Hit& hit = listed.hit;
    json_.member("id", hit.id);
    json_.member_or_null("list", hit.datasets.empty() ? std::string() : hit.datasets.front());
    json_.member("caption", hit.caption);
    json_.member("score", hit.score);
    json_.member_strings("programs", hit.programs);
    json_.member_or_null("listed_from", hit.listing.from);
    json_.member_or_null("listed_after", hit.listing.after);
    json_.member_or_null("listed_by", hit.listing.by);
    json_.member_or_null("basis", screen::to_string(hit.listing.basis));
    member_flag(json_, "listed_on_story_date", listed.on_story_date);
    json_.member_or_null("explanation", hit.explanation);
  }

  void write_person(size_t index) {
    const Actor& actor = dossier_.cast.actors[index];
    json_.member("name", actor.name);
    json_.member_strings("aliases", actor.aliases);
    all("roles", actor.roles.size(), [&](size_t i) {
      json_.member("title", actor.roles[i].title);
      json_.member_or_null("of", actor.roles[i].of);
    });
    json_.member_or_null("country", upper(actor.country));
    write_mentions(actor);
    write_hits(index);
  }

  void write_organization(size_t index) {
    const Actor& actor = dossier_.cast.actors[index];
    json_.member("name", actor.name);
    json_.member_strings("aliases", actor.aliases);
    json_.member("kind", actor.class_name.empty() ? std::string("other") : actor.class_name);
    json_.member_or_null("country", upper(actor.country));
    write_mentions(actor);
    write_hits(index);
  }

  void write_vessel(size_t index) {
    const Actor& actor = dossier_.cast.actors[index];
    json_.member("name", actor.name);
    json_.member_strings("aliases", actor.aliases);
    json_.member_or_null("imo", actor.imo);
    json_.member_or_null("flag", upper(actor.country));
    write_mentions(actor);
    write_hits(index);
  }

  void write_place(const Place& place) {
    json_.member("name", place.name);
    json_.member_or_null("kind", place.kind);
    json_.member_or_null("country", upper(place.country));
    member_number(json_, "lat", place.at ? std::optional(place.at->latitude) : std::nullopt);
    member_number(json_, "lon", place.at ? std::optional(place.at->longitude) : std::nullopt);
    write_ranges(json_, "mentions", place.mentions);
  }

  // The amount is that of the first mention that gives one.
  void write_goods(const std::vector<uint32_t>& group) {
    const auto counted = std::find_if(group.begin(), group.end(), [&](uint32_t i) { return dossier_.goods[i].count; });
    const GoodsMention& goods = dossier_.goods[group.front()];
    const GoodsMention& amount = dossier_.goods[counted == group.end() ? group.front() : *counted];
    std::vector<Range> ranges;
    for (const uint32_t index : group) ranges.push_back(dossier_.goods_ranges[index]);
    json_.member("text", goods.text);
    json_.member_or_null("term", goods.good != nullptr ? goods.good->term : std::string());
    json_.member_strings("codes", goods.good != nullptr ? goods.good->codes : std::vector<std::string>());
    member_number(json_, "count", amount.count);
    json_.member_or_null("unit", amount.unit);
    json_.member_or_null("calibre", goods.calibre);
    write_ranges(json_, "mentions", ranges);
  }

  void write_parties(std::string_view name, const std::vector<Party>& parties) {
    std::vector<std::string> names;
    for (const Party& party : parties) names.push_back(party.words);
    json_.member_strings(name, names);
  }

  static std::string event_id(size_t index) { return "e" + std::to_string(index + 1); }

  void write_event(size_t index) {
    const Event& event = dossier_.events[index];
    json_.member("id", event_id(index));
    json_.member("type", to_string(event.type));
    json_.member_or_null("plover", plover_type(event));
    write_parties("actors", event.actors);
    write_parties("recipients", event.recipients);
    std::vector<std::string> goods;
    for (const uint32_t good : event.goods) goods.push_back(dossier_.goods[good].text);
    json_.member_strings("goods", goods);
    json_.member_or_null("place", event.place ? dossier_.places[*event.place].name : std::string());
    json_.key("when");
    if (event.time)
      write_when(dossier_.times[*event.time]);
    else
      json_.null();
    json_.member("status", to_string(event.status));
    write_parties("according_to", event.according_to);
    json_.member("trigger", event.trigger_text);
    json_.member_or_null("same_as", event.same_as ? event_id(*event.same_as) : std::string());
    json_.key("evidence");
    write_range(json_, dossier_.event_ranges[index]);
  }

  void write_when(const TimeMention& time) {
    json_.begin_object();
    json_.member("text", time.text);
    member_day(json_, "start", time.start);
    member_day(json_, "end", time.end);
    json_.end_object();
  }

  void write_statement(const Statement& statement) {
    constexpr std::string_view kModes[] = {"direct", "partial", "indirect"};
    json_.member("speaker", statement.speaker.words);
    write_parties("to", statement.to);
    write_parties("via", statement.via);
    json_.member("mode", kModes[static_cast<size_t>(statement.mode)]);
    json_.member_or_null("verb", statement.verb);
    json_.member("quote", statement.quote);
    json_.key("evidence");
    write_range(json_, statement.evidence);
    json_.key("spans");
    json_.begin_object();
    write_ranges(json_, "source", statement.source);
    write_ranges(json_, "cue", statement.cue);
    write_ranges(json_, "content", statement.content);
    json_.end_object();
  }

  void write_time(const TimeMention& time) {
    json_.member("text", time.text);
    json_.key("span");
    write_range(json_, time.range);
    json_.member("value", time.value);
    member_day(json_, "start", time.start);
    member_day(json_, "end", time.end);
  }

  void write_distance(const Distance& distance) {
    json_.member("text", distance.text);
    json_.key("span");
    write_range(json_, distance.range);
    json_.member_or_null("from", distance.from);
    json_.member_or_null("to", distance.to);
    member_number(json_, "stated_km", distance.stated_km);
    member_number(json_, "measured_km", distance.measured_km);
    member_flag(json_, "agrees", distance.agrees);
  }

  void write_flag(const StoryFlag& flag) {
    json_.member("event", event_id(flag.event));
    json_.member("provision", flag.flag.provision);
    json_.member("level", rules::to_string(flag.flag.level));
    json_.member("conduct", flag.flag.conduct);
    json_.member("why", flag.flag.why);
    json_.member("exceptions", flag.flag.exceptions);
    json_.member("verified", flag.flag.verified);
  }

  void write_list(const screen::ListUsed& list) {
    json_.member("list", list.name);
    json_.member("version", list.version);
    json_.member_or_null("published", list.published);
    json_.member("stale", list.stale);
    json_.member("missing", list.missing);
  }

  void write_notice(const Notice& notice) {
    json_.member("code", notice.code);
    json_.member("text", notice.text);
  }

  JsonWriter& json_;
  const Dossier& dossier_;
};

}  // namespace

void write_json(JsonWriter& json, const Dossier& dossier) {
  DossierWriter(json, dossier).write();
}

}  // namespace vedette::story
