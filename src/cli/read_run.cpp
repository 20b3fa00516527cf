#include "cli/read_run.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "cli/input_sequence.h"
#include "cli/labels.h"
#include "cli/progress.h"
#include "cli/read_output.h"
#include "cli/read_text.h"
#include "cli/report.h"
#include "cli/standard_input.h"
#include "engine/ordered_pipeline.h"
#include "engine/story_input.h"

namespace vedette::cli {
namespace {

// One thread works on so many stories or bytes at a time, whichever comes first.
constexpr size_t kBatchStories = 16;
constexpr size_t kBatchBytes = size_t{64} << 10;
// No further story is read from the input while so many bytes are worked on.
constexpr size_t kMostBytesInFlight = size_t{16} << 20;

using engine::InputStory;

struct Batch {
  std::vector<InputStory> stories;
  size_t bytes = 0;
};

// One story's dossier in its format, or why there is none.
struct Written {
  std::string name;
  Result<std::string> text;
};

struct Rendered {
  std::vector<Written> written;
  uint64_t tokens = 0;
  uint64_t events = 0;
  uint64_t flags = 0;
  uint64_t undated = 0;
  uint64_t foreign = 0;
  size_t bytes = 0;  // of the batch
};

constexpr std::string_view ending_of(DossierFormat format) {
  return format == DossierFormat::kJson ? ".json" : format == DossierFormat::kHtml ? ".html" : ".txt";
}

// One thread's reader and what it makes of a batch.
class Worker {
 public:
  Worker(const ReadRequest& request, const engine::StoryTools& tools, const Environment& environment)
      : format_(request.format),
        indent_(environment.out_is_terminal || !request.out.empty() ? 2 : 0),
        canvas_(request.out.empty() ? environment.out_canvas() : Canvas{}),
        tools_(tools) {}

  Result<Rendered> operator()(Batch&& batch) {
    if (!reading_) reading_.emplace(tools_);  // a thread that gets no work needs none
    const uint64_t before = reading_->tokens();
    Rendered rendered{.bytes = batch.bytes};
    std::vector<story::Story> stories;
    for (auto& input : batch.stories) stories.push_back(std::move(input.story));
    const auto dossiers = reading_->read(std::move(stories));
    for (size_t i = 0; i < dossiers.size(); ++i) take(batch.stories[i], dossiers[i], rendered);
    rendered.tokens = reading_->tokens() - before;
    return rendered;
  }

 private:
  void take(const InputStory& input, const Result<story::Dossier>& dossier, Rendered& rendered) const {
    if (!dossier) {
      auto error = dossier.error();
      if (error.where.file.empty()) error.where.file = input.name;
      rendered.written.push_back({input.name, Unexpected(std::move(error))});
      return;
    }
    rendered.events += dossier->events.size();
    rendered.flags += dossier->flags.size();
    for (const auto& notice : dossier->notices) {
      rendered.undated += notice.code == "undated" ? 1 : 0;
      rendered.foreign += notice.code == "language" ? 1 : 0;
    }
    rendered.written.push_back({input.name, render(*dossier)});
  }

  std::string render(const story::Dossier& dossier) const {
    if (format_ == DossierFormat::kHtml) return dossier_html(dossier);
    if (format_ == DossierFormat::kText) return dossier_text(dossier, canvas_);
    JsonWriter json(indent_);
    write_json(json, dossier);
    return json.take() + "\n";
  }

  DossierFormat format_;
  int indent_;
  Canvas canvas_;
  const engine::StoryTools& tools_;
  std::optional<engine::StoryReading> reading_;
};

Result<engine::StoryInput> open_story(const std::string& file, const ReadRequest& request, Environment& environment) {
  if (file != "-") return engine::StoryInput::open(file, request.facts);
  return engine::StoryInput(std::make_unique<StandardInput>(environment.in), request.standard_input, "stdin",
                            request.facts);
}

// What is counted and shown, on the calling thread.
class ReadRun {
 public:
  ReadRun(const ReadRequest& request, Environment& environment, std::unique_ptr<DossierFolder> folder)
      : request_(request),
        environment_(environment),
        folder_(std::move(folder)),
        stories_(request.files, [&](const std::string& file) { return open_story(file, request_, environment_); }),
        total_(environment.err_is_terminal ? total_bytes(request.files) : 0),
        progress_(environment, "Reading", "stories") {}

