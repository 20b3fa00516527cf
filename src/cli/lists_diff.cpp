#include <fmt/format.h>

#include "cli/common_options.h"
#include "cli/json_output.h"
#include "cli/labels.h"
#include "cli/lists.h"
#include "cli/report.h"
#include "cli/version_text.h"

namespace vedette::cli {
namespace {

void write_ids(std::string& out, std::string_view mark, Tone tone, const std::vector<std::string>& ids,
               const Style& style) {
  for (const std::string& id : ids) out += style.paint(tone, fmt::format("{} {}", mark, id)) + "\n";
}

std::string text_of(const lists::Delta& delta, const Canvas& canvas) {
  const Style& style = canvas.style;
  std::string out = style.paint(Tone::kStrong, fmt::format("{} added, {} removed, {} changed", delta.added.size(),
                                                           delta.removed.size(), delta.changed.size())) +
                    "\n";
  write_ids(out, "+", Tone::kGood, delta.added, style);
  write_ids(out, "-", Tone::kAlarm, delta.removed, style);
  for (const lists::RecordChange& record : delta.changed) {
    out += style.paint(Tone::kCaution, "~ " + record.id) + "\n";
    for (const lists::FieldChange& field : record.fields) out += "    " + change_label(field) + "\n";
  }
  return out;
}

ExitStatus run_diff(const Arguments& arguments, Environment& environment) {
  const auto engine = open_engine(arguments, environment);
  if (!engine) return report_failure(environment, engine.error(), During::kManagingLists);
  const auto delta = (*engine)->diff(arguments.text("A"), arguments.text("B"));
  if (!delta) return report_failure(environment, delta.error(), During::kManagingLists);
  const OutputFormat format = output_format(arguments, environment);
  if (format == OutputFormat::kTable) {
    environment.out.write(text_of(*delta, environment.out_canvas()));
  } else {
    write_object(environment.out, format, [&](JsonWriter& json) { lists::write_delta_json(json, *delta); });
  }
  return ExitStatus::kDone;
}

std::string what_changed(const engine::HistoryLine& line) {
  std::string text = line.first ? "first seen" : line.returned ? "is back" : "";
  for (const lists::FieldChange& change : line.changes) text += (text.empty() ? "" : "; ") + change_label(change);
  if (text.empty()) text = "no change";
  return line.last ? text + "; gone in the next version" : text;
}

std::string table_of(const std::vector<engine::HistoryLine>& lines, const Canvas& canvas) {
  Table table({{.title = "VERSION"},
               {.title = "STATE"},
               {.title = "NAME", .flexible = true},
               {.title = "WHAT CHANGED", .flexible = true}},
              0);
  for (const engine::HistoryLine& line : lines) {
    table.add_row({{line.version},
                   line.active ? Cell{"active", Tone::kGood} : Cell{"kept", Tone::kFaint},
                   {line.caption, Tone::kStrong},
                   {what_changed(line)}});
  }
  return table.render(canvas);
}

ExitStatus run_history(const Arguments& arguments, Environment& environment) {
  const auto engine = open_engine(arguments, environment);
  if (!engine) return report_failure(environment, engine.error(), During::kManagingLists);
  const auto lines = (*engine)->history(arguments.text("ENTITY"));
  if (!lines) return report_failure(environment, lines.error(), During::kManagingLists);
  if (const auto versions = (*engine)->status()) report_starter(environment, *versions);
  const OutputFormat format = output_format(arguments, environment);
  if (format == OutputFormat::kTable) {
    environment.out.write(table_of(*lines, environment.out_canvas()));
  } else {
    write_items(environment.out, format, *lines,
                [](JsonWriter& json, const engine::HistoryLine& line) { write_json(json, line); });
  }
  return ExitStatus::kDone;
}

}  // namespace

Command lists_diff_command() {
  return {
      .name = "diff",
      .summary = "what changed between two versions of a list",
      .description =
          "Shows which records were added, removed and changed from version A to version B, and in changed "
          "records which fields.",
      .positionals = {{.name = "A", .help = "the earlier version"}, {.name = "B", .help = "the later version"}},
      .options = {store_option(), format_option({"table", "json", "jsonl"})},
      .examples = {{"vedette lists diff un_sc_sanctions@2025-04-19 un_sc_sanctions@2025-11-20", "Between two dates"},
                   {"vedette lists diff --format json un_sc_sanctions@2025-04-19 un_sc_sanctions",
                    "Up to the active one"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run_diff,
  };
}

Command lists_history_command() {
  return {
      .name = "history",
      .summary = "which versions hold a record, and what changed in it",
      .description = "Follows one record, by its id, through the loaded versions of its list.",
      .positionals = {{.name = "ENTITY", .help = "the id of a record, as hits give it"}},
      .options = {store_option(), format_option({"table", "json", "jsonl"})},
      .examples = {{"vedette lists history un-KPi.033", "One person on the UN's list"},
                   {"vedette lists history un-KPi.033 --format jsonl", "For a program"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage, ExitStatus::kNoLists},
      .run = run_history,
  };
}

}  // namespace vedette::cli
