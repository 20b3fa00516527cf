#include "cli/command.h"

namespace vedette::cli {

const Command* Command::find(std::string_view child) const {
  for (const Command& command : commands) {
    if (command.name == child) return &command;
  }
  return nullptr;
}

const Option* Command::option(std::string_view option_name) const {
  for (const Option& candidate : options) {
    if (candidate.name == option_name) return &candidate;
  }
  return nullptr;
}

std::string joined_name(const std::vector<const Command*>& path) {
  std::string name;
  for (const Command* command : path) name += (name.empty() ? "" : " ") + command->name;
  return name;
}

std::string synopsis(const std::vector<const Command*>& path) {
  const Command& command = *path.back();
  std::string text = joined_name(path);
  if (!command.commands.empty()) return text + " COMMAND …";
  for (const Positional& positional : command.positionals) {
    const std::string name = positional.name + (positional.most > 1 ? "…" : "");
    text += positional.least == 0 ? " [" + name + "]" : " " + name;
  }
  if (!command.options.empty()) text += " [options]";
  return text;
}

}  // namespace vedette::cli
