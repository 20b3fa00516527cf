#include "cli/lists.h"

namespace vedette::cli {

Command lists_command() {
  return {
      .name = "lists",
      .summary = "load sanctions lists, see what is loaded, compare versions",
      .description =
          "Lists are kept in a store, one immutable version after another. One version of each source is active: that "
          "is "
          "what is screened against. The others answer what was listed when.\n\n"
          "A version is named SOURCE@PUBLISHED, such as un_sc_sanctions@2025-11-20, with + and eight digits of its "
          "hash "
          "where two share a date; or by the start of its hash. A month or a year counts as its last day. A source by "
          "itself means its active version.",
      .commands = {lists_sources_command(), lists_update_command(), lists_add_command(), lists_status_command(),
                   lists_show_command(), lists_diff_command(), lists_history_command(), lists_activate_command(),
                   lists_remove_command(), lists_export_command(), lists_verify_command()},
  };
}

}  // namespace vedette::cli
