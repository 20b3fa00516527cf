// The XML layer: any bytes give records or an error, within the bounds.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "lists/input.h"
#include "lists/xml.h"

namespace {

using vedette::lists::XmlNode;

size_t depth_of(const XmlNode& node) {
  size_t deepest = 0;
  for (const XmlNode& child : node.children) deepest = std::max(deepest, depth_of(child));
  return deepest + 1;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  vedette::lists::ReadLimits limits;
  limits.field_bytes = 4096;
  limits.depth = 16;
  limits.values_per_record = 256;
  std::string text(reinterpret_cast<const char*>(data), size);
  vedette::lists::XmlRecordReader reader(std::make_unique<vedette::lists::MemoryStream>("fuzz.xml", std::move(text)),
                                         {"r", "sdnEntry", "record"}, limits);
  XmlNode node;
  for (;;) {
    const auto more = reader.next(node);
    if (!more || !*more) break;
    if (depth_of(node) > limits.depth) std::abort();
  }
  return 0;
}
