#include "match/edit_distance.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/edit_distance.h"

namespace vedette::match {
namespace {

rc::Gen<std::string> short_word() {
  return rc::gen::container<std::string>(rc::gen::elementOf(std::string("abhi")));
}

TEST(BoundedEdits, CountsInsertionsDeletionsSubstitutionsAndSwaps) {
  EXPECT_EQ(bounded_edits("putin", "putin", 2), 0);
  EXPECT_EQ(bounded_edits("putin", "pulin", 2), 1);
  EXPECT_EQ(bounded_edits("putin", "puttin", 2), 1);
  EXPECT_EQ(bounded_edits("lukashenko", "luakshenko", 2), 1);
  EXPECT_EQ(bounded_edits("putin", "bush", 2), 3);
  EXPECT_EQ(bounded_edits("", "a", 1), 1);
}

RC_GTEST_PROP(BoundedEdits, AgreesWithTheTextbook, ()) {
  const std::string a = *short_word();
  const std::string b = *short_word();
  const int limit = *rc::gen::inRange(0, 4);
  const int slow = reference::edits(a, b);
  const bool too_long = std::max(a.size(), b.size()) > kMaxKeyLength;
  RC_ASSERT(bounded_edits(a, b, limit) == (slow <= limit && (slow == 0 || !too_long) ? slow : limit + 1));
}

RC_GTEST_PROP(WeightedEdits, IsSymmetricAndZeroForEqualWordsOnly, ()) {
  const std::string a = *short_word();
  const std::string b = *short_word();
  RC_ASSERT(weighted_edits(a, b) == weighted_edits(b, a));
  RC_ASSERT((weighted_edits(a, b) == 0) == (a == b));
}

TEST(WeightedEdits, ChargesWhatPeopleConfuseLess) {
  EXPECT_DOUBLE_EQ(weighted_edits("laden", "ladin"), 0.6);          // vowel for vowel
  EXPECT_DOUBLE_EQ(weighted_edits("vukik", "vucik"), 0.5);          // confusable
  EXPECT_NEAR(weighted_edits("asad", "assad"), 0.3, 1e-12);         // doubled
  EXPECT_DOUBLE_EQ(weighted_edits("maklouf", "makhlouf"), 0.5);     // silent h
  EXPECT_DOUBLE_EQ(weighted_edits("sergi", "sergei"), 0.7);         // vowel left out
  EXPECT_DOUBLE_EQ(weighted_edits("lukasenko", "luaksenko"), 0.7);  // swapped
  EXPECT_DOUBLE_EQ(weighted_edits("putin", "pulin"), 1.0);          // any other
  EXPECT_DOUBLE_EQ(weighted_edits("gates", "lates"), 1.3);          // first letter
}

TEST(WeightedEdits, TooLongWordsAreFar) {
  EXPECT_GT(weighted_edits(std::string(60, 'a'), std::string(61, 'a')), 10);
}

}  // namespace
}  // namespace vedette::match
