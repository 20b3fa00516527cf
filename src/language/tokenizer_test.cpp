#include "language/tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "base/utf8.h"
#include "language/python_text.h"
#include "language/strings.h"
#include "language/white_space.h"

namespace vedette::language {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A tokenizer with small rules. `read` shows tokens as "a|b c": a bar between tokens, a blank where one was swallowed.
class TokenizerTest : public testing::Test {
 protected:
  TokenizerTest() {
    rules_.prefix = R"(^\(|^"|^\u00a3|^\.\.+|^')";
    rules_.suffix = R"(\)$|"$|,$|\.\.+$|'s$|'$|(?<=[0-9])km$|(?<=[a-z)])\.$)";
    rules_.infix = R"(\.\.+|(?<=[a-z])-(?=[a-z])|(?<=[0-9])[+\-](?=[0-9]))";
    rules_.url = R"((?u)^(?:\w+://)?(?:[a-z0-9]+\.)+[a-z]{2,}(?:/\S*)?$)";
    add("don't", {{"do", ""}, {"n't", "not"}});
    add("U.S.", {{"U.S.", ""}});
    add(":)", {{":)", ""}});
    add("''", {{"''", ""}});
    add(" ", {{" ", ""}});
  }

  void add(std::string_view text, std::vector<ExceptionToken> tokens) {
    rules_.exceptions.push_back({text, std::move(tokens)});
    tokenizer_.reset();
  }

  const std::vector<RawToken>& split(std::string_view text) {
    if (tokenizer_ == nullptr) {
      auto created = Tokenizer::create(rules_);
      EXPECT_TRUE(created) << created.error().message;
      tokenizer_ = std::make_unique<Tokenizer>(*std::move(created));
      worker_ = std::make_unique<TokenizerWorker>(*tokenizer_, lexemes_);
    }
    worker_->split(text, tokens_);
    return tokens_;
  }

  std::string read(std::string_view text) {
    std::string shown;
    bool bar = false;
    for (const auto& token : split(text)) {
      EXPECT_EQ(lexemes_[token.lexeme].text, text.substr(token.offset, token.length));
      if (bar) shown += '|';
      bar = !token.space_after;
      shown += text.substr(token.offset, token.length);
      if (token.space_after) shown += ' ';
    }
    return shown;
  }

  TokenizerRules rules_;
  NormTable norms_;
  LexemeTable lexemes_{norms_};
  std::unique_ptr<Tokenizer> tokenizer_;
  std::unique_ptr<TokenizerWorker> worker_;
  std::vector<RawToken> tokens_;
};

TEST_F(TokenizerTest, TheBlankAfterAWordBelongsToIt) {
  EXPECT_EQ(read("Kim met Putin"), "Kim met Putin");
  ASSERT_EQ(tokens_.size(), 3u);
  EXPECT_TRUE(tokens_[0].space_after);
  EXPECT_EQ(tokens_[1].offset, 4u);
  EXPECT_FALSE(tokens_[2].space_after);
}

TEST_F(TokenizerTest, OtherWhiteSpaceIsTokens) {
  EXPECT_EQ(read("a  b"), "a  |b") << "one blank is swallowed, the other a token";
  EXPECT_EQ(tokens_.size(), 3u);
  EXPECT_EQ(read("a\nb"), "a|\n|b");
  EXPECT_EQ(read("a \n b"), "a \n |b");
  EXPECT_EQ(tokens_[1].length, 2u);
  EXPECT_EQ(read("a\n b"), "a|\n |b");
  EXPECT_EQ(read(" a "), " |a ");
  EXPECT_EQ(tokens_.size(), 2u);
  EXPECT_EQ(read("a\u00a0b"), "a|\u00a0|b");
  EXPECT_EQ(read("a "), "a ");
  EXPECT_EQ(read("  "), "  ");
  EXPECT_THAT(split(""), IsEmpty());
}

TEST_F(TokenizerTest, AffixesComeOffFromBothSides) {
  EXPECT_EQ(read("(\"Kim\"),"), "(|\"|Kim|\"|)|,");
  EXPECT_EQ(read("£5..."), "£|5|...");
  EXPECT_EQ(read("()"), "(|)");
  EXPECT_EQ(read("((("), "(|(|(");
}

