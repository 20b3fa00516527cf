#include "engine/query_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "lists/input.h"

namespace vedette::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Result<std::unique_ptr<QueryFile>> open(std::string text, QueryFileOptions options = {}) {
  return QueryFile::open(std::make_unique<lists::MemoryStream>("book", std::move(text)), options);
}

// Each record as "id|schema|name" or "line:field: message".
std::vector<std::string> told(QueryFile& file) {
  std::vector<std::string> out;
  while (true) {
    auto record = file.next();
    EXPECT_TRUE(record);
    if (!record || !*record) return out;
    const auto query = file.parse(**record);
    if (query) {
      out.push_back(query->id + "|" + std::string(to_string(query->entity.schema)) + "|" +
                    std::string(query->entity.caption()));
    } else {
      const Error& error = query.error();
      EXPECT_EQ(error.where.file, "book");
      out.push_back(std::to_string(error.where.line) + ":" + error.where.field + ": " + error.message);
    }
  }
}

std::vector<std::string> told(std::string text, QueryFileOptions options = {}) {
  auto file = open(std::move(text), options);
  EXPECT_TRUE(file) << file.error().to_string();
  return file ? told(**file) : std::vector<std::string>{};
}

TEST(QueryFile, ReadsJsonLines) {
  EXPECT_THAT(told("\xEF\xBB\xBF"
                   R"({"id": "c7", "schema": "Person", "properties": {"name": ["Kim Jong Un"]}})"
                   "\n\n"
                   R"({"properties": {"name": "Bureau 39"}})"),
              ElementsAre("c7|Person|Kim Jong Un", "2|LegalEntity|Bureau 39"));
}

TEST(QueryFile, ReadsCsvWithItsOwnNames) {
  EXPECT_THAT(told("id,Schema,name,birthDate\r\na,Person,\"KIM, Jong Un\",1984-01-08\r\n,Vessel,WISE HONEST,\r\n"),
              ElementsAre("a|Person|KIM, Jong Un", "2|Vessel|WISE HONEST"));
}

TEST(QueryFile, ReadsCsvThroughAMap) {
  QueryFileOptions options;
  options.column_map = {{"CLIENT", "name"}, {"DOB", "birthDate"}};
  options.schema = Schema::kPerson;
  auto file = open("CLIENT;DOB;BRANCH\nKim;1984;7\n", options);
  ASSERT_TRUE(file);
  EXPECT_THAT((*file)->notes(), ElementsAre("book: columns passed over: BRANCH"));
  EXPECT_THAT(told(**file), ElementsAre("1|Person|Kim"));
}

TEST(QueryFile, TakesSeveralValuesInOneField) {
  auto file = open("name,passportNumber\nKim Jong Un; Kim Jong-un,A1;B2\n");
  ASSERT_TRUE(file);
  const auto record = (*file)->next();
  const auto query = (*file)->parse(**record);
  ASSERT_TRUE(query);
  EXPECT_THAT(query->entity.texts(Property::kName), ElementsAre("Kim Jong Un", "Kim Jong-un"));
  EXPECT_THAT(query->entity.texts(Property::kPassportNumber), ElementsAre("A1", "B2"));
}

TEST(QueryFile, SaysWhichRowAndFieldIsBadAndReadsOn) {
  QueryFileOptions options;
  options.column_map = {{"DOB", "birthDate"}};
  const std::string book = "name,DOB\nA,1984\nB,08.01.1984\n,1990\nC,1984,extra\n\xFF\xFE,1984\n" +
                           std::string("D\0D,1984\n", 9) + "E,1984\n";
  const auto got = told(book, options);
  ASSERT_EQ(got.size(), 7u);
  EXPECT_EQ(got[0], "1|LegalEntity|A");
  EXPECT_THAT(got[1], HasSubstr("3:DOB: "));
  EXPECT_THAT(got[2], HasSubstr("4:name: nothing to screen by"));
  EXPECT_THAT(got[3], HasSubstr("5:: 3 fields, but the header has 2"));
  EXPECT_EQ(got[4], "6:name: not UTF-8 text");
  EXPECT_EQ(got[5], "7:name: not UTF-8 text");
  EXPECT_EQ(got[6], "7|LegalEntity|E");
}

