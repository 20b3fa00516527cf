#include "cli/model.h"

#include <algorithm>
#include <string_view>

#include "cli/display_width.h"
#include "cli/report.h"

namespace vedette::cli {
namespace {

// As it stands in the package; on a terminal each line of it is made harmless.
std::string shown(const std::string& text, bool on_terminal) {
  if (!on_terminal) return text;
  std::string clean;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = std::string_view(text).substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    clean += printable(line);
    if (end < text.size()) clean += '\n';
    start = end + 1;
  }
  return clean;
}

ExitStatus run_licence(const Arguments& arguments, Environment& environment) {
  const auto texts = language_models(environment).licences(arguments.text("MODEL"));
  if (!texts) return report_failure(environment, texts.error(), During::kOpeningModel);
  const Style style = environment.out_canvas().style;
  for (const language::LicenceText& licence : *texts) {
    environment.out.write(style.paint(Tone::kStrong, shown(licence.title, environment.out_is_terminal)) + "\n\n" +
                          shown(licence.text, environment.out_is_terminal) +
                          (licence.text.ends_with('\n') ? "\n" : "\n\n"));
  }
  return ExitStatus::kDone;
}

}  // namespace

engine::LanguageModels language_models(const Environment& environment) {
  return engine::LanguageModels(environment.default_store);
}

Option model_option() {
  return {.name = "--model",
          .value = "M",
          .help = "the language model: a name that 'vedette model list' shows, or a .vedmodel file",
          .fallback = "sm, else the only one there is",
          .completes = Completes::kFile};
}

Result<language::Model> open_model(const Arguments& arguments, const Environment& environment) {
  const std::string name = arguments.text("--model");
  if (arguments.has("--model") && name.empty()) return fail(ErrorCode::kUsage, "--model: the name is empty");
  return language_models(environment).open(name);
}

Command model_licence_command() {
  return {
      .name = "licence",
      .summary = "the licence texts of a model",
      .description = "Prints the licences and notices that travel with a model, as they must go where it goes.",
      .positionals = {{.name = "MODEL", .help = "a name, or a .vedmodel file", .completes = Completes::kFile}},
      .examples = {{"vedette model licence sm", "What may be done with it?"},
                   {"vedette model licence sm > NOTICE.model", "The texts that must go where the model goes"}},
      .exits = {ExitStatus::kDone, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run_licence,
  };
}

Command model_command() {
  return {
      .name = "model",
      .summary = "add language models, see which there are, check them",
      .description =
          "A language model is one file, made from a published spaCy package, that is checked whenever it is opened. "
          "They are kept in vedette/models in $XDG_DATA_HOME or in ~/.local/share, each under a name. None ships: "
          "scripts/get-model sm, or md, fetches a published package and adds it.",
      .commands = {model_add_command(), model_list_command(), model_verify_command(), model_licence_command()},
  };
}

}  // namespace vedette::cli
