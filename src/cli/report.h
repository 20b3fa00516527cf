// Words for the person at the terminal, on standard error.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/log.h"
#include "cli/environment.h"
#include "cli/exit_status.h"

namespace vedette::cli {

/// "vedette: customers.csv:12: field birthDate: not a date".
void report_error(Environment& environment, const Error& error);
/// "  hint: …": what to do next.
void report_hint(Environment& environment, std::string_view hint);
/// "vedette: warning: …".
void report_warning(Environment& environment, std::string_view sentence);
/// "vedette: …": something to know.
void report_note(Environment& environment, std::string_view sentence);

/// Prints the error and, where there is one, what to do about it; gives the status to end with.
ExitStatus report_failure(Environment& environment, const Error& error, During during);

/// A sink for the library's sentences.
LogSink log_sink(Environment& environment);

}  // namespace vedette::cli
