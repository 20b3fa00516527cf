#include <fmt/format.h>

#include "cli/column_map.h"
#include "cli/common_options.h"
#include "cli/json_output.h"
#include "cli/labels.h"
#include "cli/lists.h"
#include "cli/progress.h"
#include "cli/report.h"

namespace vedette::cli {
namespace {

std::string_view outcome_name(lists::AddOutcome outcome) {
  switch (outcome) {
    case lists::AddOutcome::kActivated:
      return "activated";
    case lists::AddOutcome::kHeld:
      return "held";
    case lists::AddOutcome::kAlreadyLoaded:
      return "already_loaded";
  }
  return "activated";
}

Cell verdict(const lists::Added& added) {
  switch (added.outcome) {
    case lists::AddOutcome::kActivated:
      return {"now active", Tone::kGood};
    case lists::AddOutcome::kHeld:
      return {"kept, NOT active", Tone::kCaution};
    case lists::AddOutcome::kAlreadyLoaded:
      return {added.version.active ? "was loaded already, and is active" : "was loaded already, and is NOT active",
              added.version.active ? Tone::kGood : Tone::kCaution};
  }
  return {};
}

std::string summary(const lists::Added& added, const Style& style) {
  const Cell said = verdict(added);
  std::string out = fmt::format("{}: {}\n", style.paint(Tone::kStrong, added.name), style.paint(said.tone, said.text));
  out += fmt::format("  {}, {} rejected\n", counted(added.version.records, "record"), grouped(added.version.rejected));
  for (const auto& [schema, count] : added.version.schemata) out += fmt::format("  {:>9} {}\n", grouped(count), schema);
  return out;
}

void write_added(JsonWriter& json, const lists::Added& added) {
  json.begin_object();
  json.member("version", std::string_view(added.name));
  json.member("source", std::string_view(added.version.source));
  json.member("published", std::string_view(added.version.published.to_string()));
  json.member("records", added.version.records);
  json.member("rejected", added.version.rejected);
  json.member("active", added.version.active);
  json.member("outcome", outcome_name(added.outcome));
  json.key("reason");
  added.reason.empty() ? json.null() : json.value(std::string_view(added.reason));
  json.end_object();
}

void report_details(Environment& environment, const engine::AddReport& report) {
  for (const std::string& rejected : report.rejected_examples) report_warning(environment, "rejected: " + rejected);
  const uint64_t more = report.added.version.rejected -
                        std::min<uint64_t>(report.added.version.rejected, report.rejected_examples.size());
  if (more > 0) {
    report_warning(environment, fmt::format("{} more: see 'vedette lists show {} --rejected'",
                                            counted(more, "rejected record"), report.added.name));
  }
  for (const std::string& note : report.notes) report_note(environment, note);
  if (!report.added.version.active) {
    const std::string& reason = report.added.reason;
    report_warning(environment, "not active: " + (reason.empty() ? "it was loaded before, and another version was "
                                                                   "made active since"
                                                                 : reason));
    report_hint(environment,
                fmt::format("if that is right all the same: vedette lists activate {}", report.added.name));
  }
}

Result<engine::AddRequest> read_request(const Arguments& arguments) {
  const auto given = [&](std::string_view option) {
    return arguments.has(option) ? std::optional<std::string>(arguments.text(option)) : std::nullopt;
  };
  engine::AddRequest request{.path = arguments.text("PATH"),
                             .source = arguments.text("--source"),
                             .published = given("--published"),
                             .accept = given("--accept"),
                             .format = given("--format")};
  if (request.accept && request.accept->empty()) return fail(ErrorCode::kUsage, "--accept: give the reason");
  if (arguments.has("--source")) VEDETTE_RETURN_IF_ERROR(lists::check_source_name(request.source));
  VEDETTE_ASSIGN_OR_RETURN(request.column_map, column_map(arguments));
  // A map says that the columns are the user's own, which the content alone could not.
  if (!request.column_map.empty() && !request.format) request.format = "own_csv";
  return request;
}

ExitStatus run_add(const Arguments& arguments, Environment& environment) {
  const auto request = read_request(arguments);
  if (!request) return report_failure(environment, request.error(), During::kReadingInput);
  const auto engine = open_engine(arguments, environment);
  if (!engine) return report_failure(environment, engine.error(), During::kReadingInput);
  Result<engine::AddReport> report = [&] {
    Progress progress(environment, "Loading", "records");
    return (*engine)->add_list(
        *request, [&](uint64_t bytes, uint64_t total, uint64_t records) { progress.update(bytes, total, records); });
  }();
  if (!report) return report_failure(environment, report.error(), During::kReadingInput);
  if (environment.out_is_terminal) {
    environment.out.write(summary(report->added, environment.out_canvas().style));
  } else {
    write_object(environment.out, OutputFormat::kJsonLines,
                 [&](JsonWriter& json) { write_added(json, report->added); });
  }
  report_details(environment, *report);
  return ExitStatus::kDone;
}

}  // namespace

Command lists_add_command() {
  return {
      .name = "add",
      .summary = "load a list from a file",
      .description =
          "Reads one release of one list, checks it, keeps it as a version, and makes it the active one of its source. "
          "A "
          "version that is older than the active one, has more than 1 % of its records rejected, or has lost more than "
          "10 % of the records is kept but not made active: the reason is said, and the status is 0. --accept "
          "overrides that.\n\n"
          "PATH is a file, or a folder with the files of one release, such as OFAC's one to four CSV files; gzip, zstd "
          "and zip are read through. The format is told from the content.",
      .positionals = {{.name = "PATH",
                       .help = "a list as published, or a folder with its files",
                       .completes = Completes::kFile}},
      .options =
          {{.name = "--source",
            .value = "NAME",
            .help = "which list it is: a known source, or a name of your own",
            .fallback = "what the format says",
            .completes = Completes::kSource},
           {.name = "--published",
            .value = "DATE",
            .help = "when it was published (a day, month or year), where the file does not say"},
           {.name = "--accept", .value = "REASON", .help = "make it active whatever the rules say; the reason is kept"},
           {.name = "--format", .value = "F", .help = "the format of the list", .fallback = "told from the content"},
           {.name = "--map", .value = "COL=prop,…", .help = "which property a column of a CSV of your own holds"},
           store_option()},
      .examples = {{"vedette lists add un.xml", "Load the UN's list"},
                   {"vedette lists add sdn/ --source us_ofac_sdn --published 2021-07", "Load OFAC's CSV files"},
                   {"vedette lists add own.csv --source our_own_list --published 2025-01-31 --map "
                    "'WHO=name,BORN=birthDate'",
                    "Load a list of your own"}},
      .run = run_add,
  };
}

}  // namespace vedette::cli
