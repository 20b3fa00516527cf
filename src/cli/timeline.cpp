#include "cli/timeline.h"

#include <fmt/format.h>

#include "cli/labels.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/timeline_text.h"

namespace vedette::cli {
namespace {

std::string rendered(const story::Timeline& timeline, const std::string& format, Environment& environment) {
  if (format == "csv") return timeline_csv(timeline);
  if (format == "ftm") return story::timeline_ftm(timeline);
  if (format == "html") return story::timeline_html(timeline);
  if (format == "text") return timeline_text(timeline, environment.out_canvas());
  JsonWriter json(environment.out_is_terminal ? 2 : 0);
  if (format == "geojson")
    story::write_geojson(json, timeline);
  else
    write_json(json, timeline);
  return json.take() + "\n";
}

ExitStatus run(const Arguments& arguments, Environment& environment) {
  const std::string format = arguments.text("--format", environment.out_is_terminal ? "text" : "json");
  const auto files = engine::dossier_files(arguments.all("FILE"));
  if (!files) return report_failure(environment, files.error(), During::kReadingInput);
  std::vector<story::ToldStory> stories;
  ExitStatus status = ExitStatus::kDone;
  uint64_t unread = 0;
  {
    Progress progress(environment, "Reading", "dossiers");
    for (size_t i = 0; i < files->size(); ++i) {
      engine::read_dossiers((*files)[i], stories, [&](const Error& error) {
        progress.hide();
        status = worse(status, report_failure(environment, error, During::kReadingInput));
        ++unread;
      });
      progress.update(i + 1, files->size(), stories.size());
    }
  }
  const auto timeline = story::join_stories(std::move(stories));
  environment.out.write(rendered(timeline, format, environment));
  std::string summary = fmt::format("{} stories, {}, {} parties", grouped(timeline.stories.size()),
                                    counted(timeline.events.size(), "event"), grouped(timeline.parties.size()));
  if (timeline.repeats > 0) summary += fmt::format("; {} with a text that is there already", grouped(timeline.repeats));
  if (unread > 0) summary += fmt::format("; {} could not be read", grouped(unread));
  report_note(environment, summary);
  return status;
}

}  // namespace

Command timeline_command() {
  return {
      .name = "timeline",
      .summary = "join dossiers: the same events, who told them, what is new",
      .description =
          "Reads dossiers that 'vedette read' wrote as JSON and joins them. Tellings of one happening become one "
          "event, "
          "with how its status changed from story to story, how many outlets tell of it, and who told it first; people "
          "are joined by name and by their entry on a list. For each story it shows what was new in it.\n\n"
          "Two tellings are one event if they are of one kind, share a party on each side that both name, and lie "
          "within a day of one another; without a day, more must agree. A denial stays apart from what it denies, and "
          "points at it.\n\n"
          "geojson has a point for each event and place that has coordinates; csv one line an event; ftm is "
          "FollowTheMoney entities, a line each, with an Event that involves its parties.\n\n"
          "What cannot be read is reported with its file and member and makes the status 1; the rest is joined.",
      .positionals = {{.name = "FILE",
                       .help = "a dossier in JSON, several in JSON lines, or a folder of them",
                       .least = 1,
                       .most = kAnyNumber,
                       .completes = Completes::kFile}},
      .options = {{.name = "--format",
                   .value = "F",
                   .help = "how the timeline is written",
                   .fallback = "text on a terminal, else json",
                   .choices = {"text", "json", "html", "geojson", "csv", "ftm"}}},
      .examples = {{"vedette timeline --format text dossiers", "What happened, and which story told what first?"},
                   {"vedette timeline --format html dossiers > timeline.html", "A page to look at"},
                   {"vedette timeline --format geojson dossiers > events.geojson", "For a map"},
                   {"vedette timeline --format ftm dossiers > events.ftm.jsonl",
                    "For OpenSanctions' and Aleph's tools"}},
      .exits = {ExitStatus::kDone, ExitStatus::kFailed, ExitStatus::kUsage},
      .run = run,
  };
}

}  // namespace vedette::cli
