#include "index/fuzzy_dictionary.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace vedette::index {
namespace {

// Textbook optimal string alignment.
unsigned slow_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<unsigned>> cost(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) cost[i][0] = static_cast<unsigned>(i);
  for (size_t j = 0; j <= b.size(); ++j) cost[0][j] = static_cast<unsigned>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

unsigned usual_budget(size_t length) {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
unsigned eager_budget(size_t length) {
  return static_cast<unsigned>(std::min<size_t>(length / 2, 2));
}

struct Dictionary {
  StringTableBuilder keys;
  FuzzyDictionaryArrays arrays;
  FuzzyDictionaryView view;

  Dictionary(const std::set<std::string>& words, EditBudget budget) {
    for (const auto& word : words) keys.add(word);
    const StringTable table{keys.offsets, keys.text};
    arrays = build_fuzzy_dictionary(table, budget);
    view = FuzzyDictionaryView{table, arrays.buckets, arrays.entries, arrays.tags};
  }
};

std::set<uint32_t> found(const FuzzyDictionaryView& view, std::string_view word, EditBudget budget) {
  std::set<uint32_t> result;
  std::vector<uint32_t> scratch;
  const auto distance = [&](std::string_view key, unsigned) { return slow_distance(word, key); };
  view.find(word, budget, distance, scratch,
            [&](uint32_t key) { EXPECT_TRUE(result.insert(key).second) << "reported twice"; });
  return result;
}

std::set<uint32_t> found_by_scan(const FuzzyDictionaryView& view, std::string_view word, EditBudget budget) {
  std::set<uint32_t> result;
  for (uint32_t key = 0; key < view.keys.size(); ++key) {
    const unsigned edits = slow_distance(word, view.keys[key]);
    if (edits <= budget(std::min(word.size(), view.keys[key].size()))) result.insert(key);
  }
  return result;
}

std::string word_of(const char* letters, size_t letter_count, int length) {
  std::string word;
  for (int i = 0; i < length; ++i) word += letters[*rc::gen::inRange<size_t>(0, letter_count)];
  return word;
}

// A word and a few random edits of it, so that distances near the budget are common.
std::string edited(std::string word, int edits) {
  for (int i = 0; i < edits; ++i) {
    const auto at = *rc::gen::inRange<size_t>(0, word.size() + 1);
    const char letter = static_cast<char>('a' + *rc::gen::inRange(0, 3));
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        word.insert(at, 1, letter);
        break;
      case 1:
        if (at < word.size()) word.erase(at, 1);
        break;
      case 2:
        if (at < word.size()) word[at] = letter;
        break;
      default:
        if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
    }
  }
  return word;
}

TEST(FuzzyDictionary, FindsEveryWordOverTwoLettersUpToLengthSeven) {
  std::set<std::string> words;
  for (int length = 0; length <= 7; ++length) {
    for (int bits = 0; bits < (1 << length); ++bits) {
      std::string word;
      for (int i = 0; i < length; ++i) word += (bits >> i) & 1 ? 'b' : 'a';
      words.insert(word);
    }
  }
  for (const EditBudget budget : {usual_budget, eager_budget}) {
    const Dictionary dictionary(words, budget);
    for (const auto& word : words) {
      ASSERT_EQ(found(dictionary.view, word, budget), found_by_scan(dictionary.view, word, budget)) << word;
    }
  }
}

void compare_on_random_words(EditBudget budget, int longest) {
  const auto letters = *rc::gen::inRange<size_t>(2, 4);
  const std::string seed = word_of("abc", letters, *rc::gen::inRange(0, longest));
  std::set<std::string> words{seed};
  for (int i = 0; i < 40; ++i) words.insert(edited(seed, *rc::gen::inRange(0, 5)));
  const Dictionary dictionary(words, budget);
  const std::string query = edited(seed, *rc::gen::inRange(0, 4));
  RC_ASSERT(found(dictionary.view, query, budget) == found_by_scan(dictionary.view, query, budget));
}

RC_GTEST_PROP(FuzzyDictionary, EqualsTheScan, ()) {
  compare_on_random_words(usual_budget, 24);
}
RC_GTEST_PROP(FuzzyDictionary, EqualsTheScanWithAnEagerBudget, ()) {
  compare_on_random_words(eager_budget, 16);
}

TEST(FuzzyDictionary, ASwapAcrossTheCutWithAnEditOnEitherSide) {
  const std::string key = "abcdefghijklmnop";
  std::set<std::string> words{key};
  const Dictionary dictionary(words, usual_budget);
  for (size_t cut = 1; cut < key.size(); ++cut) {
    std::string word = key;
    std::swap(word[cut - 1], word[cut]);
    std::string early = word;
    early[cut == 1 ? 2 : 0] = 'x';
    std::string late = word;
    late[cut + 1 == key.size() ? cut - 2 : key.size() - 1] = 'y';
    EXPECT_EQ(found(dictionary.view, word, usual_budget).size(), 1u) << word;
    EXPECT_EQ(found(dictionary.view, early, usual_budget).size(), 1u) << early;
    EXPECT_EQ(found(dictionary.view, late, usual_budget).size(), 1u) << late;
  }
}

TEST(FuzzyDictionary, EmptyDictionaryFindsNothing) {
  const Dictionary dictionary({}, usual_budget);
  EXPECT_TRUE(found(dictionary.view, "kim", usual_budget).empty());
  EXPECT_TRUE(found(FuzzyDictionaryView{}, "kim", usual_budget).empty());
}

}  // namespace
}  // namespace vedette::index
