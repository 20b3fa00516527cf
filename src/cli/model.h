// `vedette model …`: the language models that are kept for `vedette parse`; and finding one.
#pragma once

#include "cli/command.h"
#include "engine/language_models.h"

namespace vedette::cli {

Command model_command();
Command model_add_command();
Command model_list_command();
Command model_verify_command();
Command model_licence_command();

Option model_option();
engine::LanguageModels language_models(const Environment& environment);
/// The model that --model names, else the default.
Result<language::Model> open_model(const Arguments& arguments, const Environment& environment);

}  // namespace vedette::cli
