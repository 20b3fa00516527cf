// What is remembered of fetched files, from outside: whatever is accepted must be what write_fetched writes, and can go
// out as lines of a request's head.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lists/fetched.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vedette::lists;
  const auto files = parse_fetched({reinterpret_cast<const char*>(data), size});
  if (!files) return 0;
  const auto again = parse_fetched(write_fetched(*files));
  if (!again || *again != *files) std::abort();
  for (const auto& [source, file] : *files) {
    const auto ends_line = [](const std::string& text) { return text.find_first_of("\r\n") != std::string::npos; };
    if (ends_line(file.validators.etag) || ends_line(file.validators.last_modified)) std::abort();
  }
  return 0;
}
