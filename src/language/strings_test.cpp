#include "language/strings.h"

#include <gtest/gtest.h>

#include "language/language_tables.h"

namespace vedette::language {
namespace {

TEST(HashString, IsMurmurWithSeedOne) {
  EXPECT_EQ(hash_string("coffee"), 3197928453018144401u);
  EXPECT_EQ(hash_string("apple"), 8566208034543834098u);
}

TEST(HashString, CoversEveryLengthOfRest) {
  EXPECT_EQ(hash_string("a"), 11901859001352538922u);
  EXPECT_EQ(hash_string("ab"), 6606101647874324205u);
  EXPECT_EQ(hash_string("abc"), 13021918864714763345u);
  EXPECT_EQ(hash_string("abcd"), 10146069190107602562u);
  EXPECT_EQ(hash_string("abcde"), 13719108639536143u);
  EXPECT_EQ(hash_string("abcdef"), 15630152049486356940u);
  EXPECT_EQ(hash_string("abcdefg"), 18200195881963043692u);
  EXPECT_EQ(hash_string("abcdefgh"), 17751780907874141760u);
  EXPECT_EQ(hash_string("abcdefghi"), 13885881106499164936u);
  EXPECT_EQ(hash_string("żółć"), 11296257544792648703u);
  EXPECT_EQ(hash_string("一二三四五六"), 13680998472910807743u);
}

TEST(StringId, OrdinaryTextsHaveTheirHash) {
  EXPECT_EQ(string_id("coffee"), hash_string("coffee"));
  EXPECT_EQ(string_id("nsubjx"), hash_string("nsubjx"));
}

TEST(StringId, ReservedSymbolsHaveSmallNumbers) {
  EXPECT_EQ(string_id(""), 0u);
  EXPECT_EQ(string_id("IS_ALPHA"), 1u);
  EXPECT_EQ(string_id("nsubj"), 429u);
  EXPECT_EQ(string_id("PERSON"), 380u);
  EXPECT_EQ(reserved_symbols().size(), 457u);
}

TEST(StringId, WordsThatHappenToBeSymbolsAreNumbersToo) {
  for (const auto* word : {"agent", "mark", "number", "root", "aux", "det", "ID", "DATE", "X", "_"}) {
    EXPECT_LT(string_id(word), 1000u) << word;
  }
}

TEST(BaseNorms, AreFortyFive) {
  EXPECT_EQ(base_norms().size(), 45u);
  EXPECT_EQ(base_norms().at("—"), "-");
  EXPECT_EQ(base_norms().at("US$"), "$");
}

}  // namespace
}  // namespace vedette::language
