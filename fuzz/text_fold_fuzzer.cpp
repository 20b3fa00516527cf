// Folding is idempotent and yields valid UTF-8; words lie in order inside the text, whole after folding too.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "text/fold.h"
#include "text/words.h"

namespace {

void check_words(std::string_view text) {
  uint32_t last = 0;
  for (const auto& word : vedette::text::split_words(text)) {
    if (word.begin < last || word.end <= word.begin || word.end > text.size()) std::abort();
    last = word.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto once = vedette::text::fold(input);
  if (vedette::text::fold(once) != once || !vedette::is_valid_utf8(once)) std::abort();
  check_words(input);
  check_words(once);
  return 0;
}
