#include "cli/compare.h"

#include <fmt/format.h>

#include "cli/answer_writer.h"
#include "cli/common_options.h"
#include "cli/labels.h"
#include "cli/report.h"
#include "cli/standard_input.h"
#include "cli/typed_query.h"
#include "engine/pair.h"
#include "engine/record_cutter.h"

namespace vedette::cli {
namespace {

constexpr size_t kPairBytes = size_t{4} << 20;

std::string table_of(const engine::Comparison& comparison, const Canvas& canvas) {
  std::string out = fmt::format(
      "{}  {}\n", canvas.style.paint(Tone::kStrong, score_label(comparison.score)),
      comparison.match ? canvas.style.paint(Tone::kAlarm, "a match") : canvas.style.paint(Tone::kGood, "no match"));
  Table table({{.title = "FEATURE"}, {.title = "VALUE", .align = Align::kRight}});
  for (const auto& [name, value] : comparison.features) table.add_row({{name}, {fmt::format("{:.3f}", value)}});
  if (!table.empty()) out += table.render(canvas);
  return out + explanation_text(comparison.explanation, canvas);
}

std::string render(const engine::Comparison& comparison, OutputFormat format, const Canvas& canvas) {
  if (format == OutputFormat::kTable) return table_of(comparison, canvas);
  JsonWriter json(format == OutputFormat::kJson ? 2 : 0);
  write_json(json, comparison);
  return json.take() + (format == OutputFormat::kJsonLines ? "\n" : "");
}

struct Request {
  Schema schema = Schema::kLegalEntity;
  match::Policy policy;
  OutputFormat format = OutputFormat::kTable;
};

Result<Request> read_request(const Arguments& arguments, const Environment& environment) {
  Request request{.policy = chosen_policy(arguments), .format = output_format(arguments, environment)};
  VEDETTE_ASSIGN_OR_RETURN(request.schema, chosen_schema(arguments));
  VEDETTE_ASSIGN_OR_RETURN(const auto threshold, arguments.number("--threshold", match::kLowestThreshold, 1.0));
  request.policy.threshold = threshold.value_or(request.policy.threshold);
  if (arguments.has("A") != arguments.has("B")) return fail(ErrorCode::kUsage, "B is missing: give two names or none");
  return request;
}

ExitStatus compare_two(const Arguments& arguments, const Request& request, Environment& environment) {
  const auto query = typed_query(arguments.text("A"), request.schema);
  if (!query) return report_failure(environment, query.error(), During::kReadingInput);
  const auto candidate = typed_query(arguments.text("B"), request.schema);
  if (!candidate) return report_failure(environment, candidate.error(), During::kReadingInput);
  const auto comparison = engine::compare(query->entity, candidate->entity, request.policy);
  environment.out.write(render(comparison, request.format, environment.out_canvas()));
  if (request.format == OutputFormat::kJson) environment.out.write("\n");
  return ExitStatus::kDone;
}

ExitStatus compare_lines(const Request& request, Environment& environment) {
  engine::RecordCutter cutter(std::make_unique<StandardInput>(environment.in), kPairBytes);
  const AnswerWriter errors(request.format, {.canvas = environment.out_canvas()});
  AnswerStream stream(environment.out, request.format, {});
  ExitStatus status = ExitStatus::kDone;
  engine::CutRecord record;
  for (uint64_t number = 1;; ++number) {
    const auto there = cutter.next(engine::RecordCutter::Kind::kLines, ',', record);
    if (!there) status = worse(status, report_failure(environment, there.error(), During::kReadingInput));
    if (!there || !*there) break;
    auto pair = record.defect ? Result<engine::Pair>(Unexpected(*record.defect))
                              : engine::parse_pair_json(record.text, request.schema);
    std::string rendered;
    if (pair) {
      rendered = render(engine::compare(pair->query, pair->candidate, request.policy), request.format,
                        environment.out_canvas());
    } else {
      Error error = std::move(pair).error();
      error.where.file = cutter.name();
      error.where.line = record.line;
      report_error(environment, error);
      status = worse(status, exit_status(error.code, During::kReadingInput));
      rendered = errors.render_error(std::to_string(number), error);
    }
    if (!stream.add(rendered)) return ExitStatus::kDone;
  }
  stream.finish();
  return status;
}

ExitStatus run_compare(const Arguments& arguments, Environment& environment) {
  const auto request = read_request(arguments, environment);
  if (!request) return report_failure(environment, request.error(), During::kReadingInput);
  return arguments.has("A") ? compare_two(arguments, *request, environment) : compare_lines(*request, environment);
}

}  // namespace

Command compare_command() {
  return {
      .name = "compare",
      .summary = "score one name against another, and say why",
      .description =
          "Compares two names, or two entities in JSON, as screening would, and explains the score. No list is "
          "needed.\n\n"
          "Without names it reads standard input, an object a line: {\"query\": entity, \"candidate\": entity}, where "
          "an entity may be a mere name. Answers come in the same order; a line that cannot be read is reported, and "
          "stands as an error in its place.",
      .positionals = {{.name = "A", .help = "a name, or an entity in JSON", .least = 0},
                      {.name = "B", .help = "the one to compare it with", .least = 0}},
      .options = {schema_option(), policy_option(), threshold_option(), format_option({"table", "json", "jsonl"})},
      .examples = {{"vedette compare 'Ким Чен Ын' 'KIM, Jong Un'", "Compare across scripts"},
                   {"vedette compare --policy ofac --schema Person 'Jon Smith' 'John Smyth'",
                    "See what OFAC's search would score"},
                   {"vedette compare --format jsonl < pairs.jsonl > scores.jsonl", "Score a file of pairs"}},
      .run = run_compare,
  };
}

}  // namespace vedette::cli
