// With the rules of a published model. What is expected is what spaCy 3.8 makes of the same texts.
#include <gtest/gtest.h>

#include "language/model_file.h"
#include "language/strings.h"
#include "language/tokenizer.h"
#include "support/language_model.h"

namespace vedette::language {
namespace {

class ModelTokenizerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    VEDETTE_NEEDS_MODEL("sm");
    auto opened = ModelFile::open(vedette::testing::language_model("sm"));
    ASSERT_TRUE(opened) << opened.error().to_string();
    file_ = *std::move(opened);
    auto created = Tokenizer::create(file_->data().tokenizer);
    ASSERT_TRUE(created) << created.error().to_string();
    tokenizer_ = std::make_unique<Tokenizer>(*std::move(created));
    lexemes_ = std::make_unique<LexemeTable>(file_->data().norms);
    worker_ = std::make_unique<TokenizerWorker>(*tokenizer_, *lexemes_);
  }

  std::string read(std::string_view text) {
    worker_->split(text, tokens_);
    std::string shown;
    for (const auto& token : tokens_) {
      if (!shown.empty()) shown += '|';
      shown += text.substr(token.offset, token.length);
    }
    return shown;
  }

  std::shared_ptr<const ModelFile> file_;
  std::unique_ptr<Tokenizer> tokenizer_;
  std::unique_ptr<LexemeTable> lexemes_;
  std::unique_ptr<TokenizerWorker> worker_;
  std::vector<RawToken> tokens_;
};

TEST_F(ModelTokenizerTest, SplitsNewsAsSpacyDoes) {
  EXPECT_EQ(read("Kim's cosmodrome isn't (yet) well-known, U.S. officials said at 10:30a.m. on Sept. 5."),
            "Kim|'s|cosmodrome|is|n't|(|yet|)|well|-|known|,|U.S.|officials|said|at|10:30a.m|.|on|Sept.|5|.");
  EXPECT_EQ(read("It cost US$5.5m—or £4.2bn—in 2019/20, e.g. 10-20km² of land…"),
            "It|cost|US$|5.5m|—|or|£|4.2bn|—|in|2019/20|,|e.g.|10|-|20|km²|of|land|…");
  EXPECT_EQ(read("\"We can't,\" he said; 'they'd've gone.''"), "\"|We|ca|n't|,|\"|he|said|;|'|they|'d|'ve|gone|.|''");
  EXPECT_EQ(read("Write to a.b@example.co.uk or see https://www.example.com/x?y=1 (or www.x.org)."),
            "Write|to|a.b@example.co.uk|or|see|https://www.example.com/x?y=1|(|or|www.x.org|)|.");
  EXPECT_EQ(read("Temp. is 30°C. :-) C++ and O'Neill's 9/11 gonna"),
            "Temp|.|is|30|°|C|.|:-)|C++|and|O'Neill|'s|9/11|gon|na");
}

TEST_F(ModelTokenizerTest, SplitsOtherWritingAsSpacyDoes) {
  EXPECT_EQ(read("  Two  blanks\n\nand\ta tab "), "  |Two| |blanks|\n\n|and|\t|a|tab");
  EXPECT_EQ(read("the ''quoted'' one``and''"), "the|''|quoted|''|one``and|''");
  EXPECT_EQ(read("Москва—Пхеньян. 北朝鮮は、ロシア。"), "Москва|—|Пхеньян|.|北朝鮮は、ロシア|。");
}

TEST_F(ModelTokenizerTest, GivesExceptionsTheirNorms) {
  read("can't");
  ASSERT_EQ(tokens_.size(), 2u);
  const auto norm = [&](size_t i) { return (*lexemes_)[tokens_[i].lexeme].features.norm; };
  EXPECT_EQ(norm(0), string_id("can"));
  EXPECT_EQ(norm(1), string_id("not"));
  EXPECT_EQ((*lexemes_)[lexemes_->number("n't")].features.norm, string_id("n't")) << "words that came split";
}

// Hours, if anything in it grew with the square of the text.
TEST_F(ModelTokenizerTest, HostileTextsTakeLinearTime) {
  for (const std::string_view unit :
       {"(", "ab.", "1.", "a@a.b:", "(.(.", "..)", "'", "😀", "http://", "a-", "\u00a0"}) {
    std::string text;
    while (text.size() < 300'000) text += unit;
    worker_->split(text, tokens_);
    size_t length = 0;
    for (const auto& token : tokens_) length += token.length;
    EXPECT_EQ(length, text.size()) << unit;
  }
}

}  // namespace
}  // namespace vedette::language
