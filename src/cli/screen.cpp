#include "cli/screen.h"

#include <fmt/format.h>

#include "cli/answer_csv.h"
#include "cli/answer_writer.h"
#include "cli/column_map.h"
#include "cli/common_options.h"
#include "cli/report.h"
#include "cli/screen_batch.h"
#include "cli/typed_query.h"
#include "engine/query_file.h"

namespace vedette::cli {
namespace {

// Everything that was asked for, checked before a list is opened.
struct Request {
  std::vector<std::string> names;
  BatchRequest batch;
  OutputFormat format = OutputFormat::kTable;
};

Result<Request> read_request(const Arguments& arguments, const Environment& environment) {
  Request request;
  request.names = arguments.all("NAME");
  request.batch.input = arguments.text("--input");
  if (request.names.empty() && !arguments.has("--input")) {
    return fail(ErrorCode::kUsage, "nothing to screen: give names, or a file with --input");
  }
  if (!request.names.empty() && arguments.has("--input")) {
    return fail(ErrorCode::kUsage, "give names or --input, not both");
  }
  if (arguments.has("--map") && !arguments.has("--input")) return fail(ErrorCode::kUsage, "--map goes with --input");
  VEDETTE_ASSIGN_OR_RETURN(request.batch.file.column_map, column_map(arguments));
  VEDETTE_ASSIGN_OR_RETURN(request.batch.file.schema, chosen_schema(arguments));
  VEDETTE_ASSIGN_OR_RETURN(request.batch.options, screen_options(arguments));
  VEDETTE_ASSIGN_OR_RETURN(request.batch.threads, chosen_threads(arguments, environment));
  request.batch.policy = chosen_policy(arguments);
  request.format = output_format(arguments, environment);
  return request;
}

BatchOutcome screen_names(const Request& request, const std::vector<engine::Query>& queries, const AnswerWriter& writer,
                          AnswerStream& stream, Environment& environment) {
  BatchOutcome outcome;
  screen::Screener screener(request.batch.lists, request.batch.policy);
  screen::ImageUsed searched;
  for (const engine::Query& query : queries) {
    screen::Answer answer = screener.screen(query.entity, request.batch.options);
    answer.query_id = query.id;
    outcome.any_hit |= !answer.hits.empty();
    if (answer.status == screen::Status::kPartial) {
      outcome.status = ExitStatus::kFailed;
      report_error(environment, {ErrorCode::kLimit, answer.partial_reason, {}});
    }
    searched = answer.image;
    if (!stream.add(writer.render(query.id, answer))) return outcome;
  }
  if (request.format == OutputFormat::kTable) {
    environment.out.write("\n" + searched_text(searched, environment.out_canvas()));
  }
  return outcome;
}

ExitStatus run_screen(const Arguments& arguments, Environment& environment) {
  auto request = read_request(arguments, environment);
  if (!request) return report_failure(environment, request.error(), During::kReadingInput);
  std::vector<engine::Query> queries;
  for (const std::string& name : request->names) {
    auto query = typed_query(name, request->batch.file.schema);
    if (!query) return report_failure(environment, query.error(), During::kReadingInput);
    queries.push_back(*std::move(query));
  }
  auto selection = open_selection(arguments, environment, request->format);
  if (!selection) return report_failure(environment, selection.error(), During::kOpeningLists);
  request->batch.lists = selection->set;

  const AnswerWriter writer(request->format, {.canvas = environment.out_canvas(),
                                              .as_of = request->batch.options.as_of,
                                              .explain = request->batch.options.explain,
                                              .limit = request->batch.options.limit});
  AnswerStream stream(environment.out, request->format, answer_csv_header());
  const BatchOutcome outcome = arguments.has("--input") ? screen_batch(request->batch, writer, stream, environment)
                                                        : screen_names(*request, queries, writer, stream, environment);
  stream.finish();
  const bool fails_on_hit = arguments.has("--fail-on-hit") && outcome.any_hit;
  return worse(outcome.status, fails_on_hit ? ExitStatus::kHits : ExitStatus::kDone);
}

std::vector<Option> options() {
  return {
      {.name = "--input",
       .value = "FILE",
       .help = "screen each row of a customer book, JSON lines or CSV with a header; '-' is standard input",
       .completes = Completes::kFile},
      {.name = "--map",
       .value = "COL=prop,…",
       .help = "which property a column of the CSV holds, such as 'CLIENT_NAME=name,DOB=birthDate'",
       .fallback = "columns are named as properties are"},
      schema_option(),
      threshold_option(),
      {.name = "--limit",
       .value = "N",
       .help = "most hits to give for a query, best first; 0 gives all",
       .fallback = "20"},
      as_of_option(),
      {.name = "--explain", .value = "", .help = "give the reasons for each score"},
      policy_option(),
      {.name = "--exhaustive", .value = "", .help = "score every record, without the index: the same hits, slowly"},
      store_option(),
      lists_option(),
      format_option(),
      threads_option(),
      fail_on_hit_option(),
      fail_on_stale_option(),
  };
}

}  // namespace

Command screen_command() {
  return {
      .name = "screen",
      .summary = "find out whether somebody is on a sanctions list",
      .description =
          "Screens names, in any script or spelling, or a whole customer book against the loaded lists, and says who "
          "was hit, on which list, under which programme, since when, and how well the name fits.\n\n"
          "A NAME that starts with '{' is a query in JSON: that is how to ask by birth date, country, or an identifier "
          "such as a passport or IMO number.\n\n"
          "One answer a query, in input order. A row that cannot be read is reported with file, line and field, stands "
          "as an error in its place, and makes the status 1; the others are screened. In a table it says NOT SCREENED. "
          "A query without an id is known by its name, or in a file by its number.",
      .positionals = {{.name = "NAME", .help = "a name, or a query in JSON", .least = 0, .most = kAnyNumber}},
      .options = options(),
      .examples =
          {{"vedette screen 'Jo Chun Ryong' 'Ким Чен Ын'", "Screen two names"},
           {"vedette screen --explain --as-of 2023-09-13 'Pak Jong Chon'",
            "Say why, and whether he was listed on a day"},
           {"vedette screen '{\"schema\": \"Vessel\", \"properties\": {\"imoNumber\": [\"9187629\"]}}'",
            "Ask by an identifier alone"},
           {"vedette screen --input customers.csv --map 'CLIENT_NAME=name,DOB=birthDate' --format jsonl > hits.jsonl",
            "Screen a customer book"},
           {"vedette screen --fail-on-hit --format csv 'Kim Jong Un'", "Let a script stop at a hit",
            ExitStatus::kHits}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kHits, ExitStatus::kNoLists},
      .run = run_screen,
  };
}

}  // namespace vedette::cli
