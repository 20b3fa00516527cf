#include "cli/read.h"

#include <filesystem>

#include "cli/common_options.h"
#include "cli/model.h"
#include "cli/read_run.h"
#include "cli/report.h"
#include "engine/story_files.h"

namespace vedette::cli {
namespace {

DossierFormat chosen_format(const Arguments& arguments, const Environment& environment) {
  const bool person = environment.out_is_terminal && !arguments.has("--out");
  const std::string name = arguments.text("--format", person ? "text" : "json");
  if (name == "html") return DossierFormat::kHtml;
  return name == "text" ? DossierFormat::kText : DossierFormat::kJson;
}

engine::StoryShape chosen_shape(const Arguments& arguments) {
  const std::string name = arguments.text("--input-format");
  if (name == "text") return engine::StoryShape::kText;
  if (name == "html") return engine::StoryShape::kPage;
  return name == "jsonl" ? engine::StoryShape::kFeed : engine::StoryShape::kDetect;
}

// A folder whose files are the stories must not be written over with dossiers of the same names.
Result<void> check_out(const ReadRequest& request) {
  if (request.out.empty() || request.format == DossierFormat::kJson) return {};
  const std::string ending = request.format == DossierFormat::kHtml ? ".html" : ".txt";
  for (const std::string& file : request.files) {
    const std::filesystem::path path(file);
    std::error_code ignored;
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    if (path.extension() == ending && std::filesystem::equivalent(folder, request.out, ignored)) {
      return fail(ErrorCode::kUsage, "--out is the folder of the stories, which would be written over");
    }
  }
  return {};
}

Result<ReadRequest> read_request(const Arguments& arguments, const Environment& environment) {
  ReadRequest request{.standard_input = chosen_shape(arguments),
                      .format = chosen_format(arguments, environment),
                      .out = arguments.text("--out")};
  if (arguments.has("--out") && request.out.empty()) return fail(ErrorCode::kUsage, "--out: the name is empty");
  VEDETTE_ASSIGN_OR_RETURN(request.threads, chosen_threads(arguments, environment));
  VEDETTE_ASSIGN_OR_RETURN(request.facts.published, arguments.day("--published"));
  request.facts.outlet = arguments.text("--outlet");
  VEDETTE_ASSIGN_OR_RETURN(request.files, engine::story_files(arguments.all("FILE")));
  VEDETTE_RETURN_IF_ERROR(check_out(request));
  const bool several = request.files.size() > 1 || engine::is_feed_name(request.files.front());
  if (request.format == DossierFormat::kHtml && request.out.empty() && several) {
    return fail(ErrorCode::kUsage, "--format html of several stories needs --out DIR, for each is a page of its own");
  }
  return request;
}

ExitStatus run(const Arguments& arguments, Environment& environment) {
  const auto request = read_request(arguments, environment);
  if (!request) return report_failure(environment, request.error(), During::kReadingInput);
  const auto model = open_model(arguments, environment);
  if (!model) return report_failure(environment, model.error(), During::kOpeningModel);
  const OutputFormat words = request->format == DossierFormat::kText ? OutputFormat::kTable : OutputFormat::kJsonLines;
  auto lists = open_selection(arguments, environment, words);
  if (!lists) return report_failure(environment, lists.error(), During::kOpeningLists);
  const auto tools = engine::story_tools(*model, *std::move(lists));
  if (!tools) return report_failure(environment, tools.error(), During::kReadingInput);
  return run_read(*request, *tools, environment);
}

std::vector<Option> options() {
  Option threads = threads_option();
  threads.help = "how many threads read at once";
  return {
      {.name = "--published",
       .value = "DATE",
       .help = "the day of the stories (YYYY-MM-DD), stronger than what they say themselves"},
      {.name = "--outlet", .value = "NAME", .help = "who published the stories"},
      model_option(),
      store_option(),
      lists_option(),
      {.name = "--format",
       .value = "F",
       .help = "how a dossier is written",
       .fallback = "text on a terminal, else json",
       .choices = {"text", "json", "html"}},
      {.name = "--out",
       .value = "DIR",
       .help = "write a file a story into this folder, made if it is not there",
       .completes = Completes::kFolder},
      {.name = "--input-format",
       .value = "F",
       .help = "what standard input holds",
       .fallback = "told from how it begins",
       .choices = {"text", "html", "jsonl"}},
      threads,
      fail_on_stale_option(),
  };
}

}  // namespace

Command read_command() {
  return {
      .name = "read",
      .summary = "read news into dossiers: who did what when, and who is listed",
      .description =
          "Reads news stories in English and writes a dossier of each: the people with their offices, organisations, "
          "places, vessels and goods; what happened, is planned, possible or denied, between whom and when; who says "
          "so; who stands on the loaded lists, on the day of the story and now; and which provisions the conduct "
          "would touch. Every item shows the words that it rests on. A flag is a lead for a person to look at, never "
          "a finding that somebody broke a rule.\n\n"
          "A story is a plain text, a web page, or a line of a feed in JSON lines: {\"id\", \"text\" or \"html\", "
          "\"published\", \"outlet\", \"title\", \"url\"}. A folder stands for the stories directly in it. Its day and "
          "outlet are what --published and --outlet say, else NAME.meta.json beside NAME.txt, else the page or the "
          "dateline; the time of a file never counts. A story without a day is read all the same, and says so.\n\n"
          "json is one object a story, a line each; text is for people; html is a page that needs no network. A "
          "story has at most 8 MiB; what is longer is cut, and says so. What cannot be read is reported with file and "
          "line and makes the status 1; the rest is read.",
      .positionals = {{.name = "FILE",
                       .help = "a story, a feed that ends in .jsonl, or a folder; '-' is standard input",
                       .least = 1,
                       .most = kAnyNumber,
                       .completes = Completes::kFile}},
      .options = options(),
      .examples = {{"vedette read --published 2023-09-13 --format text story.txt", "Look at a story"},
                   {"vedette read --out dossiers stories", "All stories of a folder, a file each"},
                   {"vedette read --lists us_ofac_sdn feed.jsonl > dossiers.jsonl", "A feed, for a program"},
                   {"vedette read --format html --outlet 'Example Wire' story.txt > story.html", "A page to print"},
                   {"vedette read - < story.txt", "From standard input"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run,
  };
}

}  // namespace vedette::cli
