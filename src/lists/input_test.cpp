#include "lists/input.h"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <vector>

#include "lists/archive_stream.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::HasSubstr;

enum class Pack : uint8_t { kGzip, kZstd, kZip, kTar };

struct Member {
  std::string name;
  std::string content;
};

// Packs with libarchive; gzip and zstd take the first member's content alone.
std::string packed(Pack pack, const std::vector<Member>& members) {
  std::string out(size_t{4} << 20, '\0');
  size_t used = 0;
  archive* writer = archive_write_new();
  if (pack == Pack::kGzip) archive_write_add_filter_gzip(writer);
  if (pack == Pack::kZstd) archive_write_add_filter_zstd(writer);
  if (pack == Pack::kZip) archive_write_set_format_zip(writer);
  if (pack == Pack::kTar) archive_write_set_format_ustar(writer);
  if (pack == Pack::kGzip || pack == Pack::kZstd) archive_write_set_format_raw(writer);
  archive_write_set_bytes_in_last_block(writer, 1);
  EXPECT_EQ(ARCHIVE_OK, archive_write_open_memory(writer, out.data(), out.size(), &used));
  for (const Member& member : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(member.content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    EXPECT_EQ(ARCHIVE_OK, archive_write_header(writer, entry));
    archive_write_data(writer, member.content.data(), member.content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

Result<std::string> content_of(Result<Streams> streams, uint64_t limit = uint64_t{1} << 30) {
  if (!streams) return Unexpected(streams.error());
  EXPECT_EQ(streams->size(), 1u);
  return read_all(*streams->front(), limit);
}

void write(const std::filesystem::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

std::string noise(size_t size) {
  std::string bytes(size, '\0');
  uint64_t state = 88172645463325252u;
  for (char& byte : bytes) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    byte = static_cast<char>('a' + state % 26);
  }
  return bytes;
}

TEST(OpenInput, ReadsAPlainFile) {
  const vedette::testing::TemporaryFolder folder;
  write(folder.path() / "list.csv", "id,name\n");
  auto streams = open_input(folder.path() / "list.csv", {});
  ASSERT_TRUE(streams);
  EXPECT_EQ(streams->front()->name(), "list.csv");
  EXPECT_EQ(read_all(*streams->front(), 100).value(), "id,name\n");
}

TEST(OpenInput, ReadsThroughCompression) {
  const std::string content = noise(300'000);
  EXPECT_EQ(content_of(open_bytes("a.gz", packed(Pack::kGzip, {{"a", content}}), {})).value(), content);
  EXPECT_EQ(content_of(open_bytes("a.zst", packed(Pack::kZstd, {{"a", content}}), {})).value(), content);
  EXPECT_EQ(content_of(open_bytes("a.zip", packed(Pack::kZip, {{"a", content}}), {})).value(), content);
}

TEST(OpenInput, GivesAnEmptyGzipAsAnEmptyStream) {
  EXPECT_EQ(content_of(open_bytes("a.gz", packed(Pack::kGzip, {{"a", ""}}), {})).value(), "");
}

TEST(OpenInput, NamesZipMembersAndReadsThemInAnyOrder) {
  auto streams = open_bytes("SDN.ZIP", packed(Pack::kZip, {{"sdn.csv", "one"}, {"alt.csv", "two"}}), {});
  ASSERT_TRUE(streams);
  ASSERT_EQ(streams->size(), 2u);
  EXPECT_EQ((*streams)[0]->name(), "SDN.ZIP/sdn.csv");
  EXPECT_EQ(read_all(*(*streams)[1], 100).value(), "two");
  EXPECT_EQ(read_all(*(*streams)[0], 100).value(), "one");
}

TEST(OpenInput, GivesEachFileOfAFolderByName) {
  const vedette::testing::TemporaryFolder folder;
  write(folder.path() / "sdn.csv", "main");
  write(folder.path() / "alt.csv.gz", packed(Pack::kGzip, {{"alt.csv", "alias"}}));
  write(folder.path() / ".hidden", "no");
  std::filesystem::create_directory(folder.path() / "old");
  auto streams = open_input(folder.path(), {});
  ASSERT_TRUE(streams);
  ASSERT_EQ(streams->size(), 2u);
  EXPECT_EQ((*streams)[0]->name(), "alt.csv.gz");
  EXPECT_EQ(read_all(*(*streams)[0], 100).value(), "alias");
  EXPECT_EQ(read_all(*(*streams)[1], 100).value(), "main");
}

TEST(OpenInput, TellsWhatIsMissing) {
  EXPECT_EQ(open_input("/nonexistent/list.csv", {}).error().code, ErrorCode::kNotFound);
  const vedette::testing::TemporaryFolder folder;
  EXPECT_EQ(open_input(folder.path(), {}).error().code, ErrorCode::kNotFound);
}

TEST(OpenInput, RefusesArchivesWithinArchivesAndForeignOnes) {
  const std::string inner = packed(Pack::kGzip, {{"a", "text"}});
  EXPECT_EQ(content_of(open_bytes("a.zip", packed(Pack::kZip, {{"a.gz", inner}}), {})).error().code,
            ErrorCode::kUnsupported);
  const std::string tar = packed(Pack::kTar, {{"a", "text"}});
  EXPECT_EQ(open_bytes("a.tar", tar, {}).error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(content_of(open_bytes("a.tar.gz", packed(Pack::kGzip, {{"a", tar}}), {})).error().code,
            ErrorCode::kUnsupported);
}

TEST(OpenInput, SaysThatCutArchivesAreCorruptAndWhich) {
  const std::string content = noise(200'000);
  for (const Pack pack : {Pack::kGzip, Pack::kZstd, Pack::kZip}) {
    const std::string whole = packed(pack, {{"a", content}});
    for (size_t size = 4; size < whole.size(); size += whole.size() / 37) {
      const auto result = content_of(open_bytes("list.packed", whole.substr(0, size), {}));
      ASSERT_FALSE(result) << "pack " << static_cast<int>(pack) << " cut at " << size;
      EXPECT_EQ(result.error().code, ErrorCode::kCorrupt);
      EXPECT_THAT(result.error().where.file, HasSubstr("list.packed"));
    }
  }
}

// zstd has a checksum only where its writer wanted one: the program zstd does, libarchive, which packs here, does not.
TEST(OpenInput, ChangedBytesAreNeverReadAsAnotherList) {
  const std::string content = noise(20'000);
  for (const Pack pack : {Pack::kGzip, Pack::kZip}) {
    const std::string whole = packed(pack, {{"a", content}});
    for (size_t i = 0; i < whole.size(); i += 1 + whole.size() / 400) {
      std::string changed = whole;
      changed[i] = static_cast<char>(changed[i] ^ 0x10);
      const auto result = content_of(open_bytes("list.packed", changed, {}));
      if (result && container_of(changed) != Container::kPlain) {
        EXPECT_TRUE(*result == content) << "pack " << static_cast<int>(pack) << " byte " << i;
      }
    }
  }
}

TEST(OpenInput, HoldsEveryGzipMemberAgainstItsChecksumAndSize) {
  const std::string whole = packed(Pack::kGzip, {{"a", noise(5'000)}});
  for (size_t i = whole.size() - 8; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] + 1);
    const auto result = content_of(open_bytes("list.gz", changed + whole, {}));
    ASSERT_FALSE(result) << i;
    EXPECT_EQ(result.error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(result.error().where.file, "list.gz");
  }
}

TEST(OpenInput, ReadsGzipMembersOneAfterAnother) {
  const std::string one = packed(Pack::kGzip, {{"a", "one "}});
  const std::string two = packed(Pack::kGzip, {{"a", "two"}});
  EXPECT_EQ(content_of(open_bytes("a.gz", one + two, {})).value(), "one two");
  EXPECT_EQ(content_of(open_bytes("a.gz", one + std::string(1000, '\0'), {})).value(), "one ");
  EXPECT_EQ(content_of(open_bytes("a.gz", one + "rubbish", {})).error().code, ErrorCode::kCorrupt);
}

TEST(OpenInput, ReadsAGzipFileInBlocks) {
  const vedette::testing::TemporaryFolder folder;
  const std::string content = noise(1'000'000);
  write(folder.path() / "list.gz", packed(Pack::kGzip, {{"a", content}}));
  EXPECT_EQ(content_of(open_input(folder.path() / "list.gz", {})).value(), content);
}

TEST(OpenInput, StopsABombByItsExpansion) {
  // 128 MiB of zeros, written in pieces so that the test itself stays small.
  std::string out(size_t{1} << 20, '\0');
  size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_add_filter_gzip(writer);
  archive_write_set_format_raw(writer);
  ASSERT_EQ(ARCHIVE_OK, archive_write_open_memory(writer, out.data(), out.size(), &used));
  archive_entry* entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  ASSERT_EQ(ARCHIVE_OK, archive_write_header(writer, entry));
  const std::string zeros(size_t{1} << 20, '\0');
  for (int i = 0; i < 128; ++i) archive_write_data(writer, zeros.data(), zeros.size());
  archive_entry_free(entry);
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);

  auto streams = open_bytes("bomb.gz", out, {});
  ASSERT_TRUE(streams);
  std::vector<char> buffer(size_t{64} << 10);
  uint64_t total = 0;
  for (;;) {
    const auto got = streams->front()->read(buffer);
    if (!got) {
      EXPECT_EQ(got.error().code, ErrorCode::kLimit);
      EXPECT_THAT(got.error().to_string(), HasSubstr("bomb.gz"));
      break;
    }
    ASSERT_GT(*got, 0u) << "the whole bomb was read";
    total += *got;
  }
  EXPECT_LT(total, uint64_t{66} << 20);
}

TEST(OpenInput, HoldsTheBoundOnBytes) {
  ReadLimits limits;
  limits.bytes = 1000;
  const auto result = content_of(open_bytes("a.gz", packed(Pack::kGzip, {{"a", noise(5000)}}), limits));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kLimit);
}

TEST(PeekStream, ReplaysWhatWasLookedAt) {
  const std::string content = noise(200'000);
  PeekStream stream(std::make_unique<MemoryStream>("a", content));
  const std::string_view front = stream.peek().value();
  EXPECT_EQ(front, std::string_view(content).substr(0, kPeekBytes));
  EXPECT_EQ(read_all(stream, 1'000'000).value(), content);
  EXPECT_EQ(stream.peek().value(), "");
}

TEST(PeekStream, IsNotWrappedTwice) {
  auto stream = peekable(std::make_unique<MemoryStream>("a", "text"));
  const PeekStream* address = stream.get();
  EXPECT_EQ(peekable(std::move(stream)).get(), address);
}

}  // namespace
}  // namespace vedette::lists
