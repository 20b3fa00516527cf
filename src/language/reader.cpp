// The public interface, over model file and pipeline.
#include <algorithm>
#include <mutex>
#include <thread>
#include <tuple>

#include "base/error_name.h"
#include "language/annotate.h"
#include "language/kernel.h"
#include "language/model_access.h"
#include "language/model_file.h"
#include "language/pipeline.h"
#include "language/tokenizer.h"
#include "vedette/language.hpp"

namespace vedette::language {

struct Model::Parts {
  std::shared_ptr<const ModelFile> file;
  Tokenizer tokenizer;
  AttributeRuler ruler;

  CompiledModel compiled() const { return {file->data(), tokenizer, ruler}; }
};

namespace {

// Rules know what is wrong with them, but not where they stand.
Unexpected of_file(Error error, const ModelFile& file) {
  error.where.file = file.name();
  return Unexpected(std::move(error));
}

}  // namespace

Result<Model> ModelAccess::of(std::shared_ptr<const ModelFile> file) {
  auto tokenizer = Tokenizer::create(file->data().tokenizer);
  if (!tokenizer) return of_file(std::move(tokenizer).error(), *file);
  auto ruler = AttributeRuler::create(file->data());
  if (!ruler) return of_file(std::move(ruler).error(), *file);
  return Model(
      std::make_shared<const Model::Parts>(Model::Parts{std::move(file), *std::move(tokenizer), *std::move(ruler)}));
}

Outcome<Model> Model::open(const std::string& path) {
  const auto model = [&]() -> Result<Model> {
    VEDETTE_ASSIGN_OR_RETURN(auto file, ModelFile::open(path));
    return ModelAccess::of(std::move(file));
  }();
  if (!model) return Problem{std::string(name_of(model.error().code)), model.error().to_string()};
  return *model;
}

const ModelInfo& Model::info() const {
  return parts_->file->info();
}

struct Reader::Parts {
  std::shared_ptr<const Model::Parts> model;
  std::unique_ptr<Pipeline> pipeline;

  void start(const Kernel& kernel) {
    const bool keeps_rows = pipeline != nullptr && pipeline->keeps_rows();
    pipeline = std::make_unique<Pipeline>(model->compiled(), kernel);
    pipeline->keep_rows(keeps_rows);
  }
};

Reader::Reader(const Model& model) : parts_(std::make_unique<Parts>()) {
  parts_->model = model.parts_;
  parts_->start(*usable_kernels().front());
}

Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

Document Reader::read(std::string_view text) {
  return std::move(parts_->pipeline->read(std::span(&text, 1)).front());
}

Document Reader::read(const Words& words) {
  return parts_->pipeline->read(words);
}

std::vector<Document> Reader::read_all(std::span<const std::string_view> texts) {
  return parts_->pipeline->read(texts);
}

std::string_view Reader::kernel() const {
  return parts_->pipeline->kernel().name;
}

std::vector<std::string_view> Reader::kernels() {
  std::vector<std::string_view> names;
  for (const Kernel* kernel : usable_kernels()) names.push_back(kernel->name);
  return names;
}

bool Reader::use_kernel(std::string_view name) {
  for (const Kernel* kernel : usable_kernels()) {
    if (kernel->name == name) return parts_->start(*kernel), true;
  }
  return false;
}

void Reader::keep_rows(bool keep) {
  parts_->pipeline->keep_rows(keep);
}

const Reader::Rows& Reader::rows() const {
  return parts_->pipeline->rows();
}

struct ReaderPool::Parts {
  std::vector<Reader> readers;
};

ReaderPool::ReaderPool(const Model& model, unsigned threads) : parts_(std::make_unique<Parts>()) {
  if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
  parts_->readers.reserve(threads);
  for (unsigned i = 0; i < threads; ++i) parts_->readers.emplace_back(model);
}

ReaderPool::~ReaderPool() = default;
ReaderPool::ReaderPool(ReaderPool&&) noexcept = default;
ReaderPool& ReaderPool::operator=(ReaderPool&&) noexcept = default;

namespace {

// Hands out texts in batches: large enough that short ones go through together, small enough that no thread is left
// with much when the others are done.
class BatchQueue {
 public:
  explicit BatchQueue(std::span<const std::string_view> texts) : texts_(texts) {}

  /// The first text of the next batch, and how many it has: 0 at the end.
  std::pair<size_t, size_t> next() {
    constexpr size_t kBatchBytes = size_t{16} << 10;
    std::lock_guard lock(mutex_);
    const size_t begin = next_;
    for (size_t bytes = 0; next_ < texts_.size() && bytes < kBatchBytes; ++next_) bytes += texts_[next_].size() + 1;
    return {begin, next_ - begin};
  }

 private:
  std::span<const std::string_view> texts_;
  std::mutex mutex_;
  size_t next_ = 0;
};

}  // namespace

std::vector<Document> ReaderPool::read_all(std::span<const std::string_view> texts) {
  std::vector<Document> documents(texts.size());
  BatchQueue queue(texts);
  const auto work = [&](Reader& reader) {
    for (auto [begin, count] = queue.next(); count > 0; std::tie(begin, count) = queue.next()) {
      auto read = reader.read_all(texts.subspan(begin, count));
      std::move(read.begin(), read.end(), documents.begin() + static_cast<ptrdiff_t>(begin));
    }
  };
  std::vector<std::jthread> threads;
  for (size_t i = 1; i < parts_->readers.size(); ++i) threads.emplace_back(work, std::ref(parts_->readers[i]));
  work(parts_->readers.front());
  threads.clear();
  return documents;
}

}  // namespace vedette::language
