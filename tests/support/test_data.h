// Where tests find data: fixtures ship with the project; official list files may lie in a folder beside it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace vedette::testing {

/// A file that ships with the project: fixture("un/small.xml").
inline std::filesystem::path fixture(const std::string& name) {
  return std::filesystem::path(VEDETTE_SOURCE_DIR) / "tests" / "fixtures" / name;
}

/// A file of the official data, which does not ship: $VEDETTE_TEST_DATA, else shared/data beside the source tree.
inline std::filesystem::path official(const std::string& name) {
  const char* folder = std::getenv("VEDETTE_TEST_DATA");
  const auto root = folder != nullptr ? std::filesystem::path(folder)
                                      : std::filesystem::path(VEDETTE_SOURCE_DIR) / ".." / "shared" / "data";
  return root / name;
}

/// A folder of its own for one test, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "vedette-test-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace vedette::testing

/// Skips the test, with one clear line, when an official file is not at hand.
#define VEDETTE_NEEDS_OFFICIAL(name)                                                         \
  do {                                                                                       \
    if (!std::filesystem::exists(::vedette::testing::official(name))) {                      \
      GTEST_SKIP() << "needs " << ::vedette::testing::official(name) << ", which is absent"; \
    }                                                                                        \
  } while (false)
