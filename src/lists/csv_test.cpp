#include "lists/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "lists/input.h"

namespace vedette::lists {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Rows = std::vector<std::vector<std::string>>;

// Gives one byte at a time, so that every boundary between buffers is met.
class DripStream final : public InputStream {
 public:
  explicit DripStream(std::string bytes) : bytes_(std::move(bytes)) {}
  const std::string& name() const override { return name_; }
  Result<size_t> read(std::span<char> buffer) override {
    if (position_ == bytes_.size()) return size_t{0};
    buffer[0] = bytes_[position_++];
    return size_t{1};
  }

 private:
  std::string name_ = "drip.csv";
  std::string bytes_;
  size_t position_ = 0;
};

Rows rows_of(CsvReader reader) {
  Rows rows;
  CsvRecord record;
  while (reader.next(record).value()) rows.push_back(record.fields);
  return rows;
}

Rows rows(const std::string& text, CsvDialect dialect = {}) {
  const Rows whole = rows_of(CsvReader(std::make_unique<MemoryStream>("a.csv", text), dialect, {}));
  EXPECT_EQ(whole, rows_of(CsvReader(std::make_unique<DripStream>(text), dialect, {})));
  return whole;
}

TEST(Csv, SplitsFieldsAndRecords) {
  EXPECT_THAT(rows("a,b\nc,\n"), ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "")));
}

TEST(Csv, TakesEveryLineEnd) {
  const auto expected = ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d"));
  EXPECT_THAT(rows("a,b\r\nc,d\r\n"), expected);
  EXPECT_THAT(rows("a,b\rc,d\r"), expected);
  EXPECT_THAT(rows("a,b\nc,d"), expected);
  EXPECT_THAT(rows("\n\na,b\r\n\r\nc,d\n\n"), expected);
}

TEST(Csv, KeepsQuotedDelimitersQuotesAndLineEnds) {
  EXPECT_THAT(rows("\"a,1\",\"b \"\"x\"\"\",\"c\r\nd\"\n"), ElementsAre(ElementsAre("a,1", "b \"x\"", "c\r\nd")));
}

TEST(Csv, IsLenientAboutStrayQuotes) {
  EXPECT_THAT(rows("a\"b,\"c\" d\n"), ElementsAre(ElementsAre("a\"b", "c d")));
}

TEST(Csv, PassesOverMarkAndEndOfFileByte) {
  EXPECT_THAT(rows("\xEF\xBB\xBF"
                   "a,b\r\n\x1A"),
              ElementsAre(ElementsAre("a", "b")));
  EXPECT_THAT(rows("a,b\x1A"), ElementsAre(ElementsAre("a", "b")));
  EXPECT_THAT(rows("\x1A"), IsEmpty());
  EXPECT_THAT(rows(""), IsEmpty());
}

TEST(Csv, TakesOtherDelimiters) {
  EXPECT_THAT(rows("a;b,c\n", {';', Encoding::kUtf8}), ElementsAre(ElementsAre("a", "b,c")));
  EXPECT_THAT(rows("a\tb\n", {'\t', Encoding::kUtf8}), ElementsAre(ElementsAre("a", "b")));
}

TEST(Csv, NumbersRecordsAndLines) {
  CsvReader reader(std::make_unique<MemoryStream>("a.csv", "a\r\n\"b\r\nc\"\r\n\r\nd\r\n"), {}, {});
  CsvRecord record;
  std::vector<std::pair<uint64_t, uint64_t>> places;
  while (reader.next(record).value()) places.emplace_back(record.number, record.line);
  EXPECT_THAT(places, ElementsAre(std::pair(1, 1), std::pair(2, 2), std::pair(3, 5)));
}

TEST(Csv, ReportsANulByteWithItsPlace) {
  CsvReader reader(std::make_unique<MemoryStream>("a.csv", "ok,ok\na,\"b\n\0\",c\nd,e\n"s), {}, {});
  CsvRecord record;
  ASSERT_TRUE(reader.next(record).value());
  EXPECT_FALSE(record.defect);
  ASSERT_TRUE(reader.next(record).value());
  ASSERT_TRUE(record.defect);
  EXPECT_EQ(record.defect->where, (Where{"a.csv", 3, "column 2"}));
  ASSERT_TRUE(reader.next(record).value());
  EXPECT_FALSE(record.defect);
  EXPECT_EQ(record.field(0), "d");
}

