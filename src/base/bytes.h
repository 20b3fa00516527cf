// Writing and reading the parts of our own files: varints, strings and little-endian arrays.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace vedette {

static_assert(std::endian::native == std::endian::little, "images are little-endian and mapped as they are");

/// LEB128, as in protocol buffers.
inline void put_varint(std::string& out, uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

inline void put_string(std::string& out, std::string_view text) {
  put_varint(out, text.size());
  out += text;
}

/// Reads what put_varint and put_string wrote. Past the end, or on a malformed varint, `ok` turns false for good and
/// every read gives zero or empty.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  uint64_t varint() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position_ >= bytes_.size()) return fail();
      const auto byte = static_cast<unsigned char>(bytes_[position_++]);
      value |= uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }
  std::string_view string() {
    const uint64_t size = varint();
    if (!ok_ || size > bytes_.size() - position_) return fail(), std::string_view();
    const auto text = bytes_.substr(position_, size);
    position_ += size;
    return text;
  }
  bool ok() const { return ok_; }
  bool at_end() const { return position_ >= bytes_.size(); }
  size_t position() const { return position_; }

 private:
  uint64_t fail() {
    ok_ = false;
    position_ = bytes_.size();
    return 0;
  }
  std::string_view bytes_;
  size_t position_ = 0;
  bool ok_ = true;
};

template <typename T>
std::string_view bytes_of(const std::vector<T>& array) {
  static_assert(std::is_trivially_copyable_v<T>);
  return {reinterpret_cast<const char*>(array.data()), array.size() * sizeof(T)};
}

/// The section as an array; empty if its size is no multiple of T's. Sections are aligned to 64 bytes.
template <typename T>
std::span<const T> array_of(std::string_view section) {
  static_assert(std::is_trivially_copyable_v<T>);
  if (section.size() % sizeof(T) != 0) return {};
  return {reinterpret_cast<const T*>(section.data()), section.size() / sizeof(T)};
}

/// Strings behind one another, with n + 1 offsets.
struct StringTable {
  std::span<const uint32_t> offsets;
  std::string_view text;

  uint32_t size() const { return offsets.empty() ? 0 : static_cast<uint32_t>(offsets.size() - 1); }
  std::string_view operator[](uint32_t i) const { return text.substr(offsets[i], offsets[i + 1] - offsets[i]); }
  /// Offsets rise and end at the text's end.
  bool is_sound() const {
    if (offsets.empty()) return text.empty();
    for (size_t i = 1; i < offsets.size(); ++i) {
      if (offsets[i] < offsets[i - 1]) return false;
    }
    return offsets.front() == 0 && offsets.back() == text.size();
  }
};

/// Collects a StringTable.
struct StringTableBuilder {
  std::vector<uint32_t> offsets{0};
  std::string text;

  void add(std::string_view item) {
    text += item;
    offsets.push_back(static_cast<uint32_t>(text.size()));
  }
};

}  // namespace vedette
