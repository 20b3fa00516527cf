// Python's white space in UTF-8, and the walk over a text by it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vedette::language {

enum class ByteKind : uint8_t { kOther, kSpace, kMayBeginSpace };

inline constexpr std::array<ByteKind, 256> kByteKinds = [] {
  std::array<ByteKind, 256> kinds{};
  for (const unsigned char space : {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x20}) {
    kinds[space] = ByteKind::kSpace;
  }
  for (const unsigned char lead : {0xC2, 0xE1, 0xE2, 0xE3}) kinds[lead] = ByteKind::kMayBeginSpace;
  return kinds;
}();

/// Bytes of the white-space character at `position` of valid UTF-8; 0 if another stands there. Exactly those for which
/// is_python_space holds.
inline size_t space_length(std::string_view text, size_t position) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[position + i]); };
  const ByteKind kind = kByteKinds[byte(0)];
  if (kind != ByteKind::kMayBeginSpace) return kind == ByteKind::kSpace ? 1 : 0;
  if (byte(0) == 0xC2) return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0;
  if (byte(0) == 0xE1) return byte(1) == 0x9A && byte(2) == 0x80 ? 3 : 0;
  if (byte(0) == 0xE3) return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0;
  if (byte(1) == 0x81) return byte(2) == 0x9F ? 3 : 0;
  if (byte(1) != 0x80) return 0;
  return byte(2) <= 0x8A || byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF ? 3 : 0;
}

/// Calls chunk(begin, end, space_after) for every run of white space and every run of other characters. A blank that
/// follows the latter belongs to it: it is in no chunk, and `space_after` tells of it.
template <typename Chunk>
void for_each_chunk(std::string_view text, Chunk chunk) {
  for (size_t position = 0; position < text.size();) {
    size_t begin = position;
    while (position < text.size() && space_length(text, position) == 0) ++position;
    if (position > begin) {
      const bool space_after = position < text.size() && text[position] == ' ';
      chunk(begin, position, space_after);
      if (space_after) ++position;
    }
    begin = position;
    while (position < text.size()) {
      const size_t length = space_length(text, position);
      if (length == 0) break;
      position += length;
    }
    if (position > begin) chunk(begin, position, false);
  }
}

}  // namespace vedette::language