// The error that ends a file of these bytes.
Error last_error(const std::string& bytes) {
  CsvReader reader(std::make_unique<MemoryStream>("a.csv", bytes), {}, {});
  CsvRecord record;
  for (;;) {
    const auto more = reader.next(record);
    if (!more) return more.error();
    if (!*more) return {ErrorCode::kInternal, "no error", {}};
  }
}

TEST(Csv, RefusesAQuoteThatNeverCloses) {
  const Error error = last_error("x,y\na,\"b\nc,d\n");
  EXPECT_EQ(error.code, ErrorCode::kInvalidInput);
  EXPECT_EQ(error.where, (Where{"a.csv", 2, "column 2"}));
  EXPECT_THAT(error.message, HasSubstr("quoted"));
}

TEST(Csv, RefusesAFileThatEndsInTheMiddleOfARecord) {
  const Error error = last_error("x,y,z\na,b,c\nd,e");
  EXPECT_EQ(error.code, ErrorCode::kInvalidInput);
  EXPECT_EQ(error.where.line, 3u);
  EXPECT_THAT(error.message, HasSubstr("after 2 of 3 columns"));
  EXPECT_EQ(last_error("x,y,z\na,b,c\nd,e,f").message, "no error") << "whole, though without a line end";
  EXPECT_EQ(last_error("x,y,z\na,b,c\nd,e\n").message, "no error") << "a short row is the reader's to judge";
}

TEST(Csv, MendsWhatIsNotUtf8AndSaysSo) {
  CsvReader reader(std::make_unique<MemoryStream>("a.csv", "a,b\xE9\n"), {}, {});
  CsvRecord record;
  ASSERT_TRUE(reader.next(record).value());
  EXPECT_EQ(record.field(1), "b\xEF\xBF\xBD");
  ASSERT_EQ(reader.notes().size(), 1u);
  EXPECT_THAT(reader.notes().front(), HasSubstr("line 1, column 2, byte 2"));
}

TEST(Csv, SaysThatAFileMayBeCut) {
  CsvReader reader(std::make_unique<MemoryStream>("a.csv", "a,b\nc,d"), {}, {});
  CsvRecord record;
  while (reader.next(record).value()) EXPECT_TRUE(record.line <= 1 || reader.notes().size() == 1);
  EXPECT_THAT(reader.notes(), ElementsAre(HasSubstr("no line end")));
}

TEST(Csv, TakesOldFilesAsWindows1252) {
  EXPECT_THAT(rows("caf\xE9,\x93q\x94,caf\xC3\xA9\n", {',', Encoding::kOrWindows1252}),
              ElementsAre(ElementsAre("café", "“q”", "café")));
}

TEST(Csv, HoldsItsBounds) {
  ReadLimits limits;
  limits.field_bytes = 100;
  limits.line_bytes = 1000;
  limits.values_per_record = 300;
  const auto read = [&](const std::string& text) {
    CsvReader reader(std::make_unique<MemoryStream>("a.csv", "x\n" + text), {}, limits);
    CsvRecord record;
    EXPECT_TRUE(reader.next(record));
    return reader.next(record);
  };
  for (const std::string& text :
       {std::string(200, 'a'), std::string(400, ','), "\"" + std::string(200, 'a'), std::string(2000, ',')}) {
    const auto result = read(text);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kLimit);
    EXPECT_EQ(result.error().where.line, 2u);
  }
}

TEST(CsvHeader, FindsColumnsWithoutRegardToCase) {
  CsvRecord record;
  record.fields = {" Name ", "id", "NAME"};
  const CsvHeader header(record);
  EXPECT_EQ(header.find("name"), 0u);
  EXPECT_EQ(header.find_all("Name"), (std::vector<size_t>{0, 2}));
  EXPECT_EQ(header.find("none"), std::nullopt);
}

RC_GTEST_PROP(CsvProperty, ReadsBackWhatIsWritten, ()) {
  const auto field = rc::gen::container<std::string>(rc::gen::element('a', '"', ',', '\n', '\r', ' ', ';'));
  const Rows table = *rc::gen::container<Rows>(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(field)));
  std::string text;
  for (const auto& row : table) {
    for (size_t i = 0; i < row.size(); ++i) {
      text += i > 0 ? ",\"" : "\"";
      for (const char c : row[i]) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += "\r\n";
  }
  RC_ASSERT(rows(text) == table);
}

}  // namespace
}  // namespace vedette::lists
