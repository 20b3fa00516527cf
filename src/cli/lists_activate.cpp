#include <fmt/format.h>

#include "cli/common_options.h"
#include "cli/json_output.h"
#include "cli/labels.h"
#include "cli/lists.h"
#include "cli/report.h"

namespace vedette::cli {
namespace {

constexpr std::string_view kUsualReason = "activated by hand";

ExitStatus run_activate(const Arguments& arguments, Environment& environment) {
  const auto engine = open_engine(arguments, environment);
  if (!engine) return report_failure(environment, engine.error(), During::kManagingLists);
  const auto added = (*engine)->activate(arguments.text("VERSION"), arguments.text("--reason", kUsualReason));
  if (!added) return report_failure(environment, added.error(), During::kManagingLists);
  if (!added->reason.empty()) report_warning(environment, "against the rules: " + added->reason);
  report_note(environment, fmt::format("{} is now what is screened against, {}", added->name,
                                       counted(added->version.records, "record")));
  return ExitStatus::kDone;
}

void write_report(JsonWriter& json, const lists::StoreReport& report) {
  json.begin_object();
  json.member("images", report.images);
  json.member("bytes", report.bytes);
  json.member_strings("problems", report.problems);
  json.member_strings("orphans", report.orphans);
  json.end_object();
}

ExitStatus run_verify(const Arguments& arguments, Environment& environment) {
  const auto engine = open_engine(arguments, environment);
  if (!engine) return report_failure(environment, engine.error(), During::kManagingLists);
  const auto report = (*engine)->verify();
  if (!report) return report_failure(environment, report.error(), During::kOpeningLists);
  const OutputFormat format = output_format(arguments, environment);
  const Style style = environment.out_canvas().style;
  if (format == OutputFormat::kTable) {
    for (const std::string& orphan : report->orphans) environment.out.write(fmt::format("left over: {}\n", orphan));
    environment.out.write(
        fmt::format("{}: {} checked, {} MB\n",
                    report->problems.empty() ? style.paint(Tone::kGood, "OK") : style.paint(Tone::kAlarm, "DAMAGED"),
                    counted(report->images, "image"), report->bytes / 1'000'000));
  } else {
    write_object(environment.out, format, [&](JsonWriter& json) { write_report(json, *report); });
  }
  for (const std::string& problem : report->problems) report_error(environment, {ErrorCode::kCorrupt, problem, {}});
  return report->problems.empty() ? ExitStatus::kDone : ExitStatus::kNoLists;
}

}  // namespace

Command lists_activate_command() {
  return {
      .name = "activate",
      .summary = "make a version the one that is screened against",
      .description =
          "Makes a version that the store keeps the active one of its source, forward or back, whatever the "
          "rules of loading say. The reason is recorded.",
      .positionals = {{.name = "VERSION", .help = "a version, as 'vedette lists status' shows it"}},
      .options =
          {{.name = "--reason", .value = "TEXT", .help = "why, for the record", .fallback = std::string(kUsualReason)},
           store_option()},
      .examples = {{"vedette lists activate un_sc_sanctions@2025-04-19 --reason 'the new file is broken'", "Go back"},
                   {"vedette lists activate un_sc_sanctions@2025-11-20", "And forward again"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run_activate,
  };
}

Command lists_verify_command() {
  return {
      .name = "verify",
      .summary = "check every byte of the store",
      .description =
          "Reads the manifest and every list image and compares their checksums. Damage is named, with what to "
          "do, and makes the status 4.",
      .options = {store_option(), format_option({"table", "json", "jsonl"})},
      .examples = {{"vedette lists verify", "Check the store"},
                   {"vedette lists verify --format json", "For a program"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run_verify,
  };
}

}  // namespace vedette::cli
