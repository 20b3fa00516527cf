// Counts and known records of official releases of the UN, the UK, Canada and the EU.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "lists/reader_testing.h"
#include "lists/readers.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

CollectingSink load(const std::string& path, Format expected) {
  CollectingSink sink;
  auto streams = open_input(vedette::testing::official(path), {});
  EXPECT_TRUE(streams) << streams.error().to_string();
  auto detected = detect(*std::move(streams));
  EXPECT_TRUE(detected) << detected.error().to_string();
  EXPECT_EQ(detected->format, expected);
  ReadOptions options;
  options.source = detected->source;
  const auto summary = reader_for(detected->format)(std::move(detected->streams), options, sink);
  EXPECT_TRUE(summary) << summary.error().to_string();
  EXPECT_THAT(sink.rejections, IsEmpty());
  return sink;
}

std::set<std::string> ids_of(const CollectingSink& sink) {
  std::set<std::string> ids;
  for (const Entity& entity : sink.entities) ids.insert(entity.id);
  EXPECT_EQ(ids.size(), sink.entities.size());
  return ids;
}

size_t count_only_in(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<size_t>(std::count_if(a.begin(), a.end(), [&](const std::string& id) { return !b.contains(id); }));
}

TEST(OfficialUn, Counts) {
  VEDETTE_NEEDS_OFFICIAL("lists/un/2018-06-07.xml");
  VEDETTE_NEEDS_OFFICIAL("lists/un/2025-11-20.xml");
  EXPECT_EQ(ids_of(load("lists/un/2018-06-07.xml", Format::kUnXml)).size(), 1098u);
  EXPECT_EQ(ids_of(load("lists/un/2025-11-20.xml", Format::kUnXml)).size(), 1000u);
}

TEST(OfficialUn, ChangesByReferenceNumber) {
  VEDETTE_NEEDS_OFFICIAL("lists/un/2025-04-19.xml");
  VEDETTE_NEEDS_OFFICIAL("lists/un/2025-11-15.xml");
  VEDETTE_NEEDS_OFFICIAL("lists/un/2025-11-20.xml");
  const CollectingSink november = load("lists/un/2025-11-20.xml", Format::kUnXml);
  const auto before = ids_of(load("lists/un/2025-04-19.xml", Format::kUnXml));
  const auto after = ids_of(november);
  EXPECT_EQ(count_only_in(after, before), 126u);
  EXPECT_EQ(count_only_in(before, after), 3u);
  EXPECT_TRUE(load("lists/un/2025-11-15.xml", Format::kUnXml).entities == november.entities);
}

TEST(OfficialUn, JoChunRyong) {
  VEDETTE_NEEDS_OFFICIAL("lists/un/2025-11-20.xml");
  const CollectingSink sink = load("lists/un/2025-11-20.xml", Format::kUnXml);
  const Entity* jo = sink.find("un-KPi.038");
  ASSERT_NE(jo, nullptr);
  EXPECT_EQ(jo->schema, Schema::kPerson);
  EXPECT_THAT(jo->texts(Property::kName), ElementsAre("CHO CHUN RYONG"));
  EXPECT_THAT(jo->texts(Property::kAlias), ElementsAre("Jo Chun Ryong"));
  EXPECT_THAT(jo->texts(Property::kBirthDate), ElementsAre("1960-04-04"));
  EXPECT_THAT(jo->texts(Property::kListingDate), ElementsAre("2016-11-30"));
  const Entity* ri = sink.find("un-KPi.076");
  ASSERT_NE(ri, nullptr);
  EXPECT_THAT(ri->texts(Property::kBirthDate), ElementsAre("1948"));
  EXPECT_THAT(sink.find("un-KPi.066")->texts(Property::kBirthDate), ElementsAre("1967/1969"));
}

