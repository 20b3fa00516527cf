#include "text/name_groups.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "text/fold.h"
#include "text/romanise.h"
#include "text/words.h"

namespace vedette::text {
namespace {

using ::testing::Contains;

std::ifstream open_table(const std::string& name) {
  return std::ifstream(std::string(VEDETTE_SOURCE_DIR) + "/data/names/" + name);
}

TEST(NameGroups, UniteOneNameAcrossScripts) {
  EXPECT_TRUE(share_name_group("vladimir", "владимир"));
  EXPECT_TRUE(share_name_group("muhammad", "محمد"));
  EXPECT_TRUE(share_name_group("kim", "김"));
  EXPECT_TRUE(share_name_group("park", "pak"));
  EXPECT_TRUE(share_name_group("bill", "william"));
  EXPECT_FALSE(share_name_group("vladimir", "иван"));
  EXPECT_FALSE(share_name_group("kim", "tin"));
  EXPECT_FALSE(share_name_group("", "kim"));
  EXPECT_TRUE(name_groups("notanameatall").empty());
}

// Every line of the text is found again in the compiled table, under its own number.
TEST(NameGroups, TableHoldsTheWholeText) {
  uint32_t id = 0;
  for (const char* name : {"groups.txt", "curated.txt"}) {
    auto file = open_table(name);
    ASSERT_TRUE(file) << name;
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with('#')) continue;
      ++id;
      for (size_t start = 0; start < line.size();) {
        const size_t end = std::min(line.find(' ', start), line.size());
        const auto groups = name_groups(std::string_view(line).substr(start, end - start));
        ASSERT_TRUE(std::binary_search(groups.begin(), groups.end(), id)) << line;
        start = end + 1;
      }
    }
  }
  EXPECT_GT(id, 60'000u);
}

TEST(NameGroups, TextIsSortedFoldedAndOfWholeWords) {
  auto file = open_table("groups.txt");
  std::string before;
  for (std::string line; std::getline(file, line);) {
    ASSERT_LT(before, line);
    ASSERT_EQ(fold(line), line);
    ASSERT_EQ(split_words(line).size(), static_cast<size_t>(std::count(line.begin(), line.end(), ' ')) + 1) << line;
    before = line;
  }
}

TEST(NameGroups, LatinFormsLeadTheReadings) {
  EXPECT_THAT(latin_forms("владимир", 8), Contains("vladimir"));
  EXPECT_EQ(romanise("владимир", Script::kCyrillic).front(), "vladimir");
  EXPECT_THAT(romanise("田中", Script::kHan), Contains("tanaka"));
  EXPECT_EQ(latin_forms("владимир", 1).size(), 1u);
}

TEST(Commonness, FallsFromTheCommonest) {
  EXPECT_EQ(commonness("al"), 1.0);
  EXPECT_GT(commonness("mohammad"), commonness("abramov"));
  EXPECT_GT(commonness("abramov"), 0.0);
  EXPECT_EQ(commonness("xqzzt"), 0.0);
}

}  // namespace
}  // namespace vedette::text
