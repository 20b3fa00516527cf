#include "index/fuzzy_dictionary.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace vedette::index {
namespace {

// Textbook optimal string alignment.
unsigned slow_distance(std::string_view a, std::string_view b, unsigned) {
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
  return length < 4 ? 0 : length < 8 ? 1 : length < 13 ? 2 : 3;
}
unsigned eager_budget(size_t length) {
  return static_cast<unsigned>(std::min<size_t>(length / 2, 3));
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

std::map<uint32_t, unsigned> found(const FuzzyDictionaryView& view, std::string_view word, EditBudget budget) {
  std::map<uint32_t, unsigned> result;
  std::vector<uint32_t> scratch;
  view.find(word, budget, slow_distance, scratch,
            [&](uint32_t key, unsigned edits) { EXPECT_TRUE(result.emplace(key, edits).second) << "reported twice"; });
  return result;
}

std::map<uint32_t, unsigned> found_by_scan(const FuzzyDictionaryView& view, std::string_view word, EditBudget budget) {
  std::map<uint32_t, unsigned> result;
  for (uint32_t key = 0; key < view.keys.size(); ++key) {
    const unsigned edits = slow_distance(word, view.keys[key], 9);
    if (edits <= budget(std::min(word.size(), view.keys[key].size()))) result[key] = edits;
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

TEST(FuzzyDictionary, TranspositionAcrossTheCutWithAnEditOnEachSide) {
  const std::string key = "abcdefghijklmnop";
  std::set<std::string> words{key};
  const Dictionary dictionary(words, usual_budget);
  for (size_t cut = 1; cut < key.size(); ++cut) {
    std::string word = key;
    std::swap(word[cut - 1], word[cut]);
    word[0] = cut == 1 ? word[0] : 'x';
    word.back() = cut + 1 == key.size() ? word.back() : 'y';
    EXPECT_EQ(found(dictionary.view, word, usual_budget).size(), 1u) << word;
  }
}

TEST(FuzzyDictionary, EmptyDictionaryFindsNothing) {
  const Dictionary dictionary({}, usual_budget);
  EXPECT_TRUE(found(dictionary.view, "kim", usual_budget).empty());
  EXPECT_TRUE(found(FuzzyDictionaryView{}, "kim", usual_budget).empty());
}

}  // namespace
}  // namespace vedette::index
