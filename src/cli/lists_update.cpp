#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "cli/common_options.h"
#include "cli/json_output.h"
#include "cli/labels.h"
#include "cli/lists.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/version.h"
#include "engine/update.h"

namespace vedette::cli {
namespace {

using engine::SourceUpdate;
using engine::UpdateOutcome;

constexpr double kLongestTimeout = 24 * 3600.0;
constexpr uint64_t kSourcesBytes = 1 << 20;

Cell outcome_cell(const SourceUpdate& update, bool check) {
  switch (update.outcome) {
    case UpdateOutcome::kActivated:
      return {check ? "would become active" : "now active", Tone::kGood};
    case UpdateOutcome::kHeld:
      return {check ? "would be kept, NOT active" : "kept, NOT active", Tone::kCaution};
    case UpdateOutcome::kUnchanged:
      return {"unchanged", Tone::kPlain};
    case UpdateOutcome::kFailed:
      return {"FAILED", Tone::kAlarm};
    case UpdateOutcome::kByHand:
      return {"by hand", Tone::kFaint};
  }
  return {};
}

// "un_sc_sanctions@2025-11-20" → "2025-11-20": the source stands beside it.
std::string short_name(const SourceUpdate& update, const std::string& version) {
  return version.empty() ? std::string("-") : version.substr(update.source.size() + 1);
}

std::string change_of(const SourceUpdate& update) {
  if (update.added) {
    return fmt::format("+{} -{} ~{}", grouped(*update.added), grouped(*update.removed), grouped(*update.changed));
  }
  return update.outcome == UpdateOutcome::kActivated && update.before.empty() ? "first version" : "";
}

std::string table_of(const std::vector<SourceUpdate>& updates, bool check, const Canvas& canvas) {
  Table table({{.title = "SOURCE"},
               {.title = "WAS"},
               {.title = "NEWEST"},
               {.title = "RECORDS", .align = Align::kRight},
               {.title = "CHANGE"},
               {.title = "OUTCOME", .flexible = true}},
              0);
  for (const SourceUpdate& update : updates) {
    const auto records = update.records_after ? update.records_after : update.records_before;
    table.add_row({{update.source, Tone::kStrong},
                   {short_name(update, update.before)},
                   {short_name(update, update.after)},
                   {records ? grouped(*records) : std::string()},
                   {change_of(update)},
                   outcome_cell(update, check)});
  }
  return table.render(canvas);
}

std::string dated_label(const SourceUpdate& update) {
  return update.dated_by == engine::DatedBy::kServer
             ? "the file has no date of its own: it is taken from the server's Last-Modified"
             : "neither file nor server give a date: today's is taken";
}

// What there is to say about one source, as soon as it is done.
void report_source(Environment& environment, const SourceUpdate& update) {
  const auto line = [&](std::string_view text) { return fmt::format("{}: {}", update.source, text); };
  for (const std::string& note : update.notes) report_note(environment, line(note));
  if (update.dated_by && *update.dated_by != engine::DatedBy::kFile) {
    report_note(environment, line(dated_label(update)));
  }
  if (update.outcome == UpdateOutcome::kFailed) {
    report_error(environment, {ErrorCode::kIo, line(update.reason), {}});
    report_note(environment, line(update.before.empty() ? std::string("no version of it is active")
                                                        : fmt::format("{} stays active", update.before)));
  } else if (!update.reason.empty()) {
    report_warning(environment, line(update.reason));
  }
  if (!update.advice.empty()) report_hint(environment, update.advice);
}

Result<engine::UpdateRequest> read_request(const Arguments& arguments, const Environment& environment) {
  engine::UpdateRequest request{.sources = arguments.all("SOURCE"), .addresses = {}, .check = arguments.has("--check")};
  if (arguments.has("--sources") && arguments.text("--sources").empty()) {
    return fail(ErrorCode::kUsage, "--sources: the name is empty");
  }
  const std::string file = arguments.text("--sources", environment.sources.string());
  if (file.empty()) return request;
  VEDETTE_ASSIGN_OR_RETURN(const std::string text, read_file(file, kSourcesBytes));
  VEDETTE_ASSIGN_OR_RETURN(request.addresses, engine::parse_addresses(text, file));
  return request;
}

Result<std::unique_ptr<lists::Fetcher>> fetcher_for(const Arguments& arguments, const Environment& environment) {
  lists::DownloadLimits limits;
  VEDETTE_ASSIGN_OR_RETURN(const auto seconds, arguments.number("--timeout", 0.1, kLongestTimeout));
  if (seconds) limits.total = std::chrono::milliseconds(static_cast<int64_t>(*seconds * 1000));
  const Network& network = environment.network;
  return lists::make_fetcher({.user_agent = fmt::format("vedette/{} (+{})", kVersion, kHomepage),
                              .http_proxy = network.http_proxy,
                              .https_proxy = network.https_proxy,
                              .proxy_exceptions = network.no_proxy,
                              .certificates = network.certificates},
                             limits, environment.clock);
}

// A bar for each of the two things that take long.
class UpdateProgress {
 public:
  explicit UpdateProgress(Environment& environment) : environment_(environment) {}

