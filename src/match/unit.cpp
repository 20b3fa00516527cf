#include "match/unit.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "base/hash.h"
#include "match/edit_distance.h"
#include "text/romanise.h"

namespace vedette::match {
namespace {

/// Another reading of the same writing: "Чжан" read Zhang or Chzhan.
constexpr double kOtherReading = 0.97;
/// The same name in another language: "Ivan", "John".
constexpr double kSameNameGroup = 0.95;
/// Short form of a given name: "Bill", "William".
constexpr double kSameNickname = 0.85;
/// One spelling of a trade or generic word for another: "Intl", "International".
constexpr double kSameWord = 0.97;
/// Spellings of one Korean syllable: "Ri", "Lee".
constexpr double kSameSyllable = 0.93;
/// Legal forms of one sort, not one form: "GmbH", "LLC".
constexpr double kSameLegalForm = 0.95;
/// Same consonants where one side writes no vowels: "fernando", "frnndw".
constexpr double kSameConsonants = 0.85;
/// An initial for a name: "G." for "George".
constexpr double kInitialForName = 0.6;
/// The initials of a body for its name: "IRGC".
constexpr double kInitialsForBody = 0.8;
/// Words of one skeleton are at least this alike: "Gaddafi", "Qadhafi".
constexpr double kSameSkeleton = 0.84;
/// A join says a little less than the word it spells: "Al Qaida", "Alqaida".
constexpr double kJoined = 0.97;
/// How much a share of letters wrong takes.
constexpr double kSpellingSlope = 1.3;
/// Added to the cost of spellings that are compared by their skeletons: "Gaddafi", "Qadhafi".
constexpr double kTranscribed = 0.2;
/// A join may differ in length from the word it spells by this: "CK Hutchison" does not spell "Hutchison".
constexpr size_t kJoinedLengthSlack = 1;
/// Shortest skeleton that may be compared by sound.
constexpr size_t kLeastSoundLength = 3;
constexpr size_t kLeastConsonants = 3;
/// Bytes of one letter of any script.
constexpr size_t kLongestInitial = 4;

/// Weighted edits allowed between words of which the shorter has this length: the cliff.
constexpr double allowed_cost(size_t shorter, size_t longer) {
  if (shorter < 4) return 0.0;
  if (shorter == 4) return longer == 4 ? 0.75 : 1.0;  // "Merz", "Mertz" but not "Asif", "Arif"
  return shorter < 8 ? 1.3 : 2.2;
}

double quantised(double similarity) {
  constexpr double kSteps = 4096;
  return similarity < kLeastSimilarity ? 0 : std::round(std::min(similarity, 1.0) * kSteps) / kSteps;
}

/// Words of a packed text, in order, at most kMaxReadings.
struct Words {
  std::array<std::string_view, kMaxReadings> word;
  size_t size = 0;

