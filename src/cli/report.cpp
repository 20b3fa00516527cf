#include "cli/report.h"

#include <fmt/format.h>

#include "cli/display_width.h"

namespace vedette::cli {
namespace {

void write_line(Environment& environment, std::string_view label, Tone tone, std::string_view text) {
  environment.out.flush();  // so that on a terminal the two streams stand in the order of writing
  environment.err.write(environment.err_style().paint(tone, label) + printable(text) + "\n");
}

bool is_about_models(During during) {
  return during == During::kOpeningModel || during == During::kManagingModels;
}

std::string_view what_to_do(ErrorCode code, During during) {
  if (is_about_models(during) && (code == ErrorCode::kCorrupt || code == ErrorCode::kUnsupported)) {
    return "make the model anew with 'vedette model add' or 'scripts/get-model'";
  }
  switch (code) {
    case ErrorCode::kCorrupt:
      return during == During::kReadingInput ? "the file is damaged or was cut short: fetch it again"
                                             : "check the store with 'vedette lists verify', then load the list again "
                                               "with 'vedette lists add'";
    case ErrorCode::kNotFound:
    case ErrorCode::kRefused:
      return during == During::kOpeningLists ? "see what is loaded with 'vedette lists status'" : "";
    case ErrorCode::kInternal:
      return "this is a bug in vedette; please report it with the command that you typed";
    default:
      return "";
  }
}

}  // namespace

void report_error(Environment& environment, const Error& error) {
  write_line(environment, "vedette: ", Tone::kAlarm, error.to_string());
}

void report_hint(Environment& environment, std::string_view hint) {
  write_line(environment, "  hint: ", Tone::kLink, hint);
}

void report_warning(Environment& environment, std::string_view sentence) {
  write_line(environment, "vedette: warning: ", Tone::kCaution, sentence);
}

void report_note(Environment& environment, std::string_view sentence) {
  write_line(environment, "vedette: ", Tone::kFaint, sentence);
}

ExitStatus report_failure(Environment& environment, const Error& error, During during) {
  report_error(environment, error);
  if (const std::string_view hint = what_to_do(error.code, during); !hint.empty()) report_hint(environment, hint);
  return exit_status(error.code, during);
}

LogSink log_sink(Environment& environment) {
  return [&environment](Severity severity, std::string_view sentence) {
    severity == Severity::kWarning ? report_warning(environment, sentence) : report_note(environment, sentence);
  };
}

}  // namespace vedette::cli
