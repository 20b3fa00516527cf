#include "cli/version.h"

namespace vedette::cli {

const std::string_view kVersion = VEDETTE_VERSION;

const std::vector<std::pair<std::string_view, std::string_view>>& environment_variables() {
  static const std::vector<std::pair<std::string_view, std::string_view>> kVariables = {
      {"XDG_DATA_HOME", "the store is the folder vedette in it; without it, ~/.local/share/vedette"},
      {"VEDETTE_DATA", "folder with the data that ships (the starter list), if not the one installed"},
      {"NO_COLOR", "if set and not empty, no colours"},
      {"COLUMNS", "width of tables, over what the terminal says"},
  };
  return kVariables;
}

}  // namespace vedette::cli
