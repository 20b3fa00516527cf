#include "match/names_within.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "entity/country.h"
#include "entity/entity.h"
#include "text/script.h"

namespace vedette::match {
namespace {

constexpr size_t kLongestText = 1024;  // as much as prepare_name reads

// Marks between two names of one party, in lower case, with the spaces that must stand around them.
constexpr auto kSeparators = std::to_array<std::string_view>(
    {" a.k.a. ", " a.k.a ", " aka ", " f.k.a. ", " f.k.a ", " fka ", " alias ", " formerly ", " / ", "; ", ": "});

bool has_two_characters(std::string_view text) {
  int count = 0;
  for (size_t position = 0; position < text.size() && count < 2;) {
    const char32_t c = next_code_point(text, position);
    const bool counts = c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    count += counts ? 1 : 0;
  }
  return count == 2;
}

// ASCII letters in lower case; lengths stay as they are.
std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return result;
}

struct Brackets {
  std::string_view outside;
  std::string_view inside;  // empty: there are none
};

// Takes off what stands in brackets, plain or full-width, at the end. In the middle, and where they hold a country,
// they belong to the name: "Example Metals (UK) Limited", "Sberbank (Switzerland)".
Brackets take_brackets(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with('.')) text.remove_suffix(1);
  for (const auto& [opening, closing] : {std::pair<std::string_view, std::string_view>("(", ")"), {"（", "）"}}) {
    if (!text.ends_with(closing)) continue;
    const size_t open = text.rfind(opening);
    if (open == std::string_view::npos || open == 0) continue;
    const size_t begin = open + opening.size();
    const std::string_view inside = text.substr(begin, text.size() - closing.size() - begin);
    if (country_code(inside).empty()) return {text.substr(0, open), inside};
  }
  return {text, {}};
}

std::vector<std::string> split_at_separators(std::string_view text) {
  std::vector<std::string> parts;
  const std::string plain = lower(text);
  size_t begin = 0;
  for (size_t at = 0; at < plain.size();) {
    const auto separator = std::find_if(kSeparators.begin(), kSeparators.end(), [&](std::string_view candidate) {
      return plain.compare(at, candidate.size(), candidate) == 0;
    });
    if (separator == kSeparators.end()) {
      ++at;
      continue;
    }
    parts.emplace_back(text.substr(begin, at - begin));
    begin = at = at + separator->size();
  }
  parts.emplace_back(text.substr(begin));
  return parts;
}

}  // namespace

std::vector<NameWithin> names_within(std::string_view text) {
  std::vector<NameWithin> names;
  const auto add = [&](std::string_view part, NamePart kind) {
    std::string folded = fold_spaces(part);
    if (names.size() < kMostNamesWithin && has_two_characters(folded)) names.push_back({std::move(folded), kind});
  };
  text = text.substr(0, kLongestText);
  const Brackets brackets = take_brackets(text);
  const auto parts = split_at_separators(brackets.outside);
  if (brackets.inside.empty() && parts.size() == 1) return names;
  for (const std::string& part : parts) add(part, NamePart::kMain);
  const bool same_script = text::dominant_script(brackets.inside) == text::dominant_script(brackets.outside);
  add(brackets.inside, same_script ? NamePart::kAside : NamePart::kMain);
  return names;
}

}  // namespace vedette::match
