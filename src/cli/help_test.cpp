// What the command tree says of itself: help, manual page and completion.
#include "cli/help.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <set>

#include "cli/command_line_for_test.h"
#include "cli/completion.h"
#include "cli/display_width.h"
#include "cli/man.h"

namespace vedette::cli {
namespace {

using ::testing::HasSubstr;
using Path = std::vector<const Command*>;

std::vector<Path> all_paths() {
  std::vector<Path> paths = {{&root_command()}};
  for (size_t i = 0; i < paths.size(); ++i) {
    for (const Command& child : paths[i].back()->commands) {
      Path below = paths[i];
      below.push_back(&child);
      paths.push_back(below);
    }
  }
  return paths;
}

// Standard output and standard error of a shell command.
std::string output_of(const std::string& command) {
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  for (int c = 0; (c = std::fgetc(pipe)) != EOF;) text += static_cast<char>(c);
  pclose(pipe);
  return text;
}

TEST(CommandTree, IsWhole) {
  for (const Path& path : all_paths()) {
    const Command& command = *path.back();
    const std::string name = joined_name(path);
    EXPECT_NE(command.commands.empty(), !command.run) << name << " has either commands or something to do";
    EXPECT_FALSE(command.summary.empty()) << name;
    EXPECT_FALSE(command.description.empty()) << name;
    std::set<std::string> seen;
    for (const Option& option : command.options) {
      EXPECT_TRUE(seen.insert(option.name).second) << name << " " << option.name;
      EXPECT_TRUE(option.name.starts_with("--") && !option.help.ends_with(".")) << name << " " << option.name;
    }
    if (!command.run) continue;
    EXPECT_GE(command.examples.size(), 2u) << name;
    EXPECT_LE(command.examples.size(), 5u) << name;
    EXPECT_FALSE(command.exits.empty()) << name;
    for (const Example& example : command.examples) EXPECT_THAT(example.line, HasSubstr(name));
  }
}

TEST(Help, NamesEverythingAndFitsItsWidth) {
  for (const Path& path : all_paths()) {
    const std::string help = help_text(path, {});
    for (const Option& option : path.back()->options) EXPECT_THAT(help, HasSubstr(option.name));
    for (const Command& child : path.back()->commands) EXPECT_THAT(help, HasSubstr(child.name));
    for (const Example& example : path.back()->examples) EXPECT_THAT(help, HasSubstr("    " + example.line));
    EXPECT_EQ(help.find("EXIT STATUS") != std::string::npos, path.back()->run != nullptr) << joined_name(path);
    for (const std::string& line : lines_of(help)) {
      const bool is_example = line.starts_with("    vedette") || line.starts_with("    source");
      EXPECT_TRUE(is_example || display_width(line) <= 80u) << line;
    }
  }
}

TEST(Help, IsOnStandardOutputWithStatusZero) {
  CommandLine vedette;
  const Outcome asked = vedette({"screen", "--help"});
  EXPECT_EQ(asked.status, 0);
  EXPECT_EQ(asked.out, help_text({&root_command(), root_command().find("screen")}, {}));
  EXPECT_EQ(asked.err, "");
}

TEST(Help, ComesOnStandardErrorWhenACommandIsMissing) {
  CommandLine vedette;
  for (const auto& words : std::vector<std::vector<std::string>>{{}, {"lists"}}) {
    const Outcome outcome = vedette(words);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("COMMANDS"));
    EXPECT_THAT(outcome.err, HasSubstr("a command is missing"));
  }
}

TEST(Version, IsTold) {
  CommandLine vedette;
  EXPECT_THAT(vedette({"--version"}).out, ::testing::MatchesRegex("vedette [0-9]+[.][0-9]+[.][0-9]+\n"));
}

TEST(Man, NamesEveryCommandAndOption) {
  const std::string page = manual_page(root_command(), "0.0.0");
  EXPECT_TRUE(page.starts_with(".TH VEDETTE 1 "));
  for (const Path& path : all_paths()) {
    for (const Option& option : path.back()->options) EXPECT_THAT(page, HasSubstr("\\-\\-" + option.name.substr(2, 2)));
  }
  for (const ExitStatus status : all_exit_statuses())
    EXPECT_THAT(page, HasSubstr(std::string(describe(status)).substr(0, 8)));
}

TEST(Man, IsCleanRoff) {
  if (output_of("command -v groff").empty()) GTEST_SKIP() << "needs groff, which is absent";
  CommandLine vedette;
  const std::string page = vedette.file("vedette.1", vedette({"man"}).out);
  EXPECT_EQ(output_of("groff -man -Kutf8 -Tutf8 -ww -z '" + page + "' 2>&1"), "");
  EXPECT_THAT(output_of("groff -man -Kutf8 -Tascii -P-c '" + page + "' 2>&1"), HasSubstr("--fail-on-hit"));
}

// What bash offers after the words of a command line, the last of which is being typed.
std::string bash_offers(CommandLine& vedette, const std::string& words, int count) {
  const std::string script = vedette.file("completion.bash", vedette({"completion", "bash"}).out);
  return output_of("bash -c 'source " + script + " && COMP_WORDS=(" + words + ") COMP_CWORD=" + std::to_string(count) +
                   " && _vedette && echo \"${COMPREPLY[*]}\"' 2>&1");
}

TEST(Completion, OffersWhatFitsInBash) {
  CommandLine vedette;
  EXPECT_EQ(bash_offers(vedette, "vedette s", 1), "screen scan\n");
  EXPECT_EQ(bash_offers(vedette, "vedette lists st", 2), "status\n");
  EXPECT_EQ(bash_offers(vedette, "vedette screen --thr", 2), "--threshold --threads\n");
  EXPECT_EQ(bash_offers(vedette, "vedette screen --format j", 3), "json jsonl\n");
  EXPECT_EQ(bash_offers(vedette, "vedette lists add x --source un", 5), "un_sc_sanctions\n");
  EXPECT_EQ(bash_offers(vedette, "vedette completion z", 2), "zsh\n");
  EXPECT_EQ(bash_offers(vedette, "vedette screen --input x", 3), "\n") << "files are left to the shell";
}

TEST(Completion, IsGoodShell) {
  CommandLine vedette;
  const std::string bash = vedette.file("c.bash", bash_completion(root_command()));
  EXPECT_EQ(output_of("bash -n '" + bash + "' 2>&1"), "");
  if (!output_of("command -v zsh").empty()) {
    const std::string zsh = vedette.file("c.zsh", zsh_completion(root_command()));
    EXPECT_EQ(output_of("zsh -n '" + zsh + "' 2>&1"), "");
  }
  if (!output_of("command -v fish").empty()) {
    const std::string fish = vedette.file("c.fish", fish_completion(root_command()));
    EXPECT_EQ(output_of("fish --no-execute '" + fish + "' 2>&1"), "");
  }
}

TEST(Completion, KnowsEveryOptionInEveryShell) {
  for (const std::string& script : {bash_completion(root_command()), zsh_completion(root_command())}) {
    for (const Path& path : all_paths()) {
      for (const Option& option : path.back()->options) EXPECT_THAT(script, HasSubstr(option.name));
    }
  }
  const std::string fish = fish_completion(root_command());
  for (const Path& path : all_paths()) {
    for (const Option& option : path.back()->options) EXPECT_THAT(fish, HasSubstr(" -l " + option.name.substr(2)));
  }
}

}  // namespace
}  // namespace vedette::cli
