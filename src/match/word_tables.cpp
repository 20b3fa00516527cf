#include "match/word_tables.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>

#include "match/raw_words.h"
#include "match/table_text.h"

namespace vedette::match {
namespace {

/// "Ltd" says next to nothing of who it is.
constexpr float kLegalFormWeight = 0.1F;
/// "organization", "group": "TALIBAN ORGANIZATION" is the Taliban.
constexpr float kGenericWeight = 0.2F;
/// "shipping", "bank": many bodies share it, but it separates a bank from a shipyard.
constexpr float kIndustryWeight = 0.4F;
/// "6" in "Bong 6".
constexpr float kNumberWeight = 0.5F;
/// "Estonia" in "Government of Estonia".
constexpr float kPlaceWeight = 0.5F;
/// "Dr", "Haji".
constexpr float kHonorificWeight = 0.08F;

struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

using PhraseMap = StringMap<PhraseMeaning>;
using GroupMap = StringMap<std::vector<uint32_t>>;

template <typename F>
void for_each_part(std::string_view text, std::string_view separator, F&& f) {
  while (true) {
    const size_t end = text.find(separator);
    f(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + separator.size());
  }
}

/// Calls f(columns) for each line that is no comment; the last column is split by the caller.
template <typename F>
void for_each_row(std::string_view table, F&& f) {
  for_each_part(table, "\n", [&](std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    std::vector<std::string_view> columns;
    for_each_part(line, "\t", [&](std::string_view column) { columns.push_back(column); });
    f(columns);
  });
}

void insert_sorted(std::vector<uint32_t>& groups, uint32_t group) {
  const auto place = std::lower_bound(groups.begin(), groups.end(), group);
  if (place == groups.end() || *place != group) groups.insert(place, group);
}

/// The first table that has a phrase decides its kind; later ones add classes of their own kind only.
void add_phrase(PhraseMap& map, std::string_view spelling, TokenKind kind, float weight,
                std::initializer_list<uint32_t> groups) {
  const std::string key = phrase_key(spelling);
  if (key.empty()) return;
  const auto [entry, is_new] = map.try_emplace(key, PhraseMeaning{kind, weight, {}});
  if (!is_new && entry->second.kind != kind) return;
  for (const uint32_t group : groups) insert_sorted(entry->second.groups, group);
}

/// Numbers classes by name, in order of appearance.
class Numbering {
 public:
  uint32_t operator()(std::string_view name) {
    return numbers_.try_emplace(std::string(name), static_cast<uint32_t>(numbers_.size() + 1)).first->second;
  }

