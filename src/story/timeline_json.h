// A timeline for other programs.
#pragma once

#include <string>

#include "base/json_writer.h"
#include "story/timeline.h"

namespace vedette::story {

/// {"stories", "events", "parties", "places"}, as docs/guide/reading-stories.md has it.
void write_json(JsonWriter& json, const Timeline& timeline);

/// RFC 7946: a FeatureCollection with a point for each event whose place is known, and each other place.
void write_geojson(JsonWriter& json, const Timeline& timeline);

/// FollowTheMoney entities, one JSON object a line: Person, Organization, Vessel, PublicBody or LegalEntity for
/// parties, and an Event for each event that involves them. Ids are hashes of what they stand for.
std::string timeline_ftm(const Timeline& timeline);

/// "t1": how an event is called.
std::string timeline_event_id(size_t event);

}  // namespace vedette::story
