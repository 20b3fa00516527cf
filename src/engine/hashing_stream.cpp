#include "engine/hashing_stream.h"

#include <algorithm>
#include <array>

namespace vedette::engine {

class ContentDigest::HashingStream final : public lists::InputStream {
 public:
  HashingStream(std::unique_ptr<lists::InputStream> inner, ContentDigest& digest)
      : inner_(std::move(inner)), digest_(digest) {}

  // What the reader left belongs to the content all the same.
  ~HashingStream() override {
    std::array<char, 65536> buffer{};
    while (!done_) {
      auto got = read(buffer);
      if (!got && !digest_.error_) digest_.error_ = got.error();
    }
  }

  Result<size_t> read(std::span<char> buffer) override {
    auto got = inner_->read(buffer);
    if (!got) {
      done_ = true;
      return got;
    }
    if (*got == 0 && !buffer.empty()) {
      if (!done_) digest_.hashes_.push_back(std::move(hash_).hex());
      done_ = true;
      return got;
    }
    hash_.update({buffer.data(), *got});
    digest_.bytes_ += *got;
    if (digest_.progress_) digest_.progress_(digest_.bytes_);
    return got;
  }

  const std::string& name() const override { return inner_->name(); }

 private:
  std::unique_ptr<lists::InputStream> inner_;
  ContentDigest& digest_;
  Sha256 hash_;
  bool done_ = false;
};

lists::Streams ContentDigest::wrap(lists::Streams streams) {
  for (auto& stream : streams) {
    names_.push_back(stream->name());
    stream = std::make_unique<HashingStream>(std::move(stream), *this);
  }
  return streams;
}

Result<std::string> ContentDigest::finish() && {
  if (error_) return Unexpected(std::move(*error_));
  if (hashes_.size() != names_.size()) return fail(ErrorCode::kInternal, "a stream was not read to its end");
  if (hashes_.size() == 1) return hashes_.front();
  std::sort(hashes_.begin(), hashes_.end());
  Sha256 hash;
  for (const std::string& one : hashes_) hash.update(one + "\n");
  return std::move(hash).hex();
}

}  // namespace vedette::engine
