#include "cli/output_file.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "support/test_data.h"

namespace vedette::cli {
namespace {

namespace fs = std::filesystem;

size_t files_in(const fs::path& folder) {
  return static_cast<size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(OutputFile, TakesItsPlaceOnlyWhenKept) {
  const testing::TemporaryFolder folder;
  const fs::path path = folder.path() / "out.jsonl";
  {
    const auto file = OutputFile::create(path).value();
    file->sink().write("half");
    EXPECT_FALSE(fs::exists(path));
  }
  EXPECT_EQ(files_in(folder.path()), 0u) << "nothing is left over";
  const auto file = OutputFile::create(path).value();
  file->sink().write("whole\n");
  ASSERT_TRUE(file->keep());
  EXPECT_EQ(read_file(path, 100).value(), "whole\n");
  EXPECT_EQ(files_in(folder.path()), 1u);
}

TEST(OutputFile, ADeviceIsWrittenToAndNotReplaced) {
  const auto file = OutputFile::create("/dev/null").value();
  file->sink().write("gone");
  EXPECT_TRUE(file->keep());
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(OutputFile, SaysWhereItCannotWrite) {
  const testing::TemporaryFolder folder;
  const auto file = OutputFile::create(folder.path() / "absent" / "out.jsonl");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::kIo);
  EXPECT_NE(file.error().where.file.find("absent"), std::string::npos);
}

}  // namespace
}  // namespace vedette::cli
