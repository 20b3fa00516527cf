#include <fmt/format.h>

#include "cli/common_options.h"
#include "cli/labels.h"
#include "cli/lists.h"
#include "cli/report.h"

namespace vedette::cli {
namespace {

ExitStatus run_remove(const Arguments& arguments, Environment& environment) {
  const auto engine = open_engine(arguments, environment);
  if (!engine) return report_failure(environment, engine.error(), During::kManagingLists);
  const auto which = arguments.has("--even-if-active") ? lists::Removes::kAny : lists::Removes::kKeptOnly;
  const auto removed = (*engine)->remove(arguments.text("VERSION"), which);
  if (!removed) return report_failure(environment, removed.error(), During::kManagingLists);
  report_note(environment,
              fmt::format("{} is removed, {}", removed->name, counted(removed->version.records, "record")));
  if (removed->version.active) {
    report_warning(environment, fmt::format("{} is not screened against any more: load or activate a version",
                                            removed->version.source));
  }
  return ExitStatus::kDone;
}

}  // namespace

Command lists_remove_command() {
  return {
      .name = "remove",
      .summary = "take a version out of the store",
      .description =
          "Removes a kept version and its files: kept versions say who was listed when, so one that was loaded by "
          "mistake or under a wrong date must go. The active version is refused: activate another first.\n\n"
          "To correct a wrong date, remove the version and load its file again with the right --published. The same "
          "content is one version, so loading alone does not move its date.",
      .positionals = {{.name = "VERSION", .help = "a version, as 'vedette lists status' shows it"}},
      .options = {{.name = "--even-if-active",
                   .value = "",
                   .help = "also the version that is screened against; its source then has no active one"},
                  store_option()},
      .examples = {{"vedette lists remove un_sc_sanctions@2025-04-19", "Forget a version that was loaded by mistake"},
                   {"vedette lists remove us_ofac_sdn@2021-07 --even-if-active && "
                    "vedette lists add sdn/ --source us_ofac_sdn --published 2021-06",
                    "Correct a wrong date"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run_remove,
  };
}

}  // namespace vedette::cli
