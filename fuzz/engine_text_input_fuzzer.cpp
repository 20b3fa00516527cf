// Any bytes give texts of valid UTF-8 within the bound, each with an id, and errors with file and line; lines only
// rise.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "engine/text_input.h"
#include "lists/input.h"

namespace {

using namespace vedette;

void check(const engine::InputText& text) {
  if (text.id.empty() || !is_valid_utf8(text.id)) std::abort();
  if (const auto* whole = std::get_if<std::string>(&text.content)) {
    if (!is_valid_utf8(*whole)) std::abort();
    return;
  }
  const auto& words = std::get<language::Words>(text.content);
  if (!words.spaces.empty() && words.spaces.size() != words.words.size()) std::abort();
  for (const std::string& word : words.words) {
    if (word.empty() || !is_valid_utf8(word)) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  constexpr size_t kTextBytes = 200;  // so that the bound is met
  for (const auto shape : {engine::TextShape::kWhole, engine::TextShape::kLines, engine::TextShape::kJsonLines}) {
    engine::TextInput input(std::make_unique<lists::MemoryStream>("fuzz", bytes), shape, "fuzz", kTextBytes);
    uint64_t line = 0;
    while (const auto text = input.next()) {
      if (*text) {
        check(**text);
      } else {
        const Where& where = text->error().where;
        if (where.file != "fuzz" || (shape != engine::TextShape::kWhole && where.line <= line)) std::abort();
        line = where.line;
      }
    }
  }
  return 0;
}
