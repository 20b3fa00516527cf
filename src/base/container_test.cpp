#include "base/container.h"

#include <gtest/gtest.h>

namespace vedette {
namespace {

const ContainerFormat kFormat{"VEDTEST\n", 3, "test file",
                              [](uint32_t kind) { return std::string_view(kind == 7 ? "seven" : "unknown"); }};

std::string small_file() {
  ContainerWriter writer(kFormat);
  writer.add(7, "content");
  writer.add(9, std::string(100, 'x'));
  return std::move(writer).finish(42);
}

TEST(BaseContainer, GivesBackWhatWasPutIn) {
  const std::string file = small_file();
  const auto view = ContainerView::open(kFormat, file, "small");
  ASSERT_TRUE(view.has_value()) << view.error().to_string();
  EXPECT_EQ(view->section(7), "content");
  EXPECT_EQ(view->section(9), std::string(100, 'x'));
  EXPECT_EQ(view->section(8), "");
  EXPECT_EQ(view->signature(), 42u);
  EXPECT_EQ(file.size() % kContainerAlignment, 0u);
}

TEST(BaseContainer, AFileOfAnotherKindIsRefused) {
  ContainerFormat other = kFormat;
  other.magic = "VEDIMG\r\n";
  const auto view = ContainerView::open(other, small_file(), "small");
  ASSERT_FALSE(view.has_value());
  EXPECT_EQ(view.error().code, ErrorCode::kCorrupt);
}

TEST(BaseContainer, DamageNamesTheFileAndTheSection) {
  std::string file = small_file();
  file[file.find("content")] = 'C';
  const auto view = ContainerView::open(kFormat, file, "small");
  ASSERT_FALSE(view.has_value());
  EXPECT_EQ(view.error().to_string(), "small: damaged test file: section seven fails its checksum");
}

}  // namespace
}  // namespace vedette
