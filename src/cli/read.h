// `vedette read`: from news stories to dossiers.
#pragma once

#include "cli/command.h"

namespace vedette::cli {

Command read_command();

}  // namespace vedette::cli
