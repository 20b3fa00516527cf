#include "match/unit.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "match/name.h"
#include "match/test_names.h"
#include "reference/edit_distance.h"

namespace vedette::match {
namespace {

Unit unit(const std::string& form, uint8_t traits = 0, std::vector<uint32_t> groups = {}) {
  return make_unit(std::vector<std::string>{form}, std::move(groups), traits);
}

double similarity(const std::string& a, const std::string& b) {
  return unit_similarity(unit(a).view(), unit(b).view());
}

std::set<uint64_t> exact_keys(const Unit& u, KeySide side) {
  std::set<uint64_t> keys;
  int calls = 0;
  for_each_exact_key(u.view(), side, [&](uint64_t key) {
    keys.insert(key);
    ++calls;
  });
  EXPECT_LE(calls, kMaxExactKeys + static_cast<int>(u.groups.size()));
  return keys;
}

std::vector<std::string> fuzzy_keys(const Unit& u) {
  std::vector<std::string> keys;
  for_each_fuzzy_key(u.view(), [&](std::string_view key) { keys.emplace_back(key); });
  return keys;
}

bool share_exact_key(const Unit& query, const Unit& candidate) {
  const auto candidate_keys = exact_keys(candidate, KeySide::kCandidate);
  for (const uint64_t key : exact_keys(query, KeySide::kQuery))
    if (candidate_keys.contains(key)) return true;
  return false;
}

bool have_near_fuzzy_keys(const Unit& a, const Unit& b) {
  for (const std::string& x : fuzzy_keys(a))
    for (const std::string& y : fuzzy_keys(b))
      if (reference::edits(x, y) <= max_edits(std::min(x.size(), y.size()))) return true;
  return false;
}

TEST(UnitSimilarity, IsOneForEqualAndZeroForOthers) {
  EXPECT_EQ(similarity("putin", "putin"), 1);
  EXPECT_EQ(similarity("putin", "bush"), 0);
  EXPECT_EQ(similarity("", ""), 0);
}

TEST(UnitSimilarity, FallsOffACliff) {
  EXPECT_EQ(similarity("kim", "kam"), 0);    // three letters
  EXPECT_EQ(similarity("asif", "arif"), 0);  // four letters, an ordinary edit
  EXPECT_GT(similarity("merz", "mertz"), 0.7);
  EXPECT_NEAR(similarity("putin", "pulin"), 1 - 1.3 / 5, 1e-3);
  EXPECT_EQ(similarity("putin", "punis"), 0);  // two ordinary edits in five letters
  EXPECT_GT(similarity("lukashenko", "luakshenka"), 0.8);
}

TEST(UnitSimilarity, KnowsTranscriptions) {
  EXPECT_GE(similarity("gaddafi", "qadhafi"), 0.7);
  EXPECT_GE(similarity("makhlouf", "maklouf"), 0.84);
  EXPECT_GE(similarity("yusuf", "jusuf"), 0.84);
}

TEST(UnitSimilarity, InitialStandsForNamesOfPersonsOnly) {
  const uint8_t person = kTraitPerson;
  const Unit initial = unit("g", person | kTraitInitial);
  EXPECT_NEAR(unit_similarity(initial.view(), unit("george", person).view()), 0.6, 1e-3);
  EXPECT_EQ(unit_similarity(initial.view(), unit("peter", person).view()), 0);
  EXPECT_EQ(unit_similarity(initial.view(), unit("group").view()), 0);
  EXPECT_EQ(unit_similarity(initial.view(), unit("h", person | kTraitInitial).view()), 0);
}

TEST(UnitSimilarity, NumbersCompareByValue) {
  const uint32_t six = make_group(GroupSort::kNumber, 6);
  EXPECT_EQ(unit_similarity(unit("6", kTraitNumber, {six}).view(), unit("six", kTraitNumber, {six}).view()), 1);
  EXPECT_EQ(unit_similarity(unit("16", kTraitNumber, {make_group(GroupSort::kNumber, 16)}).view(),
                            unit("6", kTraitNumber, {six}).view()),
            0);
}

TEST(UnitSimilarity, JoinsMeetSingleTokensOnly) {
  const Unit join = unit("alqaida", kTraitJoin);
  EXPECT_GT(unit_similarity(join.view(), unit("alqaida").view()), 0.9);
  EXPECT_EQ(unit_similarity(join.view(), join.view()), 0);
  EXPECT_EQ(unit_similarity(unit("ckhutchison", kTraitJoin).view(), unit("hutchison").view()), 0);
}

TEST(UnitSimilarity, InitialsOfABodyMeetAcronymsOnly) {
  const Unit initials = unit("irgc", kTraitNameAcronym);
  EXPECT_NEAR(unit_similarity(initials.view(), unit("irgc", kTraitAcronym).view()), 0.8, 1e-3);
  EXPECT_EQ(unit_similarity(initials.view(), unit("irgc").view()), 0);
}

TEST(UnitSimilarity, UnreadableFormsAreEqualOrNothing) {
  EXPECT_EQ(similarity("\u1780\u1781\u1782\u1783\u1784", "\u1780\u1781\u1782\u1783\u1785"), 0);
  EXPECT_EQ(similarity("\u1780\u1781\u1782\u1783", "\u1780\u1781\u1782\u1783"), 1);
}

RC_GTEST_PROP(UnitSimilarity, IsSymmetricQuantisedAndCovered, ()) {
  const Name a = prepare_name(*testing::arbitrary_name(), *testing::arbitrary_schema());
  const Name b = prepare_name(*testing::arbitrary_name(), *testing::arbitrary_schema());
  for_each_unit(a, [&](int i, UnitSpan, const Unit& x) {
    for_each_unit(b, [&](int j, UnitSpan, const Unit& y) {
      const double s = unit_similarity(x.view(), y.view());
      RC_ASSERT(s == unit_similarity(y.view(), x.view()));
      RC_ASSERT(s == 0 || (s >= kLeastSimilarity && s <= 1));
      RC_ASSERT(static_cast<double>(static_cast<float>(s)) == s);
      if (s == 0) return;
      RC_ASSERT(share_exact_key(x, y) || have_near_fuzzy_keys(x, y));
      RC_ASSERT(may_be_similar(a.sketches[static_cast<size_t>(i)], b.sketches[static_cast<size_t>(j)]));
    });
  });
}

RC_GTEST_PROP(UnitSimilarity, OfMisspeltWordsIsCovered, ()) {
  // Words that are close to each other far more often than chance would have it.
  std::string word = *rc::gen::elementOf(std::vector<std::string>{
      "muhammad", "qadhafi", "yevgeny", "khrushchev", "schwarz", "tse", "dzhokhar", "jean", "xiang", "wojciech"});
  const std::string original = word;
  const int edits = *rc::gen::inRange(0, 4);
  for (int i = 0; i < edits && !word.empty(); ++i) {
    const size_t at = *rc::gen::inRange<size_t>(0, word.size());
    const char letter = *rc::gen::elementOf(std::string("aehiyjkcqstzxvw"));
    switch (*rc::gen::inRange(0, 3)) {
      case 0:
        word[at] = letter;
        break;
      case 1:
        word.insert(at, 1, letter);
        break;
      default:
        word.erase(at, 1);
    }
  }
  const uint8_t traits = *rc::gen::element<uint8_t>(0, kTraitConsonants, kTraitPerson, kTraitAcronym);
  const Unit a = unit(original, kTraitPerson);
  const Unit b = unit(word, traits);
  const double s = unit_similarity(a.view(), b.view());
  RC_ASSERT(s == unit_similarity(b.view(), a.view()));
  RC_ASSERT(s == 0 || share_exact_key(a, b) || have_near_fuzzy_keys(a, b));
  RC_ASSERT(s == 0 || share_exact_key(b, a) || have_near_fuzzy_keys(b, a));
  RC_ASSERT(s == 0 || may_be_similar(sketch_of(a.view()), sketch_of(b.view())));
}

TEST(UnitSpan, NumbersSinglesPairsTriplesAndTheWhole) {
  EXPECT_EQ(unit_count(0), 0);
  EXPECT_EQ(unit_count(1), 2);
  EXPECT_EQ(unit_count(3), 7);
  EXPECT_EQ(unit_span(0, 3), (UnitSpan{0, 1}));
  EXPECT_EQ(unit_span(3, 3), (UnitSpan{0, 2}));
  EXPECT_EQ(unit_span(5, 3), (UnitSpan{0, 3}));
  EXPECT_EQ(unit_span(6, 3), (UnitSpan{0, 3}));
  EXPECT_EQ(unit_span(3, 2), (UnitSpan{0, 2}));
}

}  // namespace
}  // namespace vedette::match
