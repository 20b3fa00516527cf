#include "text/icu_latin.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/fold.h"

namespace vedette::text {
namespace {

constexpr std::array<const char*, 3> kIds = {"Han-Latin/Names", "Han-Latin", "Any-Latin"};

const icu::Transliterator* transliterator(IcuRules rules) {
  thread_local std::array<std::unique_ptr<icu::Transliterator>, kIds.size()> cached;
  auto& slot = cached[static_cast<size_t>(rules)];
  if (!slot) {
    UErrorCode status = U_ZERO_ERROR;
    slot.reset(icu::Transliterator::createInstance(kIds[static_cast<size_t>(rules)], UTRANS_FORWARD, status));
  }
  return slot.get();
}

}  // namespace

std::string icu_latin(std::string_view utf8, IcuRules rules) {
  const auto* const found = transliterator(rules);
  if (found == nullptr) return {};
  auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  found->transliterate(text);
  std::string latin;
  text.toUTF8String(latin);
  latin = fold(latin);
  const bool ascii =
      std::all_of(latin.begin(), latin.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii ? latin : std::string();
}

}  // namespace vedette::text
