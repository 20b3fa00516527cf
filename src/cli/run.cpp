#include "cli/run.h"

#include <fmt/format.h>

#include <exception>
#include <new>

#include "cli/help.h"
#include "cli/parser.h"
#include "cli/report.h"
#include "cli/version.h"

namespace vedette::cli {
namespace {

ExitStatus refuse(const Invocation& invocation, Environment& environment) {
  report_error(environment, *invocation.error);
  if (!invocation.hint.empty()) report_hint(environment, invocation.hint);
  report_hint(environment, fmt::format("see '{} --help'", joined_name(invocation.path)));
  return ExitStatus::kUsage;
}

ExitStatus dispatch(const std::vector<std::string>& words, Environment& environment) {
  const Invocation invocation = parse_command_line(root_command(), words);
  if (invocation.error) return refuse(invocation, environment);
  const Command& command = *invocation.path.back();
  if (!invocation.wants_help && invocation.arguments.has("--version")) {
    environment.out.write(fmt::format("vedette {}\n", kVersion));
    return ExitStatus::kDone;
  }
  if (invocation.wants_help) {
    environment.out.write(help_text(invocation.path, environment.out_canvas()));
    return ExitStatus::kDone;
  }
  if (!command.run) {
    Invocation without_command = invocation;
    without_command.error = Error{ErrorCode::kUsage, "a command is missing", {}};
    environment.err.write(help_text(invocation.path, {environment.err_columns, environment.err_style()}) + "\n");
    return refuse(without_command, environment);
  }
  return command.run(invocation.arguments, environment);
}

// The libraries below may still throw, out of memory above all; a program must say so and not just die.
ExitStatus guarded(const std::vector<std::string>& words, Environment& environment) {
  try {
    return dispatch(words, environment);
  } catch (const std::bad_alloc&) {
    report_error(environment, {ErrorCode::kLimit, "out of memory", {}});
    return ExitStatus::kFailed;
  } catch (const std::exception& exception) {
    report_error(environment, {ErrorCode::kInternal, exception.what(), {}});
    report_hint(environment, "this is a bug in vedette; please report it with the command that you typed");
    return ExitStatus::kOurBug;
  }
}

}  // namespace

ExitStatus run(const std::vector<std::string>& words, Environment& environment) {
  const ExitStatus status = guarded(words, environment);
  environment.out.flush();
  if (const std::string failure = environment.out.failure(); !failure.empty()) {
    report_error(environment, {ErrorCode::kIo, "cannot write the output: " + failure, {}});
    return worse(status, ExitStatus::kFailed);
  }
  environment.err.flush();
  return status;
}

}  // namespace vedette::cli
