// How chunks that were seen before are cut. Bounded: when it is full it begins anew.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

namespace vedette::language {

struct CachedToken {
  uint32_t lexeme = 0;
  uint32_t length = 0;  ///< in bytes
};

class ChunkCache {
 public:
  ChunkCache() { text_.reserve(kTextBytes); }
  ChunkCache(ChunkCache&&) noexcept = default;

  /// Empty if the chunk is unknown. Valid until the next add.
  std::span<const CachedToken> find(std::string_view chunk) const {
    const auto found = entries_.find(chunk);
    if (found == entries_.end()) return {};
    return std::span(tokens_).subspan(found->second.first, found->second.count);
  }

  /// Keeps it unless it is long. The chunk is not known yet and has tokens.
  void add(std::string_view chunk, std::span<const CachedToken> tokens) {
    if (chunk.size() > kLongestChunk) return;
    if (text_.size() + chunk.size() > kTextBytes) clear();
    const size_t begin = text_.size();
    text_.insert(text_.end(), chunk.begin(), chunk.end());
    const Entry entry = {static_cast<uint32_t>(tokens_.size()), static_cast<uint32_t>(tokens.size())};
    tokens_.insert(tokens_.end(), tokens.begin(), tokens.end());
    entries_.emplace(std::string_view(text_.data() + begin, chunk.size()), entry);
  }

  void clear() {
    entries_.clear();
    tokens_.clear();
    text_.clear();
  }

 private:
  struct Entry {
    uint32_t first = 0;
    uint32_t count = 0;
  };
  static constexpr size_t kTextBytes = 1 << 20;  // some 120,000 chunks of English, with all of it some 6 MB
  static constexpr size_t kLongestChunk = 128;

  std::vector<char> text_;  // never grows past what is reserved: the keys are views of it
  std::vector<CachedToken> tokens_;
  boost::unordered_flat_map<std::string_view, Entry> entries_;
};

}  // namespace vedette::language
