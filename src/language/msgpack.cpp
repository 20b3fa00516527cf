#include "language/msgpack.h"

#include <fmt/format.h>

#include <bit>
#include <limits>

namespace vedette::language {
namespace {

using Kind = MsgpackReader::Kind;

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::kNil:
      return "nil";
    case Kind::kBool:
      return "a truth value";
    case Kind::kInteger:
      return "an integer";
    case Kind::kFloat:
      return "a float";
    case Kind::kText:
      return "text";
    case Kind::kArray:
      return "an array";
    case Kind::kMap:
      return "a map";
    case Kind::kExtension:
      return "an extension type";
    case Kind::kEnd:
      return "the end or a cut value";
  }
  return "nothing";
}

// What a first byte says: the kind, where its number lies in the byte or how many bytes of number follow.
struct Shape {
  Kind kind;
  uint8_t number_bytes;
  bool is_signed = false;
};

Shape shape_of(uint8_t first) {
  switch (first) {
    case 0xC0:
      return {Kind::kNil, 0};
    case 0xC2:
    case 0xC3:
      return {Kind::kBool, 0};
    case 0xC4:
    case 0xD9:
      return {Kind::kText, 1};
    case 0xC5:
    case 0xDA:
      return {Kind::kText, 2};
    case 0xC6:
    case 0xDB:
      return {Kind::kText, 4};
    case 0xCA:
      return {Kind::kFloat, 4};
    case 0xCB:
      return {Kind::kFloat, 8};
    case 0xCC:
    case 0xCD:
    case 0xCE:
    case 0xCF:
      return {Kind::kInteger, static_cast<uint8_t>(1u << (first - 0xCC))};
    case 0xD0:
    case 0xD1:
    case 0xD2:
    case 0xD3:
      return {Kind::kInteger, static_cast<uint8_t>(1u << (first - 0xD0)), true};
    case 0xDC:
      return {Kind::kArray, 2};
    case 0xDD:
      return {Kind::kArray, 4};
    case 0xDE:
      return {Kind::kMap, 2};
    case 0xDF:
      return {Kind::kMap, 4};
    default:
      return {Kind::kExtension, 0};
  }
}

}  // namespace

uint64_t MsgpackReader::big_endian(size_t at, size_t size) const {
  uint64_t value = 0;
  for (size_t i = 0; i < size; ++i) value = value << 8 | static_cast<uint8_t>(bytes_[at + i]);
  return value;
}

MsgpackReader::Head MsgpackReader::head() const {
  if (!ok() || position_ >= bytes_.size()) return {};
  const auto first = static_cast<uint8_t>(bytes_[position_]);
  if (first < 0x80) return {Kind::kInteger, first, false, 0, 1};
  if (first < 0x90) return {Kind::kMap, first & 0x0Fu, false, 0, 1};
  if (first < 0xA0) return {Kind::kArray, first & 0x0Fu, false, 0, 1};
  if (first < 0xC0) return {Kind::kText, first & 0x1Fu, false, 0, 1};
  if (first >= 0xE0) return {Kind::kInteger, static_cast<uint64_t>(int64_t{first} - 0x100), true, 0, 1};
  const Shape shape = shape_of(first);
  if (bytes_.size() - position_ - 1 < shape.number_bytes) return {};
  Head head{shape.kind, big_endian(position_ + 1, shape.number_bytes), false, shape.number_bytes,
            size_t{1} + shape.number_bytes};
  if (shape.kind == Kind::kBool) head.value = first & 1u;
  if (shape.is_signed) {
    const int unused = 64 - 8 * shape.number_bytes;
    const int64_t number = static_cast<int64_t>(head.value << unused) >> unused;
    head.value = static_cast<uint64_t>(number);
    head.negative = number < 0;
  }
  return head;
}

MsgpackReader::Kind MsgpackReader::peek() const {
  return head().kind;
}

// Moves past the head of a value of this kind. Sizes and counts are held against the bytes that are left.
MsgpackReader::Head MsgpackReader::take(Kind kind) {
  const Head found = head();
  if (found.kind != kind) {
    report(fmt::format("{} where {} is due", name_of(found.kind), name_of(kind)));
    return {};
  }
  const uint64_t left = bytes_.size() - position_ - found.size;
  const uint64_t least = kind == Kind::kMap ? 2 * found.value : found.value;
  if ((kind == Kind::kText || kind == Kind::kArray || kind == Kind::kMap) && least > left) {
    report(fmt::format("{} of {} is longer than the file", name_of(kind), found.value));
    return {};
  }
  position_ += found.size;
  return found;
}

bool MsgpackReader::nil() {
  if (peek() != Kind::kNil) return false;
  take(Kind::kNil);
  return true;
}

bool MsgpackReader::boolean() {
  return take(Kind::kBool).value != 0;
}

int64_t MsgpackReader::integer() {
  const size_t start = position_;
  const Head found = take(Kind::kInteger);
  if (!found.negative && found.value > static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) {
    position_ = start;
    report("an integer that is too large");
    return 0;
  }
  return static_cast<int64_t>(found.value);
}

uint64_t MsgpackReader::unsigned_number() {
  const size_t start = position_;
  const Head found = take(Kind::kInteger);
  if (found.negative) {
    position_ = start;
    report("a negative number");
    return 0;
  }
  return found.value;
}

double MsgpackReader::number() {
  if (peek() == Kind::kInteger) {
    const Head found = take(Kind::kInteger);
    return found.negative ? static_cast<double>(static_cast<int64_t>(found.value)) : static_cast<double>(found.value);
  }
  const Head found = take(Kind::kFloat);
  if (found.width == 4) return std::bit_cast<float>(static_cast<uint32_t>(found.value));
  return std::bit_cast<double>(found.value);
}

std::string_view MsgpackReader::text() {
  const Head found = take(Kind::kText);
  if (!ok()) return {};
  const auto text = bytes_.substr(position_, found.value);
  position_ += found.value;
  return text;
}

uint32_t MsgpackReader::array() {
  return static_cast<uint32_t>(take(Kind::kArray).value);
}

uint32_t MsgpackReader::map() {
  return static_cast<uint32_t>(take(Kind::kMap).value);
}

std::string_view MsgpackReader::skip() {
  const size_t start = position_;
  for (uint64_t left = 1; left > 0 && ok(); --left) {
    const Kind kind = peek();
    if (kind == Kind::kExtension || kind == Kind::kEnd) {
      report(fmt::format("{} where a value is due", name_of(kind)));
    } else if (kind == Kind::kText) {
      text();
    } else {
      const Head found = take(kind);
      if (kind == Kind::kArray) left += found.value;
      if (kind == Kind::kMap) left += 2 * found.value;
    }
  }
  return ok() ? bytes_.substr(start, position_ - start) : std::string_view();
}

void MsgpackReader::report(std::string_view problem) {
  if (problem_.empty()) problem_ = fmt::format("byte {}: {}", position_, problem);
}

}  // namespace vedette::language
