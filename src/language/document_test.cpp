#include <gmock/gmock.h>

#include "vedette/language.hpp"

namespace vedette::language {
namespace {

using testing::ElementsAre;

// "the old man  sleeps ." with heads man, man, sleeps, sleeps, sleeps
Document small() {
  Document document;
  document.text = "the old man  sleeps.";
  const uint32_t offsets[] = {0, 4, 8, 13, 19}, lengths[] = {3, 3, 3, 6, 1}, heads[] = {2, 2, 3, 3, 3};
  for (int i = 0; i < 5; ++i) {
    Token token;
    token.offset = offsets[i];
    token.length = lengths[i];
    token.head = heads[i];
    document.tokens.push_back(token);
  }
  return document;
}

TEST(Document, GivesTheTextOfTokensAndSpans) {
  const Document document = small();
  EXPECT_EQ(document.text_of(document.tokens[3]), "sleeps");
  EXPECT_EQ(document.text_of(Span{1, 4, 0}), "old man  sleeps");
  EXPECT_EQ(document.text_of(Span{2, 2, 0}), "");
}

TEST(Tree, WalksChildrenAndSubtrees) {
  const Tree tree(small());
  EXPECT_THAT(tree.children(3), ElementsAre(2, 4));
  EXPECT_THAT(tree.children(0), ElementsAre());
  EXPECT_THAT(tree.subtree(2), ElementsAre(0, 1, 2));
  EXPECT_EQ(tree.left_edge(3), 0u);
  EXPECT_EQ(tree.right_edge(2), 2u);
}

TEST(Tree, OfNothingIsEmpty) {
  const Tree tree{Document{}};
  SUCCEED();
}

}  // namespace
}  // namespace vedette::language