  explicit Words(std::string_view packed) {
    while (!packed.empty() && size < word.size()) {
      const size_t space = packed.find(' ');
      word[size++] = packed.substr(0, space);
      packed = space == std::string_view::npos ? std::string_view() : packed.substr(space + 1);
    }
  }
};

/// Two packed lists share `keys`: the skeletons, and after a bar the consonants.
std::string_view skeletons_of(std::string_view keys) {
  return keys.substr(0, keys.find('|'));
}
std::string_view consonants_of(std::string_view keys) {
  const size_t bar = keys.find('|');
  return bar == std::string_view::npos ? std::string_view() : keys.substr(bar + 1);
}

std::string_view first_word(std::string_view packed) {
  return packed.substr(0, packed.find(' '));
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Stands in `keys` for a reading without a skeleton, so that readings and keys keep step. Never equal to a key.
constexpr std::string_view kNoKey = "-";

void take(UnitComparison& best, double similarity, UnitRelation relation, int edits = 0) {
  if (similarity > best.similarity) best = {similarity, relation, edits};
}

double group_similarity(GroupSort sort) {
  switch (sort) {
    case GroupSort::kName:
      return kSameNameGroup;
    case GroupSort::kNickname:
      return kSameNickname;
    case GroupSort::kLegalForm:
      return kSameLegalForm;
    case GroupSort::kWord:
      return kSameWord;
    case GroupSort::kSyllable:
      return kSameSyllable;
    case GroupSort::kNumber:
    case GroupSort::kPlace:
      return 1;
  }
  return 0;
}

void compare_groups(const UnitView& a, const UnitView& b, UnitComparison& best) {
  auto x = a.groups.begin();
  auto y = b.groups.begin();
  while (x != a.groups.end() && y != b.groups.end()) {
    if (*x == *y) {
      const GroupSort sort = sort_of(*x);
      const UnitRelation relation = sort == GroupSort::kName       ? UnitRelation::kNameGroup
                                    : sort == GroupSort::kNickname ? UnitRelation::kNickname
                                                                   : UnitRelation::kEquivalent;
      take(best, group_similarity(sort), relation);
      ++x;
      ++y;
    } else {
      *x < *y ? ++x : ++y;
    }
  }
}

/// Which readings of a unit are looked up by their own letters beside their skeletons.
constexpr size_t kSpelledReadings = 2;

struct Spelling {
  std::string_view reading;
  std::string_view key;
  bool by_letters;  ///< the reading itself is a fuzzy key
};

/// Letters apart by the readings themselves, or by their keys; -1 if both are too far apart.
int letters_apart(const Spelling& a, const Spelling& b) {
  const auto apart = [](std::string_view x, std::string_view y) {
    const int limit = max_edits(std::min(x.size(), y.size()));
    const int edits = bounded_edits(x, y, limit);
    return edits > limit ? -1 : edits;
  };
  const int by_key = apart(a.key, b.key);
  if (by_key == 0 || !a.by_letters || !b.by_letters) return by_key;
  const int by_letters = apart(a.reading, b.reading);
  return by_key < 0 || (by_letters >= 0 && by_letters < by_key) ? by_letters : by_key;
}

/// Two readings that are neither equal nor too far apart.
void compare_spellings(const Spelling& a, const Spelling& b, double discount, bool joined, UnitComparison& best) {
  if (a.key == kNoKey || b.key == kNoKey || has_digit(a.reading) || has_digit(b.reading)) return;
  const size_t shorter = std::min(a.reading.size(), b.reading.size());
  const size_t longer = std::max(a.reading.size(), b.reading.size());
  if (joined && longer - shorter > kJoinedLengthSlack) return;
  const int edits = letters_apart(a, b);
  if (edits < 0) return;
  const double cost = std::min(weighted_edits(a.reading, b.reading), weighted_edits(a.key, b.key) + kTranscribed);
  const double similarity = 1 - kSpellingSlope * cost / static_cast<double>(longer);
  if (a.key == b.key && a.key.size() >= kLeastSoundLength) {
    take(best, discount * std::max(kSameSkeleton, similarity), UnitRelation::kSound);
  } else if (cost <= allowed_cost(shorter, longer)) {
    take(best, discount * similarity, UnitRelation::kSpelling, edits);
  }
}

void compare_readings(const UnitView& a, const UnitView& b, UnitComparison& best) {
  const Words readings_a(a.readings);
  const Words readings_b(b.readings);
  const Words keys_a(skeletons_of(a.keys));
  const Words keys_b(skeletons_of(b.keys));
  const bool joined = ((a.traits | b.traits) & kTraitJoin) != 0;
  const bool syllables = ((a.traits | b.traits) & kTraitSyllable) != 0;
  for (size_t i = 0; i < readings_a.size; ++i) {
    for (size_t j = 0; j < readings_b.size; ++j) {
      const double discount = i + j == 0 ? 1 : kOtherReading;
      if (readings_a.word[i] == readings_b.word[j])
        take(best, discount, i + j == 0 ? UnitRelation::kEqual : UnitRelation::kReading);
      else if (!syllables)
        compare_spellings({readings_a.word[i], keys_a.word[i], i < kSpelledReadings},
                          {readings_b.word[j], keys_b.word[j], j < kSpelledReadings}, discount, joined, best);
    }
  }
}

/// Consonants as a script without p and v has them: "Pérez" is written with b, "Ivanov" with f.
std::string written_consonants(std::string_view reading) {
  std::string consonants = text::consonants(reading);
  for (char& c : consonants) c = c == 'p' ? 'b' : c == 'v' || c == 'w' ? 'f' : c;
  std::erase(consonants, ' ');
  return consonants.size() < kLeastConsonants || has_digit(consonants) ? std::string() : consonants;
}

void compare_consonants(const UnitView& a, const UnitView& b, UnitComparison& best) {
  if (((a.traits | b.traits) & kTraitConsonants) == 0) return;
  const Words own(consonants_of(a.keys));
  const Words other(consonants_of(b.keys));
  for (size_t i = 0; i < own.size; ++i)
    for (size_t j = 0; j < other.size; ++j)
      if (own.word[i] == other.word[j] && own.word[i] != kNoKey) take(best, kSameConsonants, UnitRelation::kConsonants);
}

/// An initial stands for a name that begins with its letter; two initials must be the same letter.
UnitComparison compare_initial(const UnitView& a, const UnitView& b) {
  const std::string_view x = first_word(a.readings);
  const std::string_view y = first_word(b.readings);
  if (x == y) return {1, UnitRelation::kEqual, 0};
  const bool both = (a.traits & b.traits & kTraitInitial) != 0;
  const bool persons = (a.traits & b.traits & kTraitPerson) != 0;
  const bool joined = ((a.traits | b.traits) & kTraitJoin) != 0;
  if (both || !persons || joined || x.empty() || y.empty() || x[0] != y[0]) return {};
  if (has_digit(x) || has_digit(y)) return {};
  return {quantised(kInitialForName), UnitRelation::kInitial, 0};
}

/// The initials of a whole name against a token that may stand for such.
UnitComparison compare_acronym(const UnitView& a, const UnitView& b) {
  const bool fits = ((a.traits & kTraitNameAcronym) != 0 && (b.traits & kTraitAcronym) != 0) ||
                    ((b.traits & kTraitNameAcronym) != 0 && (a.traits & kTraitAcronym) != 0);
  if (!fits) return {};
  const Words readings_a(a.readings);
  const Words readings_b(b.readings);
  for (size_t i = 0; i < readings_a.size; ++i)
    for (size_t j = 0; j < readings_b.size; ++j)
      if (readings_a.word[i] == readings_b.word[j]) return {quantised(kInitialsForBody), UnitRelation::kAcronym, 0};
  return {};
}

/// A key of its own space for each sort, so that two sorts never meet.
uint64_t exact_key(char sort, std::string_view text) {
  std::string tagged(1, sort);
  tagged += text;
  return checksum64(tagged);
}

}  // namespace

Unit make_unit(std::span<const std::string> readings, std::vector<uint32_t> groups, uint8_t traits) {
  Unit unit{{}, {}, std::move(groups), traits};
  const bool spelled = (traits & (kTraitNumber | kTraitNameAcronym)) == 0;
  const bool written = spelled && ((traits & kTraitJoin) == 0 || (traits & kTraitConsonants) != 0);
  std::string consonants;
  const auto append = [](std::string& packed, std::string_view word) {
    if (!packed.empty()) packed += ' ';
    packed += word.empty() ? kNoKey : word;
  };
  for (const std::string& reading : readings.first(std::min<size_t>(readings.size(), kMaxReadings))) {
    if (reading.empty()) continue;
    append(unit.readings, reading);
    std::string key = spelled && is_ascii(reading) ? text::skeleton(reading) : std::string();
    std::erase(key, ' ');
    append(unit.keys, key);
    append(consonants, written && is_ascii(reading) ? written_consonants(reading) : std::string());
  }
  if (written) unit.keys.append("|").append(consonants);
  return unit;
}

UnitComparison compare_units(const UnitView& a, const UnitView& b) {
  if (a.readings.empty() || b.readings.empty()) return {};
  if ((a.traits & b.traits & kTraitJoin) != 0) return {};
  if (((a.traits | b.traits) & kTraitNameAcronym) != 0) return compare_acronym(a, b);
  if (((a.traits | b.traits) & kTraitInitial) != 0) return compare_initial(a, b);
  UnitComparison best;
  compare_groups(a, b, best);
  if (((a.traits | b.traits) & kTraitNumber) == 0) {
    compare_readings(a, b, best);
    compare_consonants(a, b, best);
  }
  if (((a.traits | b.traits) & kTraitJoin) != 0) best.similarity *= kJoined;
  best.similarity = quantised(best.similarity);
  return best.similarity > 0 ? best : UnitComparison{};
}

double unit_similarity(const UnitView& a, const UnitView& b) {
  return compare_units(a, b).similarity;
}

void for_each_exact_key(const UnitView& unit, KeySide side, const std::function<void(uint64_t)>& f) {
  const Words readings(unit.readings);
  if (readings.size == 0) return;
  if ((unit.traits & kTraitNameAcronym) != 0) {
    for (size_t i = 0; i < readings.size; ++i) f(exact_key(side == KeySide::kQuery ? 't' : 'n', readings.word[i]));
    return;
  }
  if ((unit.traits & kTraitAcronym) != 0)
    for (size_t i = 0; i < readings.size; ++i) f(exact_key(side == KeySide::kQuery ? 'n' : 't', readings.word[i]));
  const std::string_view letter = readings.word[0].substr(0, 1);
  const bool initial = (unit.traits & kTraitInitial) != 0;
  if ((unit.traits & kTraitPerson) != 0 && (unit.traits & kTraitJoin) == 0 && !has_digit(letter))
    f(exact_key(initial == (side == KeySide::kQuery) ? 'w' : 'i', letter));
  if (initial) {
    f(exact_key('f', readings.word[0]));
    return;
  }
  for (const uint32_t group : unit.groups) f(exact_key('g', {reinterpret_cast<const char*>(&group), sizeof group}));
  if ((unit.traits & kTraitNumber) != 0) return;
  const bool own = (unit.traits & kTraitConsonants) != 0;
  const Words consonants(consonants_of(unit.keys));
  const Words keys(skeletons_of(unit.keys));
  for (size_t i = 0; i < readings.size; ++i) {
    if (keys.word[i] == kNoKey || readings.word[i].size() <= kLongestInitial) f(exact_key('f', readings.word[i]));
    if (i >= consonants.size || consonants.word[i] == kNoKey) continue;
    f(exact_key(own == (side == KeySide::kQuery) ? 'l' : 'a', consonants.word[i]));
    if (own && side == KeySide::kQuery) f(exact_key('a', consonants.word[i]));
  }
}

void for_each_fuzzy_key(const UnitView& unit, const std::function<void(std::string_view)>& f) {
  if ((unit.traits & (kTraitNumber | kTraitNameAcronym | kTraitInitial)) != 0) return;
  const Words keys(skeletons_of(unit.keys));
  const Words readings(unit.readings);
  std::array<std::string_view, kMaxReadings + kSpelledReadings> given;
  size_t count = 0;
  const auto give = [&](std::string_view key) {
    const auto end = given.begin() + static_cast<ptrdiff_t>(count);
    if (key == kNoKey || std::find(given.begin(), end, key) != end) return;
    given[count++] = key;
    f(key);
  };
  for (size_t i = 0; i < keys.size; ++i) give(keys.word[i]);
  for (size_t i = 0; i < std::min(readings.size, kSpelledReadings); ++i)
    if (keys.word[i] != kNoKey) give(readings.word[i]);
}

UnitSketch sketch_of(const UnitView& unit) {
  UnitSketch sketch;
  sketch.usable = !unit.readings.empty();
  sketch.traits = unit.traits;
  for (const uint32_t group : unit.groups) sketch.groups |= 1ULL << ((group * 0x9E3779B97F4A7C15ULL) >> 58);
  sketch.shortest = UINT8_MAX;
  bool first = true;
  const auto add = [&](std::string_view key) {
    uint32_t letters = 0;
    for (const char c : key) letters |= 1U << (static_cast<unsigned char>(c) & 31U);
    sketch.letters_of_all = first ? letters : sketch.letters_of_all & letters;
    sketch.letters_of_any |= letters;
    const auto length = static_cast<uint8_t>(std::min<size_t>(key.size(), UINT8_MAX));
    sketch.shortest = std::min(sketch.shortest, length);
    sketch.longest = std::max(sketch.longest, length);
    first = false;
  };
  for (const std::string_view packed : {unit.readings, skeletons_of(unit.keys)}) {
    const Words words(packed);
    for (size_t i = 0; i < words.size; ++i)
      if (words.word[i] != kNoKey) add(words.word[i]);
  }
  return sketch;
}

bool may_be_similar(const UnitSketch& a, const UnitSketch& b) {
  if (!a.usable || !b.usable) return false;
  const auto either = static_cast<uint8_t>(a.traits | b.traits);
  const auto both = static_cast<uint8_t>(a.traits & b.traits);
  if ((both & kTraitJoin) != 0) return false;
  if ((either & kTraitNameAcronym) != 0) return (both & kTraitNameAcronym) == 0 && (either & kTraitAcronym) != 0;
  if ((either & (kTraitInitial | kTraitConsonants)) != 0 || (a.groups & b.groups) != 0) return true;
  if ((either & kTraitNumber) != 0) return false;
  if (a.shortest > b.longest + kMaxEdits || b.shortest > a.longest + kMaxEdits) return false;
  // Each edit takes at most one letter away from either side.
  return std::popcount(a.letters_of_all & ~b.letters_of_any) <= kMaxEdits &&
         std::popcount(b.letters_of_all & ~a.letters_of_any) <= kMaxEdits;
}

}  // namespace vedette::match
