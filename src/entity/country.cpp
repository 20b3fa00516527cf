#include "entity/country.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"

namespace vedette {
namespace {

struct CountryRow {
  std::string_view code;
  std::string_view name;
  std::string_view spellings;  // joined by '|'
};

// Sorted by code.
constexpr CountryRow kCountries[] = {
#define VEDETTE_COUNTRY(code, name, spellings) {code, name, spellings},
#include "entity/country_table.inc"
#undef VEDETTE_COUNTRY
};

// No name of a country is longer; what is longer is prose.
constexpr size_t kLongestText = 200;

// Base letters of U+00C0–U+017F and U+1EA0–U+1EF9; '?' has none.
constexpr std::string_view kLatinBase =
    "aaaaaaaceeeeiiiidnooooo?ouuuuypsaaaaaaaceeeeiiiidnooooo?ouuuuypy"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr std::string_view kVietnameseBase =
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";
static_assert(kLatinBase.size() == 0x180 - 0xC0);
static_assert(kVietnameseBase.size() == 0x1EFA - 0x1EA0);

bool is_dropped(char32_t c) {
  return c == U'\'' || c == U'.' || c == U'`' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x0640 ||
         (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x0655);
}

bool is_punctuation(char32_t c) {
  if (c < 0x80) return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
  return c <= 0xBF || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) ||
         c == 0x30FB || (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFFFD;
}

// Lower case without diacritics, for the scripts in which lists write countries.
char32_t simple_letter(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c >= 0xC0 && c < 0x180 && kLatinBase[c - 0xC0] != '?') return static_cast<char32_t>(kLatinBase[c - 0xC0]);
  if (c >= 0x1EA0 && c < 0x1EFA) return static_cast<char32_t>(kVietnameseBase[c - 0x1EA0]);
  if (c == 0x401 || c == 0x451) return 0x435;  // Cyrillic yo
  if (c >= 0x410 && c < 0x430) return c + 32;
  if (c >= 0x400 && c < 0x410) return c + 80;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x531 && c <= 0x556) return c + 48;
  if (c == 0x64A || c == 0x649) return 0x6CC;  // Arabic and Persian yeh
  if (c == 0x643) return 0x6A9;                // Arabic and Persian kaf
  return c;
}

// The key under which a spelling stands: small letters, one space between words, no leading "the".
std::string fold(std::string_view text) {
  std::string key;
  bool pending = false;
  for (size_t position = 0; position < text.size();) {
    const char32_t letter = simple_letter(next_code_point(text, position));
    if (is_dropped(letter)) continue;
    if (letter != '&' && is_punctuation(letter)) {
      pending = !key.empty();
      continue;
    }
    if (letter == '&') pending = !key.empty();
    if (pending) key += ' ';
    pending = letter == '&';
    if (letter == '&') {
      key += "and";
    } else {
      append_code_point(key, letter);
    }
  }
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

using Spelling = std::pair<std::string, std::string_view>;  // folded spelling, code

std::vector<Spelling> all_spellings() {
  std::vector<Spelling> spellings;
  for (const CountryRow& row : kCountries) {
    spellings.emplace_back(fold(row.code), row.code);
    spellings.emplace_back(fold(row.name), row.code);
    std::string_view rest = row.spellings;
    while (!rest.empty()) {
      const size_t bar = std::min(rest.find('|'), rest.size());
      spellings.emplace_back(fold(rest.substr(0, bar)), row.code);
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
  std::sort(spellings.begin(), spellings.end());
  return spellings;
}

std::string_view find_exact(std::string_view text) {
  static const std::vector<Spelling> spellings = all_spellings();
  const std::string key = fold(text);
  const auto found = std::lower_bound(spellings.begin(), spellings.end(), key,
                                      [](const Spelling& a, const std::string& b) { return a.first < b; });
  return found != spellings.end() && found->first == key && !key.empty() ? found->second : std::string_view{};
}

std::string_view trim(std::string_view text) {
  return trimmed(text, " ,");
}

// "Syrian Arab Republic as of September 2015", "Kuwaiti citizenship": the part that names the country.
std::string_view without_remark(std::string_view text) {
  static constexpr std::string_view kRemarks[] = {
      " citizenship", " national", " citizen", " as of ", " as at ", " since ", " until ", " by birth", "(", ";",
  };
  size_t end = text.size();
  for (std::string_view remark : kRemarks) end = std::min(end, text.find(remark));
  return trim(text.substr(0, end));
}

// "Korea, North" read as "North Korea"; else what stands after the last comma: "Isfahan, Iran".
std::string_view find_inverted(std::string_view text) {
  const size_t comma = text.rfind(',');
  if (comma == std::string_view::npos) return {};
  const std::string_view head = trim(text.substr(0, comma));
  const std::string_view tail = trim(text.substr(comma + 1));
  const auto inverted = find_exact(std::string(tail) + ' ' + std::string(head));
  return inverted.empty() ? find_exact(tail) : inverted;
}

std::string_view find_one(std::string_view text) {
  if (const auto code = find_exact(text); !code.empty()) return code;
  const std::string_view bare = without_remark(text);
  if (const auto code = find_exact(bare); !code.empty()) return code;
  return find_inverted(bare);
}

// "Belarus / Bélarus": the parts that are known must agree.
std::string_view find_alternatives(std::string_view text) {
  std::string_view agreed;
  while (!text.empty()) {
    const size_t slash = std::min(text.find('/'), text.size());
    const auto code = find_one(trim(text.substr(0, slash)));
    if (!agreed.empty() && !code.empty() && code != agreed) return {};
    if (!code.empty()) agreed = code;
    text.remove_prefix(std::min(slash + 1, text.size()));
  }
  return agreed;
}

}  // namespace

std::string country_code(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > kLongestText) return {};
  if (const auto code = find_one(text); !code.empty()) return std::string(code);
  return text.find('/') == std::string_view::npos ? std::string() : std::string(find_alternatives(text));
}

std::string_view country_name(std::string_view code) {
  const auto found = std::lower_bound(std::begin(kCountries), std::end(kCountries), code,
                                      [](const CountryRow& row, std::string_view wanted) { return row.code < wanted; });
  return found != std::end(kCountries) && found->code == code ? found->name : std::string_view{};
}

}  // namespace vedette
