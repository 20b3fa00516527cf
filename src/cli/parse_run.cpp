#include "cli/parse_run.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <optional>

#include "cli/input_sequence.h"
#include "cli/labels.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/standard_input.h"
#include "engine/ordered_pipeline.h"
#include "engine/text_input.h"

namespace vedette::cli {
namespace {

// One thread works on so many texts or bytes at a time, whichever comes first; short texts are read together.
constexpr size_t kBatchTexts = 256;
constexpr size_t kBatchBytes = size_t{64} << 10;
constexpr size_t kReadTogether = 16;
// No further text is read from the input while so many bytes of it are worked on.
constexpr size_t kMostBytesInFlight = engine::kMaxTextBytes;

using engine::InputText;

struct Batch {
  std::vector<InputText> texts;
  size_t with_rows = 0;  // so many at the front
  size_t bytes = 0;
};

struct Rendered {
  std::string text;
  uint64_t documents = 0;
  uint64_t tokens = 0;
  size_t bytes = 0;  // of the batch
};

// One thread's reader and what it makes of a batch.
class Worker {
 public:
  Worker(const ParseRequest& request, const language::Model& model, const Canvas& canvas)
      : format_(request.format), model_(model), canvas_(canvas) {}

  Result<Rendered> operator()(Batch&& batch) {
    if (!reader_) reader_.emplace(model_);  // a thread that gets no work needs none
    Rendered rendered{.documents = batch.texts.size(), .bytes = batch.bytes};
    for (size_t i = 0; i < batch.with_rows; ++i) read_with_rows(batch.texts[i], rendered);
    for (size_t i = batch.with_rows; i < batch.texts.size();) i = read_some(batch.texts, i, rendered);
    return rendered;
  }

 private:
  language::Document read_one(const InputText& text) {
    const auto* words = std::get_if<language::Words>(&text.content);
    return words != nullptr ? reader_->read(*words) : reader_->read(std::get<std::string>(text.content));
  }

  void read_with_rows(const InputText& text, Rendered& rendered) {
    reader_->keep_rows(true);
    const language::Document document = read_one(text);
    take(text, document, &reader_->rows(), rendered);
    reader_->keep_rows(false);
  }

  // Texts from `begin` on, up to the next that is split already; gives where they end.
  size_t read_some(const std::vector<InputText>& texts, size_t begin, Rendered& rendered) {
    std::vector<std::string_view> plain;
    for (size_t i = begin; i < texts.size() && plain.size() < kReadTogether; ++i) {
      const auto* text = std::get_if<std::string>(&texts[i].content);
      if (text == nullptr) break;
      plain.emplace_back(*text);
    }
    if (plain.empty()) {
      take(texts[begin], read_one(texts[begin]), nullptr, rendered);
      return begin + 1;
    }
    const auto documents = reader_->read_all(plain);
    for (size_t i = 0; i < documents.size(); ++i) take(texts[begin + i], documents[i], nullptr, rendered);
    return begin + plain.size();
  }

  void take(const InputText& text, const language::Document& document, const language::Reader::Rows* rows,
            Rendered& rendered) const {
    rendered.tokens += document.tokens.size();
    switch (format_) {
      case ParsedFormat::kJsonLines:
        return append_parsed_jsonl(rendered.text, text.id, document, rows);
      case ParsedFormat::kConllu:
        return append_parsed_conllu(rendered.text, text.id, document);
      case ParsedFormat::kDisplacy:
        return append_parsed_displacy(rendered.text, text.id, document);
      case ParsedFormat::kText:
        return append_parsed_text(rendered.text, text.id, document, canvas_);
    }
  }

