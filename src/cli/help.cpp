#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/display_width.h"

namespace vedette::cli {
namespace {

constexpr size_t kUsualWidth = 80;
constexpr size_t kWidest = 100;  // longer lines are hard to read
constexpr size_t kIndent = 2;
constexpr size_t kLongestTerm = 26;

class HelpWriter {
 public:
  explicit HelpWriter(const Canvas& canvas)
      : style_(canvas.style), width_(canvas.width < 40 ? kUsualWidth : std::min(canvas.width, kWidest)) {}

  void line(std::string_view text) { out_ += std::string(text) + '\n'; }

  void heading(std::string_view title) { out_ += '\n' + style_.paint(Tone::kStrong, title) + '\n'; }

  void paragraph(std::string_view text, size_t indent = kIndent) {
    for (const std::string& part : wrap(text, width_ - indent)) out_ += std::string(indent, ' ') + part + '\n';
  }

  // A term and what it means, the meanings standing in one column.
  void definitions(const std::vector<std::pair<std::string, std::string>>& entries) {
    size_t column = 0;
    for (const auto& [term, meaning] : entries) {
      if (const size_t width = display_width(term); width <= kLongestTerm) column = std::max(column, width);
    }
    column += kIndent + 2;
    for (const auto& [term, meaning] : entries) define(term, meaning, column);
  }

  void blank() { out_ += '\n'; }
  std::string take() { return std::move(out_); }
  const Style& style() const { return style_; }

 private:
  void define(const std::string& term, const std::string& meaning, size_t column) {
    out_ += std::string(kIndent, ' ') + style_.paint(Tone::kLink, term);
    size_t at = kIndent + display_width(term);
    if (at + 2 > column) {
      out_ += '\n';
      at = 0;
    }
    for (const std::string& part : wrap(meaning, width_ - column)) {
      out_ += std::string(column - at, ' ') + part + '\n';
      at = 0;
    }
  }

  Style style_;
  size_t width_;
  std::string out_;
};

void write_usage(HelpWriter& writer, const std::vector<const Command*>& path) {
  const Command& command = *path.back();
  writer.line(fmt::format("{} - {}", joined_name(path), command.summary));
  writer.heading("USAGE");
  writer.paragraph(synopsis(path));
  for (const std::string& text : paragraphs(command.description)) {
    writer.blank();
    writer.paragraph(text);
  }
}

void write_parts(HelpWriter& writer, const Command& command) {
  std::vector<std::pair<std::string, std::string>> entries;
  for (const Command& child : command.commands) entries.emplace_back(child.name, child.summary);
  if (!entries.empty()) {
    writer.heading("COMMANDS");
    writer.definitions(entries);
  }
  entries.clear();
  for (const Positional& positional : command.positionals) {
    entries.emplace_back(positional.name + (positional.most > 1 ? "…" : ""), full_help(positional));
  }
  if (!entries.empty()) {
    writer.heading("ARGUMENTS");
    writer.definitions(entries);
  }
  entries.clear();
  for (const Option& option : command.options) entries.emplace_back(typed_form(option), full_help(option));
  entries.emplace_back("--help, -h", "show this help");
  writer.heading("OPTIONS");
  writer.definitions(entries);
}

void write_examples(HelpWriter& writer, const Command& command) {
  if (command.examples.empty()) return;
  writer.heading("EXAMPLES");
  bool first = true;
  for (const Example& example : command.examples) {
    if (!first) writer.blank();
    first = false;
    writer.paragraph(lead_in(example));
    writer.line("    " + writer.style().paint(Tone::kGood, example.line));
  }
}

}  // namespace

std::string typed_form(const Option& option) {
  return option.value.empty() ? option.name : option.name + " " + option.value;
}

std::string full_help(const Option& option) {
  std::string text = option.help;
  if (!option.choices.empty()) text += fmt::format(": {}", fmt::join(option.choices, ", "));
  if (!option.fallback.empty()) text += fmt::format(" (default: {})", option.fallback);
  return text;
}

std::string full_help(const Positional& positional) {
  if (positional.choices.empty()) return positional.help;
  return fmt::format("{}: {}", positional.help, fmt::join(positional.choices, ", "));
}

std::string lead_in(const Example& example) {
  return example.what + (example.what.ends_with('?') ? "" : ":");
}

std::vector<std::string> paragraphs(std::string_view description) {
  std::vector<std::string> parts;
  for (size_t start = 0; start < description.size();) {
    const size_t end = std::min(description.find("\n\n", start), description.size());
    if (end > start) parts.emplace_back(description.substr(start, end - start));
    start = end + 2;
  }
  return parts;
}

std::string help_text(const std::vector<const Command*>& path, const Canvas& canvas) {
  HelpWriter writer(canvas);
  const Command& command = *path.back();
  write_usage(writer, path);
  write_parts(writer, command);
  write_examples(writer, command);
  if (command.run) {
    writer.heading("EXIT STATUS");
    std::vector<std::pair<std::string, std::string>> entries;
    for (const ExitStatus status : command.exits) {
      entries.emplace_back(std::to_string(static_cast<int>(status)), describe(status));
    }
    writer.definitions(entries);
  }
  return writer.take();
}

}  // namespace vedette::cli
