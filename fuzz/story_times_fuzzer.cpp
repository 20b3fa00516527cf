// The grammar of dates on any text, with and without a day to count from.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "story/times.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vedette;
  const auto text = mend_utf8({reinterpret_cast<const char*>(data), size});
  story::TimeContext context;
  (void)story::find_times(text, context);
  context.published = day_number(2023, 9, 13);
  for (const auto tense : {story::Tense::kPast, story::Tense::kFuture}) {
    context.tense_at = [tense](uint32_t) { return tense; };
    for (const auto& time : story::find_times(text, context)) {
      if (time.range.begin >= time.range.end || (time.start && time.end && *time.start > *time.end)) std::abort();
    }
  }
  return 0;
}