TEST_F(TokenizerTest, ASuffixDoesNotSeeThePrefix) {
  EXPECT_EQ(read("5km"), "5|km");
  EXPECT_EQ(read("km"), "km");
  rules_.prefix = "^[0-9]";
  add("unused", {{"unused", ""}});
  EXPECT_EQ(read("5km"), "5|km") << "the prefix comes off, and then nothing stands before km";
  EXPECT_EQ(read("55km"), "5|5|km");
  EXPECT_EQ(tokens_.size(), 3u);
}

TEST_F(TokenizerTest, ALongRunIsOneSuffix) {
  const std::string dots(300, '.');
  EXPECT_EQ(read("a" + dots), "a|" + dots);
  EXPECT_EQ(read("a," + dots), "a|,|" + dots);
}

TEST_F(TokenizerTest, InfixesSeeWhatStandsBefore) {
  EXPECT_EQ(read("well-known"), "well|-|known");
  EXPECT_EQ(read("1-2+3"), "1|-|2|+|3");
  EXPECT_EQ(read("-a"), "-a");
  EXPECT_EQ(read("a-b-c"), "a|-|b|-|c");
}

TEST_F(TokenizerTest, AMatchAtTheHeadIsNoInfix) {
  rules_.prefix = {};
  EXPECT_EQ(read("..a..b"), "..a|..|b");
}

TEST_F(TokenizerTest, EmptyInfixesCutAsPythonDoes) {
  rules_.infix = "x*";
  EXPECT_EQ(read("axxb"), "a|xx|b");
  rules_.infix = "(?=b)";
  add("unused", {{"unused", ""}});
  EXPECT_EQ(read("abb"), "a|b|b");
}

TEST_F(TokenizerTest, UrlsStayWhole) {
  EXPECT_EQ(read("(http://a.example.com/x-y)"), "(|http://a.example.com/x-y|)");
  EXPECT_EQ(read("a.b-c"), "a.b|-|c");
}

TEST_F(TokenizerTest, SpecialCasesStandWithinAffixes) {
  EXPECT_EQ(read("don't"), "do|n't");
  EXPECT_EQ(read("(don't),"), "(|do|n't|)|,");
  EXPECT_EQ(lexemes_[tokens_[2].lexeme].features.norm, string_id("not"));
  EXPECT_EQ(read("(U.S."), "(|U.S.");
  EXPECT_EQ(read("U.S.'s"), "U.S.|'s");
  EXPECT_EQ(read("don't-know"), "don't|-|know");
}

TEST_F(TokenizerTest, TheSecondPassFindsSpecialCasesThatAffixesBrokeUp) {
  EXPECT_EQ(read("(''"), "(|''") << "a prefix leaves a special case";
  EXPECT_EQ(read("a''"), "a|''") << "two suffixes that are one special case";
  EXPECT_EQ(read("''a"), "''|a");
  EXPECT_EQ(read("a' '"), "a|' '") << "with a blank between it is none";
  EXPECT_EQ(read("a'' b"), "a|'' b") << "the blank stays";
  EXPECT_EQ(read("'''a"), "''|'|a") << "the leftmost wins";
}

TEST_F(TokenizerTest, TheSecondPassPrefersTheLongest) {
  add("...", {{"...", ""}});
  add(").", {{").", "full"}});
  add("a).", {{"a", ""}, {").", "all"}});
  EXPECT_EQ(read("b)."), "b|).");
  EXPECT_EQ(lexemes_[tokens_[1].lexeme].features.norm, string_id("full"));
  EXPECT_EQ(read("(a)."), "(|a|).");
  EXPECT_EQ(lexemes_[tokens_[2].lexeme].features.norm, string_id("all"));
}

TEST_F(TokenizerTest, SpecialCasesMayHoldBlanks) {
  add("a b", {{"a", "x"}, {" b", "y"}});
  EXPECT_EQ(read("c a b d"), "c a| b d");
  ASSERT_EQ(tokens_.size(), 4u);
  EXPECT_EQ(tokens_[2].length, 2u);
}

TEST_F(TokenizerTest, KnownChunksGiveTheSameAnswer) {
  const auto first = read("(don't), £5km well-known (don't), £5km");
  EXPECT_EQ(read("(don't), £5km well-known (don't), £5km"), first);
  const auto size = lexemes_.size();
  lexemes_.clear();
  worker_->forget();
  EXPECT_EQ(read("(don't), £5km well-known (don't), £5km"), first);
  EXPECT_EQ(lexemes_.size(), size);
}

