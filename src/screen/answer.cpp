#include "screen/answer.h"

namespace vedette::screen {
namespace {

void write_list(JsonWriter& json, const ListUsed& list) {
  json.begin_object();
  json.member("name", std::string_view(list.name));
  json.member_or_null("version", list.version);
  json.member_or_null("published", list.published);
  json.member("records", list.records);
  json.member("stale", list.stale);
  if (list.missing) json.member("missing", true);
  if (list.starter) json.member("starter", true);
  json.end_object();
}

void write_image(JsonWriter& json, const ImageUsed& image) {
  json.begin_object();
  json.member("id", std::string_view(image.id));
  json.key("lists");
  json.begin_array();
  bool starter = false;
  for (const ListUsed& list : image.lists) {
    write_list(json, list);
    starter |= list.starter;
  }
  json.end_array();
  if (starter) json.member("notice", "starter list, not for compliance use");
  json.end_object();
}

void write_listing(JsonWriter& json, const Hit& hit) {
  json.member_or_null("listed_from", hit.listing.from);
  json.member_or_null("listed_after", hit.listing.after);
  json.member_or_null("listed_by", hit.listing.by);
  json.member_or_null("listed_to", hit.listing.to);
  json.key("basis");
  if (hit.listing.basis == Basis::kNone) {
    json.null();
  } else {
    json.value(to_string(hit.listing.basis));
  }
  if (!hit.as_of_asked) return;
  json.key("listed_then");
  if (hit.listed_then) {
    json.value(*hit.listed_then);
  } else {
    json.null();
  }
}

void write_hit(JsonWriter& json, const Hit& hit) {
  json.begin_object();
  json.member("id", std::string_view(hit.id));
  json.member("caption", std::string_view(hit.caption));
  json.member("schema", to_string(hit.schema));
  json.member_strings("datasets", hit.datasets);
  json.member_strings("programs", hit.programs);
  json.member_strings("topics", hit.topics);
  json.member("score", hit.score);
  json.member("match", hit.match);
  json.member_or_null("matched_name", hit.matched_name);
  write_listing(json, hit);
  json.key("features");
  json.begin_object();
  for (const auto& [name, value] : hit.features) json.member(name, value);
  json.end_object();
  json.member("explanation", std::string_view(hit.explanation));
  json.end_object();
}

void write_hits(JsonWriter& json, const std::vector<Hit>& hits) {
  json.key("hits");
  json.begin_array();
  for (const Hit& hit : hits) write_hit(json, hit);
  json.end_array();
}

void write_status(JsonWriter& json, Status status, const std::string& partial_reason) {
  json.member("status", to_string(status));
  if (!partial_reason.empty()) json.member("partial_reason", std::string_view(partial_reason));
}

}  // namespace

std::string_view to_string(Status status) {
  switch (status) {
    case Status::kComplete:
      return "complete";
    case Status::kPartial:
      return "partial";
    case Status::kStale:
      return "stale";
  }
  return "partial";
}

std::string_view to_string(Basis basis) {
  switch (basis) {
    case Basis::kNone:
      return "none";
    case Basis::kList:
      return "list";
    case Basis::kVersions:
      return "versions";
  }
  return "none";
}

void write_json(JsonWriter& json, const Answer& answer) {
  json.begin_object();
  json.member_or_null("query_id", answer.query_id);
  write_status(json, answer.status, answer.partial_reason);
  json.key("image");
  write_image(json, answer.image);
  write_hits(json, answer.hits);
  json.end_object();
}

void write_json(JsonWriter& json, const ScanAnswer& answer) {
  json.begin_object();
  json.member("file", std::string_view(answer.file));
  write_status(json, answer.status, answer.partial_reason);
  json.key("image");
  write_image(json, answer.image);
  json.key("found");
  json.begin_array();
  for (const Finding& finding : answer.found) {
    json.begin_object();
    json.member("text", std::string_view(finding.text));
    json.key("span");
    json.begin_array();
    json.value(finding.begin);
    json.value(finding.end);
    json.end_array();
    write_hits(json, finding.hits);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace vedette::screen
