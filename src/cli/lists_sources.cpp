#include <fmt/format.h>

#include "cli/common_options.h"
#include "cli/csv.h"
#include "cli/json_output.h"
#include "cli/labels.h"
#include "cli/lists.h"
#include "cli/report.h"

namespace vedette::cli {
namespace {

using lists::Source;

std::string rhythm(const Source& source) {
  if (!source.closed_on.empty()) return fmt::format("closed on {}", source.closed_on);
  return fmt::format("stale after {}", counted(static_cast<uint64_t>(source.stale_after_days), "day"));
}

std::string text_of(const Source& source, const Style& style) {
  std::string out = style.paint(Tone::kStrong, source.name) + "  " + list_label(source.name) + "\n";
  out += fmt::format("  {}\n", source.title);
  out += fmt::format("  {}; {}\n", source.authority, rhythm(source));
  out += fmt::format("  reads {}; licence: {}\n", source.formats, source.licence);
  return out + "  " + style.paint(Tone::kLink, source.url) + "\n";
}

void write_source(JsonWriter& json, const Source& source) {
  json.begin_object();
  json.member("name", source.name);
  json.member("title", source.title);
  json.member("authority", source.authority);
  json.member("url", source.url);
  json.member("formats", source.formats);
  json.member("licence", source.licence);
  json.member("stale_after_days", source.stale_after_days);
  json.key("closed_on");
  source.closed_on.empty() ? json.null() : json.value(source.closed_on);
  json.end_object();
}

std::string csv_of(const Source& source) {
  return csv_line({std::string(source.name), std::string(source.title), std::string(source.authority),
                   std::string(source.url), std::string(source.formats), std::string(source.licence),
                   std::to_string(source.stale_after_days), std::string(source.closed_on)});
}

ExitStatus run_sources(const Arguments& arguments, Environment& environment) {
  const auto known = lists::known_sources();
  const std::vector<Source> sources(known.begin(), known.end());
  const OutputFormat format = output_format(arguments, environment);
  if (format == OutputFormat::kTable) {
    for (size_t i = 0; i < sources.size(); ++i) {
      environment.out.write((i == 0 ? "" : "\n") + text_of(sources[i], environment.out_canvas().style));
    }
  } else if (format == OutputFormat::kCsv) {
    environment.out.write(
        csv_line({"name", "title", "authority", "url", "formats", "licence", "stale_after_days", "closed_on"}));
    for (const Source& source : sources) environment.out.write(csv_of(source));
  } else {
    write_items(environment.out, format, sources, write_source);
  }
  return ExitStatus::kDone;
}

// The sources that were named, or all; kUsage for a name that is not known.
Result<std::vector<Source>> wanted_sources(const Arguments& arguments) {
  std::vector<Source> wanted;
  for (const std::string& name : arguments.all("SOURCE")) {
    const Source* source = lists::find_source(name);
    if (source == nullptr) {
      return fail(ErrorCode::kUsage, fmt::format("'{}' is no known source: see 'vedette lists sources'", name));
    }
    wanted.push_back(*source);
  }
  const auto all = lists::known_sources();
  if (wanted.empty()) wanted.assign(all.begin(), all.end());
  return wanted;
}

ExitStatus run_update(const Arguments& arguments, Environment& environment) {
  const auto sources = wanted_sources(arguments);
  if (!sources) return report_failure(environment, sources.error(), During::kReadingInput);
  report_error(environment, {ErrorCode::kUnsupported,
                             "this version cannot fetch lists yet; fetch them yourself, then load them by hand:",
                             {}});
  for (const Source& source : *sources) {
    if (!source.closed_on.empty()) continue;
    const bool has_reader = source.formats.find("no reader yet") == std::string_view::npos;
    environment.err.write(fmt::format("  {}\n    fetch  {}\n    then   {}\n", source.name, source.url,
                                      has_reader ? fmt::format("vedette lists add FILE --source {}", source.name)
                                                 : "wait: this version cannot read its format yet"));
  }
  return exit_status(ErrorCode::kUnsupported, During::kManagingLists);
}

}  // namespace

Command lists_sources_command() {
  return {
      .name = "sources",
      .summary = "the official lists that vedette knows",
      .description =
          "Shows each list that vedette knows by name: who publishes it, where, under which licence, in which "
          "formats it is read, and after how many days a copy is called stale.",
      .options = {format_option()},
      .examples = {{"vedette lists sources", "See them all"},
                   {"vedette lists sources --format csv > sources.csv", "For a spreadsheet"}},
      .exits = {ExitStatus::kDone, ExitStatus::kUsage},
      .run = run_sources,
  };
}

Command lists_update_command() {
  return {
      .name = "update",
      .summary = "how to bring lists up to date (fetching is not built yet)",
      .description =
          "This version does not fetch lists from the network. The command says so, names the official address "
          "of each source and the command that loads the file once you have it, and ends with status 1.",
      .positionals = {{.name = "SOURCE",
                       .help = "a known source; none means all",
                       .least = 0,
                       .most = kAnyNumber,
                       .completes = Completes::kSource}},
      .examples = {{"vedette lists update", "Where to get every list", ExitStatus::kFailed},
                   {"vedette lists update un_sc_sanctions", "Where to get one", ExitStatus::kFailed}},
      .exits = {ExitStatus::kFailed, ExitStatus::kUsage},
      .run = run_update,
  };
}

}  // namespace vedette::cli
