// Whatever is read as a date must be one that writes and reads back.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lists/dates.h"
#include "lists/values.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto order : {vedette::lists::DateOrder::kDayFirst, vedette::lists::DateOrder::kMonthFirst}) {
    const auto date = vedette::lists::parse_list_date(text, order);
    if (!date) continue;
    const auto back = vedette::parse_partial_date(date->to_string());
    if (!back || back->from != date->from || back->until != date->until) std::abort();
  }
  static_cast<void>(vedette::lists::document_number(text));
  static_cast<void>(vedette::lists::split_numbered(text));
  return 0;
}
