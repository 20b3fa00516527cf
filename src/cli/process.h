// The process around the program: arguments, streams, environment variables.
#pragma once

namespace vedette::cli {

/// Runs the program with the process's streams and environment, and gives its exit status. Ignores SIGPIPE.
///   XDG_DATA_HOME, HOME   where the store is when --store is not given
///   VEDETTE_DATA          where the data that ships is; else found from where the program lies
///   VEDETTE_SOURCES       the table of addresses when --sources is not given
///   https_proxy, http_proxy, all_proxy, no_proxy   how lists are fetched; those of https also in capitals
///   SSL_CERT_FILE         the authorities that certificates are held against, in place of the system's
///   NO_COLOR, TERM        no colour if NO_COLOR is set and not empty, or TERM is "dumb"
///   COLUMNS               width of tables, over what the terminal says
int run_process(int argc, char** argv);

}  // namespace vedette::cli
