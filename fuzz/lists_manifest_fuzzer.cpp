// A store's manifest from outside: whatever is accepted must be what write_manifest writes, and names must resolve.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lists/manifest.h"
#include "lists/version_name.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vedette::lists;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto manifest = parse_manifest(text);
  if (!manifest) {
    // A name from outside against a store that holds nothing: an error, never a crash.
    if (find_version({}, text)) std::abort();
    return 0;
  }
  const auto again = parse_manifest(write_manifest(*manifest));
  if (!again || *again != *manifest) std::abort();
  for (const Version& version : manifest->versions) {
    const auto found = find_version(*manifest, version_name(*manifest, version));
    if (found && *found != &version) std::abort();
  }
  return 0;
}
