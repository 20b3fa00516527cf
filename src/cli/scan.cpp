#include "cli/scan.h"

#include <fmt/format.h>

#include "base/file.h"
#include "cli/answer_csv.h"
#include "cli/answer_writer.h"
#include "cli/common_options.h"
#include "cli/report.h"
#include "cli/standard_input.h"

namespace vedette::cli {
namespace {

struct Request {
  std::vector<std::string> files;
  match::Policy policy;
  screen::ScreenOptions options;
  OutputFormat format = OutputFormat::kTable;
};

// What came of all files together.
struct Totals {
  ExitStatus status = ExitStatus::kDone;
  bool any_hit = false;
  screen::ImageUsed searched;
};

Result<Request> read_request(const Arguments& arguments, const Environment& environment) {
  Request request{.files = arguments.all("FILE"),
                  .policy = chosen_policy(arguments),
                  .format = output_format(arguments, environment)};
  VEDETTE_ASSIGN_OR_RETURN(request.options, screen_options(arguments));
  return request;
}

Result<std::string> text_of(const std::string& file, const Environment& environment) {
  if (file == "-") return read_standard_input(environment.in, screen::kMaxScanBytes);
  return read_file(file, screen::kMaxScanBytes);
}

// Scans one file and renders it; what must be said of it goes to standard error.
std::string scan_file(const std::string& file, const Request& request, const AnswerWriter& writer,
                      screen::Screener& screener, Environment& environment, Totals& totals) {
  const auto text = text_of(file, environment);
  if (!text) {
    totals.status = worse(totals.status, report_failure(environment, text.error(), During::kReadingInput));
    return writer.render_scan_error(file, text.error());
  }
  screen::ScanAnswer answer = screener.scan(*text, request.options);
  answer.file = file;
  if (answer.status == screen::Status::kPartial) {
    report_error(environment, {ErrorCode::kLimit, answer.partial_reason, {file, 0, {}}});
    totals.status = worse(totals.status, ExitStatus::kFailed);
  }
  totals.any_hit |= !answer.found.empty();
  totals.searched = answer.image;
  return writer.render(answer);
}

ExitStatus run_scan(const Arguments& arguments, Environment& environment) {
  const auto request = read_request(arguments, environment);
  if (!request) return report_failure(environment, request.error(), During::kReadingInput);
  const auto selection = open_selection(arguments, environment, request->format);
  if (!selection) return report_failure(environment, selection.error(), During::kOpeningLists);

  const AnswerWriter writer(request->format, {.canvas = environment.out_canvas(), .as_of = request->options.as_of});
  AnswerStream stream(environment.out, request->format, scan_csv_header());
  screen::Screener screener(selection->set, request->policy);
  Totals totals;
  for (const std::string& file : request->files) {
    if (!stream.add(scan_file(file, *request, writer, screener, environment, totals))) return totals.status;
  }
  stream.finish();
  if (request->format == OutputFormat::kTable && !totals.searched.lists.empty()) {
    environment.out.write("\n" + searched_text(totals.searched, environment.out_canvas()));
  }
  const bool fails_on_hit = arguments.has("--fail-on-hit") && totals.any_hit;
  return worse(totals.status, fails_on_hit ? ExitStatus::kHits : ExitStatus::kDone);
}

}  // namespace

Command scan_command() {
  return {
      .name = "scan",
      .summary = "find the listed names in a text",
      .description =
          "Reads news stories or any other plain text and shows whose names on the loaded lists stand in it: the words "
          "of the text, who that is, on which list, under which programme and since when. With --as-of also whether "
          "that was so on the day of the story.\n\n"
          "A name in a text is a pointer, not proof: namesakes are not told apart here. Spans in JSON and CSV count "
          "Unicode code points from the start of the file.",
      .positionals = {{.name = "FILE",
                       .help = "a text file in UTF-8; '-' is standard input",
                       .least = 1,
                       .most = kAnyNumber,
                       .completes = Completes::kFile}},
      .options = {as_of_option(),
                  threshold_option(),
                  {.name = "--limit",
                   .value = "N",
                   .help = "most hits to give for one name, best first; 0 gives all",
                   .fallback = "20"},
                  policy_option(),
                  store_option(),
                  lists_option(),
                  format_option(),
                  fail_on_hit_option(),
                  fail_on_stale_option()},
      .examples = {{"vedette scan --as-of 2023-09-13 story.txt", "Who in this story was listed on its day?"},
                   {"vedette scan --lists us_ofac_sdn --format jsonl story.txt", "Against one list, for a program"},
                   {"vedette scan --format csv - < story.txt > found.csv", "From standard input to a spreadsheet"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kHits, ExitStatus::kNoLists},
      .run = run_scan,
  };
}

}  // namespace vedette::cli
