#include "lists/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <random>
#include <thread>

#include "lists/store_testing.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_version;
using ::testing::SizeIs;

const FixedClock kClock(std::chrono::sys_days(std::chrono::year(2026) / 2 / 3));

// An image says which version it is of, so that a reader can tell a mixture.
std::string image_of(const Version& version, size_t bytes = 64) {
  std::string image = version.hash;
  while (image.size() < bytes) image += version.hash;
  return image;
}

class StoreTest : public ::testing::Test {
 protected:
  Added add(const Version& version, std::optional<std::string> accept = std::nullopt, std::string rejected = {}) {
    const std::string image = image_of(version);
    auto added = store.add({.version = version, .image = image, .rejected_records = rejected}, accept, kClock);
    EXPECT_TRUE(added) << added.error().to_string();
    return added.value_or(Added{});
  }
  void overwrite(const fs::path& path, std::string_view content) { std::ofstream(path, std::ios::binary) << content; }
  fs::path image_path(const Version& version) { return store.folder() / "images" / version.image; }
  std::string active_hash(std::string_view source = "un_sc_sanctions") {
    const auto manifest = store.manifest();
    if (!manifest || manifest->active(source) == nullptr) return {};
    return manifest->active(source)->hash;
  }
  void expect_whole() {
    const auto report = store.verify();
    ASSERT_TRUE(report) << report.error().to_string();
    EXPECT_THAT(report->problems, IsEmpty());
  }

  vedette::testing::TemporaryFolder folder;
  Store store{folder.path() / "store"};
};

