#include "cli/command.h"
#include "cli/compare.h"
#include "cli/completion.h"
#include "cli/inspect.h"
#include "cli/lists.h"
#include "cli/man.h"
#include "cli/model.h"
#include "cli/parse.h"
#include "cli/read.h"
#include "cli/scan.h"
#include "cli/screen.h"
#include "cli/timeline.h"

namespace vedette::cli {

const Command& root_command() {
  static const Command kRoot = {
      .name = "vedette",
      .summary = "screen names and news against the world's sanctions lists",
      .description =
          "Vedette finds the persons, bodies, vessels and aircraft that sanctions lists name, in any script or "
          "spelling, "
          "and says on which list they stand, since when, and why it thinks so.\n\n"
          "It works as installed, on a small starter list that is not for compliance use. Load official lists with "
          "'vedette lists update'.",
      .options = {{.name = "--version", .value = "", .help = "show the version"}},
      .examples = {{"vedette screen 'Kim Jong Un'", "Is this name listed?"},
                   {"vedette scan --as-of 2023-09-13 story.txt", "Who in this story was listed on its day?"},
                   {"vedette read --published 2023-09-13 story.txt", "Who did what in it, and what would that touch?"},
                   {"vedette lists update", "Fetch the official lists"},
                   {"vedette lists status", "What is loaded, and how old is it?"}},
      .commands = {screen_command(), compare_command(), scan_command(), read_command(), timeline_command(),
                   lists_command(), parse_command(), model_command(), inspect_command(), completion_command(),
                   man_command()},
  };
  return kRoot;
}

}  // namespace vedette::cli
