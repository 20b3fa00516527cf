// The text of --help.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/table.h"

namespace vedette::cli {

/// Help for the command at the end of `path`, fitted to the canvas (80 columns where its width is unknown).
std::string help_text(const std::vector<const Command*>& path, const Canvas& canvas);

/// Option and its value as typed: "--threshold T".
std::string typed_form(const Option& option);
/// Help with what holds without the option and which values there are: "how many hits to give (default: 20)".
std::string full_help(const Option& option);
std::string full_help(const Positional& positional);

/// What stands before an example: "See them all:", "Who was listed?".
std::string lead_in(const Example& example);

/// The paragraphs of a description, which empty lines separate.
std::vector<std::string> paragraphs(std::string_view description);

}  // namespace vedette::cli
