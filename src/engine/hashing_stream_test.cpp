#include "engine/hashing_stream.h"

#include <gtest/gtest.h>

#include <array>

#include "lists/input.h"

namespace vedette::engine {
namespace {

// Reads `wanted` bytes of each stream, and then lets go of it.
std::string digest_of(std::vector<std::string> contents, size_t wanted = ~size_t{0}) {
  lists::Streams streams;
  for (size_t i = 0; i < contents.size(); ++i) {
    streams.push_back(std::make_unique<lists::MemoryStream>("file" + std::to_string(i), contents[i]));
  }
  ContentDigest digest({});
  streams = digest.wrap(std::move(streams));
  for (auto& stream : streams) {
    std::array<char, 3> buffer{};
    size_t got = 1;
    for (size_t read = 0; read < wanted && got > 0; read += got) got = stream->read(buffer).value();
  }
  streams.clear();
  return std::move(digest).finish().value();
}

TEST(ContentDigest, OfOneFileIsItsSha256) {
  EXPECT_EQ(digest_of({"abc"}), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ContentDigest, CountsWhatTheReaderLeft) {
  EXPECT_EQ(digest_of({"a longer text than was read"}, 3), sha256_hex("a longer text than was read"));
  EXPECT_EQ(digest_of({"not read at all"}, 0), sha256_hex("not read at all"));
}

TEST(ContentDigest, OfSeveralFilesIsThatOfTheirSortedHashes) {
  std::string lines[] = {sha256_hex("one") + "\n", sha256_hex("two") + "\n"};
  if (lines[1] < lines[0]) std::swap(lines[0], lines[1]);
  EXPECT_EQ(digest_of({"one", "two"}), sha256_hex(lines[0] + lines[1]));
  EXPECT_EQ(digest_of({"two", "one"}), digest_of({"one", "two"})) << "whatever the order";
  EXPECT_NE(digest_of({"onetwo"}), digest_of({"one", "two"}));
}

class BrokenStream final : public lists::InputStream {
 public:
  Result<size_t> read(std::span<char> buffer) override {
    if (std::exchange(read_once_, true)) return fail(ErrorCode::kCorrupt, "the archive ends early");
    buffer[0] = 'x';
    return 1;
  }
  const std::string& name() const override { return name_; }

 private:
  std::string name_ = "broken.gz";
  bool read_once_ = false;
};

TEST(ContentDigest, DamageBehindWhatTheReaderWantedIsNoticed) {
  ContentDigest digest({});
  lists::Streams streams;
  streams.push_back(std::make_unique<BrokenStream>());
  streams = digest.wrap(std::move(streams));
  streams.clear();
  EXPECT_EQ(std::move(digest).finish().error().code, ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace vedette::engine
