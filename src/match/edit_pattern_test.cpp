#include "match/edit_pattern.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace vedette::match {
namespace {

std::string word_over(const char* letters, size_t count, int longest) {
  std::string word;
  for (int i = *rc::gen::inRange(0, longest + 1); i > 0; --i) word += letters[*rc::gen::inRange<size_t>(0, count)];
  return word;
}

RC_GTEST_PROP(EditPattern, EqualsBoundedEditsOnNearWords, ()) {
  const std::string a = word_over("abc", 3, 12);
  const std::string b = word_over("abc", 3, 12);
  const EditPattern pattern(a);
  for (int limit = 0; limit <= 3; ++limit) RC_ASSERT(pattern.edits(b, limit) == bounded_edits(a, b, limit));
}

RC_GTEST_PROP(EditPattern, EqualsBoundedEditsOnLongWords, ()) {
  std::string a = word_over("ab", 2, 60);
  std::string b = a;
  for (int i = *rc::gen::inRange(0, 4); i > 0 && !b.empty(); --i) {
    const auto at = *rc::gen::inRange<size_t>(0, b.size());
    if (*rc::gen::arbitrary<bool>()) {
      b.erase(at, 1);
    } else {
      b[at] = 'a';
    }
  }
  const EditPattern pattern(a);
  for (int limit = 0; limit <= 2; ++limit) RC_ASSERT(pattern.edits(b, limit) == bounded_edits(a, b, limit));
}

TEST(EditPattern, AllPairsOfShortWords) {
  std::vector<std::string> words{""};
  for (size_t i = 0; words[i].size() < 5; ++i) {
    for (const char c : {'a', 'b'}) words.push_back(words[i] + c);
  }
  for (const auto& a : words) {
    const EditPattern pattern(a);
    for (const auto& b : words) ASSERT_EQ(pattern.edits(b, 2), bounded_edits(a, b, 2)) << a << " " << b;
  }
}

}  // namespace
}  // namespace vedette::match
