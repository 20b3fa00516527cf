#include "language/sentence_edges.h"

#include <gmock/gmock.h>

namespace vedette::language {
namespace {

using testing::ElementsAre;

TEST(FindEdges, ReachesOverTheWholeSubtree) {
  Edges edges;
  find_edges({1, 1, 3, 1, 5, 5}, edges);  // two sentences: 0 ← 1 → 3 → 2, and 4 ← 5
  EXPECT_THAT(edges.left, ElementsAre(0, 0, 2, 2, 4, 4));
  EXPECT_THAT(edges.right, ElementsAre(0, 3, 2, 3, 4, 5));
  EXPECT_THAT(edges.starts_sentence, ElementsAre(1, 0, 0, 0, 1, 0));
}

TEST(FindEdges, ChainsAgainstTheOrderOfTextNeedOnePass) {
  std::vector<uint32_t> heads;
  for (uint32_t i = 0; i < 100; ++i) heads.push_back(i == 99 ? 99 : i + 1);
  Edges edges;
  find_edges(heads, edges);
  EXPECT_EQ(edges.left[99], 0u);
  EXPECT_EQ(edges.starts_sentence[0], 1);
}

ModelData with_labels() {
  ModelData data;
  data.lifted.resize(6);
  data.lifted[5] = {1, 2};  // label 5 is "1||2"
  return data;
}

TEST(RestoreCrossingArcs, FindsTheNearestHeadWithTheLabel) {
  // 0 is the root; 1 and 2 below it, 3 below 2 with label 2, 4 lifted to the root.
  Arcs arcs{{0, 0, 0, 2, 0}, {3, 4, 4, 2, 5}};
  Edges edges;
  find_edges(arcs.heads, edges);
  restore_crossing_arcs(with_labels(), {0, 0, 0, 0, 0}, edges, arcs);
  EXPECT_THAT(arcs.heads, ElementsAre(0, 0, 0, 2, 3));
  EXPECT_THAT(arcs.labels, ElementsAre(3, 4, 4, 2, 1));
}

TEST(RestoreCrossingArcs, PassesOverWhiteSpaceAndWhatIsBelowIt) {
  Arcs arcs{{0, 0, 0, 2, 0}, {3, 4, 4, 2, 5}};
  Edges edges;
  find_edges(arcs.heads, edges);
  restore_crossing_arcs(with_labels(), {0, 0, 1, 0, 0}, edges, arcs);
  EXPECT_EQ(arcs.heads[4], 0u);
  EXPECT_EQ(arcs.labels[4], 1);
}

}  // namespace
}  // namespace vedette::language
