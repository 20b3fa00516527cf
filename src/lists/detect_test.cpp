#include "lists/detect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/input.h"
#include "support/test_data.h"

namespace vedette::lists {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kSdn = "36,\"AIR\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
constexpr const char* kAlt = "36,12,\"aka\",\"AERO\",-0- \r\n";
constexpr const char* kAdd = "36,25,-0- ,\"Havana\",\"Cuba\",-0- \r\n";
constexpr const char* kSdnXml = "<sdnList xmlns=\"http://tempuri.org/sdnList.xsd\"></sdnList>";

using Files = std::vector<std::pair<std::string, std::string>>;

Streams streams_of(const Files& files) {
  Streams streams;
  for (const auto& [name, content] : files) streams.push_back(std::make_unique<MemoryStream>(name, content));
  return streams;
}

TEST(DetectContent, KnowsEachFormat) {
  EXPECT_EQ(detect_content(kSdn), Format::kUsOfacCsv);
  EXPECT_EQ(detect_content(kAlt), Format::kUsOfacCsv);
  EXPECT_EQ(detect_content(kAdd), Format::kUsOfacCsv);
  EXPECT_EQ(detect_content(kSdnXml), Format::kUsOfacXml);
  EXPECT_EQ(detect_content("_id,source,entity_number,type\n"), Format::kUsCslCsv);
  EXPECT_EQ(detect_content("\"Name\"\t\"Street_Address\"\t\"Effective_Date\"\n"), Format::kUsBisDpl);
  EXPECT_EQ(detect_content("<?xml version=\"1.0\"?>\n<!-- c --><CONSOLIDATED_LIST><x/>"), Format::kUnXml);
  EXPECT_EQ(detect_content("Last Updated,13/04/2018,\nName 6,Group Type,Group ID\n"), Format::kGbOfsiCsv);
  EXPECT_EQ(detect_content("<Designations/>"), Format::kGbSanctionsXml);
  EXPECT_EQ(detect_content("fileGenerationDate;Entity_LogicalId;x\n"), Format::kEuFsfCsv);
  EXPECT_EQ(detect_content("<export xmlns='http://eu.europa.ec/fpi/fsd/export'>"), Format::kEuFsfXml);
  EXPECT_EQ(detect_content("<data-set><record/></data-set>"), Format::kCaSemaXml);
  EXPECT_EQ(detect_content("{\"id\": \"a\", \"schema\": \"Person\", \"properties\": {}}\n"), Format::kFtmJsonl);
  EXPECT_EQ(detect_content("\xEF\xBB\xBFid;Name;birthDate\n"), Format::kOwnCsv);
  EXPECT_EQ(detect_content("hello world\n"), std::nullopt);
  EXPECT_EQ(detect_content("<html/>"), std::nullopt);
  EXPECT_EQ(detect_content(""), std::nullopt);
}

TEST(FormatNames, GoBothWays) {
  for (int i = 0; i < kFormatCount; ++i) {
    const auto format = static_cast<Format>(i);
    EXPECT_EQ(find_format(to_string(format)), format);
  }
  EXPECT_EQ(find_format("xlsx"), std::nullopt);
}

TEST(Detect, TakesOfacsFilesTogetherAndLeavesTheSpecificationOut) {
  const auto detected = detect(streams_of({{"add.csv", kAdd},
                                           {"alt.csv", kAlt},
                                           {"dat_spec.txt", "DATA SPECIFICATION"},
                                           {"sdn.csv", kSdn},
                                           {"sdn_comments.csv", "\x1A"}}));
  ASSERT_TRUE(detected);
  EXPECT_EQ(detected->format, Format::kUsOfacCsv);
  EXPECT_EQ(detected->source, "us_ofac_sdn");
  EXPECT_EQ(detected->streams.size(), 4u);
  EXPECT_THAT(detected->notes, ElementsAre(HasSubstr("dat_spec.txt")));
}

TEST(Detect, TellsTheNonSdnListFromItsNameOrProgrammes) {
  EXPECT_EQ(detect(streams_of({{"cons_prim.csv", kSdn}}))->source, "us_ofac_cons");
  EXPECT_EQ(detect(streams_of({{"x.xml", "<sdnList><sdnEntry><programList><program>NS-PLC</program>"}}))->source,
            "us_ofac_cons");
}

TEST(Detect, RefusesTwoFormatsUnlessOneIsPicked) {
  const Files files = {{"cons_prim.csv", kSdn}, {"consolidated.xml", kSdnXml}};
  const auto refused = detect(streams_of(files));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kRefused);
  EXPECT_THAT(refused.error().message, AllOf(HasSubstr("cons_prim.csv"), HasSubstr("consolidated.xml")));
  const auto picked = detect(streams_of(files), Format::kUsOfacXml);
  ASSERT_TRUE(picked);
  EXPECT_EQ(picked->format, Format::kUsOfacXml);
  EXPECT_EQ(picked->streams.size(), 1u);
  EXPECT_THAT(picked->notes, ElementsAre(HasSubstr("cons_prim.csv")));
}