  ParsedFormat format_;
  language::Model model_;
  Canvas canvas_;
  std::optional<language::Reader> reader_;
};

Result<engine::TextInput> open_text(const std::string& file, const ParseRequest& request, Environment& environment) {
  using engine::TextShape;
  const bool is_standard_input = file == "-";
  const bool is_json = is_standard_input ? request.standard_input_is_json : file.ends_with(".jsonl");
  const TextShape shape = is_json ? TextShape::kJsonLines : request.by_line ? TextShape::kLines : TextShape::kWhole;
  if (is_standard_input) return engine::TextInput(std::make_unique<StandardInput>(environment.in), shape, file);
  VEDETTE_ASSIGN_OR_RETURN(auto stream, engine::open_plain_file(file));
  return engine::TextInput(std::move(stream), shape, std::filesystem::path(file).filename().string());
}

// What is counted and shown, on the calling thread.
class ParseRun {
 public:
  ParseRun(const ParseRequest& request, Environment& environment)
      : request_(request),
        environment_(environment),
        texts_(request.files, [&](const std::string& file) { return open_text(file, request_, environment_); }),
        total_(environment.err_is_terminal ? total_bytes(request.files) : 0),
        progress_(environment, "Reading", "tokens") {}

  Result<std::optional<Batch>> produce() {
    Batch batch;
    while (batch.texts.size() < kBatchTexts && batch.bytes < kBatchBytes) {
      auto text = texts_.next();
      if (!text) break;
      if (*text) {
        add(std::move(**text), batch);
      } else {
        progress_.hide();
        status_ = worse(status_, report_failure(environment_, text->error(), During::kReadingInput));
        ++unread_;
      }
    }
    in_flight_ += batch.bytes;
    return batch.texts.empty() ? std::optional<Batch>() : std::optional<Batch>(std::move(batch));
  }

  bool full() const { return in_flight_ >= kMostBytesInFlight; }

  Result<void> consume(const Rendered& rendered) {
    in_flight_ -= rendered.bytes;
    documents_ += rendered.documents;
    tokens_ += rendered.tokens;
    if (environment_.out_is_terminal) progress_.hide();
    closed_ = !environment_.out.write(rendered.text);
    if (closed_) return fail(ErrorCode::kIo, "nobody reads the output");
    progress_.update(texts_.bytes_read(), total_, tokens_);
    return {};
  }

  ExitStatus finish(const Result<void>& result, const language::ModelInfo& model) {
    progress_.hide();
    if (closed_) return ExitStatus::kDone;
    if (!result) status_ = worse(status_, report_failure(environment_, result.error(), During::kReadingInput));
    std::string summary = fmt::format("{}, {}; {}_{} {}", counted(documents_, "document"), counted(tokens_, "token"),
                                      model.language, model.name, model.version);
    if (unread_ > 0) summary += fmt::format("; {} could not be read", grouped(unread_));
    report_note(environment_, summary);
    return status_;
  }

 private:
  void add(InputText text, Batch& batch) {
    if (text.mended && mended_file_ != texts_.files_begun()) {
      mended_file_ = texts_.files_begun();
      progress_.hide();
      report_warning(environment_,
                     fmt::format("{}: not all of it is UTF-8: ill-formed bytes were read as U+FFFD", texts_.file()));
    }
    batch.with_rows += given_++ < request_.with_rows ? 1 : 0;
    batch.bytes += engine::bytes_of(text);
    batch.texts.push_back(std::move(text));
  }

  const ParseRequest& request_;
  Environment& environment_;
  InputSequence<engine::TextInput> texts_;
  uint64_t total_;
  Progress progress_;
  ExitStatus status_ = ExitStatus::kDone;
  size_t mended_file_ = 0;  // the number of the last file of which that was said
  size_t in_flight_ = 0;
  uint64_t given_ = 0;
  uint64_t documents_ = 0;
  uint64_t tokens_ = 0;
  uint64_t unread_ = 0;
  bool closed_ = false;
};

}  // namespace

ExitStatus run_parse(const ParseRequest& request, const language::Model& model, Environment& environment) {
  ParseRun run(request, environment);
  const Canvas canvas = environment.out_canvas();
  const auto result = engine::run_ordered_pipeline<Batch, Rendered>(
      {.threads = request.threads, .full = [&] { return run.full(); }}, [&] { return run.produce(); },
      [&](unsigned) { return Worker(request, model, canvas); },
      [&](const Rendered& rendered) { return run.consume(rendered); });
  return run.finish(result, model.info());
}

}  // namespace vedette::cli
