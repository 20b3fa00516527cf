#include <fmt/format.h>

#include "cli/common_options.h"
#include "cli/csv.h"
#include "cli/json_output.h"
#include "cli/labels.h"
#include "cli/lists.h"

namespace vedette::cli {
namespace {

using lists::Source;

std::string rhythm(const Source& source) {
  if (!source.closed_on.empty()) return fmt::format("closed on {}", source.closed_on);
  return fmt::format("stale after {}", counted(static_cast<uint64_t>(source.stale_after_days), "day"));
}

bool is_fetched(const Source& source) {
  return source.access == lists::Access::kFile && source.closed_on.empty();
}

std::string text_of(const Source& source, const Style& style) {
  std::string out = style.paint(Tone::kStrong, source.name) + "  " + list_label(source.name) + "\n";
  out += fmt::format("  {}\n", source.title);
  out += fmt::format("  {}; {}\n", source.authority, rhythm(source));
  out += fmt::format("  reads {}; licence: {}\n", source.formats, source.licence);
  out += fmt::format("  {}: {}\n", is_fetched(source) ? "'lists update' fetches it" : "to be fetched by hand",
                     style.paint(Tone::kLink, source.url));
  return out;
}

void write_source(JsonWriter& json, const Source& source) {
  json.begin_object();
  json.member("name", source.name);
  json.member("title", source.title);
  json.member("authority", source.authority);
  json.member("url", source.url);
  json.member("fetched", is_fetched(source));
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

}  // namespace vedette::cli
