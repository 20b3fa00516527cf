#include "language/encoder_worker.h"

#include <algorithm>

#include "language/hash_rows.h"

namespace vedette::language {
namespace {

// Lexemes whose rows are kept at once: some 25 MB an encoder.
constexpr uint32_t kMaxMixedRows = 1u << 16;
// Rows that are mixed in one product.
constexpr size_t kMixRows = 64;

uint64_t feature_id(const Lexeme& lexeme, bool space_after, Feature feature) {
  switch (feature) {
    case Feature::kNorm:
      return lexeme.features.norm;
    case Feature::kPrefix:
      return lexeme.features.prefix;
    case Feature::kSuffix:
      return lexeme.features.suffix;
    case Feature::kShape:
      return lexeme.features.shape;
    case Feature::kSpacy:
      return space_after ? 1 : 0;
    case Feature::kIsSpace:
      return lexeme.features.is_space ? 1 : 0;
  }
  return 0;
}

void sum_rows(const EmbeddingTable& table, uint64_t id, size_t width, float* out) {
  const auto picks = hash_to_rows(id, table.seed);
  const float* row[4];
  for (int k = 0; k < 4; ++k) row[k] = table.values + size_t{picks[k] % table.rows} * width;
  for (size_t i = 0; i < width; ++i) out[i] = ((row[0][i] + row[1][i]) + row[2][i]) + row[3][i];
}

const float* static_row(const Encoder& encoder, const VectorKeys& vectors, uint64_t id) {
  const auto found = std::lower_bound(vectors.ids.begin(), vectors.ids.end(), id);
  if (found == vectors.ids.end() || *found != id) return nullptr;
  const uint32_t row = vectors.rows[static_cast<size_t>(found - vectors.ids.begin())];
  return encoder.static_rows + size_t{row} * encoder.width;
}

}  // namespace

EncoderWorker::EncoderWorker(const Encoder& encoder, const VectorKeys& vectors, const LexemeTable& lexemes,
                             const Kernel& kernel)
    : encoder_(encoder), vectors_(vectors), lexemes_(lexemes), kernel_(kernel), width_(encoder.width) {
  for (const EmbeddingTable& table : encoder.tables) sees_space_ |= table.feature == Feature::kSpacy;
}

void EncoderWorker::forget() {
  row_of_key_.clear();
  mixed_.clear();
  mixed_count_ = 0;
  missing_.clear();
}

uint32_t EncoderWorker::row_of(const RawToken& token) {
  const uint32_t key = key_of(token);
  if (key >= row_of_key_.size()) row_of_key_.resize(size_t{lexemes_.size()} * 2);
  uint32_t& row = row_of_key_[key];
  if (row == 0) {
    row = ++mixed_count_;
    missing_.push_back(key);
  }
  return row;
}

void EncoderWorker::place_token(const RawToken* token) {
  sources_.push_back(token == nullptr ? 0 : row_of(*token));
}

// Lists what stands in each row of the pass. Pieces that end and begin a document share the zeros between them.
void EncoderWorker::place(std::span<const DocumentPart> pieces) {
  sources_.clear();
  starts_.clear();
  const auto reach = static_cast<int64_t>(context());
  bool zeros_before = false;
  for (const DocumentPart& piece : pieces) {
    const auto size = static_cast<int64_t>(piece.document.size());
    const auto at = [&](int64_t i) { return i < 0 || i >= size ? nullptr : &piece.document[static_cast<size_t>(i)]; };
    if (!(zeros_before && piece.begin == 0)) {
      for (int64_t i = int64_t{piece.begin} - reach; i < piece.begin; ++i) place_token(at(i));
    }
    starts_.push_back(sources_.size() + 1);
    for (uint32_t i = piece.begin; i < piece.end; ++i) place_token(&piece.document[i]);
    for (int64_t i = piece.end; i < piece.end + reach; ++i) place_token(at(i));
    zeros_before = piece.end == size;
  }
}

void EncoderWorker::embed(uint32_t key, float* out) const {
  const Lexeme& lexeme = lexemes_[key / 2];
  for (const EmbeddingTable& table : encoder_.tables) {
    sum_rows(table, feature_id(lexeme, key % 2 == 1, table.feature), width_, out);
    out += width_;
  }
  if (encoder_.static_rows == nullptr) return;
  if (const float* row = static_row(encoder_, vectors_, lexeme.features.text)) {
    std::copy_n(row, width_, out);
  } else {
    std::fill_n(out, width_, 0.0f);
  }
}

void EncoderWorker::mix_missing() {
  const MaxoutLayer& mix = encoder_.mix;
  const size_t inputs = mix.product.inputs;
  embedded_.resize(kMixRows * inputs);
  next_.resize(std::max(next_.size(), kMixRows * width_));
  mixed_.resize(size_t{mixed_count_} * width_);
  size_t row = mixed_count_ - missing_.size();
  for (size_t done = 0; done < missing_.size();) {
    const size_t count = std::min(kMixRows, missing_.size() - done);
    for (size_t i = 0; i < count; ++i) embed(missing_[done + i], embedded_.data() + i * inputs);
    kernel_.product(mix.product, embedded_.data(), inputs, count, next_.data(), width_);
    kernel_.normalise(next_.data(), count, width_, mix.gain, mix.shift, mixed_.data() + row * width_, false);
    done += count;
    row += count;
  }
  missing_.clear();
}

void EncoderWorker::convolve(size_t rows) {
  next_.resize(std::max(next_.size(), rows * width_));
  float* body = current_.data() + width_;
  for (const MaxoutLayer& layer : encoder_.convolutions) {
    kernel_.product(layer.product, body - width_, width_, rows, next_.data(), width_);
    kernel_.normalise(next_.data(), rows, width_, layer.gain, layer.shift, body, true);
  }
}

void EncoderWorker::encode(std::span<const DocumentPart> pieces) {
  if (mixed_count_ > kMaxMixedRows) forget();
  place(pieces);
  mix_missing();
  const size_t rows = sources_.size();
  current_.resize(std::max(current_.size(), (rows + 2) * width_));
  std::fill_n(current_.data(), width_, 0.0f);
  float* out = current_.data() + width_;
  for (const uint32_t source : sources_) {
    if (source == 0) {
      std::fill_n(out, width_, 0.0f);
    } else {
      std::copy_n(mixed_.data() + size_t{source - 1} * width_, width_, out);
    }
    out += width_;
  }
  std::fill_n(out, width_, 0.0f);
  convolve(rows);
}

}  // namespace vedette::language
