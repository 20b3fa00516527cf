#include <fmt/format.h>

#include <algorithm>

#include "cli/common_options.h"
#include "cli/json_output.h"
#include "cli/model.h"
#include "cli/progress.h"
#include "cli/report.h"

namespace vedette::cli {
namespace {

using language::StoredModel;

std::string table_of(const std::vector<StoredModel>& models, const Canvas& canvas) {
  Table table({{.title = "NAME"},
               {.title = "MODEL"},
               {.title = "VERSION"},
               {.title = "LICENCE"},
               {.title = "VECTORS"},
               {.title = "BYTES", .align = Align::kRight},
               {.title = "STATE", .flexible = true},
               {.title = "FILE", .flexible = true}},
              0);
  for (const StoredModel& model : models) {
    const bool valid = model.problem.empty();
    table.add_row({{model.name, Tone::kStrong},
                   {valid ? model.info.language + "_" + model.info.name : ""},
                   {model.info.version},
                   {model.info.licence},
                   {!valid                   ? ""
                    : model.info.has_vectors ? "yes"
                                             : "no"},
                   {grouped(model.bytes)},
                   {valid ? "valid" : model.problem, valid ? Tone::kGood : Tone::kAlarm},
                   {model.file.string(), Tone::kFaint}});
  }
  return table.render(canvas);
}

void show(const std::vector<StoredModel>& models, const Arguments& arguments, Environment& environment) {
  const OutputFormat format = output_format(arguments, environment);
  if (format != OutputFormat::kTable) {
    write_items(environment.out, format, models,
                [](JsonWriter& json, const StoredModel& model) { engine::write_json(json, model); });
  } else if (!models.empty()) {
    environment.out.write(table_of(models, environment.out_canvas()));
  }
}

ExitStatus run_list(const Arguments& arguments, Environment& environment) {
  const auto models = language_models(environment).list();
  if (!models) return report_failure(environment, models.error(), During::kManagingModels);
  show(*models, arguments, environment);
  if (models->empty()) report_note(environment, "there is no language model: scripts/get-model sm gets one");
  return ExitStatus::kDone;
}

ExitStatus run_verify(const Arguments& arguments, Environment& environment) {
  const engine::LanguageModels kept = language_models(environment);
  std::vector<std::string> names = arguments.all("MODEL");
  if (names.empty()) {
    const auto all = kept.list();
    if (!all) return report_failure(environment, all.error(), During::kManagingModels);
    for (const StoredModel& model : *all) names.push_back(model.name);
    if (names.empty()) names.emplace_back();  // says that there is none, and how to get one
  }
  ExitStatus status = ExitStatus::kDone;
  std::vector<StoredModel> models;
  for (const std::string& name : names) {
    auto model = kept.verify(name);
    if (!model) {
      status = worse(status, report_failure(environment, model.error(), During::kOpeningModel));
      continue;
    }
    if (!model->problem.empty()) {
      const Error error{ErrorCode::kCorrupt, model->problem, {model->file.string(), 0, {}}};
      status = worse(status, report_failure(environment, error, During::kOpeningModel));
    }
    models.push_back(*std::move(model));
  }
  show(models, arguments, environment);
  return status;
}

}  // namespace

Command model_list_command() {
  return {
      .name = "list",
      .summary = "which models there are",
      .description = "Shows every model that is kept: what it is, its licence, and whether its file is valid.",
      .options = {format_option({"table", "json", "jsonl"})},
      .examples = {{"vedette model list", "Which models are there?"},
                   {"vedette model list --format json", "For a program"}},
      .run = run_list,
  };
}

Command model_verify_command() {
  return {
      .name = "verify",
      .summary = "check models in full",
      .description =
          "Checks every checksum and every number of a model's file, and that its rules compile. Status 4 tells that "
          "one is missing or damaged.",
      .positionals = {{.name = "MODEL",
                       .help = "a name, or a .vedmodel file; without any, all that are kept",
                       .least = 0,
                       .most = kAnyNumber,
                       .completes = Completes::kFile}},
      .options = {format_option({"table", "json", "jsonl"})},
      .examples = {{"vedette model verify sm", "Is the model whole?"}, {"vedette model verify", "And all others?"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run_verify,
  };
}

}  // namespace vedette::cli
