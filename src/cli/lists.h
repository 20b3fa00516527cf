// `vedette lists …`: one function a command, one file or two.
#pragma once

#include "cli/command.h"

namespace vedette::cli {

/// The group.
Command lists_command();

Command lists_sources_command();
Command lists_update_command();
Command lists_add_command();
Command lists_status_command();
Command lists_show_command();
Command lists_diff_command();
Command lists_history_command();
Command lists_activate_command();
Command lists_remove_command();
Command lists_export_command();
Command lists_verify_command();

}  // namespace vedette::cli