TEST(OfficialGbOfsi, Groups) {
  VEDETTE_NEEDS_OFFICIAL("lists/uk/ofsi-conlist-2018-04-13.csv");
  const CollectingSink sink = load("lists/uk/ofsi-conlist-2018-04-13.csv", Format::kGbOfsiCsv);
  EXPECT_EQ(ids_of(sink).size(), 2106u);
  const Entity* pak = sink.find("ofsi-13367");
  ASSERT_NE(pak, nullptr);
  EXPECT_THAT(pak->texts(Property::kName), ElementsAre("Jong-chon PAK"));
  EXPECT_THAT(pak->texts(Property::kAlias), ElementsAre("Jong Chon PAK"));
  EXPECT_THAT(pak->texts(Property::kListingDate), ElementsAre("2016-05-20"));
}

TEST(OfficialCanada, Counts) {
  VEDETTE_NEEDS_OFFICIAL("lists/ca-sema/2025-03.xml");
  const CollectingSink sink = load("lists/ca-sema/2025-03.xml", Format::kCaSemaXml);
  EXPECT_EQ(ids_of(sink).size(), 4759u);
  const auto with_alias = [&](std::string_view alias) {
    const auto found = std::find_if(sink.entities.begin(), sink.entities.end(), [&](const Entity& entity) {
      const auto aliases = entity.texts(Property::kAlias);
      return std::find(aliases.begin(), aliases.end(), alias) != aliases.end();
    });
    return found == sink.entities.end() ? std::string() : std::string(found->first(Property::kListingDate));
  };
  EXPECT_EQ(with_alias("Дмитрий Сергеевич Песков"), "2022-03-06");
  EXPECT_EQ(with_alias("Мария Владимировна Захарова"), "2022-07-07");
}

// Names by script, over all entities.
std::map<std::string, size_t> scripts_of(const std::vector<Entity>& entities) {
  std::map<std::string, size_t> scripts;
  for (const Entity& entity : entities) {
    for (const Value& value : entity.values) {
      if (!value.script.empty()) ++scripts[value.script];
    }
  }
  return scripts;
}

TEST(UnOfficial, OriginalNamesHaveTheirScript) {
  VEDETTE_NEEDS_OFFICIAL("lists/un/2025-11-20.xml");
  const auto scripts = scripts_of(load("lists/un/2025-11-20.xml", Format::kUnXml).entities);
  EXPECT_EQ(scripts, (std::map<std::string, size_t>{{"Arab", 367}, {"Cyrl", 16}, {"Latn", 1}}));
}

TEST(GbOfficial, NonLatinNamesHaveTheirScript) {
  VEDETTE_NEEDS_OFFICIAL("lists/uk/uk_sanctions_list_2026-09-07_sample.xml");
  const auto scripts =
      scripts_of(load("lists/uk/uk_sanctions_list_2026-09-07_sample.xml", Format::kGbSanctionsXml).entities);
  EXPECT_EQ(scripts, (std::map<std::string, size_t>{{"Arab", 2}}));
}

TEST(OfficialSamples, AreReadWhole) {
  VEDETTE_NEEDS_OFFICIAL("lists/ca-sema/canada_sema_2026_sample.xml");
  VEDETTE_NEEDS_OFFICIAL("lists/uk/uk_sanctions_list_2026-09-07_sample.xml");
  VEDETTE_NEEDS_OFFICIAL("lists/eu/eu_fsf_1_1_2026-08-05_sample.xml");
  VEDETTE_NEEDS_OFFICIAL("lists/eu/fsf-1.0-extract-2018-07-04.csv");
  EXPECT_EQ(load("lists/ca-sema/canada_sema_2026_sample.xml", Format::kCaSemaXml).entities.size(), 4u);
  EXPECT_EQ(load("lists/uk/uk_sanctions_list_2026-09-07_sample.xml", Format::kGbSanctionsXml).entities.size(), 2u);
  EXPECT_EQ(load("lists/eu/eu_fsf_1_1_2026-08-05_sample.xml", Format::kEuFsfXml).entities.size(), 3u);
  EXPECT_EQ(load("lists/eu/fsf-1.0-extract-2018-07-04.csv", Format::kEuFsfCsv).entities.size(), 93u);
}

}  // namespace
}  // namespace vedette::lists
