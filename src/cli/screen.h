// `vedette screen`.
#pragma once

#include "cli/command.h"

namespace vedette::cli {

Command screen_command();

}  // namespace vedette::cli
