#include "cli/inspect.h"

#include "cli/common_options.h"
#include "cli/report.h"

namespace vedette::cli {
namespace {

ExitStatus run_inspect(const Arguments& arguments, Environment& environment) {
  const auto engine = open_engine(arguments, environment);
  if (!engine) return report_failure(environment, engine.error(), During::kReadingInput);
  const auto text = (*engine)->inspect(arguments.text("FILE"));
  if (!text) return report_failure(environment, text.error(), During::kReadingInput);
  environment.out.write(*text + (text->ends_with('\n') ? "" : "\n"));
  return ExitStatus::kDone;
}

}  // namespace

Command inspect_command() {
  return {
      .name = "inspect",
      .summary = "show what is in a file that vedette wrote",
      .description =
          "Shows, as JSON, the header, sections with sizes and checksums, and counts of a list image; the "
          "versions of a store's manifest; or, for a store's folder, both. Of a language model it shows "
          "what the model says of itself, and its sections with sizes and checksums.",
      .positionals = {{.name = "FILE",
                       .help = "a list image, a manifest, the folder of a store, or a language model",
                       .completes = Completes::kFile}},
      .examples = {{"vedette inspect store/manifest.json", "Which versions does a store hold?"},
                   {"vedette inspect store", "A whole store"}},
      .run = run_inspect,
  };
}

}  // namespace vedette::cli
