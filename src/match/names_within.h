// Names inside a name: what stands in brackets, after "a.k.a.", or behind a label.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vedette::match {

/// Whether a part is as good a name as the whole, or only what stood in brackets beside it.
enum class NamePart : uint8_t { kMain, kAside };

struct NameWithin {
  std::string text;
  NamePart part = NamePart::kMain;
};

/// "Sberbank (Moscow branch)" → "Sberbank" and, aside, "Moscow branch"; "A a.k.a. B" → "A", "B"; "Account: A" → "A".
/// Brackets count at the end only, and not around a country. What is in brackets in another script is a main name:
/// "Huawei (华为)". Empty if the text is one name. At most
/// kMostNamesWithin; parts without two letters or digits are left out.
std::vector<NameWithin> names_within(std::string_view text);
inline constexpr size_t kMostNamesWithin = 8;

}  // namespace vedette::match
