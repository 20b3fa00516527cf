// Pages, and what is made of their text: paragraphs, dateline, quotations.
#include <array>
#include <cstdint>
#include <cstdlib>

#include "base/utf8.h"
#include "story/story_html.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vedette;
  const auto read =
      story::story_from_html({reinterpret_cast<const char*>(data), size}, std::array{story::StoryFacts{}});
  if (!read) return 0;
  const auto length = count_code_points(read->text);
  for (const auto& quotation : read->quotations) {
    if (quotation.range.end > length || quotation.inside.begin > quotation.inside.end) std::abort();
  }
  return 0;
}
