// The manual page, vedette(1), from the command tree.
#pragma once

#include <string>

#include "cli/command.h"

namespace vedette::cli {

/// roff in the man macros, as man-pages(7) lays a page out.
std::string manual_page(const Command& root, std::string_view version);

Command man_command();

}  // namespace vedette::cli
