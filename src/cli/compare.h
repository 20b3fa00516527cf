// `vedette compare`.
#pragma once

#include "cli/command.h"

namespace vedette::cli {

Command compare_command();

}  // namespace vedette::cli
