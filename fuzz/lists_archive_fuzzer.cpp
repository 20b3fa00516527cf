// The archive layer and detection: any bytes give streams or an error, and the bounds hold.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "lists/detect.h"
#include "lists/input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  vedette::lists::ReadLimits limits;
  limits.bytes = uint64_t{1} << 20;
  auto streams = vedette::lists::open_bytes("fuzz", std::string(reinterpret_cast<const char*>(data), size), limits);
  if (!streams) return 0;
  auto detected = vedette::lists::detect(*std::move(streams));
  if (!detected) return 0;
  for (auto& stream : detected->streams) {
    const auto content = vedette::lists::read_all(*stream, limits.bytes);
    if (content && content->size() > limits.bytes) std::abort();
  }
  return 0;
}
