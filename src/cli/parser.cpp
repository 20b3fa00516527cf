#include "cli/parser.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "cli/suggestion.h"

namespace vedette::cli {
namespace {

bool is_help(const std::string& word) {
  return word == "--help" || word == "-h";
}

void refuse(Invocation& invocation, std::string message, std::string hint = {}) {
  invocation.error = Error{ErrorCode::kUsage, std::move(message), {}};
  invocation.hint = std::move(hint);
}

std::string did_you_mean(const std::string& typed, const std::vector<std::string>& known) {
  const std::string near = nearest(typed, known);
  return near.empty() ? std::string() : fmt::format("did you mean {}?", near);
}

void refuse_command(Invocation& invocation, const std::string& word) {
  std::vector<std::string> known;
  for (const Command& command : invocation.path.back()->commands) known.push_back(command.name);
  std::string hint = did_you_mean(word, known);
  if (hint.empty()) hint = fmt::format("the commands are {}", fmt::join(known, ", "));
  refuse(invocation, fmt::format("unknown command '{}'", word), std::move(hint));
}

void refuse_option(Invocation& invocation, const std::string& word) {
  std::vector<std::string> known = {"--help"};
  for (const Option& option : invocation.path.back()->options) known.push_back(option.name);
  refuse(invocation, fmt::format("unknown option '{}'", word), did_you_mean(word.substr(0, word.find('=')), known));
}

// Walks down the tree; gives the words that are left for the command found.
std::vector<std::string> find_command(const std::vector<std::string>& words, Invocation& invocation) {
  size_t position = 0;
  while (position < words.size() && !invocation.path.back()->commands.empty()) {
    const std::string& word = words[position];
    if (word.starts_with("-")) break;
    if (word == "help") {
      invocation.wants_help = true;
      ++position;
      continue;
    }
    const Command* child = invocation.path.back()->find(word);
    if (child == nullptr) {
      refuse_command(invocation, word);
      break;
    }
    invocation.path.push_back(child);
    ++position;
  }
  return {words.begin() + static_cast<std::ptrdiff_t>(position), words.end()};
}

// What CLI11 writes into.
struct Collected {
  std::map<std::string, std::vector<std::string>> values;
  std::map<std::string, bool> flags;
};

void declare(CLI::App& app, const Command& command, Collected& collected) {
  for (const Option& option : command.options) {
    if (option.value.empty()) {
      app.add_flag(option.name, collected.flags[option.name])->disable_flag_override();
      continue;
    }
    // One value each time, so that names after it stay names, and a value may look like a list.
    app.add_option(option.name, collected.values[option.name])
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
}

void check_choices(const Command& command, Invocation& invocation) {
  for (const Option& option : command.options) {
    if (option.choices.empty()) continue;
    for (const std::string& value : invocation.arguments.all(option.name)) {
      if (std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end()) continue;
      refuse(invocation, fmt::format("{} {}: must be one of {}", option.name, value, fmt::join(option.choices, ", ")),
             did_you_mean(value, option.choices));
    }
  }
}

void take_positionals(const Command& command, const std::vector<std::string>& words, Invocation& invocation) {
  size_t position = 0;
  for (const Positional& positional : command.positionals) {
    std::vector<std::string> values;
    while (position < words.size() && values.size() < positional.most) values.push_back(words[position++]);
    if (values.size() < positional.least) return refuse(invocation, fmt::format("{} is missing", positional.name));
    for (const std::string& value : values) {
      const auto& allowed = positional.choices;
      if (allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end()) continue;
      return refuse(invocation,
                    fmt::format("{} '{}': must be one of {}", positional.name, value, fmt::join(allowed, ", ")),
                    did_you_mean(value, allowed));
    }
    if (!values.empty()) invocation.arguments.set(positional.name, std::move(values));
  }
  if (position < words.size()) refuse(invocation, fmt::format("unexpected argument '{}'", words[position]));
}

void parse_words(std::vector<std::string> words, Invocation& invocation) {
  const Command& command = *invocation.path.back();
  const auto end = std::find(words.begin(), words.end(), "--");
  const std::vector<std::string> literal(end == words.end() ? end : end + 1, words.end());
  words.erase(end, words.end());

  Collected collected;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  declare(app, command, collected);
  try {
    std::reverse(words.begin(), words.end());
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    return refuse(invocation, error.what());
  }
  std::vector<std::string> positionals;
  for (const std::string& word : app.remaining()) {
    if (word.size() > 1 && word.starts_with("-")) return refuse_option(invocation, word);
    positionals.push_back(word);
  }
  positionals.insert(positionals.end(), literal.begin(), literal.end());
  for (auto& [name, values] : collected.values) {
    if (!values.empty()) invocation.arguments.set(name, std::move(values));
  }
  for (const auto& [name, given] : collected.flags) {
    if (given) invocation.arguments.set(name, {""});
  }
  take_positionals(command, positionals, invocation);
  if (!invocation.error) check_choices(command, invocation);
}

}  // namespace

Invocation parse_command_line(const Command& root, const std::vector<std::string>& words) {
  Invocation invocation;
  invocation.path.push_back(&root);
  const std::vector<std::string> rest = find_command(words, invocation);
  if (invocation.error) return invocation;
  const auto end_of_options = std::find(rest.begin(), rest.end(), "--");
  if (std::any_of(rest.begin(), end_of_options, is_help)) invocation.wants_help = true;
  if (invocation.wants_help) return invocation;
  parse_words(rest, invocation);
  return invocation;
}

}  // namespace vedette::cli
