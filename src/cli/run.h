// The program, apart from the process around it.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/exit_status.h"

namespace vedette::cli {

/// Runs one command line (without the program's name). Never throws.
ExitStatus run(const std::vector<std::string>& words, Environment& environment);

}  // namespace vedette::cli