TEST_F(StoreTest, NothingIsThereBeforeTheFirstLoad) {
  EXPECT_FALSE(store.exists());
  EXPECT_EQ(store.manifest().error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store.verify().error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store.activate("un_sc_sanctions@2025", "x").error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(fs::exists(store.folder())) << "asking makes no folder";
}

TEST_F(StoreTest, KeepsWhatItIsGiven) {
  Version version = make_version("un_sc_sanctions", "2025-11-20");
  version.rejected = 1;
  const Added added = add(version, std::nullopt, "{\"line\": 3}\n");
  EXPECT_EQ(added.outcome, AddOutcome::kActivated);
  EXPECT_EQ(added.name, "un_sc_sanctions@2025-11-20");
  EXPECT_EQ(added.version.loaded, "2026-02-03T00:00:00Z");
  const Manifest manifest = store.manifest().value();
  ASSERT_THAT(manifest.versions, SizeIs(1));
  EXPECT_EQ(manifest.versions[0], added.version);
  EXPECT_EQ(store.open_image(added.version).value()->bytes(), image_of(version));
  EXPECT_EQ(store.rejected_records(added.version).value(), "{\"line\": 3}\n");
  EXPECT_THAT(manifest.store_id, SizeIs(32));
  expect_whole();
}

TEST_F(StoreTest, ANewerVersionTakesOverAndTheOldOneIsKept) {
  const Version old_version = make_version("un_sc_sanctions", "2025-11-15");
  add(old_version);
  const Version new_version = make_version("un_sc_sanctions", "2025-11-20");
  EXPECT_EQ(add(new_version).outcome, AddOutcome::kActivated);
  EXPECT_EQ(active_hash(), new_version.hash);
  EXPECT_THAT(store.manifest()->versions, SizeIs(2));
  add(make_version("us_ofac_sdn", "2019-01"));
  EXPECT_EQ(active_hash(), new_version.hash) << "sources do not touch each other";
}

TEST_F(StoreTest, AHeldVersionSaysWhyAndCanBeAccepted) {
  add(make_version("un_sc_sanctions", "2025-11-20"));
  const Version older = make_version("un_sc_sanctions", "2025-11-15");
  const Added held = add(older);
  EXPECT_EQ(held.outcome, AddOutcome::kHeld);
  EXPECT_FALSE(held.version.active);
  EXPECT_THAT(held.reason, HasSubstr("before the active version"));
  EXPECT_EQ(held.version.held_because, held.reason);

  const Added accepted = add(older, "rolling back on advice");
  EXPECT_EQ(accepted.outcome, AddOutcome::kAlreadyLoaded);
  EXPECT_TRUE(accepted.version.active);
  EXPECT_EQ(accepted.version.accepted_because, "rolling back on advice");
  EXPECT_EQ(active_hash(), older.hash);
}

TEST_F(StoreTest, AcceptActivatesANewVersionAgainstARule) {
  add(make_version("un_sc_sanctions", "2025-11-20"));
  Version small = make_version("un_sc_sanctions", "2025-11-21");
  small.records = 10;
  const Added added = add(small, "the list was cut for good");
  EXPECT_EQ(added.outcome, AddOutcome::kActivated);
  EXPECT_THAT(added.reason, HasSubstr("fewer"));
  EXPECT_EQ(added.version.accepted_because, "the list was cut for good");
  EXPECT_THAT(added.version.held_because, IsEmpty());
}

TEST_F(StoreTest, TheSameContentIsNoNewVersion) {
  const Version version = make_version("un_sc_sanctions", "2025-11-15");
  const Added first = add(version);
  const Added second = add(version);
  EXPECT_EQ(second.outcome, AddOutcome::kAlreadyLoaded);
  EXPECT_EQ(second.version, first.version);
  EXPECT_EQ(store.manifest()->generation, 2u) << "one for the store, one for the version";
}

TEST_F(StoreTest, TheSameContentOnALaterDayIsConfirmed) {
  Version version = make_version("un_sc_sanctions", "2025-11-15", "same");
  add(version);
  version.published = parse_published("2025-11-20").value();
  const Added again = store.add_again(version, std::nullopt).value().value();
  EXPECT_EQ(again.name, "un_sc_sanctions@2025-11-15");
  EXPECT_EQ(again.version.current_on().to_string(), "2025-11-20");
  EXPECT_EQ(store.manifest()->versions[0].confirmed, version.published);
}

TEST_F(StoreTest, ContentThatIsPublishedAnewIsActiveAgain) {
  Version january = make_version("us_ofac_sdn", "2024-01", "first");
  add(january);
  add(make_version("us_ofac_sdn", "2024-02", "update"));
  EXPECT_FALSE(store.add_again(january, std::nullopt).value()->version.active) << "nothing says that it is newer";
  january.published = parse_published("2024-03").value();
  const Added again = store.add_again(january, std::nullopt).value().value();
  EXPECT_TRUE(again.version.active);
  EXPECT_THAT(again.reason, IsEmpty());
  EXPECT_EQ(active_hash("us_ofac_sdn"), january.hash);
}

TEST_F(StoreTest, AddAgainKnowsWhenAnImageIsNeeded) {
  const Version version = make_version("un_sc_sanctions", "2025-11-15");
  EXPECT_EQ(store.add_again(version, std::nullopt).value(), std::nullopt) << "no store";
  EXPECT_FALSE(store.exists());
  const Added added = add(version);
  EXPECT_TRUE(store.add_again(version, std::nullopt)->has_value());
  Version later_program = version;
  later_program.built_by = "test 2";
  EXPECT_EQ(store.add_again(later_program, std::nullopt).value(), std::nullopt);
  overwrite(image_path(added.version), "damaged");
  EXPECT_EQ(store.add_again(version, std::nullopt).value(), std::nullopt);
}

TEST_F(StoreTest, ALaterProgramReplacesTheImageAndKeepsTheStory) {
  Version version = make_version("un_sc_sanctions", "2025-11-15");
  const Added first = add(version);
  version.built_by = "test 2";
  version.records = 101;
  const Added again = add(version);
  EXPECT_EQ(again.outcome, AddOutcome::kAlreadyLoaded);
  EXPECT_EQ(again.version.records, 101u);
  EXPECT_EQ(again.version.loaded, first.version.loaded);
  EXPECT_TRUE(again.version.active);
  EXPECT_NE(again.version.image, first.version.image) << "a reader of the old manifest may still want the old one";
  expect_whole();
}

TEST_F(StoreTest, ActivateRollsBack) {
  add(make_version("un_sc_sanctions", "2025-11-15"));
  add(make_version("un_sc_sanctions", "2025-11-20"));
  const auto back = store.activate("un_sc_sanctions@2025-11-15", "by hand");
  ASSERT_TRUE(back) << back.error().to_string();
  EXPECT_TRUE(back->version.active);
  EXPECT_EQ(back->version.accepted_because, "by hand");
  EXPECT_THAT(back->reason, HasSubstr("before"));
  EXPECT_EQ(active_hash(), back->version.hash);
  EXPECT_EQ(store.activate("un_sc_sanctions@2020", "by hand").error().code, ErrorCode::kNotFound);
}

TEST_F(StoreTest, RemoveForgetsAKeptVersionAndItsFiles) {
  const Added wrong = add(make_version("un_sc_sanctions", "2025-11-15"), std::nullopt, "{}\n");
  const Added right = add(make_version("un_sc_sanctions", "2025-11-20"));
  const auto removed = store.remove("un_sc_sanctions@2025-11-15");
  ASSERT_TRUE(removed) << removed.error().to_string();
  EXPECT_EQ(removed->name, "un_sc_sanctions@2025-11-15");
  EXPECT_FALSE(fs::exists(image_path(wrong.version)));
  EXPECT_FALSE(fs::exists(store.folder() / "rejected" / wrong.version.rejected_file));
  ASSERT_THAT(store.manifest()->versions, SizeIs(1));
  EXPECT_EQ(active_hash(), right.version.hash);
  EXPECT_THAT(store.verify()->orphans, IsEmpty());
  expect_whole();
  EXPECT_EQ(store.remove("un_sc_sanctions@2025-11-15").error().code, ErrorCode::kNotFound);
}

TEST_F(StoreTest, RemoveRefusesTheActiveVersionUnlessItIsMeant) {
  add(make_version("un_sc_sanctions", "2025-11-20"));
  const uint64_t generation = store.manifest()->generation;
  const auto refused = store.remove("un_sc_sanctions");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUsage);
  EXPECT_THAT(refused.error().message, HasSubstr("activate another version first"));
  EXPECT_EQ(store.manifest()->generation, generation) << "nothing happened";
  EXPECT_TRUE(store.remove("un_sc_sanctions", Removes::kAny));
  EXPECT_THAT(store.manifest()->versions, IsEmpty());
  EXPECT_TRUE(store.exists()) << "an empty store is a store";
}

