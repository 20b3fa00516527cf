#include "engine/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "base/file.h"
#include "base/hash.h"
#include "language/tiny_model_for_test.h"
#include "support/test_data.h"

namespace vedette::engine {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const FixedClock kClock(std::chrono::sys_days(std::chrono::year(2026) / 2 / 3));

// One record of OFAC's legacy file.
std::string sdn_row(int number, const std::string& name, const std::string& programme = "DPRK2") {
  return std::to_string(number) + ",\"" + name + "\",\"individual\",\"" + programme +
         "\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
}

class EngineTest : public ::testing::Test {
 protected:
  std::unique_ptr<Engine> engine(bool store_is_required = false) {
    return Engine::open({.store = folder.path() / "store",
                         .store_is_required = store_is_required,
                         .starter = fs::path(VEDETTE_SOURCE_DIR) / "data" / "starter",
                         .clock = &kClock})
        .value();
  }
  fs::path write(const std::string& name, const std::string& content) {
    const fs::path path = folder.path() / name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  AddReport add(const std::string& content, std::optional<std::string> published,
                std::optional<std::string> accept = std::nullopt) {
    const auto report = engine()->add_list(
        {.path = write("sdn.csv", content), .source = "us_ofac_sdn", .published = published, .accept = accept});
    EXPECT_TRUE(report) << report.error().to_string();
    return report.value_or(AddReport{});
  }
  screen::Answer ask(const std::string& name, const std::optional<DayNumber>& as_of = std::nullopt) {
    const auto selection = engine()->select();
    EXPECT_TRUE(selection) << selection.error().to_string();
    if (!selection) return {};
    Entity query;
    query.add(Property::kName, name);
    return screen::Screener(selection->set, match::default_policy()).screen(query, {.as_of = as_of});
  }

  vedette::testing::TemporaryFolder folder;
  const std::string two = sdn_row(1, "KIM, Jong Un") + sdn_row(2, "RI, Pyong Chol");
  const std::string three = two + sdn_row(3, "JO, Chun Ryong");
};

TEST_F(EngineTest, TheStarterListServesWhereThereIsNoStore) {
  EXPECT_FALSE(engine()->has_store());
  const auto selection = engine()->select();
  ASSERT_TRUE(selection) << selection.error().to_string();
  EXPECT_TRUE(selection->starter);
  const auto answer = ask("Kim Jong Un");
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_THAT(answer.hits.front().id, ::testing::AnyOf("ofac-20157", "eu-kim-jong-un"));
  for (const auto& list : answer.image.lists) EXPECT_TRUE(list.starter) << list.name;
  const auto status = engine()->status().value();
  EXPECT_TRUE(status.front().starter);
  EXPECT_TRUE(engine()->show(status.front().name));
  EXPECT_THAT(engine()->history("ofac-20157").value(), SizeIs(1));
}

TEST_F(EngineTest, TheStarterListCanBeNarrowed) {
  const auto selection = engine()->select({"un_sc_sanctions"});
  ASSERT_TRUE(selection) << selection.error().to_string();
  EXPECT_THAT(selection->set->sources, SizeIs(1));
  EXPECT_EQ(engine()->select({"au_dfat_sanctions"}).error().code, ErrorCode::kRefused);
}

TEST_F(EngineTest, AStoreThatTheUserNamedIsNotReplaced) {
  EXPECT_EQ(engine(true)->select().error().code, ErrorCode::kRefused);
  EXPECT_EQ(engine(true)->status().error().code, ErrorCode::kRefused);
  EXPECT_EQ(engine()->verify().error().code, ErrorCode::kRefused);
}

TEST_F(EngineTest, ALoadedListIsActiveAndScreened) {
  const AddReport report = add(three, "2024-05-03");
  EXPECT_EQ(report.added.outcome, lists::AddOutcome::kActivated);
  EXPECT_EQ(report.added.name, "us_ofac_sdn@2024-05-03");
  const lists::Version& version = report.added.version;
  EXPECT_EQ(version.records, 3u);
  EXPECT_EQ(version.rejected, 0u);
  EXPECT_EQ(version.hash, sha256_hex(three)) << "what sha256sum prints";
  EXPECT_EQ(version.format, "us_ofac_csv");
  EXPECT_THAT(version.files, ElementsAre("sdn.csv"));
  EXPECT_EQ(version.schemata, (std::map<std::string, uint64_t>{{"Person", 3}}));
  EXPECT_EQ(version.values.at("name"), 3u);

  const auto answer = ask("Jo Chun Ryong");
  ASSERT_THAT(answer.hits, SizeIs(1));
  EXPECT_EQ(answer.hits[0].id, "ofac-3");
  ASSERT_THAT(answer.image.lists, SizeIs(1));
  EXPECT_EQ(answer.image.lists[0].version, "us_ofac_sdn@2024-05-03");
  EXPECT_FALSE(answer.image.lists[0].starter);
  EXPECT_TRUE(answer.image.lists[0].stale) << "two years old";
  EXPECT_EQ(engine()->status()->front().age_days, 641);
}

TEST_F(EngineTest, AListWithoutADateNeedsOne) {
  const AddRequest request{.path = write("sdn.csv", two), .source = "us_ofac_sdn"};
  const auto report = engine()->add_list(request);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kUsage);
  EXPECT_THAT(report.error().message, HasSubstr("--published"));
  EXPECT_FALSE(engine()->has_store()) << "nothing was kept";
}

TEST_F(EngineTest, RefusesRequestsThatCannotBeMeant) {
  const fs::path path = write("sdn.csv", two);
  const auto code = [&](AddRequest request) { return engine()->add_list(request).error().code; };
  EXPECT_EQ(code({.path = path, .published = "2205-01-01"}), ErrorCode::kUsage) << "a date to come";
  EXPECT_EQ(code({.path = path, .published = "soon"}), ErrorCode::kUsage);
  EXPECT_EQ(code({.path = path, .source = "My List", .published = "2024"}), ErrorCode::kUsage);
  EXPECT_EQ(code({.path = path, .published = "2024", .format = "excel"}), ErrorCode::kUsage);
  EXPECT_EQ(code({.path = folder.path() / "absent.csv", .published = "2024"}), ErrorCode::kNotFound);
  EXPECT_FALSE(engine()->has_store());
}

TEST_F(EngineTest, TheSameContentIsLoadedOnce) {
  add(two, "2024-05-03");
  const AddReport again = add(two, "2024-05-10");
  EXPECT_EQ(again.added.outcome, lists::AddOutcome::kAlreadyLoaded);
  EXPECT_EQ(again.added.name, "us_ofac_sdn@2024-05-03");
  EXPECT_THAT(engine()->status().value(), SizeIs(1));
  EXPECT_EQ(engine()->status()->front().age_days, 634) << "it was still current a week later";
}

TEST_F(EngineTest, DiffAndHistoryTellWhatChanged) {
  add(two, "2024-05-03");
  add(sdn_row(1, "KIM, Jong Un", "DPRK3") + sdn_row(3, "JO, Chun Ryong"), "2024-06-03");
  add(three, "2024-07-03");
  const auto delta = engine()->diff("us_ofac_sdn@2024-05-03", "us_ofac_sdn@2024-06-03");
  ASSERT_TRUE(delta) << delta.error().to_string();
  EXPECT_THAT(delta->added, ElementsAre("ofac-3"));
  EXPECT_THAT(delta->removed, ElementsAre("ofac-2"));
  ASSERT_THAT(delta->changed, SizeIs(1));
  EXPECT_EQ(delta->changed[0].id, "ofac-1");
  EXPECT_TRUE(engine()->diff("us_ofac_sdn", "us_ofac_sdn")->empty());

  const auto kim = engine()->history("ofac-1").value();
  ASSERT_THAT(kim, SizeIs(3));
  EXPECT_TRUE(kim[0].first);
  EXPECT_THAT(kim[0].changes, IsEmpty());
  EXPECT_FALSE(kim[1].changes.empty());
  EXPECT_TRUE(kim[2].active);
  const auto ri = engine()->history("ofac-2").value();
  ASSERT_THAT(ri, SizeIs(2));
  EXPECT_TRUE(ri[0].last);
  EXPECT_TRUE(ri[1].returned);
  EXPECT_EQ(engine()->history("ofac-4").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(engine()->entity("ofac-2")->caption(), "RI Pyong Chol");
}

TEST_F(EngineTest, KeptVersionsBoundTheDayOfListing) {
  add(two, "2022-02");
  add(three, "2023-12-28");
  const auto answer = ask("Jo Chun Ryong", parse_day("2023-09-13").value());
  ASSERT_THAT(answer.hits, SizeIs(1));
  EXPECT_EQ(answer.hits[0].listing.after, "2022-02");
  EXPECT_EQ(answer.hits[0].listing.by, "2023-12-28");
  EXPECT_EQ(answer.hits[0].listed_then, std::nullopt) << "between two versions";
}

TEST_F(EngineTest, AHeldVersionIsKeptAndNotScreened) {
  add(three, "2024-05-03");
  const AddReport held = add(two, "2024-05-10");
  EXPECT_EQ(held.added.outcome, lists::AddOutcome::kHeld) << "a third of the records is gone";
  EXPECT_THAT(ask("Jo Chun Ryong").hits, SizeIs(1));
  EXPECT_TRUE(engine()->activate("us_ofac_sdn@2024-05-10", "checked"));
  EXPECT_THAT(ask("Jo Chun Ryong").hits, IsEmpty());
}

TEST_F(EngineTest, TheIdOfTheSetFollowsWhatIsLoaded) {
  add(two, "2024-05-03");
  const std::string before = engine()->select()->set->id;
  EXPECT_EQ(engine()->select()->set->id, before);
  add(three, "2024-05-10");
  EXPECT_NE(engine()->select()->set->id, before);
}

TEST_F(EngineTest, DamageIsRefusedAndNeverAnEmptyList) {
  const AddReport report = add(two, "2024-05-03");
  const fs::path image = folder.path() / "store" / "images" / report.added.version.image;
  std::fstream file(image, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(report.added.version.image_bytes / 2));
  file << std::string(128, '\x5A');  // more than the padding between two sections
  file.close();
  EXPECT_EQ(engine()->select().error().code, ErrorCode::kCorrupt);
  EXPECT_THAT(engine()->verify()->problems, SizeIs(1));
  write("store/manifest.json", "{}");
  EXPECT_EQ(engine()->select().error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(engine()->status().error().code, ErrorCode::kCorrupt);
}

TEST_F(EngineTest, AListWithoutARecordIsNoList) {
  const auto report = engine()->add_list(
      {.path = write("sdn.csv", "not,a,list\n"), .source = "us_ofac_sdn", .published = "2024-05-03"});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kInvalidInput);
  EXPECT_FALSE(engine()->has_store());
}

TEST_F(EngineTest, SaysThatAnEarlierDateOfKnownContentIsNotUsed) {
  EXPECT_THAT(add(two, "2024-05-03").notes, Not(Contains(HasSubstr("was not used"))));
  EXPECT_THAT(add(two, "2023-05-03").notes, Contains(HasSubstr("2023-05-03 was not used")));
  EXPECT_EQ(engine()->status()->front().name, "us_ofac_sdn@2024-05-03");
}

TEST_F(EngineTest, OneAuthoritysFileDoesNotBecomeAnothersList) {
  const fs::path path = write("sdn.csv", three);
  const auto outcome = [&](const std::string& source) {
    const auto report = engine()->add_list({.path = path, .source = source, .published = "2024-05-03"});
    return report ? "loaded" : report.error().to_string();
  };
  EXPECT_THAT(outcome("un_sc_sanctions"), HasSubstr("us_ofac_csv"));
  EXPECT_FALSE(engine()->has_store());
  EXPECT_EQ(outcome("us_ofac_cons"), "loaded") << "OFAC's lists share their formats";
  EXPECT_EQ(outcome("copy_of_ours"), "loaded");
}

TEST_F(EngineTest, LoadingReportsProgress) {
  uint64_t last_bytes = 0;
  uint64_t total = 0;
  const auto report = engine()->add_list({.path = write("sdn.csv", three), .published = "2024-05-03"},
                                         [&](uint64_t bytes, uint64_t of, uint64_t) {
                                           EXPECT_GE(bytes, last_bytes);
                                           last_bytes = bytes;
                                           total = of;
                                         });
  ASSERT_TRUE(report) << report.error().to_string();
  EXPECT_EQ(report->added.version.source, "us_ofac_sdn") << "told from the format";
  EXPECT_EQ(last_bytes, three.size());
  EXPECT_EQ(total, three.size());
}

TEST_F(EngineTest, InspectsWhatItWrites) {
  const AddReport report = add(two, "2024-05-03");
  const fs::path store = folder.path() / "store";
  EXPECT_THAT(engine()->inspect(store / "images" / report.added.version.image).value(), HasSubstr("us_ofac_sdn"));
  const std::string manifest = engine()->inspect(store / "manifest.json").value();
  EXPECT_THAT(manifest, HasSubstr("us_ofac_sdn@2024-05-03"));
  EXPECT_EQ(engine()->inspect(store).value(), manifest);
  const fs::path model = folder.path() / "tiny.vedmodel";
  ASSERT_TRUE(replace_file(model, language::tiny_model_bytes()));
  EXPECT_THAT(engine()->inspect(model).value(), HasSubstr("attribute_rules"));
  EXPECT_EQ(engine()->inspect(folder.path() / "sdn.csv").error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(engine()->inspect(folder.path() / "absent").error().code, ErrorCode::kNotFound);
}

TEST_F(EngineTest, ComparesWithoutAList) {
  Entity a;
  a.add(Property::kName, "Jo Chun Ryong");
  const Comparison same = compare(a, a, match::default_policy());
  EXPECT_TRUE(same.match);
  EXPECT_FALSE(same.explanation.empty());
  Entity b;
  b.add(Property::kName, "Angela Merkel");
  EXPECT_FALSE(compare(a, b, match::default_policy()).match);
}

TEST_F(EngineTest, StatusIsWrittenAsPromised) {
  add(two, "2024-05");
  JsonWriter json;
  write_json(json, engine()->status()->front(), Details::kNo);
  EXPECT_EQ(
      json.text(),
      R"({"source": "us_ofac_sdn", "version": "us_ofac_sdn@2024-05", "published": "2024-05", )"
      R"("loaded": "2026-02-03T00:00:00Z", "records": 2, "rejected": 0, "active": true, "age_days": 613, "stale": true})");
}

}  // namespace
}  // namespace vedette::engine