TEST(QueryFile, LosesOneRowToAStrayQuote) {
  const auto got = told("name,birthDate\nA,1984\n\"B,1984\nC,1984\n\"KIM, D\",1984\nE,1984\n");
  EXPECT_THAT(got, ElementsAre("1|LegalEntity|A", "3:: text after a closing quote", "3|LegalEntity|C",
                               "4|LegalEntity|KIM, D", "5|LegalEntity|E"));
  EXPECT_THAT(told("name\nA\n\"B\nC\n"),
              ElementsAre("1|LegalEntity|A", "3:: a quote that is never closed", "3|LegalEntity|C"));
}

TEST(QueryFile, LosesOneRowToAHugeOne) {
  QueryFileOptions options;
  options.record_bytes = 100;
  EXPECT_THAT(told("name\nA\n" + std::string(1'000'000, 'x') + "\nB\n", options),
              ElementsAre("1|LegalEntity|A", "3:: a record over the limit of 100 bytes", "3|LegalEntity|B"));
  EXPECT_THAT(told("name\nA\n\"" + std::string(300, '\n') + "\nB\n", options).back(), "3|LegalEntity|B");
}

TEST(QueryFile, ReportsBadJsonLines) {
  const auto got =
      told("{\"properties\": {\"name\": \"A\"}}\nnot json\n{\"properties\": {}}\n{\"schema\": \"Persn\"}\n");
  ASSERT_EQ(got.size(), 4u);
  EXPECT_THAT(got[1], HasSubstr("2:: "));
  EXPECT_THAT(got[2], HasSubstr("3:name: nothing to screen by"));
  EXPECT_THAT(got[3], HasSubstr("4:schema: unknown schema 'Persn'"));
}

TEST(QueryFile, NamesABadRecordByItsOwnId) {
  const auto labels = [](const std::string& text) {
    const auto file = open(text).value();
    std::vector<std::string> got;
    while (const auto record = file->next().value()) got.push_back(file->label_of(*record));
    return got;
  };
  EXPECT_THAT(labels("id,birthDate,name\n7,yesterday,A\n,,\nc-9,1,2,3\n\"broken\n"), ElementsAre("7", "2", "c-9", "4"));
  EXPECT_THAT(labels("name\nA,x\n"), ElementsAre("1"));
  EXPECT_THAT(labels(R"({"id": "c-1", "schema": "Persn"})"
                     "\n{\"id\": 12}\nnot json\n{\"id\": [1]}\n[1]\n"),
              ElementsAre("c-1", "12", "3", "4", "5"));
}

TEST(QueryFile, RefusesWhatIsNoCustomerBook) {
  for (const auto& [text, message] :
       std::vector<std::pair<std::string, std::string>>{{"[{\"a\": 1}]", "JSON array"},
                                                        {"\xFF\xFEn\0a\0", "UTF-16"},
                                                        {std::string("GIF89\0\0\0", 8), "NUL bytes"},
                                                        {"first,second\n1,2\n", "no column holds a name"}}) {
    const auto file = open(text);
    ASSERT_FALSE(file) << text;
    EXPECT_EQ(file.error().code, ErrorCode::kInvalidInput);
    EXPECT_THAT(file.error().message, HasSubstr(message));
  }
  QueryFileOptions options;
  options.column_map = {{"CLIENT", "name"}};
  const auto missing = open("NAME\nx\n", options);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().where.field, "CLIENT");
  options.column_map = {{"CLIENT", "naem"}};
  const auto unknown = open("CLIENT\nx\n", options);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::kUsage);
}

TEST(QueryFile, TakesAnEmptyFile) {
  EXPECT_THAT(told(""), IsEmpty());
  EXPECT_THAT(told("\n\r\n"), IsEmpty());
  EXPECT_THAT(told("name\n"), IsEmpty());
}

TEST(RecordCutter, LosesNoByteOfWellFormedRows) {
  rc::check("cutting rows", [] {
    const auto rows = *rc::gen::container<std::vector<std::string>>(
        rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::element('a', ',', '\n', '"'))));
    std::string text;
    for (const std::string& row : rows) {
      std::string doubled;
      for (char c : row) doubled += c == '"' ? "\"\"" : std::string(1, c);
      text += "\"" + doubled + "\"\n";
    }
    RecordCutter cutter(std::make_unique<lists::MemoryStream>("book", text), 1 << 20);
    CutRecord record;
    std::string joined;
    while (cutter.next(RecordCutter::Kind::kCsv, ',', record).value()) {
      RC_ASSERT(!record.defect);
      joined += record.text + "\n";
    }
    RC_ASSERT(joined == text);
  });
}

}  // namespace
}  // namespace vedette::engine
