#include <fmt/format.h>

#include <chrono>

#include "cli/json_output.h"
#include "cli/labels.h"
#include "cli/model.h"
#include "cli/progress.h"
#include "cli/report.h"

namespace vedette::cli {
namespace {

ExitStatus run_add(const Arguments& arguments, Environment& environment) {
  if (arguments.has("--name") && arguments.text("--name").empty()) {
    return report_failure(environment, {ErrorCode::kUsage, "--name: the name is empty", {}}, During::kReadingInput);
  }
  const auto start = std::chrono::steady_clock::now();
  const auto added = language_models(environment).add(arguments.text("PACKAGE"), arguments.text("--name"));
  if (!added) return report_failure(environment, added.error(), During::kReadingInput);
  if (!environment.out_is_terminal) {
    write_object(environment.out, OutputFormat::kJsonLines,
                 [&](JsonWriter& json) { engine::write_json(json, *added); });
    return ExitStatus::kDone;
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const language::ModelInfo& info = added->info;
  const Style style = environment.out_canvas().style;
  environment.out.write(fmt::format("{}: {}_{} {}, licence {}, {}\n  {} bytes in {} ({:.1f} s)\n",
                                    style.paint(Tone::kStrong, added->name), info.language, info.name, info.version,
                                    info.licence, info.has_vectors ? "with vectors" : "without vectors",
                                    grouped(added->bytes), added->file.string(), seconds));
  return ExitStatus::kDone;
}

}  // namespace

Command model_add_command() {
  return {
      .name = "add",
      .summary = "make a model of a published spaCy package",
      .description =
          "Reads a spaCy package for English — a wheel, or the folder of a model — and keeps it as one checked file. "
          "Nothing in the package is run. A model that is kept under the name already is replaced once the new one is "
          "known to be sound, and stays as it is if the package is damaged or of another architecture.",
      .positionals = {{.name = "PACKAGE", .help = "a wheel, or a model's folder", .completes = Completes::kFile}},
      .options = {{.name = "--name",
                   .value = "N",
                   .help = "what to call it",
                   .fallback = "sm, md or lg of core_web_sm and so on, else as the package is called"}},
      .examples = {{"vedette model add en_core_web_sm-3.8.0-py3-none-any.whl", "Add a wheel that pip downloaded"},
                   {"vedette model add en_core_web_sm-3.8.0 --name mine", "Add a model's folder under a name"}},
      .run = run_add,
  };
}

}  // namespace vedette::cli
