#include "cli/completion.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/help.h"
#include "engine/engine.h"

namespace vedette::cli {
namespace {

using Path = std::vector<const Command*>;

// Calls `visit` for every command, parents first.
template <typename Visit>
void each_command(const Path& path, const Visit& visit) {
  visit(path);
  for (const Command& child : path.back()->commands) {
    Path below = path;
    below.push_back(&child);
    each_command(below, visit);
  }
}

// " lists add" for vedette lists add: a word for a state of the scripts.
std::string state(const Path& path) {
  std::string text;
  for (size_t i = 1; i < path.size(); ++i) text += " " + path[i]->name;
  return text;
}

std::string source_names() {
  std::string names;
  for (const lists::Source& source : lists::known_sources())
    names += (names.empty() ? "" : " ") + std::string(source.name);
  return names;
}

std::vector<std::string> words_offered(const Command& command) {
  std::vector<std::string> words;
  for (const Command& child : command.commands) words.push_back(child.name);
  for (const Positional& positional : command.positionals) {
    words.insert(words.end(), positional.choices.begin(), positional.choices.end());
    if (positional.completes == Completes::kSource) words.push_back(source_names());
  }
  for (const Option& option : command.options) words.push_back(option.name);
  words.emplace_back("--help");
  return words;
}

// What a shell may offer for the value of an option; empty where that is a file, a folder or free text.
std::string values_offered(const Option& option) {
  if (!option.choices.empty()) return fmt::format("{}", fmt::join(option.choices, " "));
  return option.completes == Completes::kSource ? source_names() : std::string();
}

// For a single-quoted string of any of the three shells, inside which only plain words stand.
std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

// Inside an _arguments specification brackets and colons have a meaning.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(Completes completes, const std::string& words) {
  if (!words.empty()) return "(" + words + ")";
  if (completes == Completes::kFile) return "_files";
  return completes == Completes::kFolder ? "_files -/" : "";
}

std::string zsh_function(const Path& path) {
  std::string name = "_vedette";
  for (size_t i = 1; i < path.size(); ++i) name += "_" + path[i]->name;
  return name;
}

std::string zsh_leaf(const Command& command) {
  std::string out = "  _arguments -S";
  for (const Option& option : command.options) {
    std::string spec = fmt::format("*{}[{}]", option.name, zsh_text(option.help));
    if (!option.value.empty()) {
      spec += fmt::format(":{}:{}", zsh_text(option.value), zsh_action(option.completes, values_offered(option)));
    }
    out += " \\\n    " + shell_quoted(spec);
  }
  out += " \\\n    '(- *)'" + shell_quoted("--help[show this help]");
  for (const Positional& positional : command.positionals) {
    const std::string words = positional.completes == Completes::kSource
                                  ? source_names()
                                  : fmt::format("{}", fmt::join(positional.choices, " "));
    out += " \\\n    " + shell_quoted(fmt::format("{}:{}:{}", positional.most > 1 ? "*" : "", zsh_text(positional.name),
                                                  zsh_action(positional.completes, words)));
  }
  return out + "\n";
}

std::string zsh_group(const Path& path) {
  std::string out = "  local -a commands=(\n";
  for (const Command& child : path.back()->commands) {
    out += "    " + shell_quoted(child.name + ":" + zsh_text(child.summary)) + "\n";
  }
  for (const Option& option : path.back()->options) {
    out += "    " + shell_quoted(option.name + ":" + zsh_text(option.help)) + "\n";
  }
  out += "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n";
  out += "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n";
  return out + fmt::format("  (( $+functions[{0}_$command] )) && {0}_$command\n", zsh_function(path));
}

// True while exactly the commands of `path` have been typed.
std::string fish_condition(const Path& path) {
  return shell_quoted(fmt::format("__vedette_at {}", state(path).empty() ? "''" : fmt::format("\"{}\"", state(path))));
}

ExitStatus run_completion(const Arguments& arguments, Environment& environment) {
  const std::string shell = arguments.text("SHELL");
  environment.out.write(shell == "bash"  ? bash_completion(root_command())
                        : shell == "zsh" ? zsh_completion(root_command())
                                         : fish_completion(root_command()));
  return ExitStatus::kDone;
}

}  // namespace

