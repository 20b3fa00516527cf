// The MessagePack reader by itself: walks any bytes by asking for what comes next, then for what does not.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "language/msgpack.h"

namespace {

using vedette::language::MsgpackReader;
using Kind = MsgpackReader::Kind;

void take(MsgpackReader& reader) {
  switch (reader.peek()) {
    case Kind::kNil:
      reader.nil();
      return;
    case Kind::kBool:
      reader.boolean();
      return;
    case Kind::kInteger:
      reader.integer();
      return;
    case Kind::kFloat:
      reader.number();
      return;
    case Kind::kText:
      reader.text();
      return;
    case Kind::kArray:
      reader.array();
      return;
    case Kind::kMap:
      reader.map();
      return;
    case Kind::kExtension:
    case Kind::kEnd:
      reader.skip();
      return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  MsgpackReader walker(bytes);
  while (walker.ok() && !walker.at_end()) {
    const size_t before = walker.position();
    take(walker);
    if (walker.ok() && walker.position() <= before) std::abort();  // it must move, or it would never end
  }
  MsgpackReader skipper(bytes);
  const std::string_view skipped = skipper.skip();
  if (skipper.ok() && (skipped.empty() || skipped.size() != skipper.position())) std::abort();
  MsgpackReader mistaken(bytes);
  mistaken.map();
  mistaken.text();
  mistaken.unsigned_number();
  return 0;
}
