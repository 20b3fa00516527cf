// The line layer: every byte that is not a line end comes out, in lines within the bound.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "lists/input.h"
#include "lists/json_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  vedette::lists::ReadLimits limits;
  limits.line_bytes = 512;
  std::string text(reinterpret_cast<const char*>(data), size);
  vedette::lists::LineReader reader(std::make_unique<vedette::lists::MemoryStream>("fuzz.jsonl", std::move(text)),
                                    limits);
  vedette::lists::TextLine line;
  uint64_t last = 0;
  for (;;) {
    const auto more = reader.next(line);
    if (!more || !*more) break;
    if (line.text.size() > limits.line_bytes || line.text.find('\n') != std::string_view::npos || line.number <= last)
      std::abort();
    last = line.number;
  }
  return 0;
}
