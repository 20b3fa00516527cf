#include "lists/version_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/store_testing.h"

namespace vedette::lists {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::make_version;

Manifest example() {
  Manifest manifest;
  manifest.versions = {make_version("un_sc_sanctions", "2025-11-20"), make_version("us_ofac_sdn", "2019-01"),
                       make_version("us_ofac_sdn", "2024-05-03", "one"),
                       make_version("us_ofac_sdn", "2024-05-03", "two")};
  manifest.versions[2].active = true;
  return manifest;
}

TEST(VersionName, HasTheHashOnlyWhereTwoShareADay) {
  const Manifest manifest = example();
  EXPECT_EQ(version_name(manifest, manifest.versions[0]), "un_sc_sanctions@2025-11-20");
  EXPECT_EQ(version_name(manifest, manifest.versions[1]), "us_ofac_sdn@2019-01");
  EXPECT_EQ(version_name(manifest, manifest.versions[2]),
            "us_ofac_sdn@2024-05-03+" + manifest.versions[2].hash.substr(0, 8));
}

TEST(VersionName, AMonthSharesItsLastDay) {
  Manifest manifest;
  manifest.versions = {make_version("us_ofac_sdn", "2019-01", "a"), make_version("us_ofac_sdn", "2019-01-31", "b")};
  EXPECT_THAT(version_name(manifest, manifest.versions[0]), HasSubstr("us_ofac_sdn@2019-01+"));
}

TEST(FindVersion, EveryNameFindsItsVersion) {
  const Manifest manifest = example();
  for (const Version& version : manifest.versions) {
    const auto found = find_version(manifest, version_name(manifest, version));
    ASSERT_TRUE(found) << found.error().to_string();
    EXPECT_EQ(*found, &version);
    EXPECT_EQ(find_version(manifest, version.hash).value(), &version);
    EXPECT_EQ(find_version(manifest, version.hash.substr(0, 12)).value(), &version);
  }
}

TEST(FindVersion, AMonthMeansItsLastDay) {
  const Manifest manifest = example();
  EXPECT_EQ(find_version(manifest, "us_ofac_sdn@2019-01-31").value(), &manifest.versions[1]);
  EXPECT_FALSE(find_version(manifest, "us_ofac_sdn@2019-01-30"));
  EXPECT_FALSE(find_version(manifest, "us_ofac_sdn@2019"));
}

TEST(FindVersion, ASourceAloneIsItsActiveVersion) {
  const Manifest manifest = example();
  EXPECT_EQ(find_version(manifest, "us_ofac_sdn").value(), &manifest.versions[2]);
  EXPECT_EQ(find_version(manifest, "un_sc_sanctions").error().code, ErrorCode::kNotFound);
}

TEST(FindVersion, NamesAllThatFitAnAmbiguousName) {
  const Manifest manifest = example();
  const auto found = find_version(manifest, "us_ofac_sdn@2024-05-03");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::kUsage);
  EXPECT_THAT(found.error().message, AllOf(HasSubstr(version_name(manifest, manifest.versions[2])),
                                           HasSubstr(version_name(manifest, manifest.versions[3]))));
}

TEST(FindVersion, AHashPrefixHasFourDigitsOrMore) {
  Manifest manifest;
  manifest.versions = {make_version("un_sc_sanctions", "2025-11-20", "a"), make_version("eu_fsf", "2025-11-20", "a")};
  const std::string hash = manifest.versions[0].hash;
  EXPECT_EQ(find_version(manifest, hash.substr(0, 3)).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(find_version(manifest, hash.substr(0, 4)).error().code, ErrorCode::kUsage) << "two sources, one content";
  EXPECT_EQ(find_version(manifest, "eu_fsf@2025-11-20+" + hash.substr(0, 4)).value(), &manifest.versions[1]);
}

TEST(FindVersion, RefusesWhatIsNoName) {
  const Manifest manifest = example();
  for (const char* name : {"us_ofac_sdn@", "us_ofac_sdn@soon", "us_ofac_sdn@2024-13-01", "us_ofac_sdn@2024-05-03+",
                           "us_ofac_sdn@2024-05-03+xyz1", "us_ofac_sdn@2019/2020", "us_ofac_sdn@~2019"}) {
    EXPECT_EQ(find_version(manifest, name).error().code, ErrorCode::kUsage) << name;
  }
  EXPECT_EQ(find_version(manifest, "").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace vedette::lists
