#include "cli/screen_batch.h"

#include <fmt/format.h>

#include <chrono>
#include <vector>

#include "cli/labels.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/standard_input.h"
#include "engine/ordered_pipeline.h"

namespace vedette::cli {
namespace {

// A batch of records is worked on by one thread: so many records or bytes, whichever comes first.
constexpr size_t kBatchRecords = 128;
constexpr size_t kBatchBytes = size_t{1} << 20;

Result<std::unique_ptr<engine::QueryFile>> open_input(const BatchRequest& request, Environment& environment) {
  if (request.input != "-") return engine::QueryFile::open_path(request.input, request.file);
  return engine::QueryFile::open(std::make_unique<StandardInput>(environment.in), request.file);
}

// Size in bytes, where the progress through it can be told; else 0.
uint64_t total_bytes(const std::string& input) {
  for (std::string_view ending : {".gz", ".zst", ".zip"}) {
    if (input.ends_with(ending)) return 0;
  }
  std::error_code error;
  const auto size = std::filesystem::file_size(input, error);
  return error ? 0 : size;
}

struct Rendered {
  std::vector<std::string> answers;  // one a record, in order
  std::vector<Error> bad_rows;
  uint64_t with_hits = 0;
  uint64_t partial = 0;
};

using Batch = std::vector<engine::QueryRecord>;

// One thread's screener and what it makes of a batch.
class Worker {
 public:
  Worker(const BatchRequest& request, const engine::QueryFile& file, const AnswerWriter& writer)
      : options_(request.options), file_(file), writer_(writer), screener_(request.lists, request.policy) {}

  Result<Rendered> operator()(Batch&& batch) {
    Rendered rendered;
    rendered.answers.reserve(batch.size());
    for (const engine::QueryRecord& record : batch) take(record, rendered);
    return rendered;
  }

 private:
  void take(const engine::QueryRecord& record, Rendered& rendered) {
    const auto query = file_.parse(record);
    if (!query) {
      rendered.answers.push_back(writer_.render_error(file_.label_of(record), query.error()));
      rendered.bad_rows.push_back(query.error());
      return;
    }
    screen::Answer answer = screener_.screen(query->entity, options_);
    answer.query_id = query->id;
    rendered.with_hits += answer.hits.empty() ? 0 : 1;
    rendered.partial += answer.status == screen::Status::kPartial ? 1 : 0;
    const std::string_view name = query->entity.caption();
    rendered.answers.push_back(writer_.render(
        name.empty() || name == query->id ? query->id : fmt::format("{} ({})", name, query->id), answer));
  }

  screen::ScreenOptions options_;
  const engine::QueryFile& file_;
  const AnswerWriter& writer_;
  screen::Screener screener_;
};

// What is counted and shown while a batch runs, on the calling thread.
class BatchRun {
 public:
  BatchRun(const BatchRequest& request, engine::QueryFile& file, AnswerStream& stream, Environment& environment)
      : file_(file),
        stream_(stream),
        environment_(environment),
        total_(total_bytes(request.input)),
        progress_(environment, "Screening", "rows") {}

  Result<std::optional<Batch>> produce() {
    if (deferred_) return Unexpected(*std::exchange(deferred_, std::nullopt));
    Batch batch;
    for (size_t bytes = 0; batch.size() < kBatchRecords && bytes < kBatchBytes;) {
      auto record = file_.next();
      if (!record && batch.empty()) return Unexpected(std::move(record).error());
      if (!record) {
        deferred_ = std::move(record).error();  // what was read before it is screened first
        break;
      }
      if (!record->has_value()) break;
      bytes += (*record)->cut.text.size();
      batch.push_back(std::move(**record));
    }
    return batch.empty() ? std::optional<Batch>() : std::optional<Batch>(std::move(batch));
  }

  Result<void> consume(const Rendered& rendered) {
    rows_ += rendered.answers.size();
    bad_ += rendered.bad_rows.size();
    with_hits_ += rendered.with_hits;
    partial_ += rendered.partial;
    for (const Error& error : rendered.bad_rows) {
      progress_.hide();
      report_error(environment_, error);
    }
    for (const std::string& answer : rendered.answers) {
      if (!stream_.add(answer)) closed_ = true;
    }
    if (closed_) return fail(ErrorCode::kIo, "nobody reads the output");
    progress_.update(file_.bytes_read(), total_, rows_);
    return {};
  }

  BatchOutcome finish(const Result<void>& result) {
    progress_.hide();
    if (closed_) return {ExitStatus::kDone, with_hits_ > 0};
    BatchOutcome outcome{ExitStatus::kDone, with_hits_ > 0};
    if (!result) outcome.status = report_failure(environment_, result.error(), During::kReadingInput);
    std::string summary = fmt::format("{} screened, {} with hits", counted(rows_ - bad_, "row"), grouped(with_hits_));
    if (bad_ > 0) summary += fmt::format("; {} could not be read and NOT screened", counted(bad_, "row"));
    if (partial_ > 0) summary += fmt::format("; {} only in part", grouped(partial_));
    report_note(environment_, summary);
    if (bad_ + partial_ > 0) outcome.status = worse(outcome.status, ExitStatus::kFailed);
    return outcome;
  }

 private:
  engine::QueryFile& file_;
  AnswerStream& stream_;
  Environment& environment_;
  uint64_t total_;
  Progress progress_;
  std::optional<Error> deferred_;
  uint64_t rows_ = 0;
  uint64_t bad_ = 0;
  uint64_t with_hits_ = 0;
  uint64_t partial_ = 0;
  bool closed_ = false;
};

}  // namespace

BatchOutcome screen_batch(const BatchRequest& request, const AnswerWriter& writer, AnswerStream& stream,
                          Environment& environment) {
  auto file = open_input(request, environment);
  if (!file) return {report_failure(environment, file.error(), During::kReadingInput), false};
  for (const std::string& note : (*file)->notes()) report_note(environment, note);
  BatchRun run(request, **file, stream, environment);
  const Result<void> result = engine::run_ordered_pipeline<Batch, Rendered>(
      {request.threads, 0}, [&] { return run.produce(); }, [&](unsigned) { return Worker(request, **file, writer); },
      [&](const Rendered& rendered) { return run.consume(rendered); });
  return run.finish(result);
}

}  // namespace vedette::cli
