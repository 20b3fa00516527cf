// `vedette timeline`: dossiers joined.
#pragma once

#include "cli/command.h"

namespace vedette::cli {

Command timeline_command();

}  // namespace vedette::cli