TEST_F(StoreTest, AWrongDateIsCorrectedByRemovingAndLoadingAgain) {
  Version version = make_version("us_ofac_sdn", "2024-12", "content");
  add(version);
  version.published = parse_published("2024-11").value();
  EXPECT_EQ(add(version).name, "us_ofac_sdn@2024-12") << "loading alone does not move the date";
  ASSERT_TRUE(store.remove("us_ofac_sdn@2024-12", Removes::kAny));
  EXPECT_EQ(add(version).name, "us_ofac_sdn@2024-11");
  EXPECT_EQ(active_hash("us_ofac_sdn"), version.hash);
}

TEST_F(StoreTest, ADamagedManifestIsNeverAnEmptyStore) {
  add(make_version("un_sc_sanctions", "2025-11-15"));
  for (const char* content : {"", "{}", "[]", "{\"vedette_store\": 1}", "\xff\xfe"}) {
    overwrite(store.folder() / "manifest.json", content);
    const auto manifest = store.manifest();
    ASSERT_FALSE(manifest) << content;
    EXPECT_EQ(manifest.error().code, ErrorCode::kCorrupt) << content;
    EXPECT_THAT(manifest.error().message, HasSubstr("backup"));
    EXPECT_TRUE(store.exists());
    const Version other = make_version("eu_fsf", "2018");
    EXPECT_EQ(store.add({.version = other, .image = "x", .rejected_records = {}}, std::nullopt, kClock).error().code,
              ErrorCode::kCorrupt)
        << "nor is it written over";
    EXPECT_THAT(store.verify()->problems, SizeIs(1));
  }
}

