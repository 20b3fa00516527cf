#include "cli/version.h"

namespace vedette::cli {

const std::string_view kVersion = VEDETTE_VERSION;
const std::string_view kHomepage = VEDETTE_HOMEPAGE;

const std::vector<std::pair<std::string_view, std::string_view>>& environment_variables() {
  static const std::vector<std::pair<std::string_view, std::string_view>> kVariables = {
      {"XDG_DATA_HOME", "the store is the folder vedette in it; without it, ~/.local/share/vedette"},
      {"VEDETTE_DATA", "folder with the data that ships (the starter list), if not the one installed"},
      {"VEDETTE_SOURCES", "file with the addresses that lists are fetched from, if not the official ones"},
      {"https_proxy, http_proxy, all_proxy, no_proxy", "the proxy that lists are fetched through, and what not"},
      {"SSL_CERT_FILE", "authorities that certificates are held against, in place of the system's"},
      {"NO_COLOR", "if set and not empty, no colours"},
      {"COLUMNS", "width of tables, over what the terminal says"},
  };
  return kVariables;
}

}  // namespace vedette::cli
