#include "cli/parse.h"

#include "cli/common_options.h"
#include "cli/model.h"
#include "cli/parse_run.h"
#include "cli/report.h"

namespace vedette::cli {
namespace {

constexpr uint32_t kMostRows = 1'000'000;

ParsedFormat chosen_format(const Arguments& arguments, const Environment& environment) {
  const std::string name = arguments.text("--format", environment.out_is_terminal ? "text" : "jsonl");
  if (name == "conllu") return ParsedFormat::kConllu;
  if (name == "displacy") return ParsedFormat::kDisplacy;
  return name == "text" ? ParsedFormat::kText : ParsedFormat::kJsonLines;
}

Result<ParseRequest> read_request(const Arguments& arguments, const Environment& environment) {
  ParseRequest request{.files = arguments.all("FILE"),
                       .by_line = arguments.has("--lines"),
                       .standard_input_is_json = arguments.text("--input-format") == "jsonl",
                       .format = chosen_format(arguments, environment)};
  VEDETTE_ASSIGN_OR_RETURN(request.threads, chosen_threads(arguments, environment));
  VEDETTE_ASSIGN_OR_RETURN(const auto rows, arguments.count("--vectors", kMostRows));
  request.with_rows = rows.value_or(0);
  if (request.with_rows > 0 && request.format != ParsedFormat::kJsonLines) {
    return fail(ErrorCode::kUsage, "--vectors goes with --format jsonl");
  }
  return request;
}

ExitStatus run(const Arguments& arguments, Environment& environment) {
  const auto request = read_request(arguments, environment);
  if (!request) return report_failure(environment, request.error(), During::kReadingInput);
  const auto model = open_model(arguments, environment);
  if (!model) return report_failure(environment, model.error(), During::kOpeningModel);
  return run_parse(*request, *model, environment);
}

std::vector<Option> options() {
  Option threads = threads_option();
  threads.help = "how many threads read at once";
  return {
      model_option(),
      {.name = "--format",
       .value = "F",
       .help = "how the output is written",
       .fallback = "text on a terminal, else jsonl",
       .choices = {"jsonl", "conllu", "displacy", "text"}},
      {.name = "--lines", .value = "", .help = "each line of a text file is a document; blank lines are passed over"},
      {.name = "--input-format",
       .value = "F",
       .help = "what standard input holds",
       .fallback = "text; files are JSON lines if their name ends in .jsonl",
       .choices = {"text", "jsonl"}},
      {.name = "--vectors",
       .value = "N",
       .help = "with jsonl, also give the encoders' rows for the tokens of the first N documents",
       .fallback = "0"},
      threads,
  };
}

}  // namespace

Command parse_command() {
  return {
      .name = "parse",
      .summary = "read English: sentences, tags, lemmas, trees, named entities",
      .description =
          "Reads English texts with a language model and writes what each token is: the answers of Python's spaCy on "
          "the same model, token for token. It needs no list; it needs a model: scripts/get-model sm gets one.\n\n"
          "Each file is one document, known by its name; with --lines each of its lines is, known as NAME:LINE. A file "
          "whose name ends in .jsonl holds an object a line: {\"id\", \"text\"}, or {\"id\", \"words\", \"spaces\"} "
          "for "
          "text that is split into words already.\n\n"
          "jsonl is one object a document, as the tools that compare with spaCy write it; conllu is CoNLL-U; displacy "
          "is the JSON that displaCy draws with manual=True; text is for people.\n\n"
          "A text has at most 16 MiB. What cannot be read is reported with file, line and field and makes the status "
          "1; the rest is read. Bytes that are not UTF-8 are read as U+FFFD.",
      .positionals = {{.name = "FILE",
                       .help = "a text file in UTF-8, or JSON lines; '-' is standard input",
                       .least = 1,
                       .most = kAnyNumber,
                       .completes = Completes::kFile}},
      .options = options(),
      .examples = {{"vedette parse --format text story.txt", "Look at a text"},
                   {"vedette parse --lines --format conllu story.txt > story.conllu", "A treebank, a sentence a line"},
                   {"vedette parse --model sm texts.jsonl > parsed.jsonl", "Many texts, for a program"},
                   {"vedette parse --format displacy - < story.txt > drawn.jsonl", "For displaCy to draw"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run,
  };
}

}  // namespace vedette::cli
