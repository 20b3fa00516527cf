// The real official files, from reading to answers. Skips without them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include "base/utf8.h"
#include "engine/engine.h"
#include "entity/json.h"
#include "index/image.h"
#include "support/test_data.h"

namespace vedette::engine {
namespace {

namespace fs = std::filesystem;
using vedette::testing::official;

const FixedClock kClock(std::chrono::sys_days(std::chrono::year(2025) / 11 / 22));

// A store of official lists, made once for all tests of this file.
class OfficialLists : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!fs::exists(official("lists/un/2025-11-20.xml"))) return;
    folder_ = new vedette::testing::TemporaryFolder;
    for (const char* date : {"2019-01", "2021-07", "2022-02-28", "2023-12-28"}) {
      add(std::string("lists/us-ofac-sdn/") + date, "us_ofac_sdn", date);
    }
    add("lists/un/2025-11-20.xml", "un_sc_sanctions", std::nullopt);
    add("lists/ca-sema/2025-03.xml", "ca_dfatd_sema_sanctions", "2025-03");
    add("lists/uk/ofsi-conlist-2018-04-13.csv", "gb_hmt_sanctions", std::nullopt);
    add("lists/us-csl/2022-04-21.csv.gz", "us_trade_csl", "2022-04-21");
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  void SetUp() override { VEDETTE_NEEDS_OFFICIAL("lists/un/2025-11-20.xml"); }

  static std::unique_ptr<Engine> engine() {
    return Engine::open({.store = folder_->path() / "store", .clock = &kClock}).value();
  }
  static void add(const std::string& path, const std::string& source, std::optional<std::string> published) {
    const auto report =
        engine()->add_list({.path = official(path), .source = source, .published = published, .accept = "test"});
    ASSERT_TRUE(report) << report.error().to_string();
  }
  static screen::Screener screener(const std::vector<std::string>& sources = {}) {
    const auto selection = engine()->select(sources);
    EXPECT_TRUE(selection) << selection.error().to_string();
    return screen::Screener(selection->set, match::default_policy());
  }
  static screen::Answer ask(const std::string& name, const std::vector<std::string>& sources = {}) {
    Entity query;
    query.add(Property::kName, name);
    return screener(sources).screen(query, {});
  }
  static std::string answer_json(screen::Screener& screener, const Entity& query, double threshold, bool exhaustive) {
    JsonWriter json;
    screen::ScreenOptions options;
    options.threshold = threshold;
    options.limit = 0;
    options.exhaustive = exhaustive;
    write_json(json, screener.screen(query, options));
    return json.take();
  }

  static vedette::testing::TemporaryFolder* folder_;
};

vedette::testing::TemporaryFolder* OfficialLists::folder_ = nullptr;

std::string best_id(const screen::Answer& answer) {
  return answer.hits.empty() ? "nobody" : answer.hits.front().id;
}

TEST_F(OfficialLists, TheEntityMeantStandsFirst) {
  const std::vector<std::string> sources = {"us_ofac_sdn"};
  EXPECT_EQ(best_id(ask("Jo Chun Ryong", sources)), "ofac-20577");
  EXPECT_EQ(best_id(ask("Ri Pyong Chol", sources)), "ofac-23215");
  for (const char* name : {"Ким Чен Ын", "김정은", "KIM Jong-un"})
    EXPECT_EQ(best_id(ask(name, sources)), "ofac-20157") << name;
  EXPECT_EQ(best_id(ask("Usama bin Ladin", {"us_ofac_sdn"})), "ofac-6365") << "OFAC kept him listed";
  EXPECT_EQ(best_id(ask("TALIBAN ORGANIZATION", sources)), "ofac-6636");
}

TEST_F(OfficialLists, TheUnitedNationsRecordStandsFirstAmongItsOwn) {
  const std::vector<std::string> sources = {"un_sc_sanctions"};
  EXPECT_EQ(best_id(ask("Jo Chun Ryong", sources)), "un-KPi.038");
  EXPECT_EQ(best_id(ask("Ri Pyong Chol", sources)), "un-KPi.076");
}

TEST_F(OfficialLists, AnIdentifierAloneFindsItsRecord) {
  Entity query;
  query.add(Property::kImoNumber, "IMO 7937317");
  const auto answer = screener({"us_ofac_sdn"}).screen(query, {});
  ASSERT_EQ(answer.hits.size(), 1u);
  EXPECT_EQ(answer.hits.front().caption, "CHONG CHON GANG");
}

