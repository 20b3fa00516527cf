#include "cli/csv.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "engine/csv_row.h"

namespace vedette::cli {
namespace {

TEST(CsvLine, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(csv_line({"plain", "KIM, Jong Un", "say \"no\"", "two\nlines", ""}),
            "plain,\"KIM, Jong Un\",\"say \"\"no\"\"\",\"two\nlines\",\n");
}

TEST(CsvLine, IsAlwaysValidText) {
  EXPECT_EQ(csv_line({std::string("a\0b", 3), "\xFF"}),
            "a\xEF\xBF\xBD"
            "b,\xEF\xBF\xBD\n");
}

TEST(CsvLine, ReadsBackAsItWas) {
  rc::check("csv", [] {
    const auto fields = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(
        rc::gen::container<std::string>(rc::gen::element('a', ',', '"', '\n', ' '))));
    std::string line = csv_line(fields);
    line.pop_back();
    RC_ASSERT(engine::split_csv_row(line, ',') == fields);
  });
}

}  // namespace
}  // namespace vedette::cli
