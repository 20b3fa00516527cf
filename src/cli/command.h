// What the program can do, described once: --help, the manual page, completion and parsing all read this tree.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/exit_status.h"

namespace vedette::cli {

/// What a shell may offer for a value.
enum class Completes : uint8_t { kNothing, kFile, kFolder, kSource, kChoices };

struct Option {
  std::string name;                       ///< "--threshold"
  std::string value;                      ///< what stands for its value in help: "T"; empty for a flag
  std::string help;                       ///< one sentence without a full stop
  std::string fallback = {};              ///< what holds without it, in words; empty: nothing to say
  std::vector<std::string> choices = {};  ///< the only values allowed, if not empty
  Completes completes = Completes::kNothing;
};

inline constexpr size_t kAnyNumber = ~size_t{0};

struct Positional {
  std::string name;  ///< "NAME"
  std::string help;
  size_t least = 1;
  size_t most = 1;
  Completes completes = Completes::kNothing;
  std::vector<std::string> choices = {};
};

/// An example is run by a test, which prepares the files that the examples name.
struct Example {
  std::string line;  ///< "vedette screen 'Jo Chun Ryong'", as typed into a shell
  std::string what;  ///< what it is for
  ExitStatus expected = ExitStatus::kDone;
};

struct Command {
  std::string name;
  std::string summary;      ///< a few words, for lists of commands
  std::string description;  ///< paragraphs, separated by empty lines
  std::vector<Positional> positionals = {};
  std::vector<Option> options = {};
  std::vector<Example> examples = {};
  std::vector<ExitStatus> exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage};
  std::vector<Command> commands = {};  ///< either these or `run`
  std::function<ExitStatus(const Arguments&, Environment&)> run = {};

  const Command* find(std::string_view child) const;
  const Option* option(std::string_view option_name) const;
};

/// The program itself: "vedette".
const Command& root_command();

/// "vedette lists add": from the root to the end of `path`.
std::string joined_name(const std::vector<const Command*>& path);

/// "vedette screen [NAME…] [options]".
std::string synopsis(const std::vector<const Command*>& path);

}  // namespace vedette::cli
