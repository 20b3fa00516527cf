#include "base/hash.h"

#include <gtest/gtest.h>

namespace vedette {
namespace {

// FIPS 180-2, appendix B.
TEST(Sha256, PublishedVectors) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, PartsMakeTheWhole) {
  Sha256 parts;
  parts.update("a");
  parts.update("");
  parts.update("bc");
  Sha256 moved = std::move(parts);
  EXPECT_EQ(std::move(moved).hex(), sha256_hex("abc"));
}

TEST(Checksum64, IsXxh3) {
  EXPECT_EQ(checksum64(""), 0x2D06800538D394C2u);
  EXPECT_NE(checksum64("abc"), checksum64("abd"));
  EXPECT_EQ(checksum64(std::string(5000, 'x')), checksum64(std::string(5000, 'x')));
}

}  // namespace
}  // namespace vedette
