#include "cli/common_options.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/report.h"
#include "cli/suggestion.h"

namespace vedette::cli {
namespace {

constexpr uint32_t kMostThreads = 1024;
constexpr uint32_t kMostHits = 1'000'000;

std::vector<std::string> schema_names() {
  std::vector<std::string> names;
  for (int i = 0; i < kSchemaCount; ++i) names.emplace_back(to_string(static_cast<Schema>(i)));
  return names;
}

}  // namespace

Option store_option() {
  return {.name = "--store",
          .value = "DIR",
          .help = "folder of the list store",
          .fallback = "vedette in $XDG_DATA_HOME or in ~/.local/share; the starter list if that holds nothing",
          .completes = Completes::kFolder};
}

Option lists_option() {
  return {.name = "--lists",
          .value = "NAME,…",
          .help = "screen against these sources only",
          .fallback = "all that are loaded",
          .completes = Completes::kSource};
}

Option threshold_option() {
  return {.name = "--threshold",
          .value = "T",
          .help = "lowest score of a hit, from 0.50 to 1.00",
          .fallback = fmt::format("{:.2f}", match::default_policy().threshold)};
}

Option as_of_option() {
  return {.name = "--as-of",
          .value = "DATE",
          .help = "also say who was listed on this day (YYYY-MM-DD): yes, no, or not known from what is loaded"};
}

Option policy_option() {
  return {.name = "--policy",
          .value = "P",
          .help = "how names are scored; ofac emulates OFAC's published search",
          .fallback = "default",
          .choices = {"default", "ofac"}};
}

Option schema_option() {
  return {.name = "--schema",
          .value = "S",
          .help = "what is asked about, where the query does not say: Person, Organization, Vessel, …",
          .fallback = "LegalEntity, a person or a body"};
}

Option fail_on_hit_option() {
  return {.name = "--fail-on-hit", .value = "", .help = "end with status 3 if there are hits"};
}

Option fail_on_stale_option() {
  return {.name = "--fail-on-stale",
          .value = "",
          .help = "refuse, with status 4, to screen against lists that are stale or missing"};
}

Option threads_option() {
  return {.name = "--threads", .value = "N", .help = "how many threads screen at once", .fallback = "one a core"};
}

Option format_option(std::vector<std::string> choices) {
  return {.name = "--format",
          .value = "F",
          .help = "how the output is written",
          .fallback = "table on a terminal, else jsonl",
          .choices = std::move(choices)};
}

OutputFormat output_format(const Arguments& arguments, const Environment& environment) {
  const std::string name = arguments.text("--format", environment.out_is_terminal ? "table" : "jsonl");
  if (name == "table") return OutputFormat::kTable;
  if (name == "json") return OutputFormat::kJson;
  return name == "csv" ? OutputFormat::kCsv : OutputFormat::kJsonLines;
}

Result<std::unique_ptr<engine::Engine>> open_engine(const Arguments& arguments, Environment& environment) {
  const bool named = arguments.has("--store");
  if (named && arguments.text("--store").empty()) return fail(ErrorCode::kUsage, "--store: the name is empty");
  return engine::Engine::open({
      .store = named ? std::filesystem::path(arguments.text("--store")) : environment.default_store,
      .store_is_required = named,
      .starter = environment.data / "starter",
      .clock = &environment.clock,
      .log = log_sink(environment),
  });
}

match::Policy chosen_policy(const Arguments& arguments) {
  return match::find_policy(arguments.text("--policy", "default")).value_or(match::default_policy());
}

Result<Schema> chosen_schema(const Arguments& arguments) {
  const std::string name = arguments.text("--schema", to_string(Schema::kLegalEntity));
  if (const auto schema = find_schema(name)) return *schema;
  const std::string near = nearest(name, schema_names());
  return fail(ErrorCode::kUsage, fmt::format("--schema {}: no such schema; {}", name,
                                             near.empty() ? fmt::format("they are {}", fmt::join(schema_names(), ", "))
                                                          : fmt::format("did you mean {}?", near)));
}

Result<unsigned> chosen_threads(const Arguments& arguments, const Environment& environment) {
  VEDETTE_ASSIGN_OR_RETURN(const std::optional<uint32_t> threads, arguments.count("--threads", kMostThreads));
  if (threads == 0u) return fail(ErrorCode::kUsage, "--threads 0: at least one thread is needed");
  return threads.value_or(environment.cores);
}

Result<screen::ScreenOptions> screen_options(const Arguments& arguments) {
  screen::ScreenOptions options;
  VEDETTE_ASSIGN_OR_RETURN(options.threshold, arguments.number("--threshold", match::kLowestThreshold, 1.0));
  VEDETTE_ASSIGN_OR_RETURN(const std::optional<uint32_t> limit, arguments.count("--limit", kMostHits));
  options.limit = limit.value_or(options.limit);
  VEDETTE_ASSIGN_OR_RETURN(options.as_of, arguments.day("--as-of"));
  options.explain = arguments.has("--explain");
  options.exhaustive = arguments.has("--exhaustive");
  return options;
}

Result<engine::Selection> open_selection(const Arguments& arguments, Environment& environment, OutputFormat format) {
  VEDETTE_ASSIGN_OR_RETURN(const auto engine, open_engine(arguments, environment));
  VEDETTE_ASSIGN_OR_RETURN(engine::Selection selection, engine->select(arguments.parts("--lists")));
  const bool refuses = selection.stale && arguments.has("--fail-on-stale");
  if (selection.starter) report_warning(environment, engine::kStarterWarning);
  // The starter list is old by nature: that it is the starter list is all there is to say.
  if (refuses || (format == OutputFormat::kTable && !selection.starter)) {
    for (const std::string& sentence : selection.warnings) report_warning(environment, sentence);
  }
  if (refuses) return fail(ErrorCode::kRefused, "lists are stale or missing, and --fail-on-stale was given");
  return selection;
}

}  // namespace vedette::cli
