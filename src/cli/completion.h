// Completion scripts for shells, from the command tree.
#pragma once

#include <string>

#include "cli/command.h"

namespace vedette::cli {

std::string bash_completion(const Command& root);
std::string zsh_completion(const Command& root);
std::string fish_completion(const Command& root);

Command completion_command();

}  // namespace vedette::cli