TEST(Detect, RefusesTwoFilesOfOneKind) {
  const auto refused = detect(streams_of({{"a.xml", "<Designations/>"}, {"b.xml", "<Designations/>"}}));
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, AllOf(HasSubstr("a.xml"), HasSubstr("b.xml")));
  EXPECT_FALSE(detect(streams_of({{"a.csv", kSdn}, {"b.csv", kSdn}})));
}

TEST(Detect, RefusesAnotherFormatThanWasAskedFor) {
  const auto refused = detect(streams_of({{"a.xml", "<Designations/>"}}), Format::kUnXml);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(refused.error().message, AllOf(HasSubstr("gb_sanctions_xml"), HasSubstr("un_xml")));
}

TEST(Detect, BelievesTheCallerAboutUnknownContent) {
  const auto detected = detect(streams_of({{"customers.csv", "CLIENT,DOB\nx,y\n"}}), Format::kOwnCsv);
  ASSERT_TRUE(detected);
  EXPECT_EQ(detected->format, Format::kOwnCsv);
}

TEST(Detect, ListsTheFormatsItKnows) {
  for (const char* content : {"hello\n", "", "<html/>"}) {
    const auto unknown = detect(streams_of({{"a.dat", content}}));
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::kInvalidInput);
    EXPECT_THAT(unknown.error().to_string(), AllOf(HasSubstr("a.dat"), HasSubstr("us_ofac_csv"), HasSubstr("own_csv")));
  }
  const auto laughs = detect(streams_of({{"a.xml", "<!DOCTYPE l [<!ENTITY a 'b'>]><sdnList/>"}}));
  EXPECT_THAT(laughs.error().message, HasSubstr("document type"));
}

TEST(Detect, KeepsTheStreamsWhole) {
  auto detected = detect(streams_of({{"sdn.csv", kSdn}}));
  ASSERT_TRUE(detected);
  EXPECT_EQ(read_all(*detected->streams.front(), 1000).value(), kSdn);
}

TEST(Detect, KnowsTheOfficialFolders) {
  VEDETTE_NEEDS_OFFICIAL("lists/us-ofac-consolidated/2018-04-06");
  const auto folder = vedette::testing::official("lists/us-ofac-consolidated/2018-04-06");
  EXPECT_EQ(detect(open_input(folder, {}).value()).error().code, ErrorCode::kRefused);
  const auto csv = detect(open_input(folder, {}).value(), Format::kUsOfacCsv);
  ASSERT_TRUE(csv) << csv.error().to_string();
  EXPECT_EQ(csv->streams.size(), 3u);
  EXPECT_EQ(csv->source, "us_ofac_cons");
}

struct Official {
  const char* path;
  Format format;
  const char* source;
};

TEST(Detect, KnowsTheOfficialFiles) {
  for (const Official& file : {
           Official{"lists/us-ofac-sdn/2024-05-03/sdn.csv", Format::kUsOfacCsv, "us_ofac_sdn"},
           Official{"lists/us-ofac-sdn/2021-07", Format::kUsOfacCsv, "us_ofac_sdn"},
           Official{"lists/us-ofac-consolidated/2025-03-28", Format::kUsOfacXml, "us_ofac_cons"},
           Official{"lists/us-csl/2022-04-21.csv.gz", Format::kUsCslCsv, "us_trade_csl"},
           Official{"lists/us-bis-dpl/2022-09.txt", Format::kUsBisDpl, "us_bis_denied"},
           Official{"lists/un/2025-11-20.xml", Format::kUnXml, "un_sc_sanctions"},
           Official{"lists/uk/ofsi-conlist-2018-04-13.csv", Format::kGbOfsiCsv, "gb_hmt_sanctions"},
           Official{"lists/uk/uk_sanctions_list_2026-09-07_sample.xml", Format::kGbSanctionsXml, "gb_fcdo_sanctions"},
           Official{"lists/eu/eu_fsf_1_1_2026-08-05_sample.xml", Format::kEuFsfXml, "eu_fsf"},
           Official{"lists/eu/fsf-1.0-extract-2018-07-04.csv", Format::kEuFsfCsv, "eu_fsf"},
           Official{"lists/ca-sema/2025-03.xml", Format::kCaSemaXml, "ca_dfatd_sema_sanctions"},
       }) {
    VEDETTE_NEEDS_OFFICIAL(file.path);
    const auto detected = detect(open_input(vedette::testing::official(file.path), {}).value());
    ASSERT_TRUE(detected) << detected.error().to_string();
    EXPECT_EQ(detected->format, file.format) << file.path;
    EXPECT_EQ(detected->source, file.source) << file.path;
  }
}

}  // namespace
}  // namespace vedette::lists
