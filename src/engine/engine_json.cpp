// The facade's answers as JSON, in the shape that the command line promises.
#include "engine/engine.h"

namespace vedette::engine {
namespace {

void write_counts(JsonWriter& json, std::string_view name, const std::map<std::string, uint64_t>& counts) {
  json.key(name);
  json.begin_object();
  for (const auto& [key, count] : counts) json.member(key, count);
  json.end_object();
}

void write_details(JsonWriter& json, const lists::Version& version) {
  write_counts(json, "schemata", version.schemata);
  write_counts(json, "values", version.values);
  json.member("hash", version.hash);
  json.member("format", version.format);
  json.member_strings("files", version.files);
  json.member_or_null("confirmed", version.confirmed ? version.confirmed->to_string() : std::string());
  json.member_or_null("held_because", version.held_because);
  json.member_or_null("accepted_because", version.accepted_because);
  json.member("image_bytes", version.image_bytes);
  json.member_strings("notes", version.notes);
}

}  // namespace

void write_json(JsonWriter& json, const VersionStatus& status, Details details) {
  const lists::Version& version = status.version;
  json.begin_object();
  json.member("source", version.source);
  json.member("version", status.name);
  json.member("published", version.published.to_string());
  json.member_or_null("loaded", version.loaded);
  json.member("records", version.records);
  json.member("rejected", version.rejected);
  json.member("active", version.active);
  json.member("age_days", status.age_days);
  json.member("stale", status.stale);
  if (status.starter) json.member("notice", kStarterWarning);
  if (details == Details::kYes) write_details(json, version);
  json.end_object();
}

void write_json(JsonWriter& json, const HistoryLine& line) {
  json.begin_object();
  json.member("version", line.version);
  json.member("published", line.published);
  json.member("active", line.active);
  json.member("caption", line.caption);
  json.member("first", line.first);
  json.member("returned", line.returned);
  json.member("last", line.last);
  json.key("changes");
  lists::write_field_changes(json, line.changes);
  json.end_object();
}

void write_json(JsonWriter& json, const Comparison& comparison) {
  json.begin_object();
  json.member("score", comparison.score);
  json.member("match", comparison.match);
  json.key("features");
  json.begin_object();
  for (const auto& [name, feature] : comparison.features) json.member(name, feature);
  json.end_object();
  json.member("explanation", comparison.explanation);
  json.end_object();
}

}  // namespace vedette::engine