TEST_F(OfficialLists, TheSummitAsOfItsDay) {
  std::ifstream file(official("stories/vostochny-summit.txt"));
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  screen::ScreenOptions options;
  options.as_of = *parse_day("2023-09-13");
  auto all = screener();
  const auto answer = all.scan(text, options);
  const auto listing = [&](const std::string& id) {
    for (const auto& finding : answer.found) {
      for (const auto& hit : finding.hits) {
        if (hit.id == id) return hit;
      }
    }
    ADD_FAILURE() << id << " is not found";
    return screen::Hit{};
  };
  EXPECT_EQ(listing("ofac-20157").listing.by, "2019-01");  // Kim Jong Un
  EXPECT_EQ(listing("ofac-20157").listed_then, true);
  EXPECT_EQ(listing("ofac-35096").listing.by, "2022-02-28");  // Vladimir Putin
  EXPECT_EQ(listing("ofac-35096").listed_then, true);
  EXPECT_EQ(listing("ofac-35173").listing.by, "2022-02-28");    // Sergei Shoigu
  EXPECT_EQ(listing("un-KPi.038").listing.from, "2016-11-30");  // Jo Chun Ryong
  EXPECT_EQ(listing("un-KPi.038").listed_then, true);
  EXPECT_EQ(listing("ofac-37509").listed_then, std::nullopt);         // Maria Zakharova, between two versions
  EXPECT_EQ(listing("ca-ru-1part1-540").listing.from, "2022-03-06");  // Dmitry Peskov
  EXPECT_EQ(listing("ca-ru-1part1-540").listed_then, true);
  EXPECT_EQ(listing("ca-ru-1part1-839").listing.from, "2022-07-07");  // Maria Zakharova
  EXPECT_EQ(listing("ca-ru-1part1-839").listed_then, true);
  const auto is_pak = [](const screen::Finding& finding) { return finding.text == "Pak Jong Chon"; };
  EXPECT_TRUE(std::any_of(answer.found.begin(), answer.found.end(), is_pak));
  for (const auto& finding : answer.found) {
    if (!is_pak(finding)) continue;
    for (const auto& hit : finding.hits) {
      EXPECT_EQ(hit.datasets.front(), "gb_hmt_sanctions") << hit.id << " is another person";
      EXPECT_EQ(hit.listing.from, "2016-05-20");
    }
  }
}

// What a record says: names, dates, countries, identifiers, by property. FollowTheMoney has each value once.
using Texts = std::map<std::string, std::set<std::string>>;
Texts texts_of(const Entity& entity) {
  Texts texts;
  for (const Value& value : entity.values) {
    // A link comes back with the caption of the record that it leads to.
    if (kind_of(value.property) == PropertyKind::kText) continue;
    texts[std::string(to_string(value.property))].insert(value.text + " " + value.script + (value.circa ? "~" : ""));
  }
  return texts;
}

TEST_F(OfficialLists, AnExportReadsBackAsTheSameRecords) {
  for (const char* source : {"us_ofac_sdn", "un_sc_sanctions", "ca_dfatd_sema_sanctions"}) {
    const fs::path file = folder_->path() / (std::string(source) + ".ftm.jsonl");
    std::ofstream out(file, std::ios::binary);
    ASSERT_TRUE(engine()->export_ftm(source, ValueDetails::kYes, [&](std::string_view lines) {
      out << lines;
      return true;
    }));
    out.close();
    // In a store of its own, so that other tests do not meet everybody twice.
    const auto copies = Engine::open({.store = folder_->path() / "copies", .clock = &kClock}).value();
    const std::string copy = std::string(source) + "_copy";
    const auto report = copies->add_list({.path = file, .source = copy, .published = "2025-11-20"});
    ASSERT_TRUE(report) << report.error().to_string();
    EXPECT_EQ(report->rejected_examples, std::vector<std::string>{});
    const auto before = engine()->show(source)->version;
    const auto after = copies->show(copy)->version;
    EXPECT_EQ(after.records, before.records) << source;
    EXPECT_EQ(after.schemata, before.schemata) << source;
    const auto active_image = [](const Engine& from, const std::string& name) {
      const auto selection = from.select({name}).value();
      const auto& lists = selection.set->sources.front();
      return lists.versions[lists.active].image;
    };
    const auto original = active_image(*engine(), source);
    const auto returned = active_image(*copies, copy);
    size_t different = 0;
    for (uint32_t i = 0; i < original->entity_count(); ++i) {
      ASSERT_EQ(original->id(i), returned->id(i));
      different += texts_of(original->entity(i)) == texts_of(returned->entity(i)) ? 0 : 1;
    }
    EXPECT_EQ(different, 0u) << source;
  }
}

// A name of the list with a letter changed, dropped or doubled, its words joined or turned.
std::string varied(std::string name, std::mt19937_64& random) {
  const auto at = [&] { return name.empty() ? 0 : random() % name.size(); };
  for (auto edits = random() % 3; edits > 0 && !name.empty(); --edits) {
    const size_t place = at();
    switch (random() % 5) {
      case 0:
        name.erase(place, 1);
        break;
      case 1:
        name.insert(place, 1, name[place]);
        break;
      case 2:
        name[place] = static_cast<char>('a' + random() % 26);
        break;
      case 3:
        if (const size_t space = name.find(' '); space != std::string::npos) {
          name = name.substr(space + 1) + " " + name.substr(0, space);
        }
        break;
      default:
        if (const size_t space = name.find(' '); space != std::string::npos) name.erase(space, 1);
    }
  }
  return mend_utf8(name);
}

TEST_F(OfficialLists, TheIndexEqualsTheExhaustivePathOnRandomQueries) {
  const auto selection = engine()->select({"us_ofac_sdn"}).value();
  const index::Image& image = *selection.set->sources.front().versions.back().image;
  screen::Screener screener(selection.set, match::default_policy());
  std::mt19937_64 random(20250101);
  for (int i = 0; i < 200; ++i) {
    const Entity chosen = image.entity(static_cast<uint32_t>(random() % image.entity_count()));
    std::vector<std::string_view> names = chosen.texts(Property::kName);
    for (const auto alias : chosen.texts(Property::kAlias)) names.push_back(alias);
    Entity query;
    if (i % 2 == 0) query.schema = chosen.schema;
    query.add(Property::kName, varied(std::string(names[random() % names.size()]), random));
    if (i % 3 == 0) query.add(Property::kBirthDate, "1964-05-01");
    const double threshold = i % 4 == 0 ? 0.5 : 0.7;
    ASSERT_EQ(answer_json(screener, query, threshold, false), answer_json(screener, query, threshold, true))
        << entity_json(query);
  }
}

}  // namespace
}  // namespace vedette::engine
