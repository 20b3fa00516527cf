// `vedette inspect`.
#pragma once

#include "cli/command.h"

namespace vedette::cli {

Command inspect_command();

}  // namespace vedette::cli