  Result<std::optional<Batch>> produce() {
    Batch batch;
    while (batch.stories.size() < kBatchStories && batch.bytes < kBatchBytes) {
      auto story = stories_.next();
      if (!story) break;
      if (*story) {
        batch.bytes += (*story)->bytes;
        batch.stories.push_back(std::move(**story));
      } else {
        give_up(story->error());
      }
    }
    in_flight_ += batch.bytes;
    return batch.stories.empty() ? std::optional<Batch>() : std::optional<Batch>(std::move(batch));
  }

  bool full() const { return in_flight_ >= kMostBytesInFlight; }

  Result<void> consume(const Rendered& rendered) {
    in_flight_ -= rendered.bytes;
    tokens_ += rendered.tokens;
    events_ += rendered.events;
    flags_ += rendered.flags;
    undated_ += rendered.undated;
    foreign_ += rendered.foreign;
    for (const Written& written : rendered.written) VEDETTE_RETURN_IF_ERROR(put(written));
    progress_.update(stories_.bytes_read(), total_, dossiers_);
    return {};
  }

  ExitStatus finish(const Result<void>& result, const language::ModelInfo& model) {
    progress_.hide();
    if (closed_) return ExitStatus::kDone;
    if (!result) status_ = worse(status_, report_failure(environment_, result.error(), During::kReadingInput));
    std::string summary =
        fmt::format("{}, {}, {}, {}; {}_{} {}", dossiers_ == 1 ? "1 story" : grouped(dossiers_) + " stories",
                    counted(tokens_, "token"), counted(events_, "event"), counted(flags_, "flag"), model.language,
                    model.name, model.version);
    if (undated_ > 0) summary += fmt::format("; {} without a date", grouped(undated_));
    if (foreign_ > 0) summary += fmt::format("; {} not in English", grouped(foreign_));
    if (unread_ > 0) summary += fmt::format("; {} could not be read", grouped(unread_));
    report_note(environment_, summary);
    return status_;
  }

 private:
  void give_up(const Error& error) {
    progress_.hide();
    status_ = worse(status_, report_failure(environment_, error, During::kReadingInput));
    ++unread_;
  }

  Result<void> put(const Written& written) {
    if (!written.text) {
      give_up(written.text.error());
      return {};
    }
    ++dossiers_;
    if (folder_) return folder_->write(written.name, *written.text);
    if (environment_.out_is_terminal) progress_.hide();
    if (request_.format == DossierFormat::kText && dossiers_ > 1) environment_.out.write("\n");
    closed_ = !environment_.out.write(*written.text);
    if (closed_) return fail(ErrorCode::kIo, "nobody reads the output");
    return {};
  }

  const ReadRequest& request_;
  Environment& environment_;
  std::unique_ptr<DossierFolder> folder_;
  InputSequence<engine::StoryInput> stories_;
  uint64_t total_;
  Progress progress_;
  ExitStatus status_ = ExitStatus::kDone;
  size_t in_flight_ = 0;
  uint64_t dossiers_ = 0;
  uint64_t tokens_ = 0;
  uint64_t events_ = 0;
  uint64_t flags_ = 0;
  uint64_t undated_ = 0;
  uint64_t foreign_ = 0;
  uint64_t unread_ = 0;
  bool closed_ = false;
};

}  // namespace

ExitStatus run_read(const ReadRequest& request, const engine::StoryTools& tools, Environment& environment) {
  std::unique_ptr<DossierFolder> folder;
  if (!request.out.empty()) {
    auto created = DossierFolder::create(request.out, std::string(ending_of(request.format)));
    if (!created) return report_failure(environment, created.error(), During::kReadingInput);
    folder = *std::move(created);
  }
  ReadRun run(request, environment, std::move(folder));
  const auto result = engine::run_ordered_pipeline<Batch, Rendered>(
      {.threads = request.threads, .full = [&] { return run.full(); }}, [&] { return run.produce(); },
      [&](unsigned) { return Worker(request, tools, environment); },
      [&](const Rendered& rendered) { return run.consume(rendered); });
  return run.finish(result, tools.model.info());
}

}  // namespace vedette::cli