TEST_F(TokenizerTest, MoreChunksThanTheCacheHolds) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "w" + std::to_string(i) + ", ";
  for (int round = 0; round < 2; ++round) {
    ASSERT_EQ(split(text).size(), 400'000u);
    for (size_t i = 0; i < tokens_.size(); i += 997) {
      ASSERT_EQ(lexemes_[tokens_[i].lexeme].text, i % 2 == 0 ? "w" + std::to_string(i / 2) : ",");
    }
  }
}

TEST_F(TokenizerTest, PatternsMayBeMissing) {
  rules_ = {};
  EXPECT_EQ(read("(don't), http://a.b"), "(don't), http://a.b");
}

TEST_F(TokenizerTest, APatternThatDoesNotCompileIsNamed) {
  rules_.suffix = "(a";
  const auto created = Tokenizer::create(rules_);
  ASSERT_FALSE(created);
  EXPECT_EQ(created.error().code, ErrorCode::kUnsupported);
  EXPECT_THAT(created.error().message, testing::HasSubstr("suffix pattern"));
}

TEST_F(TokenizerTest, AnExceptionMustBeMadeOfItsTokens) {
  for (const auto& tokens : {std::vector<ExceptionToken>{{"do", ""}, {"not", ""}}, {}, {{"", ""}, {"dont", ""}}}) {
    rules_.exceptions = {{"dont", tokens}};
    const auto created = Tokenizer::create(rules_);
    ASSERT_FALSE(created);
    EXPECT_THAT(created.error().message, testing::HasSubstr("'dont'"));
  }
}

TEST_F(TokenizerTest, AnExceptionOfVeryManyTokensIsRefused) {
  const std::string many(65, '(');
  rules_.exceptions = {{many, {{many, ""}}}};
  EXPECT_FALSE(Tokenizer::create(rules_));
}

TEST_F(TokenizerTest, MatchesThatAreNotAtTheEdgeTakeOffAsManyCodePoints) {
  rules_.prefix = "x|éé";
  rules_.suffix = "y";
  rules_.infix = {};
  EXPECT_EQ(read("漢字éé"), "漢字|éé") << "as spaCy: the length of the match counts, not its place";
  EXPECT_EQ(read("y漢字"), "y|漢|字");
}

// Any of these would take hours if the time grew with the square of the chunk.
TEST_F(TokenizerTest, AMillionCharactersWithoutABlank) {
  constexpr size_t kLength = 1 << 20;
  for (const std::string_view unit : {"(", "a", "(.(.", "..)", "a-", "''", "a.", "漢", "£)"}) {
    std::string text;
    while (text.size() < kLength) text += unit;
    size_t length = 0;
    for (const auto& token : split(text)) length += token.length;
    EXPECT_EQ(length, text.size()) << unit;
  }
  EXPECT_EQ(split(std::string(kLength, '(')).size(), kLength);
  EXPECT_EQ(split(std::string(kLength, 'a')).size(), 1u);
}

// Bytes that can be anywhere: letters, affixes, white space, characters of two to four bytes.
rc::Gen<std::string> any_text() {
  const auto part = rc::gen::elementOf(std::vector<std::string>{
      "a",  "Kim", "5",  "km", "(",      ")", "\"", "'",  "''",  ".",     "..", ",",    "-",         "don't", "U.S.",
      ":)", " ",   "  ", "\n", "\u00a0", "£", "漢", "😀", "://", "x.com", "@",  "\x1f", "e\xCC\x81", "\u2003"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(part), [](const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& one : parts) text += one;
    return text;
  });
}

RC_GTEST_FIXTURE_PROP(TokenizerTest, TokensAndBlanksAreTheText, ()) {
  const std::string text = *any_text();
  std::string rebuilt;
  for (const auto& token : split(text)) {
    RC_ASSERT(token.length > 0u);
    RC_ASSERT(token.offset == rebuilt.size());
    rebuilt += lexemes_[token.lexeme].text;
    if (token.space_after) rebuilt += ' ';
  }
  RC_ASSERT(rebuilt == text);
}

RC_GTEST_FIXTURE_PROP(TokenizerTest, WhatWasReadBeforeDoesNotMatter, ()) {
  const std::string before = *any_text();
  const std::string text = *any_text();
  const auto fresh = read(text);
  tokenizer_.reset();
  read(before);
  RC_ASSERT(read(text) == fresh);
}

TEST(SpaceLength, IsThatOfPythonsSpaces) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    append_code_point(text, c);
    ASSERT_EQ(space_length(text, 0), is_python_space(c) ? text.size() : 0u) << static_cast<uint32_t>(c);
  }
}

}  // namespace
}  // namespace vedette::language
