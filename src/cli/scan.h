// `vedette scan`.
#pragma once

#include "cli/command.h"

namespace vedette::cli {

Command scan_command();

}  // namespace vedette::cli
