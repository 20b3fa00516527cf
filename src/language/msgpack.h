// A pull reader of MessagePack (https://github.com/msgpack/msgpack/blob/master/spec.md), the form of most files in a
// spaCy package. It never builds a tree: the caller asks for what should come next.
//
//   MsgpackReader reader(bytes);
//   for (uint32_t left = reader.map(); left > 0 && reader.ok(); --left) {
//     if (reader.text() == "width") width = reader.integer(); else reader.skip();
//   }
//
// After the first value that is damaged or not what was asked for, ok() is false for good, `problem()` says what and at
// which byte, and every read gives zero or empty. A count is never larger than the bytes that are left, and nothing
// recurses, so any input takes linear time and no memory. Extension types are not read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vedette::language {

class MsgpackReader {
 public:
  enum class Kind : uint8_t { kNil, kBool, kInteger, kFloat, kText, kArray, kMap, kExtension, kEnd };

  /// `bytes` must outlive it and all views that it gives.
  explicit MsgpackReader(std::string_view bytes) : bytes_(bytes) {}

  bool ok() const { return problem_.empty(); }
  bool at_end() const { return position_ >= bytes_.size(); }
  size_t position() const { return position_; }
  /// "byte 17: a map where text is due"; empty while ok().
  const std::string& problem() const { return problem_; }

  /// Of the next value, which stays.
  Kind peek() const;

  /// True, and passed over, if the next value is nil.
  bool nil();
  bool boolean();
  int64_t integer();           ///< one beyond int64_t's range is a problem
  uint64_t unsigned_number();  ///< a negative one is a problem
  double number();             ///< an integer or a float
  std::string_view text();     ///< a string or binary data
  uint32_t array();            ///< the number of members, which follow
  uint32_t map();              ///< the number of pairs; key and value of each follow
  /// The next value with all that is in it; gives its bytes.
  std::string_view skip();
  /// For the caller's own findings.
  void report(std::string_view problem);

 private:
  struct Head {
    Kind kind = Kind::kEnd;
    uint64_t value = 0;  ///< the number itself (two's complement; bits of a float), a size or a count
    bool negative = false;
    uint8_t width = 0;  ///< bytes of a float
    size_t size = 0;    ///< bytes of the head
  };
  Head head() const;
  Head take(Kind kind);
  uint64_t big_endian(size_t at, size_t size) const;

  std::string_view bytes_;
  size_t position_ = 0;
  std::string problem_;
};

}  // namespace vedette::language