  engine::UpdateObserver observer() {
    return {.starts = [this](const std::string& source) { source_ = source; },
            .fetches = [this](uint64_t done, uint64_t total) { show("Fetching", "bytes").update(done, total, done); },
            .reads = [this](uint64_t bytes, uint64_t total,
                            uint64_t records) { show("Reading", "records").update(bytes, total, records); },
            .ends =
                [this](const SourceUpdate& update) {
                  bar_.reset();
                  report_source(environment_, update);
                }};
  }

 private:
  Progress& show(const std::string& what, const char* unit) {
    if (!bar_ || shown_ != what) bar_.emplace(environment_, what + " " + source_, unit);
    shown_ = what;
    return *bar_;
  }

  Environment& environment_;
  std::string source_;
  std::string shown_;
  std::optional<Progress> bar_;
};

// What was asked for by name must have been done; of all lists, those that no program can fetch are only named.
ExitStatus status_of(const std::vector<SourceUpdate>& updates, bool named) {
  const bool failed = std::any_of(updates.begin(), updates.end(), [named](const SourceUpdate& update) {
    return update.outcome == UpdateOutcome::kFailed || (named && update.outcome == UpdateOutcome::kByHand);
  });
  return failed ? ExitStatus::kFailed : ExitStatus::kDone;
}

ExitStatus run_update(const Arguments& arguments, Environment& environment) {
  const auto request = read_request(arguments, environment);
  if (!request) return report_failure(environment, request.error(), During::kReadingInput);
  const auto fetcher = fetcher_for(arguments, environment);
  if (!fetcher) return report_failure(environment, fetcher.error(), During::kReadingInput);
  const auto engine = open_engine(arguments, environment);
  if (!engine) return report_failure(environment, engine.error(), During::kManagingLists);
  UpdateProgress progress(environment);
  const auto updates = engine::update_lists(**engine, *request, **fetcher, progress.observer());
  if (!updates) return report_failure(environment, updates.error(), During::kOpeningLists);
  const OutputFormat format = output_format(arguments, environment);
  if (format == OutputFormat::kTable) {
    environment.out.write(table_of(*updates, request->check, environment.out_canvas()));
  } else {
    write_items(environment.out, format, *updates,
                [](JsonWriter& json, const SourceUpdate& update) { write_json(json, update); });
  }
  return status_of(*updates, !request->sources.empty());
}

}  // namespace

Command lists_update_command() {
  return {
      .name = "update",
      .summary = "fetch what is new from where the lists are published",
      .description =
          "Asks each source's official address whether there is a newer file, fetches it, reads it, keeps it as a "
          "version, and makes it active by the rules of 'lists add'. What has not changed is not fetched again. A "
          "source that fails keeps the version that was active, is named with what to do, and makes the status 1; "
          "the others go on.\n\n"
          "The published date is the file's own, else the server's Last-Modified, else today's. Sources that no "
          "program can fetch are named with how to load them by hand. --check fetches and reads as well, and says "
          "what would change, but keeps nothing.\n\n"
          "A proxy is taken from https_proxy, http_proxy and no_proxy, and authorities to trust in place of the "
          "system's from SSL_CERT_FILE.",
      .positionals = {{.name = "SOURCE",
                       .help = "a source; none means all that can be fetched",
                       .least = 0,
                       .most = kAnyNumber,
                       .completes = Completes::kSource}},
      .options = {{.name = "--check", .value = "", .help = "say what would change, and change nothing"},
                  {.name = "--sources",
                   .value = "FILE",
                   .help = "fetch from these addresses, a line each of a source and an address, and from no others",
                   .fallback = "$VEDETTE_SOURCES, else the official addresses",
                   .completes = Completes::kFile},
                  {.name = "--timeout",
                   .value = "SECONDS",
                   .help = "the longest time for fetching one source",
                   .fallback = "1200"},
                  store_option(),
                  format_option({"table", "json", "jsonl"})},
      .examples = {{"vedette lists update", "Bring all lists up to date"},
                   {"vedette lists update un_sc_sanctions --check", "See what would change in one"},
                   {"vedette lists update --sources mirrors.txt --format json", "From mirrors, for a program"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run_update,
  };
}

}  // namespace vedette::cli
