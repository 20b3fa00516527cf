#include "cli/process.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "cli/environment.h"
#include "cli/run.h"

namespace vedette::cli {
namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

size_t terminal_columns(int descriptor) {
  const std::string wanted = variable("COLUMNS");
  size_t columns = 0;
  const auto parsed = std::from_chars(wanted.data(), wanted.data() + wanted.size(), columns);
  if (parsed.ec == std::errc() && columns >= 20) return columns;
  winsize size{};
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// The XDG Base Directory Specification: a relative XDG_DATA_HOME is ignored.
fs::path default_store() {
  const fs::path base = variable("XDG_DATA_HOME");
  if (base.is_absolute()) return base / "vedette";
  const fs::path home = variable("HOME");
  return home.empty() ? fs::path() : home / ".local" / "share" / "vedette";
}

// A program in its build folder uses the source tree; an installed one what lies beside it, wherever it was moved.
fs::path data_folder() {
  if (const std::string wanted = variable("VEDETTE_DATA"); !wanted.empty()) return wanted;
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (!error && folder == fs::path(VEDETTE_BUILD_FOLDER)) return VEDETTE_SOURCE_DATA;
  const fs::path beside = folder.parent_path() / "share" / "vedette";
  return !error && fs::exists(beside, error) ? beside : fs::path(VEDETTE_INSTALLED_DATA);
}

// The first of these that is set. HTTP_PROXY is not among the names that are asked for: a web server sets it from what
// a client sends.
std::string first_variable(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (std::string value = variable(name); !value.empty()) return value;
  }
  return {};
}

Network network() {
  return {.http_proxy = first_variable({"http_proxy", "all_proxy", "ALL_PROXY"}),
          .https_proxy = first_variable({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}),
          .no_proxy = first_variable({"no_proxy", "NO_PROXY"}),
          .certificates = variable("SSL_CERT_FILE")};
}

Result<size_t> read_standard_input(std::span<char> buffer) {
  while (true) {
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count >= 0) return static_cast<size_t>(count);
    if (errno != EINTR) return fail(ErrorCode::kIo, std::strerror(errno), {.file = "standard input"});
  }
}

}  // namespace

int run_process(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  DescriptorSink out(STDOUT_FILENO);
  DescriptorSink err(STDERR_FILENO, 1);
  const SystemClock clock;
  const bool out_is_terminal = isatty(STDOUT_FILENO) == 1;
  Environment environment{
      .out = out,
      .err = err,
      .in = read_standard_input,
      .out_is_terminal = out_is_terminal,
      .err_is_terminal = isatty(STDERR_FILENO) == 1,
      .colour_wanted = variable("NO_COLOR").empty() && variable("TERM") != "dumb",
      .columns = terminal_columns(STDOUT_FILENO),
      .err_columns = terminal_columns(STDERR_FILENO),
      .cores = std::max(1u, std::thread::hardware_concurrency()),
      .default_store = default_store(),
      .data = data_folder(),
      .clock = clock,
      .network = network(),
      .sources = variable("VEDETTE_SOURCES"),
  };
  return static_cast<int>(run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), environment));
}

}  // namespace vedette::cli
