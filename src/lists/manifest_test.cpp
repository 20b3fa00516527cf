#include "lists/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "lists/store_testing.h"

namespace vedette::lists {
namespace {

using ::testing::HasSubstr;
using testing::make_version;

Manifest example() {
  Manifest manifest{.store_id = "0123456789abcdef0123456789abcdef", .generation = 7};
  manifest.versions = {make_version("eu_fsf", "2018"), make_version("un_sc_sanctions", "2025-11-15"),
                       make_version("un_sc_sanctions", "2025-11-20")};
  Version& last = manifest.versions[2];
  last.active = true;
  last.confirmed = parse_published("2025-11-30").value();
  last.files = {"liste \"été\".xml", "b.xml"};
  last.notes = {"one note"};
  last.rejected = 1;
  last.rejected_file = "un.jsonl";
  last.accepted_because = "checked by hand";
  last.image_checksum = 0xFEDCBA9876543210;
  return manifest;
}

TEST(Manifest, ReadsWhatItWrites) {
  const Manifest manifest = example();
  const auto parsed = parse_manifest(write_manifest(manifest));
  ASSERT_TRUE(parsed) << parsed.error().to_string();
  EXPECT_EQ(*parsed, manifest);
  EXPECT_EQ(parse_manifest(write_manifest({})).value(), Manifest());
}

TEST(Manifest, FindsActiveVersions) {
  const Manifest manifest = example();
  EXPECT_EQ(manifest.active("un_sc_sanctions"), &manifest.versions[2]);
  EXPECT_EQ(manifest.active("eu_fsf"), nullptr);
  EXPECT_EQ(manifest.active_versions().size(), 1u);
  EXPECT_EQ(manifest.versions_of("un_sc_sanctions").size(), 2u);
}

TEST(Manifest, SortsBySourceThenLastDayThenLoading) {
  Manifest manifest;
  manifest.versions = {make_version("b", "2019-01-31", "first"), make_version("b", "2019-01", "second"),
                       make_version("b", "2019-01-15"), make_version("a", "2020")};
  sort_versions(manifest);
  EXPECT_EQ(manifest.versions[0].source, "a");
  EXPECT_EQ(manifest.versions[1].published.to_string(), "2019-01-15");
  EXPECT_EQ(manifest.versions[2].published.to_string(), "2019-01-31");
  EXPECT_EQ(manifest.versions[3].published.to_string(), "2019-01");
}

// Damage never reads as a manifest with other content.
TEST(Manifest, EveryChangedByteIsNoticedOrHarmless) {
  const Manifest manifest = example();
  const std::string text = write_manifest(manifest);
  EXPECT_TRUE(rc::check("one byte changed", [&] {
    std::string damaged = text;
    damaged[*rc::gen::inRange<size_t>(0, text.size())] = static_cast<char>(*rc::gen::inRange(0, 256));
    const auto parsed = parse_manifest(damaged);
    if (parsed) RC_ASSERT(*parsed == manifest);
  }));
}

TEST(Manifest, EveryCutIsDamage) {
  const std::string text = write_manifest(example());
  for (size_t size = 0; size + 1 < text.size(); ++size) {
    EXPECT_EQ(parse_manifest(text.substr(0, size)).error().code, ErrorCode::kCorrupt) << size;
  }
}

TEST(Manifest, ALaterSchemaVersionIsUnsupported) {
  std::string text = write_manifest(example());
  text.replace(text.find(": 1"), 3, ": 2");
  EXPECT_EQ(parse_manifest(text).error().code, ErrorCode::kUnsupported);
}

TEST(Manifest, BrokenInvariantsAreDamage) {
  const auto error_of = [](const Manifest& manifest) { return parse_manifest(write_manifest(manifest)).error(); };
  Manifest twice = example();
  twice.versions[1].hash = twice.versions[2].hash;
  EXPECT_THAT(error_of(twice).message, HasSubstr("twice"));
  Manifest two_active = example();
  two_active.versions[1].active = true;
  EXPECT_THAT(error_of(two_active).message, HasSubstr("two active"));
  Manifest shared = example();
  shared.versions[1].image = shared.versions[2].image;
  EXPECT_THAT(error_of(shared).message, HasSubstr("share an image"));
  Manifest unordered = example();
  std::swap(unordered.versions[0], unordered.versions[1]);
  EXPECT_THAT(error_of(unordered).message, HasSubstr("out of order"));
  Manifest escaping = example();
  escaping.versions[0].image = "../../etc/passwd";
  EXPECT_THAT(error_of(escaping).message, HasSubstr("file name"));
}

}  // namespace
}  // namespace vedette::lists
