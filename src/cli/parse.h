// `vedette parse`: the language engine by itself.
#pragma once

#include "cli/command.h"

namespace vedette::cli {

Command parse_command();

}  // namespace vedette::cli