TEST_F(StoreTest, AManifestThatIsGoneIsDamageWhereImagesAre) {
  add(make_version("un_sc_sanctions", "2025-11-15"));
  fs::remove(store.folder() / "manifest.json");
  EXPECT_TRUE(store.exists());
  EXPECT_EQ(store.manifest().error().code, ErrorCode::kCorrupt);
}

TEST_F(StoreTest, ADamagedImageIsFound) {
  const Added added = add(make_version("un_sc_sanctions", "2025-11-15"));
  std::string image = image_of(added.version);
  image[10] ^= 1;
  overwrite(image_path(added.version), image);
  EXPECT_THAT(store.verify()->problems, SizeIs(1));
  EXPECT_THAT(store.verify()->problems[0], HasSubstr("checksum"));
  overwrite(image_path(added.version), "short");
  EXPECT_EQ(store.open_image(added.version).error().code, ErrorCode::kCorrupt);
  fs::remove(image_path(added.version));
  EXPECT_EQ(store.open_image(added.version).error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(store.activate(added.name, "x").error().code, ErrorCode::kCorrupt);
  add(make_version("un_sc_sanctions", "2025-11-15"));
  expect_whole();
}

TEST_F(StoreTest, LeftOverFilesAreReportedAndSweptByTheNextWriter) {
  add(make_version("un_sc_sanctions", "2025-11-15"));
  overwrite(store.folder() / "images" / "eu_fsf-2018-0000000000000000-9.vim", "left over");
  overwrite(store.folder() / "images" / "a.vim.tmp-AbCdEf", "half");
  overwrite(store.folder() / "manifest.json.tmp-AbCdEf", "half");
  overwrite(store.folder() / "images" / "README", "not ours");
  EXPECT_THAT(store.verify()->orphans, SizeIs(3));
  expect_whole();
  add(make_version("un_sc_sanctions", "2025-11-20"));
  EXPECT_THAT(store.verify()->orphans, IsEmpty());
  EXPECT_TRUE(fs::exists(store.folder() / "images" / "README"));
}

// A child that loads versions, switches between them and removes some until it is killed.
[[noreturn]] void load_for_ever(const fs::path& folder, unsigned seed) {
  Store store(folder);
  std::mt19937 random(seed);
  for (;;) {
    const std::string content = std::to_string(random());
    const Version version = make_version("un_sc_sanctions", random() % 4 == 0 ? "2025" : "2025-12-31", content);
    const std::string image = image_of(version, 1u << 16);
    if (!store.add({.version = version, .image = image, .rejected_records = "{}\n"}, std::nullopt, kClock)) _exit(1);
    const Manifest manifest = store.manifest().value();
    if (manifest.versions.size() % 3 == 0 && !store.activate(manifest.versions[0].hash, "test")) _exit(1);
    const Version& last = manifest.versions.back();
    if (manifest.versions.size() > 4 && !last.active && !store.remove(last.hash)) _exit(1);
  }
}

TEST_F(StoreTest, KilledAtAnyMomentLeavesTheOldSetOrTheNew) {
  constexpr int kKills = 60;
  std::mt19937 random(20231213);
  const auto start = std::chrono::steady_clock::now();
  add(make_version("un_sc_sanctions", "2024"));
  const auto one_load = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  // Microseconds until the kill, at most: grows while the children get nothing done, for a machine may be busy.
  auto longest = static_cast<unsigned>(std::clamp<int64_t>(2 * one_load.count(), 4'000, 100'000));
  constexpr unsigned kLongestWait = 500'000;
  constexpr uint64_t kWantedGenerations = 6;
  uint64_t generation = 0;
  int idle = 0;
  for (int kill_number = 0; kill_number < kKills || (generation < kWantedGenerations && kill_number < 4 * kKills);
       ++kill_number) {
    const unsigned seed = random();
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) load_for_ever(store.folder(), seed);
    usleep(random() % longest);
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child failed by itself";
    const auto manifest = store.manifest();
    ASSERT_TRUE(manifest) << manifest.error().to_string();
    EXPECT_GE(manifest->generation, generation) << "nothing that was live is lost";
    idle = manifest->generation == generation ? idle + 1 : 0;
    if (idle == 4) longest = std::min(2 * longest, kLongestWait), idle = 0;
    generation = manifest->generation;
    expect_whole();
    for (const Version& version : manifest->versions) {
      EXPECT_EQ(store.open_image(version).value()->bytes().substr(0, 64), version.hash);
    }
  }
  EXPECT_GE(generation, kWantedGenerations) << "the children got nothing done: the test tests nothing";
  add(make_version("un_sc_sanctions", "2026-01-01"), "end");
  EXPECT_THAT(store.verify()->orphans, IsEmpty());
}

