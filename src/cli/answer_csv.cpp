#include "cli/answer_csv.h"

#include <fmt/format.h>

#include <vector>

#include "cli/csv.h"
#include "cli/labels.h"

namespace vedette::cli {
namespace {

using Fields = std::vector<std::string>;

const Fields kHitColumns = {"score",     "id",        "caption",      "schema",      "datasets",
                            "programs",  "topics",    "matched_name", "listed_from", "listed_after",
                            "listed_by", "listed_to", "basis",        "listed_then", "explanation"};

std::string listed(const Fields& texts) {
  return fmt::format("{}", fmt::join(texts, ";"));
}

Fields joined(Fields fields, const Fields& more) {
  fields.insert(fields.end(), more.begin(), more.end());
  return fields;
}

std::string notice(const screen::ImageUsed& image) {
  return uses_starter(image) ? std::string(engine::kStarterWarning) : std::string();
}

std::string listed_then(const screen::Hit& hit) {
  if (!hit.as_of_asked) return {};
  if (!hit.listed_then) return "unknown";
  return *hit.listed_then ? "true" : "false";
}

void append_hit(Fields& fields, const screen::Hit& hit) {
  const screen::Listing& listing = hit.listing;
  const std::string basis =
      listing.basis == screen::Basis::kNone ? std::string() : std::string(to_string(listing.basis));
  for (std::string field :
       {shortest_double(hit.score), hit.id, hit.caption, std::string(to_string(hit.schema)), listed(hit.datasets),
        listed(hit.programs), listed(hit.topics), hit.matched_name, listing.from, listing.after, listing.by, listing.to,
        basis, listed_then(hit), hit.explanation}) {
    fields.push_back(std::move(field));
  }
}

std::string line(Fields fields, const screen::Hit* hit) {
  if (hit != nullptr) {
    append_hit(fields, *hit);
  } else {
    fields.resize(fields.size() + kHitColumns.size());
  }
  return csv_line(fields);
}

std::string header(const Fields& fields) {
  return csv_line(joined(fields, kHitColumns));
}

}  // namespace

std::string answer_csv_header() {
  return header({"query_id", "status", "error", "notice"});
}

std::string answer_csv(const screen::Answer& answer) {
  const Fields start = {answer.query_id, std::string(to_string(answer.status)), answer.partial_reason,
                        notice(answer.image)};
  if (answer.hits.empty()) return line(start, nullptr);
  std::string out;
  for (const screen::Hit& hit : answer.hits) out += line(start, &hit);
  return out;
}

std::string error_csv(std::string_view query_id, const Error& error) {
  return line({std::string(query_id), "error", error.to_string(), ""}, nullptr);
}

std::string scan_csv_header() {
  return header({"file", "status", "error", "notice", "text", "begin", "end"});
}

std::string scan_csv(const screen::ScanAnswer& answer) {
  const Fields start = {answer.file, std::string(to_string(answer.status)), answer.partial_reason,
                        notice(answer.image)};
  if (answer.found.empty()) return line(joined(start, {"", "", ""}), nullptr);
  std::string out;
  for (const screen::Finding& finding : answer.found) {
    const Fields place = {finding.text, std::to_string(finding.begin), std::to_string(finding.end)};
    for (const screen::Hit& hit : finding.hits) out += line(joined(start, place), &hit);
  }
  return out;
}

std::string scan_error_csv(std::string_view file, const Error& error) {
  return line({std::string(file), "error", error.to_string(), "", "", "", ""}, nullptr);
}

}  // namespace vedette::cli