std::string bash_completion(const Command& root) {
  std::string states, values, words;
  each_command({&root}, [&](const Path& path) {
    if (path.size() > 1) states += fmt::format("      {}) path=\"$path $word\" ;;\n", shell_quoted(state(path)));
    for (const Option& option : path.back()->options) {
      if (option.value.empty()) continue;
      const std::string offered = values_offered(option);
      const std::string reply = offered.empty()
                                    ? "COMPREPLY=()"
                                    : fmt::format("COMPREPLY=($(compgen -W {} -- \"$cur\"))", shell_quoted(offered));
      values += fmt::format("    {}) {}; return ;;\n", shell_quoted(state(path) + ":" + option.name), reply);
    }
    words += fmt::format("    {}) words={} ;;\n", shell_quoted(state(path)),
                         shell_quoted(fmt::format("{}", fmt::join(words_offered(*path.back()), " "))));
  });
  return "# Completion of vedette for bash. Use: source <(vedette completion bash)\n"
         "_vedette() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path= word words= i\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    word=${COMP_WORDS[i]}\n"
         "    case \"$path $word\" in\n" +
         states +
         "    esac\n  done\n"
         "  case \"$path:$prev\" in\n" +
         values +
         "  esac\n"
         "  case \"$path\" in\n" +
         words +
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
         "}\n"
         "complete -o default -F _vedette vedette\n";
}

std::string zsh_completion(const Command& root) {
  std::string out =
      "#compdef vedette\n# Completion of vedette for zsh. Use: vedette completion zsh > FOLDER-IN-FPATH/_vedette\n";
  each_command({&root}, [&](const Path& path) {
    out += fmt::format("\n{}() {{\n", path.size() == 1 ? "_vedette" : zsh_function(path));
    out += path.back()->commands.empty() ? zsh_leaf(*path.back()) : zsh_group(path);
    out += "}\n";
  });
  // As a file in $fpath it is the body of the function itself; sourced, it announces it.
  return out +
         "\nif [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n  _vedette \"$@\"\nelse\n  compdef _vedette "
         "vedette\nfi\n";
}

std::string fish_completion(const Command& root) {
  std::string states, lines;
  each_command({&root}, [&](const Path& path) {
    if (path.size() > 1) states += " " + shell_quoted(state(path));
    const std::string condition = fish_condition(path);
    for (const Command& child : path.back()->commands) {
      lines +=
          fmt::format("complete -c vedette -f -n {} -a {} -d {}\n", condition, child.name, shell_quoted(child.summary));
    }
    for (const Positional& positional : path.back()->positionals) {
      if (positional.choices.empty()) continue;
      lines += fmt::format("complete -c vedette -f -n {} -a {}\n", condition,
                           shell_quoted(fmt::format("{}", fmt::join(positional.choices, " "))));
    }
    for (const Option& option : path.back()->options) {
      const std::string offered = values_offered(option);
      lines += fmt::format("complete -c vedette -n {} -l {} -d {}", condition, option.name.substr(2),
                           shell_quoted(option.help));
      if (!option.value.empty()) lines += " -r";
      if (!offered.empty()) lines += " -f -a " + shell_quoted(offered);
      lines += "\n";
    }
  });
  return "# Completion of vedette for fish. Use: vedette completion fish | source\n"
         "function __vedette_at\n"
         "  set -l path ''\n"
         "  for word in (commandline -opc)[2..]\n"
         "    contains -- \"$path $word\"" +
         states +
         "\n"
         "    and set path \"$path $word\"\n"
         "  end\n"
         "  test \"$path\" = \"$argv[1]\"\n"
         "end\n" +
         lines;
}

Command completion_command() {
  return {
      .name = "completion",
      .summary = "print a completion script for your shell",
      .description = "Prints a script that lets your shell complete commands, options and known values.",
      .positionals = {{.name = "SHELL", .help = "which shell", .choices = {"bash", "zsh", "fish"}}},
      .examples = {{"source <(vedette completion bash)", "Use it in this bash"},
                   {"vedette completion fish > vedette.fish", "Write the script into a file"}},
      .exits = {ExitStatus::kDone, ExitStatus::kUsage},
      .run = run_completion,
  };
}

}  // namespace vedette::cli