 private:
  StringMap<uint32_t> numbers_;
};

PhraseMap load_organisation_phrases() {
  PhraseMap map;
  Numbering forms;
  Numbering words;
  uint32_t place = 0;
  for_each_row(tables::kNumbers, [&](const auto& row) {
    uint32_t value = 0;
    std::from_chars(row[0].data(), row[0].data() + row[0].size(), value);
    for_each_part(row[1], " | ", [&](std::string_view spelling) {
      add_phrase(map, spelling, TokenKind::kNumber, kNumberWeight, {make_group(GroupSort::kNumber, value)});
    });
  });
  for_each_row(tables::kWords, [&](const auto& row) {
    const bool generic = row[0] == "generic";
    const uint32_t group = make_group(GroupSort::kWord, words(row[1]));
    for_each_part(row[2], " | ", [&](std::string_view spelling) {
      add_phrase(map, spelling, generic ? TokenKind::kGeneric : TokenKind::kIndustry,
                 generic ? kGenericWeight : kIndustryWeight, {group});
    });
  });
  for_each_row(tables::kLegalForms, [&](const auto& row) {
    const uint32_t own = make_group(GroupSort::kLegalForm, forms(row[0]));
    for_each_part(row[2], " | ", [&](std::string_view spelling) {
      if (row[1] == "-")
        add_phrase(map, spelling, TokenKind::kLegalForm, kLegalFormWeight, {own});
      else
        add_phrase(map, spelling, TokenKind::kLegalForm, kLegalFormWeight,
                   {own, make_group(GroupSort::kLegalForm, forms(std::string("generic ").append(row[1])))});
    });
  });
  for_each_row(tables::kPlaces, [&](const auto& row) {
    const uint32_t group = make_group(GroupSort::kPlace, ++place);
    for_each_part(row[1], " | ", [&](std::string_view spelling) {
      add_phrase(map, spelling, TokenKind::kPlace, kPlaceWeight, {group});
    });
  });
  return map;
}

/// Particle and honorific classes share the sort of words; they start here.
constexpr uint32_t kFirstParticle = 0x10000;
constexpr uint32_t kFirstHonorific = 0x20000;
/// Honorifics of each further place have numbers of their own.
constexpr uint32_t kHonorificsOfAPlace = 0x10000;

/// Chinese syllables are numbered after the Korean ones, pairs of them after that.
constexpr uint32_t kFirstChinese = 0x1000;
constexpr uint32_t kFirstChinesePair = 0x10000;
constexpr uint32_t kMostChinese = 1024;

PhraseMap load_particles() {
  PhraseMap map;
  uint32_t number = kFirstParticle;
  for_each_row(tables::kParticles, [&](const auto& row) {
    int hundredths = 0;
    std::from_chars(row[1].data(), row[1].data() + row[1].size(), hundredths);
    const uint32_t group = make_group(GroupSort::kWord, ++number);
    for_each_part(row[2], " | ", [&](std::string_view spelling) {
      add_phrase(map, spelling, TokenKind::kParticle, static_cast<float>(hundredths) / 100.0F, {group});
    });
  });
  return map;
}

PhraseMap load_honorifics() {
  PhraseMap map;
  uint32_t number = 0;
  for_each_row(tables::kHonorifics, [&](const auto& row) {
    const uint32_t place = row[0] == "first" ? 1 : row[0] == "within" ? 2 : 0;
    const uint32_t first = kFirstHonorific + place * kHonorificsOfAPlace;
    const uint32_t group = make_group(GroupSort::kWord, first + ++number);
    for_each_part(row[1], " | ", [&](std::string_view spelling) {
      add_phrase(map, spelling, TokenKind::kHonorific, kHonorificWeight, {group});
    });
  });
  return map;
}

GroupMap load_groups(std::string_view table, GroupSort sort, uint32_t number = 0) {
  GroupMap map;
  for_each_row(table, [&](const auto& row) {
    const uint32_t group = make_group(sort, ++number);
    for_each_part(row[0], " | ", [&](std::string_view spelling) {
      std::string key = phrase_key(spelling);
      std::erase(key, ' ');
      insert_sorted(map[key], group);
    });
  });
  return map;
}

template <typename Map>
auto find_in(const Map& map, std::string_view key) {
  const auto entry = map.find(key);
  return entry == map.end() ? nullptr : &entry->second;
}

}  // namespace

std::string phrase_key(std::string_view spelling) {
  std::string key;
  for (const RawWord& word : raw_words(spelling, DottedLetters::kJoin)) {
    if (!key.empty()) key += ' ';
    key += word.folded;
  }
  return key;
}

const PhraseMeaning* find_organisation_phrase(std::string_view words) {
  static const PhraseMap map = load_organisation_phrases();
  return find_in(map, words);
}

const PhraseMeaning* find_particle(std::string_view words) {
  static const PhraseMap map = load_particles();
  return find_in(map, words);
}

const PhraseMeaning* find_honorific(std::string_view words) {
  static const PhraseMap map = load_honorifics();
  return find_in(map, words);
}

HonorificPlace place_of(const PhraseMeaning& honorific) {
  const uint32_t number = honorific.groups.front() & 0xFFFFFFU;
  return static_cast<HonorificPlace>((number - kFirstHonorific) / kHonorificsOfAPlace);
}

std::span<const uint32_t> nickname_groups(std::string_view form) {
  static const GroupMap map = load_groups(tables::kNicknames, GroupSort::kNickname);
  const auto* groups = find_in(map, form);
  return groups == nullptr ? std::span<const uint32_t>() : std::span<const uint32_t>(*groups);
}

std::span<const uint32_t> syllable_groups(std::string_view form) {
  static const GroupMap map = load_groups(tables::kKoreanSyllables, GroupSort::kSyllable);
  const auto* groups = find_in(map, form);
  return groups == nullptr ? std::span<const uint32_t>() : std::span<const uint32_t>(*groups);
}

std::span<const uint32_t> chinese_groups(std::string_view form) {
  static const GroupMap map = load_groups(tables::kChineseSyllables, GroupSort::kSyllable, kFirstChinese);
  const auto* groups = find_in(map, form);
  return groups == nullptr ? std::span<const uint32_t>() : std::span<const uint32_t>(*groups);
}

uint32_t chinese_pair_group(uint32_t first, uint32_t second) {
  const uint32_t a = (first & 0xFFFFFFU) - kFirstChinese;
  const uint32_t b = (second & 0xFFFFFFU) - kFirstChinese;
  return make_group(GroupSort::kSyllable, kFirstChinesePair + a * kMostChinese + b);
}

}  // namespace vedette::match
