#include "cli/man.h"

#include <fmt/format.h>

#include "cli/help.h"
#include "cli/version.h"

namespace vedette::cli {
namespace {

// Text that roff prints as it stands (groff_char(7), groff(7) "Escapes").
std::string roff(std::string_view text) {
  std::string out;
  if (text.starts_with(".") || text.starts_with("'")) out += "\\&";
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '\'':
        out += "\\(aq";
        break;
      case '`':
        out += "\\(ga";
        break;
      case '^':
        out += "\\(ha";
        break;
      case '~':
        out += "\\(ti";
        break;
      case '\n':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
  return out;
}

class ManualWriter {
 public:
  void macro(std::string_view line) { out_ += std::string(line) + '\n'; }
  void text(std::string_view line) { out_ += roff(line) + '\n'; }
  void section(std::string_view title) { macro(fmt::format(".SH {}", title)); }
  void define(std::string_view term, std::string_view meaning) {
    macro(".TP");
    out_ += "\\fB" + roff(term) + "\\fR\n";
    text(meaning);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

void write_examples(ManualWriter& writer, const Command& command) {
  for (const Example& example : command.examples) {
    writer.macro(".PP");
    writer.text(lead_in(example));
    writer.macro(".PP");
    writer.macro(".RS 4");
    writer.macro(".EX");
    writer.text(example.line);
    writer.macro(".EE");
    writer.macro(".RE");
  }
}

void write_command(ManualWriter& writer, const std::vector<const Command*>& path) {
  const Command& command = *path.back();
  if (command.run) {
    writer.macro(fmt::format(".SS \"{}\"", roff(synopsis({path.begin() + 1, path.end()}))));
    for (const std::string& text : paragraphs(command.description)) {
      writer.macro(".PP");
      writer.text(text);
    }
    for (const Positional& positional : command.positionals) writer.define(positional.name, full_help(positional));
    for (const Option& option : command.options) writer.define(typed_form(option), full_help(option));
    write_examples(writer, command);
  }
  for (const Command& child : command.commands) {
    auto below = path;
    below.push_back(&child);
    write_command(writer, below);
  }
}

ExitStatus run_man(const Arguments&, Environment& environment) {
  environment.out.write(manual_page(root_command(), kVersion));
  return ExitStatus::kDone;
}

}  // namespace

std::string manual_page(const Command& root, std::string_view version) {
  ManualWriter writer;
  writer.macro(fmt::format(".TH VEDETTE 1 \"\" \"vedette {}\" \"User Commands\"", version));
  writer.section("NAME");
  writer.text("vedette - " + root.summary);
  writer.section("SYNOPSIS");
  writer.macro(".B vedette");
  writer.macro("\\fICOMMAND\\fR [\\fIARGUMENT\\fR …] [\\fIOPTION\\fR …]");
  writer.section("DESCRIPTION");
  for (const std::string& text : paragraphs(root.description)) {
    writer.macro(".PP");
    writer.text(text);
  }
  writer.section("OPTIONS");
  for (const Option& option : root.options) writer.define(typed_form(option), full_help(option));
  writer.define("--help, -h", "show help; after a command, that of the command");
  writer.section("COMMANDS");
  write_command(writer, {&root});
  writer.section("\"EXIT STATUS\"");
  for (const ExitStatus status : all_exit_statuses()) {
    writer.define(std::to_string(static_cast<int>(status)), describe(status));
  }
  writer.section("ENVIRONMENT");
  for (const auto& [name, meaning] : environment_variables()) writer.define(name, meaning);
  return writer.take();
}

Command man_command() {
  return {
      .name = "man",
      .summary = "print the manual page",
      .description = "Prints the manual page vedette(1) as roff, made from the same description as this help.",
      .examples = {{"vedette man > vedette.1", "Write the manual page into a file"},
                   {"vedette man | man -l -", "Read it"}},
      .exits = {ExitStatus::kDone},
      .run = run_man,
  };
}

}  // namespace vedette::cli
