// Counts of official releases. A figure that differs from a plain count of the file's words is explained beside it.

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

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Loaded {
  CollectingSink sink;
  ReadSummary summary;
  Format format = Format::kOwnCsv;
};

Loaded load(const std::string& path, std::optional<Format> wanted = std::nullopt) {
  Loaded loaded;
  auto streams = open_input(vedette::testing::official(path), {});
  EXPECT_TRUE(streams) << streams.error().to_string();
  auto detected = detect(*std::move(streams), wanted);
  EXPECT_TRUE(detected) << detected.error().to_string();
  loaded.format = detected->format;
  ReadOptions options;
  options.source = detected->source;
  auto summary = reader_for(detected->format)(std::move(detected->streams), options, loaded.sink);
  EXPECT_TRUE(summary) << summary.error().to_string();
  if (summary) loaded.summary = *std::move(summary);
  return loaded;
}

std::vector<std::string> values_of(const CollectingSink& sink, Property property) {
  std::vector<std::string> values;
  for (const Entity& entity : sink.entities) {
    for (const Value& value : entity.values) {
      if (value.property == property) values.push_back(value.text);
    }
  }
  return values;
}

size_t distinct(const std::vector<std::string>& values) {
  return std::set<std::string>(values.begin(), values.end()).size();
}

std::set<std::string> ids_of(const CollectingSink& sink) {
  std::set<std::string> ids;
  for (const Entity& entity : sink.entities) ids.insert(entity.id);
  return ids;
}

size_t count_schema(const CollectingSink& sink, Schema schema) {
  return static_cast<size_t>(std::count_if(sink.entities.begin(), sink.entities.end(),
                                           [&](const Entity& entity) { return entity.schema == schema; }));
}