TEST_F(StoreTest, KilledDuringTheFirstLoadLeavesNothingOrAStore) {
  std::mt19937 random(7);
  for (int kill_number = 0; kill_number < 10; ++kill_number) {
    const Store fresh(folder.path() / std::to_string(kill_number));
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) load_for_ever(fresh.folder(), random());
    usleep(random() % 20'000);
    ::kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    const auto manifest = fresh.manifest();
    EXPECT_TRUE(manifest || manifest.error().code == ErrorCode::kNotFound) << manifest.error().to_string();
  }
}

TEST_F(StoreTest, AReaderSeesWholeStatesOnly) {
  add(make_version("un_sc_sanctions", "2025-01-01"));
  const pid_t writer = fork();
  ASSERT_GE(writer, 0);
  if (writer == 0) load_for_ever(store.folder(), 7);
  uint64_t generation = 0;
  uint64_t states = 0;
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(800);
  const auto patience = end + std::chrono::seconds(20);  // on a busy machine
  constexpr uint64_t kWantedStates = 3;
  for (auto now = std::chrono::steady_clock::now(); now < end || (states < kWantedStates && now < patience);) {
    now = std::chrono::steady_clock::now();
    const auto manifest = store.manifest();
    ASSERT_TRUE(manifest) << manifest.error().to_string();
    EXPECT_GE(manifest->generation, generation);
    states += manifest->generation != generation ? 1 : 0;
    generation = manifest->generation;
    const Version* active = manifest->active("un_sc_sanctions");
    ASSERT_NE(active, nullptr);
    const auto image = store.open_image(*active);
    ASSERT_TRUE(image) << image.error().to_string();
    EXPECT_EQ((*image)->bytes().substr(0, 64), active->hash);
  }
  ::kill(writer, SIGKILL);
  waitpid(writer, nullptr, 0);
  EXPECT_GE(states, kWantedStates);
}

TEST_F(StoreTest, WritersWaitForEachOther) {
  constexpr int kWriters = 4;
  constexpr int kLoads = 5;
  std::vector<std::thread> writers;
  std::atomic<int> failures = 0;
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&, writer] {
      for (int load = 0; load < kLoads; ++load) {
        const Version version = make_version("own_" + std::to_string(writer), "2025", std::to_string(load));
        const std::string image = image_of(version);
        if (!Store(store.folder()).add({.version = version, .image = image, .rejected_records = {}}, {}, kClock)) {
          ++failures;
        }
      }
    });
  }
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(failures, 0);
  EXPECT_THAT(store.manifest()->versions, SizeIs(kWriters * kLoads));
  expect_whole();
}

}  // namespace
}  // namespace vedette::lists
