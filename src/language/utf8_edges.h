// Finding edges of code points in valid UTF-8, without decoding it.
#pragma once

#include <cstddef>
#include <string_view>

namespace vedette::language {

inline bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Byte offset of the last `count` code points; 0 where the text has fewer.
inline size_t start_of_last(std::string_view text, size_t count) {
  size_t begin = text.size();
  while (begin > 0 && count > 0) {
    if (!is_continuation(text[--begin])) --count;
  }
  return begin;
}

/// Bytes of the first `count` code points; all where the text has no more.
inline size_t end_of_first(std::string_view text, size_t count) {
  size_t end = 0;
  for (; end < text.size(); ++end) {
    if (!is_continuation(text[end]) && count-- == 0) break;
  }
  return end;
}

/// The greatest edge of a code point that is not beyond `limit`.
inline size_t edge_not_beyond(std::string_view text, size_t limit) {
  if (limit >= text.size()) return text.size();
  while (limit > 0 && is_continuation(text[limit])) --limit;
  return limit;
}

}  // namespace vedette::language
