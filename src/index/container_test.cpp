#include "index/container.h"

#include <gmock/gmock.h>

namespace vedette::index {
namespace {

std::string small_file() {
  ContainerWriter writer;
  writer.add(SectionKind::kInfo, "{}");
  writer.add(SectionKind::kEntityBytes, std::string(1000, 'x'));
  writer.add(SectionKind::kNames, "");
  return std::move(writer).finish(42);
}

TEST(Container, GivesBackWhatWasPutIn) {
  const std::string file = small_file();
  const auto view = ContainerView::open(file, "small");
  ASSERT_TRUE(view.has_value()) << view.error().to_string();
  EXPECT_EQ(view->section(SectionKind::kInfo), "{}");
  EXPECT_EQ(view->section(SectionKind::kEntityBytes), std::string(1000, 'x'));
  EXPECT_EQ(view->section(SectionKind::kNames), "");
  EXPECT_EQ(view->section(SectionKind::kPieceEntries), "");
  EXPECT_EQ(view->index_signature(), 42u);
}

TEST(Container, EveryAlteredByteThatCountsIsNoticed) {
  const std::string file = small_file();
  for (size_t i = 0; i < file.size(); ++i) {
    std::string altered = file;
    altered[i] = static_cast<char>(altered[i] ^ 0x40);
    const auto view = ContainerView::open(altered, "small");
    const bool is_padding = view.has_value();
    if (is_padding) {
      EXPECT_EQ(view->section(SectionKind::kInfo), "{}") << i;
      EXPECT_EQ(view->section(SectionKind::kEntityBytes), std::string(1000, 'x')) << i;
    }
  }
}

TEST(Container, EveryCutIsRefusedWithAReason) {
  const std::string file = small_file();
  for (size_t size = 0; size < file.size(); size += 7) {
    const auto view = ContainerView::open(std::string_view(file).substr(0, size), "small");
    ASSERT_FALSE(view.has_value()) << size;
    EXPECT_EQ(view.error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(view.error().where.file, "small");
  }
}

TEST(Container, ALaterVersionIsNotCalledDamage) {
  std::string file = small_file();
  file[8] = 9;
  const auto view = ContainerView::open(file, "small");
  ASSERT_FALSE(view.has_value());
  EXPECT_EQ(view.error().code, ErrorCode::kUnsupported);
}

}  // namespace
}  // namespace vedette::index