TEST(OfficialSdn, Of2024HasItsRecords) {
  VEDETTE_NEEDS_OFFICIAL("lists/us-ofac-sdn/2024-05-03/sdn.csv");
  const Loaded loaded = load("lists/us-ofac-sdn/2024-05-03/sdn.csv");
  const CollectingSink& sink = loaded.sink;
  EXPECT_EQ(sink.entities.size(), 14'965u);
  EXPECT_TRUE(sink.rejections.empty());
  EXPECT_EQ(loaded.summary.records, 14'965u);
  EXPECT_EQ(count_schema(sink, Schema::kOrganization), 6'884u);
  EXPECT_EQ(count_schema(sink, Schema::kPerson), 6'854u);
  EXPECT_EQ(count_schema(sink, Schema::kVessel), 851u);
  EXPECT_EQ(count_schema(sink, Schema::kAirplane), 376u);
  EXPECT_EQ(ids_of(sink).size(), sink.entities.size());

  // 980 are written "IMO " and seven digits; two have a second blank there, and two stand without "IMO" but prove
  // themselves by their check digit.
  EXPECT_EQ(values_of(sink, Property::kImoNumber).size(), 980u + 2 + 2);
  EXPECT_EQ(distinct(values_of(sink, Property::kImoNumber)), 979u + 2 + 2);
  // 294 addresses begin in the file; six of them are cut by the end of the remark, and are notes.
  EXPECT_EQ(values_of(sink, Property::kWalletAddress).size(), 294u - 6);
  EXPECT_EQ(distinct(values_of(sink, Property::kWalletAddress)), 286u - 6);
  // 7,534 are written; one person's is written twice.
  EXPECT_EQ(values_of(sink, Property::kBirthDate).size(), 7'534u - 1);
  EXPECT_EQ(std::count_if(sink.entities.begin(), sink.entities.end(),
                          [](const Entity& entity) { return entity.has(Property::kBirthDate); }),
            6'736);
  EXPECT_EQ(values_of(sink, Property::kLinkedTo).size(), 6'375u);
  EXPECT_THAT(loaded.summary.notes, ElementsAre(HasSubstr("the remarks of 17 records are cut"),
                                                HasSubstr("without the file of its aliases and addresses")));
}

TEST(OfficialSdn, Of2021JoinsItsFourFiles) {
  VEDETTE_NEEDS_OFFICIAL("lists/us-ofac-sdn/2021-07");
  const Loaded loaded = load("lists/us-ofac-sdn/2021-07");
  const CollectingSink& sink = loaded.sink;
  EXPECT_EQ(sink.entities.size(), 8'976u);
  EXPECT_TRUE(sink.rejections.empty());
  std::map<Property, size_t> with_source_id;
  for (const Entity& entity : sink.entities) {
    for (const Value& value : entity.values) {
      if (!value.source_id.empty()) ++with_source_id[value.property];
    }
  }
  // Two of the 11,910 rows repeat another of the same record.
  EXPECT_EQ(with_source_id[Property::kAlias] + with_source_id[Property::kPreviousName], 11'910u - 2);
  // The other 2,397 of 13,837 address rows are empty.
  EXPECT_EQ(with_source_id[Property::kAddress], 11'440u);
  const Entity* hacker = sink.find("ofac-28263");
  ASSERT_NE(hacker, nullptr);
  EXPECT_THAT(hacker->texts(Property::kWeakAlias), Contains("snowsjohn"));
  EXPECT_THAT(hacker->texts(Property::kLinkedTo), ElementsAre("LAZARUS GROUP"));
  EXPECT_THAT(loaded.summary.notes, IsEmpty());
}

TEST(OfficialSdn, Of2019HasItsRecords) {
  VEDETTE_NEEDS_OFFICIAL("lists/us-ofac-sdn/2019-01");
  EXPECT_EQ(load("lists/us-ofac-sdn/2019-01").sink.entities.size(), 7'379u);
}

TEST(OfficialNonSdn, IsTheSameFromXmlAndCsv) {
  VEDETTE_NEEDS_OFFICIAL("lists/us-ofac-consolidated/2018-04-06");
  const Loaded xml = load("lists/us-ofac-consolidated/2018-04-06", Format::kUsOfacXml);
  const Loaded csv = load("lists/us-ofac-consolidated/2018-04-06", Format::kUsOfacCsv);
  EXPECT_EQ(xml.sink.entities.size(), 639u);
  EXPECT_EQ(csv.sink.entities.size(), 639u);
  EXPECT_EQ(xml.summary.declared_records, 639u);
  EXPECT_EQ(xml.summary.published->to_string(), "2018-04-06");
  EXPECT_EQ(ids_of(xml.sink), ids_of(csv.sink));
  // The CSV writes every double quote as a single one.
  const auto texts = [](const Entity& entity, Property property) {
    std::vector<std::string> sorted;
    for (std::string_view text : entity.texts(property)) sorted.emplace_back(text);
    for (std::string& text : sorted) std::replace(text.begin(), text.end(), '"', '\'');
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  };
  for (const Entity& entity : xml.sink.entities) {
    const Entity* other = csv.sink.find(entity.id);
    ASSERT_NE(other, nullptr);
    EXPECT_EQ(entity.schema, other->schema);
    for (const Property property :
         {Property::kName, Property::kAlias, Property::kWeakAlias, Property::kPreviousName, Property::kBirthDate,
          Property::kProgram, Property::kImoNumber, Property::kLinkedTo, Property::kFlag, Property::kPosition,
          Property::kAddress, Property::kCountry, Property::kTaxNumber, Property::kWebsite}) {
      EXPECT_EQ(texts(entity, property), texts(*other, property)) << entity.id << " " << to_string(property);
    }
  }
}

TEST(OfficialNonSdn, Of2025HasItsRecords) {
  VEDETTE_NEEDS_OFFICIAL("lists/us-ofac-consolidated/2025-12");
  EXPECT_EQ(load("lists/us-ofac-consolidated/2025-12").sink.entities.size(), 442u);
  const Loaded march = load("lists/us-ofac-consolidated/2025-03-28");
  EXPECT_EQ(march.sink.entities.size(), 443u);
  EXPECT_EQ(march.summary.declared_records, 443u);
}

TEST(OfficialCsl, KeepsEveryRow) {
  VEDETTE_NEEDS_OFFICIAL("lists/us-csl/2022-04-21.csv.gz");
  const Loaded csl = load("lists/us-csl/2022-04-21.csv.gz");
  EXPECT_EQ(csl.sink.entities.size(), 14'160u);
  EXPECT_EQ(ids_of(csl.sink).size(), 14'160u);
  EXPECT_TRUE(csl.sink.rejections.empty());
  VEDETTE_NEEDS_OFFICIAL("lists/us-ofac-sdn/2022-02-28/sdn.csv");
  const auto sdn = ids_of(load("lists/us-ofac-sdn/2022-02-28/sdn.csv").sink);
  const std::string prefix = "csl-sdn-";
  size_t shared = 0;
  size_t rows = 0;
  for (const Entity& entity : csl.sink.entities) {
    if (!entity.id.starts_with(prefix)) continue;
    ++rows;
    shared += sdn.contains("ofac-" + entity.id.substr(prefix.size())) ? 1 : 0;
  }
  EXPECT_EQ(rows, 10'026u);
  EXPECT_EQ(shared, 9'191u);
}

TEST(OfficialLists, SurviveBeingCutAnywhere) {
  VEDETTE_NEEDS_OFFICIAL("lists/us-ofac-consolidated/2018-04-06");
  const auto folder = vedette::testing::official("lists/us-ofac-consolidated/2018-04-06");
  expect_survives_cuts(&read_us_ofac_csv, file_content(folder / "cons_prim.csv"), 100);
  expect_survives_cuts(&read_us_ofac_xml, file_content(folder / "consolidated.xml"), 100);
}

TEST(OfficialDeniedPersons, KeepsEveryRow) {
  VEDETTE_NEEDS_OFFICIAL("lists/us-bis-dpl/2022-09.txt");
  const Loaded loaded = load("lists/us-bis-dpl/2022-09.txt");
  EXPECT_EQ(loaded.sink.entities.size(), 581u);
  EXPECT_TRUE(loaded.sink.rejections.empty());
  EXPECT_EQ(ids_of(loaded.sink).size(), 581u);
}

}  // namespace
}  // namespace vedette::lists
