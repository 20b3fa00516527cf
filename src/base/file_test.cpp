#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "support/test_data.h"

namespace vedette {
namespace {

using testing::TemporaryFolder;

void write_text(const std::filesystem::path& path, std::string_view content) {
  std::ofstream(path, std::ios::binary) << content;
}

TEST(ReadFile, WholeFileOrAnError) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
  write_text(path, std::string_view("a\0b", 3));
  EXPECT_EQ(*read_file(path, 3), std::string_view("a\0b", 3));
  EXPECT_EQ(read_file(path, 2).error().code, ErrorCode::kLimit);
  EXPECT_EQ(read_file(folder.path() / "none", 9).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(read_file(folder.path(), 9).error().code, ErrorCode::kIo);
  EXPECT_EQ(read_file(path, 2).error().where.file, path.string());
}

TEST(MappedFile, ShowsTheBytes) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
  write_text(path, "content");
  EXPECT_EQ((*MappedFile::open(path))->bytes(), "content");
  write_text(path, "");
  EXPECT_EQ((*MappedFile::open(path))->bytes(), "");
  EXPECT_EQ(MappedFile::open(folder.path() / "none").error().code, ErrorCode::kNotFound);
}

TEST(MappedFile, KeepsTheOldContentAfterAReplacement) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
  ASSERT_TRUE(replace_file(path, "old"));
  const auto mapped = *MappedFile::open(path);
  ASSERT_TRUE(replace_file(path, "new and longer"));
  EXPECT_EQ(mapped->bytes(), "old");
  EXPECT_EQ(*read_file(path, 99), "new and longer");
}

TEST(ReplaceFile, LeavesNothingElseBehind) {
  const TemporaryFolder folder;
  ASSERT_TRUE(replace_file(folder.path() / "a", "1"));
  ASSERT_TRUE(replace_file(folder.path() / "a", "2"));
  EXPECT_EQ(replace_file(folder.path() / "none" / "a", "1").error().code, ErrorCode::kNotFound);
  std::filesystem::create_directory(folder.path() / "folder");
  EXPECT_FALSE(replace_file(folder.path() / "folder", "1"));
  size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++count;
  EXPECT_EQ(count, 2u);
}

TEST(ReplaceFile, AReaderSeesOneOrTheOther) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a";
  const std::string one(100'000, '1');
  const std::string two(50'000, '2');
  ASSERT_TRUE(replace_file(path, one));
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int i = 0; i < 50; ++i) static_cast<void>(replace_file(path, i % 2 == 0 ? two : one));
    done = true;
  });
  int torn = 0;
  do {
    const auto content = read_file(path, 1 << 20);
    torn += !content || (*content != one && *content != two);
  } while (!done);
  writer.join();
  EXPECT_EQ(torn, 0);
}

// A child that takes the lock, says so through a pipe, and then either lets go or is killed.
TEST(FileLock, WaitsForAnotherProcessAndSurvivesItsDeath) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "lock";
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    const auto lock = FileLock::acquire(path);
    const char said = lock ? 'y' : 'n';
    if (::write(ready[1], &said, 1) == 1) pause();
    _exit(1);
  }
  char heard = 0;
  ASSERT_EQ(::read(ready[0], &heard, 1), 1);
  ASSERT_EQ(heard, 'y');
  std::atomic<bool> acquired = false;
  std::thread waiter([&] {
    const auto lock = FileLock::acquire(path);
    acquired = lock.has_value();
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_FALSE(acquired);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  waiter.join();
  EXPECT_TRUE(acquired);
  close(ready[0]);
  close(ready[1]);
}

TEST(FileLock, NeedsAFolder) {
  const TemporaryFolder folder;
  EXPECT_EQ(FileLock::acquire(folder.path() / "none" / "lock").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace vedette
