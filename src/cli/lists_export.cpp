#include <fmt/format.h>

#include "cli/common_options.h"
#include "cli/lists.h"
#include "cli/output_file.h"
#include "cli/report.h"
#include "cli/version_text.h"

namespace vedette::cli {
namespace {

// The versions that the command line asks for, by name.
Result<std::vector<std::string>> wanted_versions(const Arguments& arguments, const engine::Engine& engine,
                                                 Environment& environment) {
  const std::string named = arguments.text("VERSION");
  if (named.empty() != arguments.has("--active")) {
    return fail(ErrorCode::kUsage, "name one VERSION, or all that are screened against with --active");
  }
  VEDETTE_ASSIGN_OR_RETURN(const auto versions, engine.status());
  report_starter(environment, versions);
  if (!named.empty()) return std::vector<std::string>{named};
  std::vector<std::string> names;
  for (const engine::VersionStatus& status : versions) {
    if (status.version.active || status.starter) names.push_back(status.name);
  }
  if (names.empty()) return fail(ErrorCode::kRefused, "no version is active");
  return names;
}

Result<void> write_versions(const engine::Engine& engine, const std::vector<std::string>& versions,
                            ValueDetails details, Sink& sink) {
  for (const std::string& version : versions) {
    VEDETTE_RETURN_IF_ERROR(
        engine.export_ftm(version, details, [&](std::string_view lines) { return sink.write(lines); }));
  }
  return {};
}

Result<void> write_export(const Arguments& arguments, Environment& environment) {
  VEDETTE_ASSIGN_OR_RETURN(const auto engine, open_engine(arguments, environment));
  VEDETTE_ASSIGN_OR_RETURN(const auto versions, wanted_versions(arguments, *engine, environment));
  const auto details = arguments.has("--details") ? ValueDetails::kYes : ValueDetails::kNo;
  if (!arguments.has("--output")) return write_versions(*engine, versions, details, environment.out);
  VEDETTE_ASSIGN_OR_RETURN(const auto file, OutputFile::create(arguments.text("--output")));
  VEDETTE_RETURN_IF_ERROR(write_versions(*engine, versions, details, file->sink()));
  return file->keep();
}

ExitStatus run_export(const Arguments& arguments, Environment& environment) {
  const auto done = write_export(arguments, environment);
  return done ? ExitStatus::kDone : report_failure(environment, done.error(), During::kManagingLists);
}

}  // namespace

Command lists_export_command() {
  return {
      .name = "export",
      .summary = "write a version as FollowTheMoney entities",
      .description =
          "Writes the records of a version as FollowTheMoney JSON, one entity a line, in order of id. What hangs on a "
          "record is an entity of its own that names it: wallets (CryptoWallet), papers (Passport, Identification), "
          "the "
          "listing (Sanction), and links (UnknownLink) to other records of the version, or, where a name means none or "
          "several of them, a note of it (Note). The ids are the same each time.\n\n"
          "'vedette lists add' reads such a file back under a name of your own.",
      .positionals = {{.name = "VERSION", .help = "a version, or a source for its active one", .least = 0}},
      .options =
          {{.name = "--active", .value = "", .help = "all versions that are screened against, in place of one"},
           {.name = "--output",
            .value = "FILE",
            .help = "write to a file, which takes its place only when it is whole",
            .fallback = "standard output",
            .completes = Completes::kFile},
           {.name = "--details",
            .value = "",
            .help = "with what else the source gave of each value: its own text, label, script, language"},
           {.name = "--format", .value = "F", .help = "how it is written", .fallback = "ftm", .choices = {"ftm"}},
           store_option()},
      .examples = {{"vedette lists export un_sc_sanctions --output un.ftm.jsonl", "The active UN list"},
                   {"vedette lists export us_ofac_sdn --details", "OFAC's, with scripts and originals"},
                   {"vedette lists export --active | gzip > lists.ftm.jsonl.gz", "All that is screened against"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run_export,
  };
}

}  // namespace vedette::cli
