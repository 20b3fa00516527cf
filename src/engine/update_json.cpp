#include "engine/update.h"

namespace vedette::engine {
namespace {

void write_number(JsonWriter& json, std::string_view name, const std::optional<uint64_t>& number) {
  json.key(name);
  number ? json.value(*number) : json.null();
}

}  // namespace

std::string_view to_string(UpdateOutcome outcome) {
  switch (outcome) {
    case UpdateOutcome::kActivated:
      return "activated";
    case UpdateOutcome::kHeld:
      return "held";
    case UpdateOutcome::kUnchanged:
      return "unchanged";
    case UpdateOutcome::kFailed:
      return "failed";
    case UpdateOutcome::kByHand:
      return "by_hand";
  }
  return "failed";
}

std::string_view to_string(DatedBy dated_by) {
  switch (dated_by) {
    case DatedBy::kFile:
      return "file";
    case DatedBy::kServer:
      return "last_modified";
    case DatedBy::kToday:
      return "today";
  }
  return "today";
}

void write_json(JsonWriter& json, const SourceUpdate& update) {
  json.begin_object();
  json.member("source", update.source);
  json.member("outcome", to_string(update.outcome));
  json.member_or_null("url", update.url);
  json.member_or_null("before", update.before);
  json.member_or_null("after", update.after);
  json.member_or_null("published", update.published);
  json.member_or_null("dated_by", update.dated_by ? to_string(*update.dated_by) : std::string_view());
  write_number(json, "records_before", update.records_before);
  write_number(json, "records_after", update.records_after);
  json.member("rejected", update.rejected);
  write_number(json, "added", update.added);
  write_number(json, "removed", update.removed);
  write_number(json, "changed", update.changed);
  json.member("bytes", update.bytes);
  json.member_or_null("reason", update.reason);
  json.member_or_null("advice", update.advice);
  json.member_strings("notes", update.notes);
  json.end_object();
}

}  // namespace vedette::engine
