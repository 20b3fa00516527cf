// From the words typed to a command and its arguments.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/command.h"

namespace vedette::cli {

struct Invocation {
  std::vector<const Command*> path;  ///< from the root to the command meant, as far as it is known
  Arguments arguments;
  bool wants_help = false;
  std::optional<Error> error;  ///< kUsage; `arguments` then mean nothing
  std::string hint;            ///< "did you mean --limit?", with an error, if there is one to give
};

/// Reads the words after the program's name. `--help` and `-h` win over errors. `help screen` is `screen --help`.
/// Options may stand anywhere after the command; "--" ends them.
Invocation parse_command_line(const Command& root, const std::vector<std::string>& words);

}  // namespace vedette::cli
