// Whole texts through a small made-up model: whatever the bytes, the document is sound, and reading it beside others or
// with other arithmetic changes nothing.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "language/model_access.h"
#include "language/tiny_model_for_test.h"
#include "vedette/language.hpp"

namespace {

using vedette::language::Document;
using vedette::language::Reader;

const vedette::language::Model& tiny() {
  static const auto model = *vedette::language::ModelAccess::of(vedette::language::tiny_model(true));
  return model;
}

void require(bool condition) {
  if (!condition) std::abort();
}

void require_sound(const Document& document) {
  size_t at = 0;
  for (const auto& token : document.tokens) {
    require(token.offset == at && token.length > 0);
    at += token.length + (token.space_after ? 1 : 0);
    require(token.head < document.tokens.size());
    require(token.lemma_offset + token.lemma_length <= document.lemmas.size());
  }
  require(at == document.text.size());
  uint32_t next = 0;
  for (const auto& sentence : document.sentences) {
    require(sentence.begin == next && sentence.end > sentence.begin);
    next = sentence.end;
  }
  require(next == document.tokens.size());
  next = 0;
  for (const auto& entity : document.entities) {
    require(entity.begin >= next && entity.end > entity.begin && entity.end <= document.tokens.size());
    next = entity.end;
  }
}

bool equal(const Document& a, const Document& b) {
  if (a.text != b.text || a.lemmas != b.lemmas || a.tokens.size() != b.tokens.size()) return false;
  for (size_t i = 0; i < a.tokens.size(); ++i) {
    const auto &x = a.tokens[i], &y = b.tokens[i];
    if (x.offset != y.offset || x.head != y.head || x.tag != y.tag || x.dependency != y.dependency || x.pos != y.pos ||
        x.entity != y.entity || x.place != y.place || x.sentence_start != y.sentence_start) {
      return false;
    }
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size > (size_t{1} << 16)) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static Reader reader(tiny());
  static Reader portable = [] {
    Reader other(tiny());
    require(other.use_kernel("portable"));
    return other;
  }();
  const Document document = reader.read(text);
  require_sound(document);
  const std::array<std::string_view, 3> several = {text.substr(0, size / 2), text, text.substr(size / 3)};
  require(equal(reader.read_all(several)[1], document));
  if (size < 512) require(equal(portable.read(text), document));
  return 0;
}
