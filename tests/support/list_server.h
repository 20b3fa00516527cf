// A local HTTP server that serves lists well and badly (list_server.py).
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/test_data.h"

namespace vedette::testing {

/// One request as it came; a header that was not sent is "-".
struct SeenRequest {
  std::string path, range, if_range, if_none_match, if_modified_since, user_agent, host;
};

/// Runs while the object lives. Files that it serves are put into its folder.
class ListServer {
 public:
  /// With a certificate and its key (PEM files) it speaks TLS.
  explicit ListServer(const std::string& certificate = {}, const std::string& key = {}) {
    int in[2] = {}, out[2] = {};
    if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) return;
    const std::string script = std::string(VEDETTE_SOURCE_DIR) + "/tests/support/list_server.py";
    std::vector<std::string> words = {"python3", script, folder_.path().string()};
    if (!certificate.empty()) words.insert(words.end(), {certificate, key});
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    scheme_ = certificate.empty() ? "http" : "https";
    process_ = ::fork();
    if (process_ == 0) {
      ::dup2(in[0], STDIN_FILENO);
      ::dup2(out[1], STDOUT_FILENO);
      ::execvp("python3", arguments.data());
      ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    input_ = in[1];
    char digit = 0;
    while (::read(out[0], &digit, 1) == 1 && digit != '\n') port_ += digit;
    ::close(out[0]);
  }
  ~ListServer() {
    ::close(input_);  // it ends at the end of its input
    if (process_ > 0) ::waitpid(process_, nullptr, 0);
  }
  ListServer(const ListServer&) = delete;
  ListServer& operator=(const ListServer&) = delete;

  /// False where there is no python3.
  bool runs() const { return !port_.empty(); }
  std::string port() const { return port_; }
  std::string url(const std::string& path) const { return scheme_ + "://127.0.0.1:" + port_ + path; }

  /// Puts a file there, last modified on a day (seconds since 1970), by default 2025-11-21 12:00 UTC.
  void put(const std::string& name, const std::string& content, std::time_t modified = 1'763'726'400) const {
    const auto path = folder_.path() / name;
    const auto aside = folder_.path() / (name + ".new");
    std::ofstream(aside, std::ios::binary) << content;
    const timespec times[2] = {{modified, 0}, {modified, 0}};
    ::utimensat(AT_FDCWD, aside.c_str(), times, 0);
    std::filesystem::rename(aside, path);
  }

  std::vector<SeenRequest> requests() const {
    std::vector<SeenRequest> seen;
    std::ifstream log(folder_.path() / "requests.log");
    for (SeenRequest one; std::getline(log, one.path, '\t') && std::getline(log, one.range, '\t') &&
                          std::getline(log, one.if_range, '\t') && std::getline(log, one.if_none_match, '\t') &&
                          std::getline(log, one.if_modified_since, '\t') && std::getline(log, one.user_agent, '\t') &&
                          std::getline(log, one.host);) {
      seen.push_back(one);
    }
    return seen;
  }

 private:
  TemporaryFolder folder_;
  pid_t process_ = -1;
  int input_ = -1;
  std::string port_;
  std::string scheme_;
};

}  // namespace vedette::testing
