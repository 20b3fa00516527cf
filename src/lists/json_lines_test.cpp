#include "lists/json_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "lists/input.h"

namespace vedette::lists {
namespace {

using ::testing::ElementsAre;
using Lines = std::vector<std::pair<uint64_t, std::string>>;

// Gives as many bytes as asked for of one byte, and counts how many were taken.
class EndlessStream final : public InputStream {
 public:
  explicit EndlessStream(uint64_t& taken) : taken_(taken) {}
  const std::string& name() const override { return name_; }
  Result<size_t> read(std::span<char> buffer) override {
    std::fill(buffer.begin(), buffer.end(), 'x');
    if (taken_ == 0) buffer[0] = '\n';
    taken_ += buffer.size();
    return buffer.size();
  }

 private:
  std::string name_ = "endless.jsonl";
  uint64_t& taken_;
};

Lines lines(const std::string& text) {
  LineReader reader(std::make_unique<MemoryStream>("a.jsonl", text), {});
  Lines found;
  TextLine line;
  while (reader.next(line).value()) found.emplace_back(line.number, std::string(line.text));
  return found;
}

TEST(LineReader, NumbersLinesAndSkipsBlankOnes) {
  EXPECT_THAT(lines("\xEF\xBB\xBF{1}\r\n\n  \n{2}\n{3}"),
              ElementsAre(std::pair(1, "{1}"), std::pair(4, "{2}"), std::pair(5, "{3}")));
  EXPECT_TRUE(lines("").empty());
}

TEST(LineReader, StopsAtAnEndlessLine) {
  uint64_t taken = 0;
  LineReader reader(std::make_unique<EndlessStream>(taken), {});
  TextLine line;
  const auto result = reader.next(line);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kLimit);
  EXPECT_EQ(result.error().where, (Where{"endless.jsonl", 2, ""}));
  EXPECT_LT(taken, uint64_t{9} << 20);
}

RC_GTEST_PROP(LineReaderProperty, GivesEveryLine, (std::vector<uint16_t> sizes)) {
  std::string text;
  Lines expected;
  for (size_t i = 0; i < sizes.size(); ++i) {
    const std::string content(sizes[i] + size_t{1}, static_cast<char>('a' + i % 26));
    expected.emplace_back(i + 1, content);
    text += content + "\n";
  }
  RC_ASSERT(lines(text) == expected);
}

}  // namespace
}  // namespace vedette::lists
