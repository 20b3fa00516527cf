#include <fmt/format.h>

#include "cli/common_options.h"
#include "cli/csv.h"
#include "cli/json_output.h"
#include "cli/labels.h"
#include "cli/lists.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/version_text.h"

namespace vedette::cli {
namespace {

using engine::Details;
using engine::VersionStatus;

std::string day_of(const std::string& timestamp) {
  return timestamp.substr(0, timestamp.find('T'));
}

std::string table_of(const std::vector<VersionStatus>& versions, const Canvas& canvas) {
  Table table({{.title = "LIST"},
               {.title = "SOURCE"},
               {.title = "PUBLISHED"},
               {.title = "AGE"},
               {.title = "STATE", .flexible = true},
               {.title = "RECORDS", .align = Align::kRight},
               {.title = "REJECTED", .align = Align::kRight},
               {.title = "LOADED"},
               {.title = "VERSION"}},
              0);
  for (const VersionStatus& status : versions) {
    const lists::Version& version = status.version;
    table.add_row({{list_label(version.source), Tone::kStrong},
                   {version.source},
                   {published_label(status)},
                   {age_label(status.age_days), status.stale && version.active ? Tone::kCaution : Tone::kPlain},
                   state_cell(status),
                   {grouped(version.records)},
                   {grouped(version.rejected), version.rejected > 0 ? Tone::kCaution : Tone::kPlain},
                   {day_of(version.loaded)},
                   {status.name, Tone::kFaint}});
  }
  return table.render(canvas);
}

std::string csv_of(const VersionStatus& status) {
  const lists::Version& version = status.version;
  return csv_line({version.source, status.name, published_label(status), version.loaded,
                   std::to_string(version.records), std::to_string(version.rejected), version.active ? "true" : "false",
                   std::to_string(status.age_days), status.stale ? "true" : "false"});
}

ExitStatus run_status(const Arguments& arguments, Environment& environment) {
  const auto engine = open_engine(arguments, environment);
  if (!engine) return report_failure(environment, engine.error(), During::kManagingLists);
  const auto versions = (*engine)->status();
  if (!versions) return report_failure(environment, versions.error(), During::kOpeningLists);
  report_starter(environment, *versions);
  const OutputFormat format = output_format(arguments, environment);
  if (format == OutputFormat::kTable) {
    environment.out.write(table_of(*versions, environment.out_canvas()));
  } else if (format == OutputFormat::kCsv) {
    environment.out.write(
        csv_line({"source", "version", "published", "loaded", "records", "rejected", "active", "age_days", "stale"}));
    for (const VersionStatus& status : *versions) environment.out.write(csv_of(status));
  } else {
    write_items(environment.out, format, *versions,
                [](JsonWriter& json, const VersionStatus& status) { write_json(json, status, Details::kNo); });
  }
  return ExitStatus::kDone;
}

std::string counts_table(std::string_view title, const std::map<std::string, uint64_t>& counts, const Canvas& canvas) {
  Table table({{.title = std::string(title)}, {.title = "NUMBER", .align = Align::kRight}});
  for (const auto& [name, count] : counts) table.add_row({{name}, {grouped(count)}});
  return table.empty() ? std::string() : "\n" + table.render(canvas);
}

std::string details_of(const VersionStatus& status, const Canvas& canvas) {
  const lists::Version& version = status.version;
  const Cell state = state_cell(status);
  std::string out = fmt::format("{}: {}\n", canvas.style.paint(Tone::kStrong, status.name),
                                canvas.style.paint(state.tone, state.text));
  const auto line = [&](std::string_view label, std::string_view text) {
    if (!text.empty()) out += fmt::format("  {:<12}{}\n", label, text);
  };
  const lists::Source* source = lists::find_source(version.source);
  if (source != nullptr) line("list", fmt::format("{} ({})", source->title, source->authority));
  line("published", fmt::format("{} ({} old)", published_label(status), age_label(status.age_days)));
  if (version.confirmed) line("confirmed", version.confirmed->to_string() + ", with the same content");
  line("loaded", version.loaded);
  line("format", version.format);
  line("files", fmt::format("{}", fmt::join(version.files, ", ")));
  line("records", fmt::format("{}, {} rejected", grouped(version.records), grouped(version.rejected)));
  line("hash", version.hash);
  line("held", version.held_because);
  line("accepted", version.accepted_because);
  for (const std::string& note : version.notes) line("note", note);
  return out + counts_table("RECORDS OF", version.schemata, canvas) + counts_table("VALUES OF", version.values, canvas);
}

ExitStatus run_show(const Arguments& arguments, Environment& environment) {
  const auto engine = open_engine(arguments, environment);
  if (!engine) return report_failure(environment, engine.error(), During::kManagingLists);
  const std::string name = arguments.text("VERSION");
  if (arguments.has("--rejected")) {
    const auto rejected = (*engine)->rejected_records(name);
    if (!rejected) return report_failure(environment, rejected.error(), During::kManagingLists);
    environment.out.write(*rejected);
    return ExitStatus::kDone;
  }
  const auto status = (*engine)->show(name);
  if (!status) return report_failure(environment, status.error(), During::kManagingLists);
  if (status->starter) report_warning(environment, engine::kStarterWarning);
  const OutputFormat format = output_format(arguments, environment);
  if (format == OutputFormat::kTable) {
    environment.out.write(details_of(*status, environment.out_canvas()));
  } else {
    write_object(environment.out, format, [&](JsonWriter& json) { write_json(json, *status, Details::kYes); });
  }
  return ExitStatus::kDone;
}

}  // namespace

Command lists_status_command() {
  return {
      .name = "status",
      .summary = "what is loaded, how old it is, and what is active",
      .description =
          "Shows every version of every list in the store: when it was published and loaded, how many records "
          "it holds, whether it is the active one, and whether it is older than the list's ordinary rhythm "
          "allows (stale).",
      .options = {store_option(), format_option()},
      .examples = {{"vedette lists status", "See what is screened against"},
                   {"vedette lists status --format json", "For a program"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run_status,
  };
}

Command lists_show_command() {
  return {
      .name = "show",
      .summary = "one version in detail: what it holds and where it came from",
      .description = "Shows one version with how many records of each kind and values of each property it holds.",
      .positionals = {{.name = "VERSION", .help = "a version, or a source for its active one"}},
      .options = {{.name = "--rejected", .value = "", .help = "give the records that could not be read, as JSON lines"},
                  store_option(),
                  format_option({"table", "json", "jsonl"})},
      .examples = {{"vedette lists show un_sc_sanctions", "The active UN list"},
                   {"vedette lists show us_ofac_sdn@2021-07 --format json", "For a program"},
                   {"vedette lists show us_ofac_sdn@2021-07 --rejected", "What could not be read"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run_show,
  };
}

}  // namespace vedette::cli
